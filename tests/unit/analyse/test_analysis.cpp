#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include <trujaman/analysis.hpp>

using namespace trujaman;

namespace {

const LanguagePair kSpanishEnglish{LanguageTag("es"), LanguageTag("en")};

/// A memory of two sentences of one report, in this order.
Memory report() {
  std::vector<TranslationUnit> units;
  const std::pair<const char*, const char*> texts[] = {
      {"La asistencia llegó a las personas desplazadas en mayo.",
       "Assistance reached displaced persons in May."},
      {"Los jóvenes recibieron formación.", "Young people received training."}};
  for (const auto& [source, target] : texts) {
    TranslationUnit unit;
    unit.variants.resize(2);
    unit.variants[0].language = LanguageTag("es");
    unit.variants[0].text = source;
    unit.variants[1].language = LanguageTag("en");
    unit.variants[1].text = target;
    unit.occurrences = {{"informe.txt", units.size()}};
    units.push_back(unit);
  }
  Memory memory = Memory::in_memory();
  memory.add(units);
  return memory;
}

SegmentedDocument document(const std::vector<std::string>& texts) {
  SegmentedDocument out;
  out.document.language = LanguageTag("es");
  for (const std::string& text : texts) {
    out.segments.push_back({out.document.blocks.size(), {0, text.size()}});
    out.document.blocks.emplace_back().text = text;
  }
  return out;
}

/// "band: segments/words", those that are there.
std::string to_string(const Leverage& leverage) {
  std::string out;
  for (std::size_t i = 0; i < kMatchBands; ++i) {
    const Volume& volume = leverage.bands[i];
    if (volume.segments == 0) continue;
    out += (out.empty() ? "" : ", ") + std::string(to_string(static_cast<MatchBand>(i))) + ": " +
           std::to_string(volume.segments) + "/" + std::to_string(volume.words);
  }
  return out;
}

}  // namespace

TEST_CASE("each segment counts in the band of its best match", "[analyse]") {
  const Memory memory = report();
  Analyser analyser(memory, kSpanishEnglish);
  CHECK(to_string(analyser.analyse(document({"Los jóvenes recibieron formación."}))) == "100: 1/4");
  CHECK(to_string(
            analyser.analyse(document({"La asistencia llegó a las personas desplazadas en mayo.",
                                       "Los jóvenes recibieron formación."}))) == "context: 2/13");
  CHECK(to_string(analyser.analyse(document({"La asistencia llegó a las personas desplazadas en "
                                             "junio."}))) == "85-94: 1/9");
  CHECK(to_string(analyser.analyse(document({"Nada de esto se sabía."}))) == "new: 1/5");
}

TEST_CASE("a text that comes again is a repetition, in its document or across them", "[analyse]") {
  const Memory memory = report();
  Analyser analyser(memory, kSpanishEnglish);
  const SegmentedDocument first = document({"Sala de prensa", "Los jóvenes recibieron formación.",
                                            "Sala de prensa", "Los jóvenes recibieron formación."});
  // What is exact stays so: it costs nothing either way.
  CHECK(to_string(analyser.analyse(first)) == "100: 2/8, repetition: 1/3, new: 1/3");
  CHECK(to_string(analyser.analyse(document({"Sala de prensa", "Sala de prensa"}))) ==
        "repetition: 1/3, cross-file: 1/3");
}

TEST_CASE("characters are those that are not white space", "[analyse]") {
  const Memory memory = report();
  Analyser analyser(memory, kSpanishEnglish);
  const Leverage leverage = analyser.analyse(document({"Año 2030, sí.", " "}));
  CHECK(leverage.total() == Volume{1, 3, 11});
}

TEST_CASE("words are counted as translation is paid", "[analyse]") {
  const std::pair<const char*, std::size_t> counts[] = {
      {"", 0},
      {"— … —", 0},
      {"La movilidad humana", 3},
      {"La COVID-19 y el «desarrollo»", 5},
      {"L’accès d'origine", 2},
      {"El 1.000,5 % de 10 000", 4},
      {"A/RES/73/195", 4},
      {"www.iom.int", 1},
      {"socioeconómico-cultural", 1},
      {"EE. UU.", 2},
      {"uno - dos", 2},
      {"bien-être, c’est-à-dire", 2},
  };
  for (const auto& [text, words] : counts) {
    CAPTURE(text);
    CHECK(count_words(text) == words);
  }
}

#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <trujaman/fragment.hpp>
#include <trujaman/word_aligner.hpp>

using namespace trujaman;

namespace {

const LanguagePair kSpanishEnglish{LanguageTag("es"), LanguageTag("en")};

TranslationUnit unit(const std::string& source, const std::string& target) {
  TranslationUnit u;
  Variant spanish;
  spanish.language = LanguageTag("es");
  spanish.text = source;
  Variant english;
  english.language = LanguageTag("en");
  english.text = target;
  u.variants = {spanish, english};
  return u;
}

/// What a year of reports leaves behind.
std::vector<TranslationUnit> reports() {
  return {
      unit("La movilidad laboral es una oportunidad.", "Labour mobility is an opportunity."),
      unit("Se fomenta la movilidad laboral de los jóvenes.",
           "Labour mobility of young people is promoted."),
      unit("El acceso a la vivienda de las personas desplazadas sigue siendo limitado.",
           "Access to housing for displaced persons remains limited."),
      unit("Las personas desplazadas recibieron asistencia.",
           "Displaced persons received assistance."),
      unit("La asistencia llegó a las personas desplazadas en mayo.",
           "Assistance reached displaced persons in May."),
      unit("Los jóvenes recibieron formación en mayo.", "Young people received training in May."),
      unit("La formación de los funcionarios sigue siendo una oportunidad.",
           "Training of officials remains an opportunity."),
      unit("La vivienda es un derecho.", "Housing is a right."),
  };
}

std::string part(const std::string& text, TextSpan span) {
  return text.substr(span.begin, span.size());
}

}  // namespace

TEST_CASE("the stretches of a text that a memory knows come with their renderings", "[fragment]") {
  Memory memory = Memory::in_memory();
  memory.add(reports());
  const std::string text =
      "El informe trata de la movilidad laboral y de las Personas Desplazadas.";
  const auto fragments = find_fragments(memory, text, kSpanishEnglish);
  REQUIRE(fragments.size() == 2);
  CHECK(part(text, fragments[0].span) == "movilidad laboral");
  CHECK(part(fragments[0].source.text, fragments[0].source_span) == "movilidad laboral");
  CHECK(part(fragments[0].target.text, fragments[0].target_span) == "Labour mobility");
  CHECK(fragments[0].units == 2);
  CHECK(part(text, fragments[1].span) == "Personas Desplazadas");
  CHECK(part(fragments[1].target.text, fragments[1].target_span) == "displaced persons");
  CHECK(fragments[1].units == 3);
  CHECK(fragments[1].confidence > 0.5);
}

TEST_CASE("longer fragments come first, and none lies within another", "[fragment]") {
  Memory memory = Memory::in_memory();
  memory.add(reports());
  const std::string text = "Las personas desplazadas recibieron formación en mayo.";
  const auto fragments = find_fragments(memory, text, kSpanishEnglish);
  REQUIRE(fragments.size() == 2);
  CHECK(part(text, fragments[0].span) == "recibieron formación en mayo");
  CHECK(part(fragments[0].target.text, fragments[0].target_span) == "received training in May");
  CHECK(part(text, fragments[1].span) == "personas desplazadas recibieron");
  CHECK(find_fragments(memory, text, kSpanishEnglish, {.limit = 1}).size() == 1);
  CHECK(find_fragments(memory, text, kSpanishEnglish, {.min_words = 5}).empty());
}

TEST_CASE("articles and prepositions alone are no fragment", "[fragment]") {
  Memory memory = Memory::in_memory();
  memory.add(reports());
  CHECK(find_fragments(memory, "El agua de las nubes a la luz", kSpanishEnglish).empty());
  CHECK(find_fragments(memory, "", kSpanishEnglish).empty());
  CHECK(find_fragments(Memory::in_memory(), "movilidad laboral", kSpanishEnglish).empty());
}

TEST_CASE("a word aligner finds which part of a translation renders a part of a text",
          "[fragment]") {
  const WordAligner aligner(kSpanishEnglish, reports());
  const std::string source =
      "En 2024 la movilidad laboral de los funcionarios sigue siendo un derecho.";
  const std::string target = "In 2024 labour mobility of officials remains a right.";
  const auto counterpart = [&](const std::string& phrase) {
    const std::size_t at = source.find(phrase);
    const auto found = aligner.counterpart(source, {at, at + phrase.size()}, target);
    return found ? part(target, found->span) : std::string();
  };
  CHECK(counterpart("movilidad laboral") == "labour mobility");
  CHECK(counterpart("funcionarios") == "officials");
  CHECK(counterpart("2024") == "2024");
  CHECK(counterpart("sigue siendo") == "remains");
  CHECK(counterpart("En 2024 la movilidad laboral") == "In 2024 labour mobility");
}

TEST_CASE("a word aligner links words with how probable each link is", "[fragment]") {
  const WordAligner aligner(kSpanishEnglish, reports());
  const std::string source = "Se fomenta la movilidad laboral en 2024.";
  const std::string target = "Labour mobility is promoted in 2024.";
  const auto probability = [&](const std::string& from, const std::string& to) {
    double best = 0.0;
    for (const WordLink& link : aligner.links(source, target)) {
      CHECK(link.probability > 0.0);
      CHECK(link.probability <= 1.0);
      if (part(source, link.source) != from || part(target, link.target) != to) continue;
      best = std::max(best, link.probability);
    }
    return best;
  };
  CHECK(probability("movilidad", "mobility") > probability("movilidad", "Labour"));
  CHECK(probability("2024", "2024") > 0.5);
  CHECK(probability("laboral", "2024") == 0.0);
  CHECK(aligner.links(source, target, 0.999).empty());
  CHECK(aligner.links("", target).empty());
}

TEST_CASE("what nothing is known of has no counterpart", "[fragment]") {
  const WordAligner aligner(kSpanishEnglish, {});
  CHECK_FALSE(aligner.counterpart("xyzzy plugh", {0, 5}, "foo bar"));
  CHECK_FALSE(aligner.counterpart("", {0, 0}, ""));
}

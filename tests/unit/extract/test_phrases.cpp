#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "extract/corpus.hpp"
#include "extract/phrases.hpp"

using namespace trujaman;
using namespace trujaman::extract;

namespace {

struct Found {
  std::vector<std::string> texts;
  std::vector<std::uint64_t> keys;

  [[nodiscard]] bool has(const std::string& text) const {
    return std::find(texts.begin(), texts.end(), text) != texts.end();
  }
};

Found phrases_of(const std::string& text, const char* language) {
  Corpus corpus{LanguageTag(language)};
  corpus.add(text);
  Found out;
  for_each_phrase(corpus, corpus.words(0), 6, [&](const Phrase& phrase) {
    const auto words = corpus.words(0);
    out.texts.push_back(text.substr(words[phrase.begin].begin,
                                    words[phrase.end - 1].end - words[phrase.begin].begin));
    out.keys.push_back(phrase.key);
  });
  return out;
}

std::uint64_t key(const std::string& text, const char* language) {
  const Found found = phrases_of(text, language);
  for (std::size_t i = 0; i < found.texts.size(); ++i) {
    if (found.texts[i] == text) return found.keys[i];
  }
  return 0;
}

}  // namespace

TEST_CASE("a phrase begins and ends with content words", "[extract]") {
  const Found found = phrases_of("la asistencia oficial para el desarrollo de la región", "es");
  CHECK(found.has("asistencia"));
  CHECK(found.has("asistencia oficial"));
  CHECK(found.has("asistencia oficial para el desarrollo"));
  CHECK(found.has("asistencia oficial para el desarrollo de la región"));
  CHECK_FALSE(found.has("la asistencia"));
  CHECK_FALSE(found.has("asistencia oficial para"));
}

TEST_CASE("a verb and its object are no phrase", "[extract]") {
  CHECK_FALSE(phrases_of("promover el empleo", "es").has("promover el empleo"));
  CHECK_FALSE(phrases_of("promouvoir l’emploi", "fr").has("promouvoir l’emploi"));
  CHECK_FALSE(phrases_of("promote the jobs", "en").has("promote the jobs"));
}

TEST_CASE("no phrase runs over punctuation or pronouns", "[extract]") {
  const Found found = phrases_of("vivienda, agua potable; países que crecen", "es");
  CHECK(found.has("agua potable"));
  CHECK_FALSE(found.has("vivienda, agua"));
  CHECK_FALSE(found.has("países que crecen"));
}

TEST_CASE("degrees stand inside, numbers beside names", "[extract]") {
  CHECK(phrases_of("los países menos adelantados", "es").has("países menos adelantados"));
  CHECK(phrases_of("the least developed countries", "en").has("least developed countries"));
  CHECK(phrases_of("les pays les moins avancés", "fr").has("pays les moins avancés"));
  CHECK(phrases_of("en la Agenda 2030", "es").has("Agenda 2030"));
  CHECK(phrases_of("of the 2030 Agenda", "en").has("2030 Agenda"));
  CHECK_FALSE(phrases_of("en mayo 2030", "es").has("mayo 2030"));
}

TEST_CASE("hyphens and apostrophes join", "[extract]") {
  CHECK(phrases_of("le bien-être de l’enfant", "fr").has("bien-être de l’enfant"));
  CHECK(phrases_of("women’s health", "en").has("women’s health"));
  CHECK(key("long-term plan", "en") == key("long term plans", "en"));
}

TEST_CASE("keys forget number and articles", "[extract]") {
  CHECK(key("trabajador migrante", "es") == key("trabajadores migrantes", "es"));
  CHECK(key("reducción del riesgo", "es") == key("reducciones de los riesgos", "es"));
  CHECK(key("human settlement", "en") == key("human settlements", "en"));
  CHECK(key("medida", "es") != key("medido", "es"));
  CHECK(key("ODS", "es") != key("ods", "es"));
}

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "base/stem.hpp"
#include "base/token.hpp"

using trujaman::LanguageTag;
using trujaman::base::number_value;
using trujaman::base::Stemmer;
using trujaman::base::tokenize;

namespace {
std::vector<std::string> words(const std::string& text) {
  std::vector<std::string> out;
  for (const auto& t : tokenize(text)) out.push_back(text.substr(t.span.begin, t.span.size()));
  return out;
}
using Words = std::vector<std::string>;
}  // namespace

TEST_CASE("punctuation parts words, hyphens and apostrophes too", "[token]") {
  CHECK(words("l’accès à la santé") == Words{"l", "’", "accès", "à", "la", "santé"});
  CHECK(words("la COVID-19, etc.") == Words{"la", "COVID", "-", "19", ",", "etc", "."});
  CHECK(words("A/RES/73/195") == Words{"A", "/", "RES", "/", "73", "/", "195"});
  CHECK(words("¿Qué?") == Words{"¿", "Qué", "?"});
  CHECK(words("").empty());
}

TEST_CASE("a number keeps its separators in one token", "[token]") {
  CHECK(words("1.000,5 migrantes") == Words{"1.000,5", "migrantes"});
  CHECK(words("10 000 personnes") == Words{"10 000", "personnes"});
  CHECK(words("en 2019 300 personnes") == Words{"en", "2019", "300", "personnes"});
  CHECK(words("7,6 % en 2020.") == Words{"7,6", "%", "en", "2020", "."});
  CHECK(words("1.er B2B") == Words{"1", ".", "er", "B2B"});
}

TEST_CASE("a number has one value in every language's spelling", "[token]") {
  CHECK(number_value("1.000,5") == "1000.5");
  CHECK(number_value("1,000.5") == "1000.5");
  CHECK(number_value("1 000,5") == "1000.5");
  CHECK(number_value("10 000") == "10000");
  CHECK(number_value("1.000") == "1000");
  CHECK(number_value("7,6") == "7.6");
  CHECK(number_value("1.000.000") == "1000000");
  CHECK(number_value("2030") == "2030");
}

TEST_CASE("inflected forms share a stem", "[stem]") {
  const Stemmer es(LanguageTag("es"));
  CHECK(es.stem("Migraciones") == es.stem("migración"));
  CHECK(es.stem("trabajadores") == es.stem("trabajador"));
  const Stemmer fr(LanguageTag("fr-FR"));
  CHECK(fr.stem("migrantes") == fr.stem("migrante"));
  const Stemmer none(LanguageTag("tlh"));
  CHECK_FALSE(none.available());
  CHECK(none.stem("Época") == "epoca");
}

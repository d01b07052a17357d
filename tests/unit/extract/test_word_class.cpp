#include <string>

#include <catch2/catch.hpp>

#include "extract/word_class.hpp"

using namespace trujaman::extract;

namespace {

std::string stem(Grammar grammar, const char* word) {
  char buffer[64];
  return std::string(without_plural(grammar, word, buffer));
}

}  // namespace

TEST_CASE("both numbers of a noun share a key", "[extract]") {
  const std::pair<const char*, const char*> spanish[] = {
      {"pais", "paises"}, {"luz", "luces"}, {"base", "bases"}, {"mujer", "mujeres"},
      {"tasa", "tasas"},  {"mes", "meses"}, {"virus", "virus"}};
  for (const auto& [singular, plural] : spanish) {
    CHECK(stem(Grammar::Spanish, singular) == stem(Grammar::Spanish, plural));
  }
  const std::pair<const char*, const char*> english[] = {
      {"policy", "policies"}, {"tax", "taxes"}, {"woman", "women"}, {"loss", "losses"}};
  for (const auto& [singular, plural] : english) {
    CHECK(stem(Grammar::English, singular) == stem(Grammar::English, plural));
  }
  const std::pair<const char*, const char*> french[] = {
      {"national", "nationaux"}, {"droit", "droits"}, {"pays", "pays"}};
  for (const auto& [singular, plural] : french) {
    CHECK(stem(Grammar::French, singular) == stem(Grammar::French, plural));
  }
}

TEST_CASE("accents tell function words apart", "[extract]") {
  CHECK(word_class(Grammar::French, "à") == WordClass::Preposition);
  CHECK(word_class(Grammar::French, "a") == WordClass::Other);
  CHECK(word_class(Grammar::Spanish, "el") == WordClass::Article);
  CHECK(word_class(Grammar::Spanish, "él") == WordClass::Other);
  CHECK(word_class(Grammar::English, "migration") == WordClass::Content);
}

TEST_CASE("infinitives are told by their endings, with their pronouns", "[extract]") {
  CHECK(ends_like_infinitive(Grammar::Spanish, "promover"));
  CHECK(ends_like_infinitive(Grammar::Spanish, "adaptarse"));
  CHECK(ends_like_infinitive(Grammar::French, "promouvoir"));
  CHECK_FALSE(ends_like_infinitive(Grammar::Spanish, "clase"));
  CHECK_FALSE(ends_like_infinitive(Grammar::English, "water"));
}

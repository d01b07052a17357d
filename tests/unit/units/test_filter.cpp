#include <catch2/catch.hpp>

#include <trujaman/error.hpp>
#include <trujaman/unit_filter.hpp>

#include "units_of.hpp"

using namespace trujaman;
using test::day;
using test::unit;

namespace {

bool passes(const TranslationUnit& unit, const UnitFilter& filter) {
  return UnitSelector(filter)(unit);
}

}  // namespace

TEST_CASE("a filter without members lets every unit pass", "[units]") {
  CHECK(passes(unit("Agua", "Water"), {}));
  CHECK(passes(TranslationUnit{}, {}));
}

TEST_CASE("a filter asks for languages, any region of them", "[units]") {
  TranslationUnit u;
  u.variants = {test::variant("es-MX", "Agua"), test::variant("en", "")};
  CHECK(passes(u, {.languages = {LanguageTag("es")}}));
  CHECK_FALSE(passes(u, {.languages = {LanguageTag("es-ES")}}));
  CHECK_FALSE(passes(u, {.languages = {LanguageTag("es"), LanguageTag("en")}}));  // no text
}

TEST_CASE("a filter asks for the time of the last change", "[units]") {
  TranslationUnit u = unit("Agua", "Water");
  CHECK_FALSE(passes(u, {.since = day(1970, 1, 1)}));
  u.history.created = day(2020, 5, 1);
  CHECK(passes(u, {.since = day(2020, 5, 1)}));
  CHECK_FALSE(passes(u, {.before = day(2020, 5, 1)}));
  u.variants[1].history.changed = day(2024, 1, 31);
  CHECK(passes(u, {.since = day(2024, 1, 1), .before = day(2024, 2, 1)}));
  CHECK_FALSE(passes(u, {.before = day(2024, 1, 1)}));
}

TEST_CASE("a filter asks for a property of the unit or of a variant", "[units]") {
  TranslationUnit u = unit("Agua", "Water");
  u.variants[0].properties = {{"client", "OIM"}};
  CHECK(passes(u, {.property = Property{"client", "OIM"}}));
  CHECK_FALSE(passes(u, {.property = Property{"client", "ACNUR"}}));
}

TEST_CASE("a filter asks for the aligner's confidence, both ends included", "[units]") {
  TranslationUnit u = unit("Agua", "Water");
  u.confidence = 0.5;
  CHECK(passes(u, {.min_confidence = 0.5, .max_confidence = 0.5}));
  CHECK_FALSE(passes(u, {.min_confidence = 0.6}));
  CHECK_FALSE(passes(u, {.max_confidence = 0.4}));
}

TEST_CASE("a filter asks for what the source or a target says", "[units]") {
  TranslationUnit u = unit("El agua es de todos.", "Water belongs to everyone.");
  u.variants.push_back(test::variant("fr", "L’eau est à tous."));
  CHECK(passes(u, {.source_matches = "agua"}));
  CHECK_FALSE(passes(u, {.source_matches = "Water"}));
  CHECK(passes(u, {.target_matches = "^L.eau"}));
  CHECK_FALSE(passes(u, {.target_matches = "agua"}));
  CHECK(passes(u, {.source_matches = "(?i)^WATER", .source = LanguageTag("en")}));
  CHECK(passes(u, {.source_matches = "agua", .target_matches = "eau|everyone"}));
  CHECK_FALSE(passes(u, {.source_matches = "agua", .target_matches = "nobody"}));
  CHECK_THROWS_AS(UnitSelector({.source_matches = "("}), Error);
}

TEST_CASE("an inverted filter lets the others pass", "[units]") {
  const TranslationUnit u = unit("Agua", "Water");
  CHECK_FALSE(passes(u, {.source_matches = "Agua", .invert = true}));
  CHECK(passes(u, {.source_matches = "Tierra", .invert = true}));
}

TEST_CASE("the source is the unit's own, of any region, or the first variant", "[units]") {
  TranslationUnit u = unit("Agua", "Water");
  u.source_language = LanguageTag("en-GB");
  CHECK(source_of(u)->text == "Water");
  u.source_language = LanguageTag();
  CHECK(source_of(u)->text == "Agua");
  CHECK(source_of(u, LanguageTag("fr")) == nullptr);
  CHECK(source_of(TranslationUnit{}) == nullptr);
}

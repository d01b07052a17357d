#include <catch2/catch.hpp>

#include "memory/unit_filter.hpp"
#include "units.hpp"

using namespace trujaman;
using memory::passes;
using test::unit;

namespace {

std::chrono::sys_seconds day(int year, unsigned month, unsigned number) {
  return std::chrono::sys_days(std::chrono::year(year) / static_cast<int>(month) /
                               static_cast<int>(number));
}

}  // namespace

TEST_CASE("a filter without members lets every unit pass", "[memory]") {
  CHECK(passes(unit("Agua", "Water"), {}));
  CHECK(passes(TranslationUnit{}, {}));
}

TEST_CASE("a filter asks for languages, any region of them", "[memory]") {
  TranslationUnit u;
  u.variants = {test::variant("es-MX", "Agua"), test::variant("en", "")};
  CHECK(passes(u, {.languages = {LanguageTag("es")}}));
  CHECK_FALSE(passes(u, {.languages = {LanguageTag("es-ES")}}));
  CHECK_FALSE(passes(u, {.languages = {LanguageTag("es"), LanguageTag("en")}}));  // no text
}

TEST_CASE("a filter asks for the time of the last change", "[memory]") {
  TranslationUnit u = unit("Agua", "Water");
  CHECK_FALSE(passes(u, {.since = day(1970, 1, 1)}));
  u.history.created = day(2020, 5, 1);
  CHECK(passes(u, {.since = day(2020, 5, 1)}));
  CHECK_FALSE(passes(u, {.before = day(2020, 5, 1)}));
  u.variants[1].history.changed = day(2024, 1, 31);
  CHECK(passes(u, {.since = day(2024, 1, 1), .before = day(2024, 2, 1)}));
  CHECK_FALSE(passes(u, {.before = day(2024, 1, 1)}));
}

TEST_CASE("a filter asks for a property of the unit or of a variant", "[memory]") {
  TranslationUnit u = unit("Agua", "Water");
  u.variants[0].properties = {{"client", "OIM"}};
  CHECK(passes(u, {.property = Property{"client", "OIM"}}));
  CHECK_FALSE(passes(u, {.property = Property{"client", "ACNUR"}}));
}

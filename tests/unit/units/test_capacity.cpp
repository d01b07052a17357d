#include <catch2/catch.hpp>

#include <trujaman/unit_capacity.hpp>

#include "units_of.hpp"

using namespace trujaman;
using test::unit;

namespace {

const std::vector<LanguageTag> kSpanishEnglish{LanguageTag("es"), LanguageTag("en")};

std::vector<UnitPart> left_out(const TranslationUnit& u, const UnitCapacity& capacity) {
  return parts_left_out(u, capacity, kSpanishEnglish);
}

}  // namespace

TEST_CASE("two plain texts fit into everything", "[units]") {
  for (const UnitCapacity& capacity : {kTmxCapacity, kXliffCapacity, kPoCapacity, kTableCapacity}) {
    CHECK(left_out(unit("Agua", "Water"), capacity).empty());
  }
}

TEST_CASE("each part that does not fit is named once", "[units]") {
  TranslationUnit u = unit("Agua", "Water");
  u.id = "1";
  u.variants.push_back(test::variant("fr", "Eau"));
  for (Variant& v : u.variants) {
    v.codes = {{0, CodeKind::Ph, 0, "", "", "<br>", "", false}};
    v.notes = {"nota"};
    v.properties = {{"x-state", "final"}};
    v.history.creator = "Ana";
  }
  u.notes = {"nota"};
  u.properties = {{"client", "OIM"}};
  u.occurrences = {{"informe.md", 1}};
  u.confidence = 0.5;
  u.attributes = {{"segtype", "block"}};
  CHECK(left_out(u, kTmxCapacity).empty());
  CHECK(left_out(u, kTableCapacity) ==
        std::vector{UnitPart::Id, UnitPart::FurtherTexts, UnitPart::Codes, UnitPart::Notes,
                    UnitPart::VariantNotes, UnitPart::Properties, UnitPart::History,
                    UnitPart::Occurrences, UnitPart::Confidence, UnitPart::Attributes});
  CHECK(left_out(u, kXliffCapacity) == std::vector{UnitPart::FurtherTexts});
  CHECK(left_out(u, kPoCapacity) ==
        std::vector{UnitPart::Id, UnitPart::FurtherTexts, UnitPart::Codes, UnitPart::VariantNotes,
                    UnitPart::Properties, UnitPart::History, UnitPart::Occurrences,
                    UnitPart::Confidence, UnitPart::Attributes});
}

TEST_CASE("po files hold the properties that were theirs", "[units]") {
  TranslationUnit u = unit("%d field", "%d campo");
  u.properties = {
      {"x-context", "menu"}, {"x-po-flags", "c-format"}, {"x-note-1-from", "developer"}};
  u.variants[1].properties = {{"x-state", "needs-review-translation"}};
  CHECK(left_out(u, kPoCapacity).empty());
  u.variants[1].properties = {{"x-state", "signed-off"}};
  CHECK(left_out(u, kPoCapacity) == std::vector{UnitPart::Properties});
}

TEST_CASE("a second text in one language has no place in a table", "[units]") {
  TranslationUnit u = unit("Agua", "Water");
  u.variants.push_back(test::variant("en", "Waters"));
  CHECK(left_out(u, kTableCapacity) == std::vector{UnitPart::FurtherTexts});
  CHECK(left_out(u, kTmxCapacity).empty());
}

TEST_CASE("parts have names to be shown", "[units]") {
  CHECK(to_string(UnitPart::Id) == "ids");
  CHECK(to_string(UnitPart::Codes) == "inline codes");
  CHECK(to_string(UnitPart::Attributes) == "further attributes");
}

/// XLIFF files that other tools wrote, against what independent parsers found in them.
#include <fstream>
#include <string>

#include <catch2/catch.hpp>

#include "manifest.hpp"
#include "xliff.hpp"

using namespace trujaman;

namespace {

/// A tag of the manifest in its usual form.
std::string tag(const std::string& text) {
  return text.empty() ? LanguageTag().str() : LanguageTag(text).str();
}

std::ifstream open(const std::map<std::string, std::string>& row) {
  return std::ifstream(test::set_folder("xliff") / row.at("file"), std::ios::binary);
}

/// Units that XLIFF can hold: of two different languages.
bool is_pair(const TranslationUnit& unit, const LanguagePair& languages) {
  return unit.variants.size() == 2 && unit.variants[0].language == languages.source &&
         unit.variants[1].language == languages.target && languages.source != languages.target;
}

}  // namespace

TEST_CASE("XLIFF files of other tools are read as independent parsers read them", "[xliff][set]") {
  for (const auto& row : test::read_manifest("xliff")) {
    INFO(row.at("file"));
    std::ifstream in = open(row);
    if (row.at("well_formed") != "yes") {
      CHECK_THROWS_AS(test::read_xliff(in), Error);
      continue;
    }
    const test::ReadXliff read = test::read_xliff(in, {.segments = false, .matches = true});
    CHECK(read.contents.version == row.at("version"));
    CHECK(read.contents.languages.source.str() == tag(row.at("source_language")));
    CHECK(read.contents.languages.target.str() == tag(row.at("target_language")));
    CHECK(std::to_string(read.contents.units) == row.at("units"));
    CHECK(std::to_string(read.contents.targets) == row.at("targets"));
    CHECK(read.summary.passed == read.units.size());
    std::size_t units = read.summary.read;
    std::size_t targets = 0;
    for (const TranslationUnit& unit : read.units) {
      const bool is_match =
          std::ranges::count(unit.properties, "x-match-type", &Property::type) > 0;
      if (is_match) --units;
      targets += unit.variants.size() - 1;
    }
    if (row.at("version").starts_with("1")) {
      CHECK(std::to_string(units) == row.at("units"));
      CHECK(std::to_string(targets) == row.at("targets"));
    }
    for (const Diagnostic& d : read.diagnostics) CHECK(d.severity == Severity::Note);
  }
}

TEST_CASE("units of every XLIFF file are equal when written and read again", "[xliff][set]") {
  for (const auto& row : test::read_manifest("xliff")) {
    if (row.at("well_formed") != "yes") continue;
    std::ifstream in = open(row);
    const test::ReadXliff read = test::read_xliff(in, {.matches = true});
    std::vector<TranslationUnit> units;
    for (const TranslationUnit& unit : read.units) {
      if (is_pair(unit, read.contents.languages)) units.push_back(unit);
    }
    for (const XliffVersion version : {XliffVersion::V1_2, XliffVersion::V2_0}) {
      INFO(row.at("file") << " as " << (version == XliffVersion::V1_2 ? "1.2" : "2.0"));
      const LanguagePair& languages = read.contents.languages;
      const std::string written = test::write_xliff(units, version, languages);
      const test::ReadXliff once = test::read_xliff(written);
      REQUIRE(once.units.size() ==
              (units.empty() && version == XliffVersion::V2_0 ? 1 : units.size()));
      for (std::size_t i = 0; i < units.size(); ++i) {
        CHECK(once.units[i].variants[0].text == units[i].variants[0].text);
        CHECK(once.units[i].variants[1].text == units[i].variants[1].text);
        CHECK(once.units[i].notes == units[i].notes);
        CHECK(once.units[i].id == units[i].id);
      }
      if (units.empty()) continue;
      const std::string again = test::write_xliff(once.units, version, languages);
      CHECK(test::read_xliff(again).units == once.units);
    }
  }
}

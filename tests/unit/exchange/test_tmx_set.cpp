/// Files that other tools wrote, against what independent parsers found in them.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include <catch2/catch.hpp>

#include "manifest.hpp"
#include "tmx.hpp"

using trujaman::Severity;

namespace {

/// "en=1 fr=1" with tags in their usual form, as a language may be spelt in several ways.
std::string language_counts(const std::string& manifest) {
  std::map<std::string, std::size_t> counts;
  std::istringstream in(manifest);
  for (std::string one; in >> one;) {
    const std::size_t equals = one.find('=');
    const trujaman::LanguageTag tag(one.substr(0, equals));
    counts[tag.str()] += std::stoul(one.substr(equals + 1));
  }
  return test::join(counts);
}

std::string language_counts(const std::vector<trujaman::TranslationUnit>& units) {
  std::map<std::string, std::size_t> counts;
  for (const auto& unit : units) {
    for (const auto& variant : unit.variants) ++counts[variant.language.str()];
  }
  return test::join(counts);
}

/// Elements that the codes of all segments stand for, "bpt=2 ept=2"; sub is counted in fragments.
std::string code_counts(const std::vector<trujaman::TranslationUnit>& units) {
  const std::map<trujaman::CodeKind, std::string> names = {
      {trujaman::CodeKind::Bpt, "bpt"}, {trujaman::CodeKind::Ept, "ept"},
      {trujaman::CodeKind::Ph, "ph"},   {trujaman::CodeKind::It, "it"},
      {trujaman::CodeKind::Ut, "ut"},   {trujaman::CodeKind::HiBegin, "hi"}};
  std::map<std::string, std::size_t> counts;
  for (const auto& unit : units) {
    for (const auto& variant : unit.variants) {
      for (const auto& code : variant.codes) {
        if (code.kind == trujaman::CodeKind::HiEnd) continue;
        ++counts[names.at(code.kind)];
        if (code.fragment) counts["sub"] += test::occurrences("<sub", code.native);
      }
    }
  }
  return test::join(counts);
}

std::size_t variant_count(const std::vector<trujaman::TranslationUnit>& units) {
  std::size_t n = 0;
  for (const auto& unit : units) n += unit.variants.size();
  return n;
}

}  // namespace

TEST_CASE("TMX files of other tools are read as independent parsers read them", "[tmx][set]") {
  const auto set = test::read_manifest("tmx");
  if (set.empty()) return;
  for (const auto& row : set) {
    INFO(row.at("file"));
    std::ifstream in(test::set_folder("tmx") / row.at("file"), std::ios::binary);
    if (row.at("expected") == "reject") {
      CHECK_THROWS_AS(test::read_tmx(in), trujaman::Error);
      continue;
    }
    const test::Read read = test::read_tmx(in);
    INFO(read.first_message());
    CHECK(read.summary.read == std::stoul(row.at("tu")));
    CHECK(read.units.size() == std::stoul(row.at("tu")));
    CHECK(variant_count(read.units) == std::stoul(row.at("tuv")));
    CHECK(language_counts(read.units) == language_counts(row.at("langs")));
    CHECK(code_counts(read.units) == row.at("inline"));
    CHECK(read.count(Severity::Defect) == 0);
    CHECK((read.count(Severity::Warning) > 0) == (row.at("expected") == "accept+warn"));
  }
}

TEST_CASE("units of every acceptable file survive export and import", "[tmx][set]") {
  for (const auto& row : test::read_manifest("tmx")) {
    if (row.at("expected") == "reject") continue;
    INFO(row.at("file"));
    std::ifstream in(test::set_folder("tmx") / row.at("file"), std::ios::binary);
    const test::Read first = test::read_tmx(in);
    const std::string written = test::write_tmx(first.units, "en");
    const test::Read second = test::read_tmx(written);
    CHECK(first.units == second.units);
    CHECK(second.count(Severity::Defect) == 0);
    CHECK(test::write_tmx(second.units, "en") == written);
  }
}

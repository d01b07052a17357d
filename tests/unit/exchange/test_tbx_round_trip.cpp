/// TBX files of other tools and our own: what is read, written and read again is the same.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>

#include "manifest.hpp"
#include "tbx.hpp"

using namespace trujaman;

namespace {

std::string write(const std::vector<ConceptEntry>& concepts,
                  TbxVersion version = TbxVersion::V2019) {
  std::ostringstream out;
  write_tbx(out, concepts, {}, {}, version);
  return out.str();
}

/// Concepts with their terms by language, and properties in an order of their own: TBX has both
/// where it wants them.
std::vector<ConceptEntry> ordered(std::vector<ConceptEntry> concepts) {
  const auto order = [](std::vector<Property>& properties) {
    std::ranges::stable_sort(properties, {}, &Property::type);
  };
  for (ConceptEntry& entry : concepts) {
    std::ranges::stable_sort(entry.terms, {}, &Term::language);
    order(entry.properties);
    for (Term& term : entry.terms) order(term.properties);
  }
  return concepts;
}

}  // namespace

TEST_CASE("TBX files of other tools lose nothing when they are written", "[tbx][set]") {
  for (const auto& row : test::read_manifest("tbx")) {
    if (row.at("expected") == "reject") continue;
    INFO(row.at("file"));
    std::ifstream in(test::set_folder("tbx") / row.at("file"), std::ios::binary);
    const test::ReadConcepts first = test::read_tbx(in);
    for (const TbxVersion version : {TbxVersion::V2019, TbxVersion::V2008}) {
      const std::string written = write(first.concepts, version);
      const test::ReadConcepts second = test::read_tbx(written);
      CHECK(second.concepts.size() == std::stoul(row.at("concepts")));
      CHECK(second.count(Severity::Defect) == 0);
      const auto before = ordered(first.concepts);
      const auto after = ordered(second.concepts);
      REQUIRE(after.size() == before.size());
      for (std::size_t i = 0; i < before.size(); ++i) {
        INFO("concept " << before[i].id);
        CHECK(after[i] == before[i]);
      }
      CHECK(write(second.concepts, version) == written);
    }
  }
}

TEST_CASE("the shipped glossaries are the same after writing, and so are their bytes then",
          "[tbx][set]") {
  const char* folder = std::getenv("TRUJAMAN_GLOSSARIES");
  REQUIRE(folder != nullptr);
  for (const char* name : {"oim-iom.tbx", "ods-sdg.tbx", "onu-un.tbx"}) {
    INFO(name);
    std::ifstream in(std::filesystem::path(folder) / name, std::ios::binary);
    const test::ReadConcepts first = test::read_tbx(in);
    REQUIRE(first.concepts.size() > 300);
    const std::string written = write(first.concepts);
    CHECK(written.find("type=\"TBX-Basic\"") != std::string::npos);
    const test::ReadConcepts second = test::read_tbx(written);
    CHECK(second.concepts == first.concepts);
    CHECK(write(second.concepts) == written);
  }
}

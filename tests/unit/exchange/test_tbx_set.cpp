/// TBX files that other tools wrote, against what independent parsers found in them.
#include <fstream>
#include <map>
#include <sstream>

#include <catch2/catch.hpp>

#include "manifest.hpp"
#include "tbx.hpp"

using trujaman::Severity;

namespace {

/// Languages of the manifest with their number of terms, as we name them: "C" is x-c here.
std::map<std::string, std::size_t> language_counts(const std::string& manifest) {
  std::map<std::string, std::size_t> counts;
  std::istringstream in(manifest);
  for (std::string one; in >> one;) {
    const std::size_t equals = one.find('=');
    const std::string language = one.substr(0, equals);
    const std::size_t n = std::stoul(one.substr(equals + 1));
    if (n > 0) counts[trujaman::LanguageTag(language == "C" ? "x-c" : language).str()] += n;
  }
  return counts;
}

}  // namespace

TEST_CASE("TBX files of other tools are read as independent parsers read them", "[tbx][set]") {
  for (const auto& row : test::read_manifest("tbx")) {
    INFO(row.at("file"));
    std::ifstream in(test::set_folder("tbx") / row.at("file"), std::ios::binary);
    if (row.at("expected") == "reject") {
      CHECK_THROWS_AS(test::read_tbx(in), trujaman::Error);
      continue;
    }
    const test::ReadConcepts read = test::read_tbx(in);
    INFO(read.first_message());
    CHECK(read.concepts.size() == std::stoul(row.at("concepts")));
    CHECK(read.count(Severity::Defect) == 0);
    CHECK((read.count(Severity::Warning) > 0) == (row.at("expected") == "accept+warn"));

    std::map<std::string, std::size_t> counts;
    std::size_t terms = 0;
    for (const auto& entry : read.concepts) {
      terms += entry.terms.size();
      for (const auto& term : entry.terms) ++counts[term.language.str()];
    }
    // The manifest counts empty <term> elements, too; each of those is a note here.
    const std::size_t empty = read.count(Severity::Note);
    CHECK(terms + empty == std::stoul(row.at("terms")));
    if (empty == 0) CHECK(counts == language_counts(row.at("terms_by_language")));
  }
}

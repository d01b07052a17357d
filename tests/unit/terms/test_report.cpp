// Recognition measured on a real report: counts of 173 concepts against those made by hand.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <trujaman/document.hpp>

#include "glossary_of.hpp"

using namespace trujaman;

namespace {

struct Counted {
  ConceptEntry entry;
  int expected = 0;
};

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream in(line);
  for (std::string cell; std::getline(in, cell, '\t');) cells.push_back(cell);
  return cells;
}

/// Columns es, en, fr, acr_es, acr_en, acr_fr, seed_count, …
std::vector<Counted> read_counts(const std::filesystem::path& path) {
  std::vector<Counted> out;
  std::ifstream in(path);
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    const auto cells = cells_of(line);
    if (cells.size() < 7) continue;
    Counted counted;
    counted.entry.id = cells[0];
    counted.entry.terms.push_back(tests::term_of("es", cells[0]));
    if (!cells[3].empty() && cells[3] != cells[0]) {
      counted.entry.terms.push_back(tests::term_of("es", cells[3]));
      counted.entry.terms.back().acronym = true;
    }
    counted.expected = std::stoi(cells[6]);
    out.push_back(std::move(counted));
  }
  return out;
}

}  // namespace

TEST_CASE("the terms of a report are found as often as a reader finds them", "[report]") {
  const char* shared = std::getenv("TRUJAMAN_SHARED");
  const std::filesystem::path folder =
      std::filesystem::path(shared == nullptr ? "" : shared) / "data" / "seed";
  if (shared == nullptr || !std::filesystem::exists(folder / "seed_terms.tsv")) {
    WARN("skipped: no data/seed/seed_terms.tsv in $TRUJAMAN_SHARED");
    return;
  }
  std::vector<Counted> counts = read_counts(folder / "seed_terms.tsv");
  // The report has this term in English only ("The UN Migration Agency"); the data counts that
  // line.
  std::erase_if(counts, [](const Counted& c) { return c.entry.id.starts_with("El organismo de"); });
  std::vector<ConceptEntry> concepts;
  for (const Counted& counted : counts) concepts.push_back(counted.entry);
  const Glossary glossary(std::move(concepts));

  const LanguageTag spanish("es");
  std::vector<int> found(counts.size());
  for (const Block& block : read_document(folder / "informe-es.txt", spanish).blocks) {
    for (const TermHit& hit : glossary.recognize(block.text, spanish, {.nested = true})) {
      if (hit.term_index == 0) ++found[hit.concept_index];
    }
  }

  int right = 0;
  int all_found = 0;
  int all_expected = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    right += std::min(found[i], counts[i].expected);
    all_found += found[i];
    all_expected += counts[i].expected;
    if (found[i] != counts[i].expected) {
      WARN(counts[i].entry.id << ": found " << found[i] << ", counted " << counts[i].expected);
    }
  }
  CHECK(counts.size() == 172);
  CHECK(right >= 0.98 * all_expected);  // recall
  CHECK(right >= 0.98 * all_found);     // precision
}

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "documents.hpp"
#include "review/rows.hpp"

using namespace trujaman;
using review::make_rows;
using review::Row;

namespace {

/// A translation of as many segments as its beads say.
struct Translation {
  explicit Translation(std::vector<Bead> beads) : alignment{std::move(beads), 0.0} {
    const std::size_t size = alignment.beads.empty() ? 0 : alignment.beads.back().target.end;
    text = document("t", "en", std::vector<std::string>(size, "x"));
  }
  Alignment alignment;
  SegmentedDocument text;
};

/// "0-2: 0-1 0-2 | …": pivot, then each translation's segments; "." where it takes no part.
std::string rows(std::size_t pivot, const std::vector<Translation>& translations) {
  std::vector<DocumentAlignment> targets;
  for (const Translation& t : translations) targets.push_back({&t.text, &t.alignment});
  const auto range = [](const SegmentRange& r) {
    return std::to_string(r.begin) + "-" + std::to_string(r.end);
  };
  std::string out;
  for (const Row& row : make_rows(pivot, targets)) {
    if (!out.empty()) out += " | ";
    out += range(row.pivot) + ":";
    for (const review::RowCell& cell : row.cells) {
      out += ' ' + (cell.takes_part ? range(cell.target) : std::string("."));
    }
  }
  return out;
}

}  // namespace

TEST_CASE("with one translation, a bead is a row", "[review]") {
  const std::vector<Translation> t{Translation(
      {{{0, 1}, {0, 1}, 0.9}, {{1, 3}, {1, 2}, 0.8}, {{3, 4}, {2, 2}, 1}, {{4, 4}, {2, 3}, 1}})};
  CHECK(rows(4, t) == "0-1: 0-1 | 1-3: 1-2 | 3-4: 2-2 | 4-4: 2-3");
}

TEST_CASE("beads of two translations that share segments are one row", "[review]") {
  const std::vector<Translation> t{
      Translation({{{0, 2}, {0, 1}, 0.9}, {{2, 3}, {1, 2}, 0.8}, {{3, 4}, {2, 3}, 0.7}}),
      Translation({{{0, 1}, {0, 1}, 0.9},
                   {{1, 3}, {1, 2}, 0.6},
                   {{3, 3}, {2, 3}, 1.0},
                   {{3, 4}, {3, 4}, 0.5}})};
  CHECK(rows(4, t) == "0-3: 0-2 0-2 | 3-3: . 2-3 | 3-4: 2-3 3-4");
  std::vector<DocumentAlignment> targets;
  for (const Translation& one : t) targets.push_back({&one.text, &one.alignment});
  const auto made = make_rows(4, targets);
  CHECK(made[0].confidence() == 0.6);
  CHECK(made[0].cells[0].confidence == 0.8);
  CHECK_FALSE(made[0].has_gap());
  CHECK(made[1].has_gap());
}

TEST_CASE("text that a translation adds inside a row is part of it", "[review]") {
  const std::vector<Translation> t{
      Translation({{{0, 2}, {0, 2}, 0.9}}),
      Translation({{{0, 1}, {0, 1}, 0.9}, {{1, 1}, {1, 2}, 0.9}, {{1, 2}, {2, 3}, 0.9}})};
  CHECK(rows(2, t) == "0-2: 0-2 0-3");
}

TEST_CASE("documents may be empty, alignments must be theirs", "[review]") {
  CHECK(rows(0, {Translation({})}).empty());
  CHECK(rows(0, {Translation({{{0, 0}, {0, 1}, 1.0}})}) == "0-0: 0-1");
  CHECK_THROWS_AS(rows(2, {Translation({{{0, 1}, {0, 1}, 1.0}})}), Error);
  CHECK_THROWS_AS(rows(2, {Translation({{{1, 2}, {0, 1}, 1.0}, {{0, 1}, {1, 2}, 1.0}})}), Error);
}

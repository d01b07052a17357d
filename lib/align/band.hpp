/// @file
/// Which cells of the lattice are looked at.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <trujaman/aligner.hpp>

#include "align/lexicon.hpp"
#include "align/side.hpp"

namespace trujaman::align {

/// For each number i of source segments consumed (0 … n), the half-open range of numbers j of
/// target segments consumed that are considered. Ranges of neighbouring rows overlap, or touch at
/// an anchor; both their ends never decrease, (0, 0) and (n, m) are inside.
struct Band {
  struct Row {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t offset = 0;  ///< Nodes in the rows before.
  };
  std::vector<Row> rows;
  /// Pairs that must stand in one bead: up to row i of a pair (i, j) there is no node beyond column
  /// j, below it none before column j + 1, so that only a bead over both leads from one to the
  /// other.
  std::vector<AnchorPair> anchors;
  /// By node: bit k is set where beads of type k that end there are looked at. Empty: all are.
  std::vector<std::uint16_t> beads;

  [[nodiscard]] bool looks_at(std::size_t node, std::size_t type) const noexcept {
    return beads.empty() || (beads[node] >> type & 1U) != 0;
  }
  [[nodiscard]] bool contains(std::size_t i, std::size_t j) const noexcept {
    return i < rows.size() && j >= rows[i].begin && j < rows[i].end;
  }
  [[nodiscard]] std::size_t node(std::size_t i, std::size_t j) const noexcept {
    return rows[i].offset + j - rows[i].begin;
  }
  [[nodiscard]] std::size_t nodes() const noexcept {
    return rows.empty() ? 0 : rows.back().offset + rows.back().end - rows.back().begin;
  }
};

/// Repairs raw row ranges to what Band promises, for @p target_segments segments.
[[nodiscard]] Band make_band(std::vector<Band::Row> rows, std::size_t target_segments,
                             std::vector<AnchorPair> anchors = {});

/// Everything, for small documents; for large ones a band round the heaviest chain of anchors.
/// @p anchors increase on both sides.
[[nodiscard]] Band first_band(const Side& source, const Side& target, const Lexicon& lexicon,
                              std::span<const AnchorPair> anchors);

}  // namespace trujaman::align

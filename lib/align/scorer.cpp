#include "align/scorer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "align/lattice.hpp"

namespace trujaman::inline v0 {
BeadScorer::~BeadScorer() = default;
FunctionScorer::~FunctionScorer() = default;

double FunctionScorer::score(SegmentRange source, SegmentRange target) const {
  return function_(source.begin, source.end, target.begin, target.end, data_);
}
}  // namespace trujaman::inline v0

namespace trujaman::align {
namespace {

/// Beyond any evidence that a text can give, and so little that a million beads of it still add up
/// exactly to far below a nat.
constexpr double kMostNats = 1000.0;

/// The anchors that @p bead holds.
std::span<const AnchorPair> held_anchors(const Bead& bead, std::span<const AnchorPair> anchors) {
  const auto begin = std::ranges::lower_bound(anchors, bead.source.begin, {}, &AnchorPair::source);
  const auto end = std::ranges::lower_bound(anchors, bead.source.end, {}, &AnchorPair::source);
  return {begin, end};
}

}  // namespace

double bounded_score(const BeadScorer& scorer, SegmentRange source, SegmentRange target) {
  const double nats = scorer.score(source, target);
  return std::isnan(nats) ? 0.0 : std::clamp(nats, -kMostNats, kMostNats);
}

void split_forbidden(std::vector<Bead>& beads, const BeadScorer& scorer,
                     std::span<const AnchorPair> anchors, const Lattice& lattice) {
  constexpr double kForbidden = -std::numeric_limits<double>::infinity();
  std::vector<Bead> out;
  out.reserve(beads.size());
  for (const Bead& bead : beads) {
    if (bead.is_null() || scorer.score(bead.source, bead.target) != kForbidden) {
      out.push_back(bead);
      continue;
    }
    std::size_t i = bead.source.begin;
    std::size_t j = bead.target.begin;
    const auto append_nulls = [&](std::size_t source_end, std::size_t target_end) {
      for (; i < source_end; ++i) out.push_back({{i, i + 1}, {j, j}, lattice.null_source(i)});
      for (; j < target_end; ++j) out.push_back({{i, i}, {j, j + 1}, lattice.null_target(j)});
    };
    for (const AnchorPair& anchor : held_anchors(bead, anchors)) {
      append_nulls(anchor.source, anchor.target);
      out.push_back({{i, i + 1}, {j, j + 1}, bead.confidence});
      ++i, ++j;
    }
    append_nulls(bead.source.end, bead.target.end);
  }
  beads = std::move(out);
}

}  // namespace trujaman::align

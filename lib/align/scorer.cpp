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

bool holds_anchor(const Bead& bead, std::span<const AnchorPair> anchors) {
  const auto next = std::ranges::lower_bound(anchors, bead.source.begin, {}, &AnchorPair::source);
  return next != anchors.end() && next->source < bead.source.end;
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
    if (bead.is_null() || holds_anchor(bead, anchors) ||
        scorer.score(bead.source, bead.target) != kForbidden) {
      out.push_back(bead);
      continue;
    }
    const std::size_t before = bead.target.begin;
    for (std::size_t i = bead.source.begin; i < bead.source.end; ++i) {
      out.push_back({{i, i + 1}, {before, before}, lattice.null_source(i)});
    }
    const std::size_t after = bead.source.end;
    for (std::size_t j = bead.target.begin; j < bead.target.end; ++j) {
      out.push_back({{after, after}, {j, j + 1}, lattice.null_target(j)});
    }
  }
  beads = std::move(out);
}

}  // namespace trujaman::align

/// @file
/// What a caller's own scorer may say, and what it must not bring about.
#pragma once

#include <span>
#include <vector>

#include <trujaman/aligner.hpp>

namespace trujaman::align {

class Lattice;

/// What @p scorer says of a bead, as BeadScorer::score promises to take it. −∞ is bounded like the
/// rest: inside a band there is not always a way round a bead, and one must be found.
[[nodiscard]] double bounded_score(const BeadScorer& scorer, SegmentRange source,
                                   SegmentRange target);

/// Replaces the beads that @p scorer forbids by null beads, with the posteriors that @p lattice has
/// for them, but for @p anchors, which stay together whatever it says.
void split_forbidden(std::vector<Bead>& beads, const BeadScorer& scorer,
                     std::span<const AnchorPair> anchors, const Lattice& lattice);

}  // namespace trujaman::align

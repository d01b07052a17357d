/// @file
/// Learning a lexicon from aligned beads.
#pragma once

#include <span>
#include <vector>

#include <trujaman/aligner.hpp>

#include "align/lexicon.hpp"
#include "align/side.hpp"

namespace trujaman::align {

/// What each segment has taught the lexicon, so that it can be left out when the segment is judged.
class Teaching {
 public:
  Teaching() = default;  ///< Nothing taught.
  Teaching(std::size_t source_segments, std::size_t target_segments);

  void add(const Bead& bead, std::vector<Contribution> sorted);

  /// Contributions of the bead that the segment stood in, sorted by source, then target.
  [[nodiscard]] std::span<const Contribution> of_source(std::size_t segment) const noexcept;
  [[nodiscard]] std::span<const Contribution> of_target(std::size_t segment) const noexcept;
  /// The bead's segments on the segment's own side; empty when it taught nothing.
  [[nodiscard]] SegmentRange source_range(std::size_t segment) const noexcept;
  [[nodiscard]] SegmentRange target_range(std::size_t segment) const noexcept;

 private:
  static constexpr std::uint32_t kNone = UINT32_MAX;
  struct Lesson {
    Bead bead;
    std::vector<Contribution> contributions;
  };
  std::vector<Lesson> lessons_;
  std::vector<std::uint32_t> by_source_;
  std::vector<std::uint32_t> by_target_;
};

/// Learns from @p beads by expectation maximisation of IBM model 1 in both directions at once, each
/// direction's links weighted by the other's (Brown et al. 1993; Liang, Taskar & Klein 2006), with
/// the lexicon's priors as pseudo-counts, and sets its counts. Null beads are passed over.
/// O(sum of source words · target words over the beads) a round.
Teaching learn(const Side& source, const Side& target, std::span<const Bead> beads,
               Lexicon& lexicon);

}  // namespace trujaman::align

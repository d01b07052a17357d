/// @file
/// All alignments inside a band at once: their scores, posteriors, and the best of them.
#pragma once

#include <algorithm>
#include <array>
#include <functional>
#include <vector>

#include <trujaman/aligner.hpp>

#include "align/band.hpp"
#include "align/evidence.hpp"
#include "align/scorer.hpp"

namespace trujaman::align {

/// The score of every bead in a band, in nats.
struct EdgeScores {
  std::size_t types = kBeadTypes.size();  ///< The first so many bead types were looked at.
  std::vector<float> beads;  ///< By node at which it ends and type; −inf where there is none.
  std::vector<double> null_source;  ///< By segment, without what opening or extending a run costs.
  std::vector<double> null_target;
  double open = 0.0;
  double extend = 0.0;
};

/// Calls @p visit(i, j, type) for each bead of the band of the first @p types types, by the node
/// (i, j) at which it ends and its number in kBeadTypes, when @p evidence is ready for it;
/// @p row_done(i) after each source segment.
template <typename Visit, typename RowDone>
void visit_beads(const Band& band, Evidence& evidence, std::size_t types, Visit visit,
                 RowDone row_done) {
  const std::size_t n = evidence.source_segments();
  const std::size_t m = evidence.target_segments();
  for (std::size_t i = 1; i <= n; ++i) {
    // Columns that beads over this segment may cover, whichever row they begin or end in.
    const std::size_t last = band.rows[std::min(i - 1 + kMaxBead, n)].end;
    const std::size_t first = band.rows[i < kMaxBead ? 0 : i - kMaxBead].begin;
    evidence.begin_row(i - 1, first, std::min(last, m));
    const Band::Row& row = band.rows[i];
    for (std::size_t j = std::max<std::size_t>(1, row.begin); j < row.end; ++j) {
      for (std::size_t k = 0; k < types; ++k) {
        const BeadType type = kBeadTypes[k];
        if (!band.looks_at(band.node(i, j), k) || type.source > i || type.target > j) continue;
        if (band.contains(i - type.source, j - type.target)) visit(i, j, k);
      }
    }
    row_done(i);
  }
}

/// Scores the beads in the band, of the first @p types types; @p scorer, which may be null, has its
/// say, too. @p row_done is called after each source segment.
[[nodiscard]] EdgeScores score_edges(const Band& band, Evidence& evidence,
                                     const FeatureVector& weights,
                                     const std::function<void(std::size_t)>& row_done = {},
                                     const BeadScorer* scorer = nullptr,
                                     std::size_t types = kBeadTypes.size());

/// A path through the lattice is an alignment: it goes from node (0, 0) to node (n, m) by beads. A
/// node (i, j) has i source and j target segments behind it, and remembers whether the last step
/// was a bead with text on both sides or part of a run of null beads, because runs are cheaper to
/// go on with than to begin (an affine gap, Gotoh 1982). Within a run source segments come first,
/// so that each alignment has one path.
class Lattice {
 public:
  enum State : std::size_t { kLinked, kSourceRun, kTargetRun, kStates };

  Lattice(Band band, EdgeScores scores);

  /// Sums over all paths forwards and backwards. Everything below needs it.
  void sum_paths();

  /// Posterior probability of a bead that ends at node (i, j).
  [[nodiscard]] double posterior(std::size_t i, std::size_t j, std::size_t type) const;
  /// Posterior probability that source segment i (target segment j) has no counterpart.
  [[nodiscard]] double null_source(std::size_t i) const { return null_source_[i]; }
  [[nodiscard]] double null_target(std::size_t j) const { return null_target_[j]; }

  /// Expected number of runs of null beads.
  [[nodiscard]] double null_runs() const noexcept { return null_runs_; }

  /// The alignment with the highest expected number of right beads, each bead costing @p cost: its
  /// beads' confidences are their posteriors.
  [[nodiscard]] std::vector<Bead> decode(double cost) const;
  /// Nodes through which paths go with a probability above @p least, with @p margin more on either
  /// side of each row, and the beads as likely as that; types that were not looked at stay.
  [[nodiscard]] Band narrowed(double least, std::size_t margin) const;

  [[nodiscard]] const Band& band() const noexcept { return band_; }
  [[nodiscard]] double log_sum() const noexcept { return log_sum_; }

 private:
  using States = std::array<double, kStates>;

  [[nodiscard]] bool has_bead(std::size_t node, std::size_t type) const noexcept;
  double null_step(State from, State to, double base) const noexcept;
  void sum_forward();
  void sum_backward();
  void sum_nulls();

  Band band_;
  std::size_t n_;
  std::size_t m_;
  EdgeScores scores_;
  std::vector<States> forward_;   ///< Log of the sum over paths from (0, 0).
  std::vector<double> reached_;   ///< The same over all states.
  std::vector<States> backward_;  ///< Log of the sum over paths to (n, m).
  std::vector<double> null_source_;
  std::vector<double> null_target_;
  double null_runs_ = 0.0;
  double log_sum_ = 0.0;
};

/// Weighted sum of the features.
[[nodiscard]] double dot(const FeatureVector& a, const FeatureVector& b) noexcept;

}  // namespace trujaman::align

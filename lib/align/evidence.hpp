/// @file
/// What a bead's words, numbers, lengths and marks say about it: the features of the model.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "align/bead_type.hpp"
#include "align/side.hpp"
#include "align/word_evidence.hpp"

namespace trujaman::align {

/// Each is a number that grows with how much speaks for a bead (log-likelihood ratios) or counts
/// something; the model's score is their weighted sum, in nats.
enum class Feature : std::uint8_t {
  Words,         ///< Log-likelihood ratio of the words, both directions.
  WordsRoot,     ///< The same over the root of the number of words: evidence is not independent.
  NumberMatch,   ///< Information of the numbers and known phrases found on both sides.
  NumberOrphan,  ///< Numbers found on one side only.
  SymbolMatch,   ///< The same for brackets, quotes, percent signs, …
  SymbolOrphan,
  Length,      ///< Log-likelihood ratio of the lengths.
  LengthOff,   ///< How far the lengths are apart, in standard deviations.
  Start,       ///< Log-likelihood ratio of how the two sides begin.
  End,         ///< … and end.
  WeakJoin,    ///< Joined segments of which the first does not end a sentence.
  StrongJoin,  ///< Joined segments of which the first does.
  Type11,
  Type12,
  Type22,
  Type13,
  Type23,
  Type14,
  NullOpen,      ///< First segment of a run without counterpart.
  NullExtend,    ///< Every further one.
  NullShort,     ///< Segment without counterpart and of at most two words.
  NullRepeated,  ///< … that stands in the document several times (running headers).
  NullHabit,     ///< How much this translation omits or adds, for each null bead.
  JoinHabit,     ///< How much it joins and splits, for each bead that does.
};
inline constexpr std::size_t kFeatureCount = 24;
using FeatureVector = std::array<double, kFeatureCount>;

inline double& at(FeatureVector& v, Feature f) {
  return v[static_cast<std::size_t>(f)];
}

/// What kind of translation this is. Zero is what is usual.
struct Habits {
  double log_ratio = 0.0;  ///< Expected log(target length ÷ source length).
  double null = 0.0;       ///< Log of how much oftener than usual segments have no counterpart.
  double join = 0.0;       ///< Log of how much oftener than usual segments are joined or split.
};

/// Computes features of beads.
class Evidence {
 public:
  /// All but the habits are borrowed.
  Evidence(const Side& source, const Side& target, const Lexicon& lexicon, const Teaching& teaching,
           const Habits& habits);

  [[nodiscard]] std::size_t source_segments() const noexcept { return source_->size(); }
  [[nodiscard]] std::size_t target_segments() const noexcept { return target_->size(); }

  /// Turns to the beads that end at source segment @p i and cover target segments of [begin, end)
  /// only. To be called for each segment in order.
  void begin_row(std::size_t i, std::size_t begin, std::size_t end) {
    words_.begin_row(i, begin, end);
  }

  /// Features of the bead of @p type whose last segments are @p i, that of the last begin_row, and
  /// @p j.
  [[nodiscard]] FeatureVector bead(std::size_t i, std::size_t j, BeadType type);
  /// Features of a segment without counterpart, but for NullOpen and NullExtend.
  [[nodiscard]] FeatureVector null_source(std::size_t i) const;
  [[nodiscard]] FeatureVector null_target(std::size_t j) const;

 private:
  [[nodiscard]] FeatureVector null_features(const SegmentView& segment) const;
  void word_features(std::size_t i, std::size_t j, BeadType type, FeatureVector& f);
  /// What is found on both sides of a bead, and on one only.
  struct Shared {
    double information = 0.0;
    double orphans = 0.0;
  };
  [[nodiscard]] Shared shared(std::size_t i, std::size_t j, BeadType type,
                              std::vector<TypeId> SegmentView::*member);
  void length_features(std::size_t i, std::size_t j, BeadType type, FeatureVector& f) const;
  void edge_features(std::size_t i, std::size_t j, BeadType type, FeatureVector& f) const;

  const Side* source_;
  const Side* target_;
  Habits habits_;
  WordEvidence words_;
  std::vector<double> shared_information_;  ///< By shared type: −log of its share of segments.
  std::array<double, kEdgeCount> same_start_{};  ///< What it says that both sides begin so.
  std::array<double, kEdgeCount> same_end_{};
  std::vector<TypeId> source_shared_;  ///< Room for shared().
  std::vector<TypeId> target_shared_;
};

}  // namespace trujaman::align

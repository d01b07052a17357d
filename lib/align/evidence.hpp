/// @file
/// What a bead's words, numbers, lengths and marks say about it: the features of the model.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "align/learn.hpp"
#include "align/lexicon.hpp"
#include "align/side.hpp"

namespace trujaman::align {

/// Segments on each side of a bead type.
struct BeadType {
  std::uint8_t source;
  std::uint8_t target;
};
/// Every bead type with text on both sides.
inline constexpr std::array<BeadType, 10> kBeadTypes{
    {{1, 1}, {1, 2}, {2, 1}, {2, 2}, {1, 3}, {3, 1}, {2, 3}, {3, 2}, {1, 4}, {4, 1}}};
inline constexpr std::size_t kMaxBead = 4;

/// Each is a number that grows with how much speaks for a bead (log-likelihood ratios) or counts
/// something; the model's score is their weighted sum, in nats.
enum class Feature : std::uint8_t {
  Words,         ///< Log-likelihood ratio of the words, both directions.
  WordsRoot,     ///< The same over the root of the number of words: evidence is not independent.
  NumberMatch,   ///< Information of the numbers found on both sides.
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

/// Computes features of beads. Rows of the lattice must be asked for in order: prepare(i) for each
/// source segment before beads that end at it.
class Evidence {
 public:
  /// All but the habits are borrowed.
  Evidence(const Side& source, const Side& target, const Lexicon& lexicon, const Teaching& teaching,
           const Habits& habits);

  [[nodiscard]] std::size_t source_segments() const noexcept { return source_->size(); }
  [[nodiscard]] std::size_t target_segments() const noexcept { return target_->size(); }

  /// Compares source segment @p i with the target segments [begin, end).
  void prepare(std::size_t i, std::size_t begin, std::size_t end);

  /// Features of the bead of @p type whose last segments are @p i and @p j. Its cells must have
  /// been prepared.
  [[nodiscard]] FeatureVector bead(std::size_t i, std::size_t j, BeadType type);
  /// Features of a segment without counterpart, but for NullOpen and NullExtend.
  [[nodiscard]] FeatureVector null_source(std::size_t i) const;
  [[nodiscard]] FeatureVector null_target(std::size_t j) const;

 private:
  struct Gain {
    std::uint32_t position;  ///< Of the word that is explained, in its segment.
    float gain;              ///< Its probability given the other segment's words over by chance.
  };
  struct Cell {
    std::vector<Gain> forward;   ///< Target words explained by the source segment.
    std::vector<Gain> backward;  ///< Source words explained by the target segment.
  };
  struct Row {
    std::size_t begin = 0;
    std::vector<Cell> cells;
  };
  struct Partner {
    std::uint32_t position;  ///< In the source segment of the row.
    TypeId source;
    const Link* link;
    double forward;  ///< Translation probability, own occurrences left out.
  };

  const Cell& cell(std::size_t i, std::size_t j) const;
  void compare(std::size_t i, std::size_t j, Cell& cell);
  [[nodiscard]] FeatureVector null_features(const SegmentView& segment) const;
  double word_ratio(std::size_t i, std::size_t j, BeadType type);
  /// Adds the gains of one cell to sum_.
  void gather(const std::vector<Gain>& gains);
  /// Log-likelihood ratio of @p words words, gathered gains and all, given the @p explaining_words
  /// of the other side, @p chance of which are left to chance. Clears what was gathered.
  double explained(std::size_t words, double chance, double explaining_words);
  void shared_features(std::size_t i, std::size_t j, BeadType type,
                       std::vector<TypeId> SegmentView::*member, Feature match, Feature orphan,
                       FeatureVector& f);
  void length_features(std::size_t i, std::size_t j, BeadType type, FeatureVector& f) const;
  void edge_features(std::size_t i, std::size_t j, BeadType type, FeatureVector& f) const;

  const Side* source_;
  const Side* target_;
  const Lexicon* lexicon_;
  const Teaching* teaching_;
  Habits habits_;
  std::vector<double> chance_source_;  ///< By segment: words that the lexicon leaves to chance.
  std::vector<double> chance_target_;
  std::vector<double> shared_information_;  ///< By shared type: −log of its share of segments.
  std::array<Row, kMaxBead> rows_;
  std::vector<std::uint32_t> partner_begin_;  ///< By target type, into partners_ (while stamped).
  std::vector<std::uint32_t> partner_stamp_;
  std::vector<std::uint32_t> wanted_stamp_;  ///< By target type: stands in the row's segments.
  std::uint32_t stamp_ = 0;
  std::vector<std::pair<TypeId, Partner>> partners_;
  std::vector<double> sum_;  ///< Gains by position; zero but where touched_ says.
  std::vector<std::uint32_t> touched_;
  std::vector<TypeId> source_shared_;  ///< Room for shared_features.
  std::vector<TypeId> target_shared_;
};

}  // namespace trujaman::align

/// @file
/// What is believed about which word translates which: prior knowledge, and what the documents
/// taught.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "align/side.hpp"

namespace trujaman::align {

/// A source and a target word type that may be translations of each other.
struct Link {
  TypeId target = 0;
  float forward = 0.0F;     ///< Prior probability that the source word is rendered by the target's.
  float backward = 0.0F;    ///< The same from target to source.
  float count = 0.0F;       ///< Expected number of times the two were seen linked.
  float next_count = 0.0F;  ///< The same, while the next round of learning adds it up.
};

/// What one aligned bead contributed to a link's count.
struct Contribution {
  TypeId source = 0;
  TypeId target = 0;
  float count = 0.0F;
};

/// Translation probabilities of word types, sub-stochastic: what a word's links do not account for
/// is left to chance, so that a word of which nothing is known neither speaks for a bead nor
/// against it.
class Lexicon {
 public:
  Lexicon(std::size_t source_types, std::size_t target_types);

  /// Adds prior knowledge: the two words are translations with probability @p strength.
  void add_prior(TypeId source, TypeId target, double strength);
  /// Adds that @p source has a known translation that stands nowhere in the other document, as if
  /// it were linked to nothing with probability @p strength. Counts where it has no other.
  void add_absent_target(TypeId source, double strength);
  void add_absent_source(TypeId target, double strength);
  /// Sorts the links and turns strengths into probabilities. Call once, after the last add_prior.
  void finish_priors();

  [[nodiscard]] std::span<const Link> links(TypeId source) const { return rows_[source]; }

  [[nodiscard]] std::span<Link> links(TypeId source) { return rows_[source]; }

  // For learn.hpp.
  /// How often each word type stands in the beads that are learned from.
  void set_seen(std::vector<float> source, std::vector<float> target);
  /// Forgets what was counted for @p source and takes @p sorted counts by target instead, making
  /// links where there are none. Once all words have theirs, settle().
  void replace_counts(TypeId source, std::span<const std::pair<TypeId, float>> sorted);
  /// Takes what has been added to the links' next_count instead of what was counted before.
  void take_next_counts();
  /// Drops links of which nothing is known any more and adds up the rest.
  void settle();

  /// Probability that the source word of @p link is rendered by its target, leaving out
  /// @p own_count links and @p own_seen occurrences of the source word (those of the segment that
  /// is judged: what a bead taught must not count as evidence for it).
  [[nodiscard]] double forward(TypeId source, const Link& link, double own_count,
                               double own_seen) const noexcept;
  [[nodiscard]] double backward(const Link& link, double own_count, double own_seen) const noexcept;
  /// Sum of forward() over a source word's links, of backward() over a target word's.
  [[nodiscard]] double forward_mass(TypeId source, double own_count,
                                    double own_seen) const noexcept;
  [[nodiscard]] double backward_mass(TypeId target, double own_count,
                                     double own_seen) const noexcept;

 private:
  struct Totals {
    float prior = 0.0F;   ///< Sum of the prior probabilities of its links.
    float absent = 0.0F;  ///< … or of what it should be linked to, where it has none.
    float count = 0.0F;   ///< Sum of their counts.
    float seen = 0.0F;    ///< Occurrences in the beads that were learned from.
  };
  [[nodiscard]] bool worth_keeping(TypeId source, const Link& link) const noexcept;
  static double estimate(float count, double own_count, float prior, const Totals& word,
                         double own_seen) noexcept;

  std::vector<std::vector<Link>> rows_;
  std::vector<Totals> source_;
  std::vector<Totals> target_;
};

}  // namespace trujaman::align

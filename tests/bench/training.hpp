/// @file
/// Fitting the aligner's weights, and aligning with other weights than the library's.
#pragma once

#include <array>
#include <vector>

#include "align/pipeline.hpp"
#include "gold.hpp"
#include "loosen.hpp"

namespace bench {

/// A model that may lack parts of the whole one.
struct Model {
  std::array<bool, trujaman::align::kFeatureCount>
      left_out{};         ///< Features that are not looked at.
  bool word_list = true;  ///< Knows the shipped words.
  bool cognates = true;   ///< Knows words by their spelling.
  bool learned_rounds = true;
  bool leave_one_out = true;  ///< Judges a segment without what it taught.
  bool affine_nulls = true;   ///< Else each null bead of a run costs the same.
  bool habits = true;         ///< Measures length ratio, omissions and joins on the draft.

  Model& without(std::initializer_list<trujaman::align::Feature> features) {
    for (const auto f : features) left_out[static_cast<std::size_t>(f)] = true;
    return *this;
  }
};

struct Weights {
  trujaman::align::FeatureVector first{};   ///< Of the first round.
  trujaman::align::FeatureVector second{};  ///< Of the learned ones.
};

struct Fitting {
  int rounds = 100;  ///< Most steps for each round of aligning.
  /// How strongly weights are pulled towards zero: the inverse variance of a normal prior.
  double pull = 3.0;
  /// Weight of documents of a human gold standard. There is one, a free translation, and what is
  /// fitted to one half of it serves the other half less well than what never saw any of it
  /// ("ablate_aligner --halves"); so it is kept for judging what free translations get.
  double human = 0.0;
  double loose = 0.3;  ///< Weight of the other documents made to look freer.
  Looseness looseness;
};

/// Fits the weights of @p model on @p docs, beginning with @p start. What is fitted is convex: the
/// start matters little once it converges.
[[nodiscard]] Weights train(const std::vector<GoldDocument>& docs, const Model& model,
                            Weights start, const Fitting& how);

/// The beads of @p doc by @p model with @p weights; with the whole model and the library's weights
/// they are Aligner's.
[[nodiscard]] std::vector<trujaman::Bead> align(const GoldDocument& doc, const Model& model,
                                                const Weights& weights);

}  // namespace bench

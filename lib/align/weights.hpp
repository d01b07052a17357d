/// @file
/// The constants of the model.
#pragma once

#include "align/evidence.hpp"

namespace trujaman::align {

/// Weights of the features, in the order of Feature, for the first round (prior lexicon only) and
/// the learned ones. Fitted on gold alignments by tests/bench/train_aligner.cpp, which says how;
/// not to be changed by hand.
inline constexpr FeatureVector kFirstWeights{
    0.203, -0.069, 0.084,  -1.433, 0.063,  0.047, 0.384,  -0.572, 0.829, 0.717, 0.517, 0.577,
    2.497, 0.932,  -0.356, -0.138, -0.560, 0.759, -2.967, 0.013,  1.047, 0.936, 0.000, 0.000};
inline constexpr FeatureVector kSecondWeights{
    0.093, 0.234, -0.054, -1.187, 0.055,  0.169, -0.380, -1.732, 0.819, 0.622, 1.293, 1.299,
    3.885, 1.660, -0.315, 0.470,  -0.489, 0.566, -1.880, 0.684,  0.436, 0.826, 0.311, 0.671};

}  // namespace trujaman::align

/// @file
/// The constants of the model.
#pragma once

#include "align/evidence.hpp"

namespace trujaman::align {

/// Weights of the features, in the order of Feature, for the first round (prior lexicon only) and
/// the learned ones. Fitted on gold alignments by tests/bench/train_aligner.cpp, which says how;
/// not to be changed by hand.
inline constexpr FeatureVector kFirstWeights{
    0.222, 0.263, 0.351,  -1.903, 0.199,  -0.322, 0.042,  -1.110, 0.311, 0.736, -0.379, -0.145,
    1.896, 0.938, -0.266, 0.160,  -0.443, -0.236, -2.988, -0.276, 0.738, 0.047, 0.000,  0.000};
inline constexpr FeatureVector kSecondWeights{
    0.125, 0.401, 0.242,  -1.684, 0.187,  -0.168, -0.245, -1.527, 0.360, 0.683, -0.384, -0.119,
    1.718, 0.701, -0.308, 0.102,  -0.358, -0.228, -2.421, -0.293, 0.511, 0.273, 0.042,  0.290};

}  // namespace trujaman::align

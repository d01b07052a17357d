/// @file
/// The constants of the model.
#pragma once

#include "align/evidence.hpp"

namespace trujaman::align {

/// Weights of the features, in the order of Feature, for the first round (prior lexicon only) and
/// the learned ones. Fitted on gold alignments by tests/bench/train_aligner.cpp, which says how;
/// not to be changed by hand.
inline constexpr FeatureVector kFirstWeights{
    0.202, -0.067, 0.084,  -1.433, 0.064,  0.047, 0.371,  -0.593, 0.828, 0.716, 0.122, 0.196,
    2.059, 0.657,  -0.479, -0.258, -0.524, 0.795, -3.197, -0.217, 1.048, 0.935, 0.000, 0.000};
inline constexpr FeatureVector kSecondWeights{
    0.074, 0.234, -0.079, -1.167, 0.044,  0.168, -0.390, -1.641, 0.768, 0.611, 0.698, 0.780,
    3.101, 1.130, -0.473, 0.153,  -0.454, 0.370, -2.072, 0.396,  0.332, 0.766, 0.285, 0.674};

}  // namespace trujaman::align

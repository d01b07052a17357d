/// @file
/// The constants of the model.
#pragma once

#include "align/evidence.hpp"

namespace trujaman::align {

/// Weights of the features, in the order of Feature, for the first round (prior lexicon only) and
/// the learned ones. Fitted on gold alignments by tests/bench/train_aligner.cpp, which says how;
/// not to be changed by hand.
inline constexpr FeatureVector kFirstWeights{
    0.178, 0.086, 0.209,  -0.847, 0.150,  0.080, 0.753,  0.123,  0.627, 0.641, -0.029, -0.106,
    1.149, 0.275, -0.330, -0.154, -0.064, 0.250, -1.912, -0.007, 0.381, 0.080, 0.000,  0.000};
inline constexpr FeatureVector kSecondWeights{
    0.128, 0.250, 0.067,  -0.673, 0.056, 0.153, 0.227,  -0.587, 0.559, 0.569, -0.194, -0.119,
    0.985, 0.075, -0.415, -0.127, 0.002, 0.230, -1.219, 0.236,  0.153, 0.049, -0.063, 0.301};

}  // namespace trujaman::align

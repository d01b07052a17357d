/// @file
/// The constants of the model.
#pragma once

#include "align/evidence.hpp"

namespace trujaman::align {

/// Weights of the features, in the order of Feature, for the first round (prior lexicon only) and
/// the second (learned lexicon).
inline constexpr FeatureVector kFirstWeights{
    0.240, -0.177, 0.111,  -1.511, 0.060,  -0.005, 0.375,  -0.661, 0.862, 0.750, -0.130, -0.027,
    1.857, 0.488,  -0.753, -0.450, -0.787, 0.768,  -3.511, -0.343, 1.069, 0.848, 0.000,  0.000};
inline constexpr FeatureVector kSecondWeights{
    0.076, 0.217, -0.082, -1.196, 0.058,  0.157, -0.384, -1.667, 0.763, 0.621, 0.262, 0.341,
    2.578, 0.725, -0.802, -0.132, -0.659, 0.386, -2.404, 0.139,  0.338, 0.815, 0.249, 0.664};

}  // namespace trujaman::align

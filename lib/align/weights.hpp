/// @file
/// The constants of the model.
#pragma once

#include "align/evidence.hpp"

namespace trujaman::align {

/// Weights of the features, in the order of Feature, for the first round (prior lexicon only) and
/// the second (learned lexicon).
inline constexpr FeatureVector kFirstWeights{
    0.240,  -0.176, 0.110,  -1.519, 0.058,  -0.006, 0.404,  -0.619, 0.864,  0.750, -0.420,
    -0.311, 0.614,  -1.080, -2.638, -2.288, -2.968, -1.316, -4.116, -0.918, 1.080, 0.824};
inline constexpr FeatureVector kSecondWeights{
    0.071,  0.272, -0.056, -1.199, 0.069,  0.187,  -0.388, -1.770, 0.772,  0.706, -0.619,
    -0.501, 0.439, -1.186, -3.035, -2.251, -3.231, -2.035, -3.362, -0.731, 0.394, 0.895};

}  // namespace trujaman::align

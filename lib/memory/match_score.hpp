/// @file
/// How alike two texts are by the distance of their words.
#pragma once

#include <cstddef>

namespace trujaman::memory {

/// Lowest score that a lookup may ask for.
inline constexpr double kLowestScore = 50.0;

/// The score from which on a lookup reads only half of the index: see Rank.
inline constexpr double kNearScore = 70.0;

/// 100 · (1 − @p distance ÷ @p length), with the length of the longer text; 0–100.
[[nodiscard]] double similarity(std::size_t distance, std::size_t length) noexcept;
/// The greatest distance at which similarity is at least @p score.
[[nodiscard]] std::size_t max_distance(std::size_t length, double score) noexcept;

}  // namespace trujaman::memory

#include "memory/match_score.hpp"

#include <algorithm>

namespace trujaman::memory {

double similarity(std::size_t distance, std::size_t length) noexcept {
  if (length == 0) return 100.0;
  return 100.0 * static_cast<double>(length - distance) / static_cast<double>(length);
}

std::size_t max_distance(std::size_t length, double score) noexcept {
  // An estimate that rounding may have put one off, set right by the definition itself.
  auto distance = static_cast<std::size_t>((100.0 - score) / 100.0 * static_cast<double>(length));
  distance = std::min(distance, length);
  while (distance < length && similarity(distance + 1, length) >= score) ++distance;
  while (distance > 0 && similarity(distance, length) < score) --distance;
  return distance;
}

}  // namespace trujaman::memory

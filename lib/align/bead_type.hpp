/// @file
/// Which beads the aligner knows.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace trujaman::align {

/// Segments on each side of a bead.
struct BeadType {
  std::uint8_t source;
  std::uint8_t target;
};
/// Every bead type with text on both sides; the most frequent ones first.
inline constexpr std::array<BeadType, 15> kBeadTypes{{{1, 1},
                                                      {1, 2},
                                                      {2, 1},
                                                      {2, 2},
                                                      {1, 3},
                                                      {3, 1},
                                                      {2, 3},
                                                      {3, 2},
                                                      {1, 4},
                                                      {4, 1},
                                                      {3, 3},
                                                      {2, 4},
                                                      {4, 2},
                                                      {1, 5},
                                                      {5, 1}}};
inline constexpr std::size_t kMaxBead = 5;

}  // namespace trujaman::align

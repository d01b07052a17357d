/// @file
/// The parts of a page in the order in which people read them.
#pragma once

#include <vector>

#include "read/pdf/page.hpp"

namespace trujaman::read {

/// A column of running text, or a table.
struct Region {
  bool table = false;
  std::vector<Fragment> lines;  ///< Of text: from top to bottom; of a table: in any order.
};

/// Takes a page apart at its gutters: full-width parts from top to bottom, side by side ones from
/// left to right. Every fragment is in one region (two on one line of one column become one).
/// O(n²) for n fragments; beyond 2000 they are one region in the order in which they come.
[[nodiscard]] std::vector<Region> find_regions(std::vector<Fragment> fragments);

/// The cells of a table, row by row; each has its lines from top to bottom.
[[nodiscard]] std::vector<std::vector<Fragment>> table_cells(std::vector<Fragment> fragments);

}  // namespace trujaman::read

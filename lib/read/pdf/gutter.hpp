/// @file
/// White space that runs down a page between columns.
#pragma once

#include <cstddef>
#include <vector>

#include "read/pdf/fragments.hpp"

namespace trujaman::read {

// In heights of type.
constexpr double kGutter = 0.5;   ///< A gutter's least width.
constexpr double kWideBlank = 5;  ///< In one line alone, less white space than this parts nothing.

enum class Side { Left, Right, Across };

/// Where a fragment stands to the gutter that ends at @p edge, the left edge of a column.
[[nodiscard]] Side side_of(const Fragment& f, double edge);

/// Where a run of fragments, sorted from top to bottom, has no one in the gutter.
struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t rows = 0;  ///< Lines on the side that has fewer, where both have some.
};

/// Left edges of columns, from left to right: edges of fragments with another one on their left.
[[nodiscard]] std::vector<double> find_edges(const Fragments& fragments);

/// The run of @p sorted with the most lines beside the gutter that ends at @p edge; one without
/// rows where there is none.
[[nodiscard]] Run find_run(const Fragments& sorted, double edge);

}  // namespace trujaman::read

/// @file
/// Columns that a layout-preserving converter (pdftotext -layout) set side by side.
#pragma once

#include <vector>

#include "read/text/line.hpp"

namespace trujaman::read {

/// Lines in reading order; furniture[i] belongs to lines[i].
struct Columns {
  std::vector<Line> lines;
  std::vector<bool> furniture;
};

/// Takes columns apart: where several lines, one below the other, go through the same gutter of
/// blanks, their left parts come first, then their right ones. Furniture, rules and page starts end
/// such a stretch; tables, whose parts are short, stay as they are. Pages of more than 200 lines
/// are looked at piece by piece. O(bytes · columns of a page).
[[nodiscard]] Columns take_columns_apart(const std::vector<Line>& lines,
                                         const std::vector<bool>& furniture);

}  // namespace trujaman::read

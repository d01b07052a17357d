/// @file
/// Lines of a plain text.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace trujaman::read {

struct Line {
  std::string_view text;    ///< Trimmed of white space.
  std::size_t number = 0;   ///< One-based, as editors count: LF, CR and CR LF only.
  std::size_t offset = 0;   ///< Of its first byte in the input.
  bool page_start = false;  ///< A form feed stands before it.
  std::size_t indent = 0;   ///< Blanks before its text, in code points.
  /// A part of a line with columns side by side in it; its margin is another than the lines'.
  bool in_column = false;
  bool column_start = false;  ///< The first line of a column.

  [[nodiscard]] bool blank() const noexcept { return text.empty(); }
};

/// Lines end at LF, CR, CR LF, U+2028, U+2029 and form feed. O(bytes).
[[nodiscard]] std::vector<Line> split_lines(std::string_view text);

}  // namespace trujaman::read

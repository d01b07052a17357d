/// @file
/// Fragments of a page, and how they stand to each other.
#pragma once

#include <algorithm>
#include <vector>

#include "read/pdf/page.hpp"

namespace trujaman::read {

using Fragments = std::vector<Fragment>;

/// What they cover together; @p fragments must not be empty.
[[nodiscard]] Box box_of(const Fragments& fragments);

/// The middle one of their sizes; @p fragments must not be empty.
[[nodiscard]] double size_of(const Fragments& fragments);

/// Whether they stand side by side, or would if one were moved sideways.
[[nodiscard]] bool on_one_line(const Fragment& a, const Fragment& b) noexcept;

/// By the height of their middles, then from left to right.
void sort_down(Fragments& fragments);

/// Those that share a line become one, sorted from top to bottom.
[[nodiscard]] Fragments merge_lines(Fragments fragments);

/// Widths of the blanks between the words of a line.
[[nodiscard]] std::vector<double> blanks_of(const std::vector<Word>& words);
/// The middle one of a line's blanks, which justifying may have stretched; 0 for fewer than three.
[[nodiscard]] double usual_blank(std::vector<double> blanks);

/// Cuts fragments where two words stand @p blank heights of type or more apart.
[[nodiscard]] Fragments split_at_blanks(Fragments fragments, double blank);

/// White space between the lines of one paragraph, which all of @p lines, one below the other, are
/// part of or more than one of them: that which a quarter of them do not exceed. 0 for one line.
[[nodiscard]] double line_gap(Fragments lines);

/// The rows into which white space across all of @p fragments parts them: more of it than @p gap,
/// that between the lines of a paragraph.
[[nodiscard]] std::vector<Fragments> find_rows(Fragments fragments, double gap);

/// The middle one of value(f) over the fragments, of which there must be one.
template <typename Value>
double middle_of(const Fragments& fragments, Value value) {
  std::vector<double> values;
  for (const Fragment& f : fragments) values.push_back(value(f));
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), at, values.end());
  return *at;
}

}  // namespace trujaman::read

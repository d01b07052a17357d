/// @file
/// From lines to paragraphs: the layout of pages taken off again.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <trujaman/document.hpp>

#include "read/hyphenation.hpp"
#include "read/text/line.hpp"

namespace trujaman::read {

/// A paragraph under construction.
struct Paragraph {
  std::string text;
  std::string marker;  ///< List marker or number, blanks trimmed; or empty.
  std::size_t line = 0;
  std::size_t offset = 0;
  std::size_t lines = 1;  ///< Lines it was made of.
  bool after_rule = false;
  bool after_gap = false;   ///< A blank line, a page start or furniture stands before it.
  bool before_gap = false;  ///< … or the end of the text behind it.
  bool is_note = false;     ///< A footnote; marker is its sign.
  std::vector<Repair> repairs;

  void add_repair(Repair repair);
};

/// Marks running headers and footers and page numbers: out[i] is true where lines[i] is no text.
[[nodiscard]] std::vector<bool> find_furniture(const std::vector<Line>& lines);

/// Groups lines into paragraphs: list markers, rules and blank lines begin new ones; hard-wrapped
/// lines are joined where the text is set to a margin. O(bytes).
[[nodiscard]] std::vector<Paragraph> group_lines(const std::vector<Line>& lines,
                                                 const std::vector<bool>& furniture,
                                                 const Hyphenation& hyphenation);

/// Joins what a page or column break cut in two: the first part cannot end where it does, and the
/// second goes on in lower case or the first's last word asks for more. Footnotes that stand
/// between the two come behind them.
[[nodiscard]] std::vector<Paragraph> join_page_breaks(std::vector<Paragraph> paragraphs,
                                                      const Hyphenation& hyphenation);

}  // namespace trujaman::read

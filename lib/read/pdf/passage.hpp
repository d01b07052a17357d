/// @file
/// Lines of a column → paragraphs.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include <trujaman/document.hpp>

#include "read/hyphenation.hpp"
#include "read/pdf/columns.hpp"
#include "read/pdf/fragments.hpp"
#include "read/pdf/line_text.hpp"

namespace trujaman::read {

/// A paragraph, heading, item, cell, caption or note under construction. Measures are in points.
struct Passage {
  LineText content;
  std::string marker;  ///< List marker or number, or a note's sign; or empty.
  BlockKind kind = BlockKind::Paragraph;
  int level = 0;
  std::size_t page = 0;   ///< One-based, where it begins.
  std::size_t lines = 1;  ///< Of which it was made.
  double size = 0;        ///< Of its type.
  double left = 0;        ///< Edge of its first line.
  double first_word = 0;  ///< Width of its first word.
  double room = 0;        ///< Blank space behind its last line, up to the column's edge.
  bool indented = false;  ///< Its first line is, against the others.
  bool apart = false;  ///< More white space stands above it than between lines, or a page's edge.
  bool begins_column = false;
  bool ends_column = false;
  std::vector<Repair> repairs;

  void add_repair(Repair repair);
  /// Appends what a line or column break cut off.
  void append(const LineText& more, const Hyphenation& hyphenation, Repair repair);
};

/// What holds in a whole document.
class Layout {
 public:
  /// Measures the regions of all pages.
  void measure(const Region& region);

  /// Size of most of the type.
  [[nodiscard]] double body_size() const;
  /// Distance between two lines of a paragraph set in type of @p size.
  [[nodiscard]] double line_distance(double size) const;

 private:
  /// The most frequent distance between lines of this size; 0 when there are too few.
  [[nodiscard]] double usual_distance(double size) const;

  std::map<long, std::size_t> letters_;                    // size → bytes set in it
  std::map<long, std::map<long, std::size_t>> distances_;  // size → distance → lines
};

/// The paragraphs of a region that is no table, from top to bottom: at white space, changes of
/// type, markers, indents, and lines that end early.
[[nodiscard]] std::vector<Passage> make_passages(const Region& region, std::size_t page,
                                                 const Layout& layout,
                                                 const Hyphenation& hyphenation);

/// One passage of all @p lines.
[[nodiscard]] Passage make_passage(const Fragments& lines, std::size_t page,
                                   const Hyphenation& hyphenation);

}  // namespace trujaman::read

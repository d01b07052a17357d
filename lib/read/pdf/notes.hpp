/// @file
/// Footnotes: small type at a page's or a column's foot.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "read/hyphenation.hpp"
#include "read/pdf/fragments.hpp"
#include "read/pdf/passage.hpp"

namespace trujaman::read {

/// Takes the footnotes of a document out of its pages, one after the other.
class NoteTaker {
 public:
  /// @p body_size is the size of most of the document's type.
  explicit NoteTaker(double body_size) : body_size_(body_size) {}

  /// Begins page @p number: learns the marks that its text has.
  void begin_page(const Fragments& fragments, std::size_t number);
  /// Takes the notes out of a page or a column, sorted from top to bottom: small type at its foot,
  /// from the first line on that begins with a mark of the text or a raised one.
  void take(Fragments& lines);

  /// All that were taken, and the lines of which they are made.
  [[nodiscard]] std::vector<Passage> notes(const Hyphenation& hyphenation) &&;
  [[nodiscard]] std::vector<std::string_view> lines() const;

 private:
  struct Note {
    Passage passage;              // with its first line
    std::vector<LineText> lines;  // the others
    [[nodiscard]] std::string_view last_line() const;
  };

  [[nodiscard]] bool begins_note(const Fragment& line) const;
  void add(const Fragment& line);

  double body_size_;
  std::size_t page_ = 0;
  std::set<std::string> marks_;  // in this page's text
  std::vector<Note> notes_;
};

}  // namespace trujaman::read

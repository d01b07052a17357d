/// @file
/// Pages of a PDF as poppler's pdftotext tells them: words with their places.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace trujaman::read {

/// In points from the page's top left corner; top is above bottom, left before right.
struct Box {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;

  [[nodiscard]] double width() const noexcept { return right - left; }
  [[nodiscard]] double height() const noexcept { return bottom - top; }
  [[nodiscard]] double middle() const noexcept { return (top + bottom) / 2; }
  /// Grows so that @p other lies in it.
  void cover(const Box& other) noexcept;
};

struct Word {
  Box box;  ///< From the font's ascent to its descent: its height stands for the type size.
  std::string text;
};

/// Words on one line of one column, from left to right.
struct Fragment {
  Box box;
  double size = 0;  ///< Height of most of its type, in points.
  std::vector<Word> words;
};

struct Page {
  double width = 0;
  double height = 0;
  std::vector<Fragment> fragments;
};

/// Runs pdftotext over the bytes of a PDF; @p name is for messages. Returns its XHTML, and what it
/// complains of, although it could read on, in @p complaint.
/// @throws Error{Unsupported} when there is no pdftotext or the PDF is encrypted, Error{Malformed}
///         when it is damaged, goes over the limits of time (2 minutes) or of output (256 MiB).
[[nodiscard]] std::string run_pdftotext(std::string_view pdf, const std::string& name,
                                        std::string& complaint);

/// Reads what `pdftotext -bbox-layout` writes. Words without place or letters are left out.
/// @throws Error{Malformed} when it is not such a file.
[[nodiscard]] std::vector<Page> parse_pages(std::string_view xhtml, const std::string& name);

/// The middle one of the words' heights, weighted by their length; 0 when there is none.
[[nodiscard]] double type_size(const std::vector<Word>& words);

}  // namespace trujaman::read

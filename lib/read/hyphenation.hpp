/// @file
/// Words that line ends cut in two.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

namespace trujaman::read {

/// Knows the words of a document, and so whether a hyphen at a line end is the layout program's
/// ("jun-" "tos") or the author's ("COVID-" "19", "España-" "Francia").
class Hyphenation {
 public:
  /// Takes in a line of the document, best in reading order: what stands behind a hyphen at a line
  /// end is no word. O(bytes).
  void learn(std::string_view line);

  /// Appends the line @p more to @p text: with a blank between, or at the hyphen, which goes where
  /// it is the layout program's. Returns whether a word was put together.
  bool join(std::string& text, std::string_view more) const;

 private:
  enum class Hyphen { Drop, Keep };
  [[nodiscard]] Hyphen judge(char32_t hyphen, const std::string& head,
                             const std::string& tail) const;
  [[nodiscard]] bool is_long_part(const std::string& word) const;
  [[nodiscard]] std::size_t count(const std::string& word) const;

  std::unordered_map<std::string, std::size_t> words_;  // in lower case, with inner hyphens
  std::size_t lines_ = 0;
  std::size_t hyphens_ = 0;  // lines that end in one
  bool cut_ = false;         // the last line does
};

}  // namespace trujaman::read

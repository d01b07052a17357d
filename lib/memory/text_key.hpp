/// @file
/// What lookup compares of a text: its words and numbers as keys, its marks, its numbers' values.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <trujaman/text.hpp>

namespace trujaman::memory {

/// The key that stands for any number: a match whose numbers differ is still a match.
inline constexpr std::string_view kNumberKey = "#";

struct Word {
  std::string key;  ///< Folded (base::fold), or kNumberKey.
  TextSpan span;    ///< In the text.
  bool number = false;
};

struct TextKey {
  /// Words and numbers in order. A text that has neither, like "* * *", is compared by its marks.
  std::vector<Word> words;
  std::u32string marks;         ///< Punctuation as it stands, without white space.
  std::u32string folded_marks;  ///< The same with quotes and dashes made plain.
};

/// @p text is valid UTF-8. O(bytes).
[[nodiscard]] TextKey make_key(std::string_view text);

/// A word or number as the full-text index has it.
struct IndexedWord {
  std::string key;  ///< Folded (base::fold).
  TextSpan span;    ///< In the text.
};

/// The words that the full-text index is made of, so that it and the texts shown are taken apart
/// in the same way. @p text is valid UTF-8.
[[nodiscard]] std::vector<IndexedWord> indexed_words(std::string_view text);

}  // namespace trujaman::memory

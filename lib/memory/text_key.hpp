/// @file
/// What lookup compares of a text: its words and numbers as keys, its marks, its numbers' values.
#pragma once

#include <functional>
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

/// Calls @p visit with the words and numbers of @p text as the text index has them: folded, numbers
/// not yet the same. Of a text that has neither, with its marks. @p text is valid UTF-8. O(bytes).
void visit_words(std::string_view text,
                 const std::function<void(std::string_view key, bool number)>& visit);

/// A word or number as concordance compares it.
struct IndexedWord {
  std::string key;  ///< Folded (base::fold).
  TextSpan span;    ///< In the text.
};

/// The words of visit_words with their places; never marks. @p text is valid UTF-8.
[[nodiscard]] std::vector<IndexedWord> indexed_words(std::string_view text);

}  // namespace trujaman::memory

/// @file
/// What recognition compares of a word: its lower-case and its folded form, and how it is written.
#pragma once

#include <string>
#include <string_view>

namespace trujaman::terms {

/// How a word uses capitals.
enum class Shape : unsigned char { Lower, Capital, AllCapitals, Mixed };

/// The two keys of a word. Made to be filled again and again, so that its strings keep their
/// memory.
struct WordKey {
  std::string lower;   ///< Lower case, accents kept; œ and æ taken apart.
  std::string folded;  ///< Without accents, too: base::fold, with œ and æ taken apart.
  Shape shape = Shape::Lower;
  bool accented = false;  ///< Some letter has an accent that folding removes.
};

/// Fills @p key for one token, valid UTF-8.
void make_key(std::string_view word, WordKey& key);
[[nodiscard]] WordKey make_key(std::string_view word);

/// The key of a number token: its value, marked so that no word has the same.
[[nodiscard]] std::string number_key(std::string_view number);

/// True for a word of at least two letters, all capitals but for a last plural s: "OIM", "ONGs".
/// Digits may stand among them: "H1N1".
[[nodiscard]] bool looks_like_acronym(std::string_view word);

}  // namespace trujaman::terms

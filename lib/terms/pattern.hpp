/// @file
/// A term's text → the sequences of words that stand for it in a text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <trujaman/concept.hpp>

#include "base/token.hpp"
#include "terms/inflect.hpp"

namespace trujaman::terms {

/// What stands between two words, as a set of bits.
using Gap = unsigned char;
namespace gap {
constexpr Gap kSpace = 1;
constexpr Gap kHyphen = 2;  ///< Or dash, with no space on either side.
constexpr Gap kApostrophe = 4;
constexpr Gap kSlash = 8;
constexpr Gap kComma = 16;
constexpr Gap kStop = 32;     ///< Full stop, as in EE. UU.
constexpr Gap kBracket = 64;  ///< Or a quotation mark.
constexpr Gap kOther = 128;   ///< Any other mark, or the end of a paragraph.
}  // namespace gap

/// The marks in @p between, the text between two words.
[[nodiscard]] Gap gap_of(std::string_view between) noexcept;

enum class WordKind : unsigned char { Ordinary, Function, Number, Acronym };

struct PatternWord {
  std::string text;  ///< As in the term; of a joined word ("wellbeing"), its parts together.
  WordKind kind = WordKind::Ordinary;
};

struct Pattern {
  std::vector<PatternWord> words;  ///< At least one.
  std::vector<Gap> gaps;           ///< gaps[i] stands before words[i + 1].
  std::string closing;             ///< Marks behind the last word: ")" of "… (OIM)".
  std::string opening;             ///< Marks before the first.
  bool whole = true;               ///< Stands for all of the term's text, as it is written.
};

/// Words that are no function words.
[[nodiscard]] std::size_t count_content_words(const Pattern& pattern) noexcept;

/// The patterns of @p term, the whole text first:
/// - with a bracketed part also without it, and where that is the acronym of the rest
///   ("Organización Internacional para las Migraciones (OIM)"), the acronym alone;
/// - "Iran (Islamic Republic of)" also as it is said;
/// - "migrante(s)" and "niño/a" as migrante, niño: inflection knows their other forms;
/// - "desplazamiento / movilidad", with spaces round the stroke, as either;
/// - "well-being" also as wellbeing.
/// None when the text has no word.
[[nodiscard]] std::vector<Pattern> patterns_of(const Term& term, Inflection inflection);

}  // namespace trujaman::terms

/// @file
/// Abbreviations that end in a full stop, by language.
#pragma once

#include <span>
#include <string_view>

namespace trujaman::segment {

enum class AbbreviationKind {
  Never,         ///< No sentence ends here: what follows belongs to it ("Sra. Amy Pope").
  BeforeNumber,  ///< Goes on when a number follows ("núm. 3"), else it is like any word.
  MayEnd,        ///< Ends the sentence when a capital follows ("…, etc. Sin embargo").
  Name           ///< Stands in names: ends the sentence only before a word that begins sentences.
};

struct AbbreviationList {
  AbbreviationKind kind;
  std::string_view words;  ///< Without their last full stop, lower case, between blanks.
};

/// Lists of a language (primary subtag), those of all languages included.
[[nodiscard]] std::span<const AbbreviationList> common_abbreviations() noexcept;
[[nodiscard]] std::span<const AbbreviationList> abbreviations_of(
    std::string_view language) noexcept;

/// Words with which sentences commonly begin, lower case, between blanks; empty for languages
/// without a list.
[[nodiscard]] std::string_view starters_of(std::string_view language) noexcept;

}  // namespace trujaman::segment

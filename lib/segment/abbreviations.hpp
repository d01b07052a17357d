/// @file
/// What a segmenter knows of a language: abbreviations that end in a full stop, and words with
/// which sentences begin. Data only; lexicon.hpp looks things up in it.
#pragma once

#include <span>
#include <string_view>

namespace trujaman::segment {

enum class AbbreviationKind {
  Never,         ///< No sentence ends here: what follows belongs to it ("Sra. Amy Pope").
  BeforeNumber,  ///< Goes on when a number follows ("núm. 3", "vol. II"), else it is like any word.
  MayEnd,        ///< Ends the sentence when a capital follows ("…, etc. Sin embargo").
  Time,          ///< The same, but what tells the time goes on ("5 p.m. Monday", "5 p.m. GMT").
  Name,          ///< Stands in names: ends the sentence only before a word that begins sentences.
  Suffix         ///< The same, and ends a name: no sentence begins with it ("Inc.", "Jr.").
};

struct AbbreviationList {
  AbbreviationKind kind;
  /// Without their last full stop and without blanks inside ("p.ej" is also "p. ej."), between
  /// blanks. One that is written with a capital counts only where the text has the capital, too:
  /// "Sun", not "sun".
  std::string_view words;
};

struct LanguageData {
  std::span<const AbbreviationList> abbreviations;
  std::string_view starters;   ///< Words that commonly begin sentences, lower case, between blanks.
  std::string_view relatives;  ///< Words that begin a relative clause, not a question, likewise.
  std::string_view times;      ///< Words round a time of day ("at 5 a.m."), likewise.
  std::string_view reports;    ///< Verbs of a speaker who stands before them ("Ms. Lee asked").
  std::string_view labels;     ///< What numbers are given to: "Chapter 5. Booting", likewise.
};

/// Data of a language (primary subtag); empty for languages without any.
[[nodiscard]] LanguageData data_of(std::string_view language) noexcept;
/// Abbreviations of all languages.
[[nodiscard]] std::span<const AbbreviationList> common_abbreviations() noexcept;

}  // namespace trujaman::segment

/// @file
/// The scripts that languages are written in (CLDR's, by ICU).
#pragma once

#include <cstddef>
#include <string_view>

#include <trujaman/language.hpp>

namespace trujaman::base {

/// How many letters a text has, and how many of them are of scripts in which a language is not
/// written.
struct ForeignLetters {
  std::size_t letters = 0;
  std::size_t foreign = 0;
};

/// Counts in @p text (valid UTF-8). Of a language whose script ICU does not know, no letter is
/// foreign; a script named in the tag ("sr-Latn") counts. O(bytes).
[[nodiscard]] ForeignLetters count_foreign_letters(std::string_view text,
                                                   const LanguageTag& language);

}  // namespace trujaman::base

/// @file
/// The most frequent words of languages, by which a text's language is told (Grefenstette 1995).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/token.hpp"

namespace trujaman::base {

/// Languages that are told apart. Those that we do not serve stand here so that their texts are not
/// taken for ours.
inline constexpr std::array<std::string_view, 8> kCountedLanguages{"es", "en", "fr", "pt",
                                                                   "it", "de", "ca", "nl"};

/// A bit (1 << index in kCountedLanguages) for each language of whose frequent words @p word (valid
/// UTF-8, in any case) is one.
[[nodiscard]] std::uint8_t languages_of_frequent_word(std::string_view word);

/// How many words of a text are frequent ones, by language. A word that several languages share
/// counts for each.
using FrequentWordCounts = std::array<std::size_t, kCountedLanguages.size()>;

/// Counts over @p tokens of @p text (valid UTF-8).
[[nodiscard]] FrequentWordCounts count_frequent_words(std::string_view text,
                                                      std::span<const Token> tokens);

}  // namespace trujaman::base

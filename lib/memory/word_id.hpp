/// @file
/// Numbers that stand for the words of a language.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/ascii.hpp"

namespace trujaman::memory {

using WordId = std::uint32_t;

/// To a lookup every number is the same word.
inline constexpr WordId kAnyNumber = 0;
/// Words of the table `words` count from 1 up to here, numbers that it has to keep from here on.
inline constexpr WordId kFirstNumber = WordId{1} << 30U;
/// Numbers written in up to nine digits and nothing else need no table: kFirstLiteral + value.
inline constexpr WordId kFirstLiteral = WordId{1} << 31U;
/// Words of a query that the memory does not have; above all literals.
inline constexpr WordId kFirstUnknown = WordId{3} << 30U;

/// What a lookup compares of a word of the memory.
[[nodiscard]] constexpr WordId fuzzy_word(WordId word) noexcept {
  return word >= kFirstNumber && word < kFirstUnknown ? kAnyNumber : word;
}

/// The id of a number that needs no table.
[[nodiscard]] constexpr std::optional<WordId> literal(std::string_view number) noexcept {
  if (number.empty() || number.size() > 9 || (number[0] == '0' && number.size() > 1)) {
    return std::nullopt;
  }
  WordId value = 0;
  for (const char c : number) {
    if (!base::is_ascii_digit(c)) return std::nullopt;
    value = value * 10 + static_cast<WordId>(c - '0');
  }
  return kFirstLiteral + value;
}

}  // namespace trujaman::memory

/// @file
/// Numbers of list items and headings, as office documents show them.
#pragma once

#include <string>

namespace trujaman::read::office {

enum class NumberStyle {
  None,  ///< The level has no number of its own.
  Bullet,
  BlankBullet,  ///< The item looks like what goes on in the one before: it has no marker.
  Decimal,
  DecimalZero,  ///< 01, 02, …, 10
  LowerLetter,  ///< a, b, …, z, aa, bb
  UpperLetter,
  LowerLetterRow,  ///< a, b, …, z, aa, ab
  UpperLetterRow,
  LowerRoman,
  UpperRoman
};

/// @p number in @p style; empty for None and bullets. Numbers that letters or Roman numerals cannot
/// show in sensible length come in digits.
[[nodiscard]] std::string format_number(int number, NumberStyle style);

}  // namespace trujaman::read::office

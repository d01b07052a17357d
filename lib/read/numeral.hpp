/// @file
/// Numbers of list items in letters.
#pragma once

#include <string>

namespace trujaman::read {

/// 4 → iv; digits for what Roman numerals do not show in sensible length (below 1, above 3999).
[[nodiscard]] std::string roman_numeral(long number);

/// 1 → a, 26 → z, 27 → aa, 28 → ab; digits below 1.
[[nodiscard]] std::string letter_numeral(long number);

}  // namespace trujaman::read

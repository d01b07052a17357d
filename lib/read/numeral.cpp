#include "read/numeral.hpp"

#include <array>
#include <string_view>
#include <utility>

namespace trujaman::read {

std::string roman_numeral(long number) {
  constexpr long kMostRoman = 3999;
  if (number < 1 || number > kMostRoman) return std::to_string(number);
  constexpr std::array<std::pair<long, std::string_view>, 13> kDigits{{{1000, "m"},
                                                                       {900, "cm"},
                                                                       {500, "d"},
                                                                       {400, "cd"},
                                                                       {100, "c"},
                                                                       {90, "xc"},
                                                                       {50, "l"},
                                                                       {40, "xl"},
                                                                       {10, "x"},
                                                                       {9, "ix"},
                                                                       {5, "v"},
                                                                       {4, "iv"},
                                                                       {1, "i"}}};
  std::string out;
  for (const auto& [value, letters] : kDigits) {
    for (; number >= value; number -= value) out += letters;
  }
  return out;
}

std::string letter_numeral(long number) {
  if (number < 1) return std::to_string(number);
  std::string out;
  for (; number > 0; number = (number - 1) / 26) {
    out.insert(out.begin(), static_cast<char>('a' + (number - 1) % 26));
  }
  return out;
}

}  // namespace trujaman::read

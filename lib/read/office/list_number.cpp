#include "read/office/list_number.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/ascii.hpp"

namespace trujaman::read::office {
namespace {

/// z, aa, bb, …: how often the letter is repeated counts. As Word does it.
std::string repeated_letter(int number) {
  constexpr int kMostLetters = 26 * 30;  // thirty times the letter: Word's own limit
  if (number < 1 || number > kMostLetters) return std::to_string(number);
  return std::string(static_cast<std::size_t>((number - 1) / 26 + 1),
                     static_cast<char>('a' + (number - 1) % 26));
}

/// z, aa, ab, …: as OpenDocument does it.
std::string letters_in_a_row(int number) {
  if (number < 1) return std::to_string(number);
  std::string out;
  for (; number > 0; number = (number - 1) / 26) {
    out.insert(out.begin(), static_cast<char>('a' + (number - 1) % 26));
  }
  return out;
}

std::string roman(int number) {
  constexpr int kMostRoman = 3999;
  if (number < 1 || number > kMostRoman) return std::to_string(number);
  constexpr std::array<std::pair<int, std::string_view>, 13> kDigits{{{1000, "m"},
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

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), base::ascii_upper);
  return text;
}

}  // namespace

std::string format_number(int number, NumberStyle style) {
  switch (style) {
    case NumberStyle::None:
    case NumberStyle::Bullet:
    case NumberStyle::BlankBullet:
      return {};
    case NumberStyle::Decimal:
      break;
    case NumberStyle::DecimalZero:
      return (number >= 0 && number < 10 ? "0" : "") + std::to_string(number);
    case NumberStyle::LowerLetter:
      return repeated_letter(number);
    case NumberStyle::UpperLetter:
      return upper(repeated_letter(number));
    case NumberStyle::LowerLetterRow:
      return letters_in_a_row(number);
    case NumberStyle::UpperLetterRow:
      return upper(letters_in_a_row(number));
    case NumberStyle::LowerRoman:
      return roman(number);
    case NumberStyle::UpperRoman:
      return upper(roman(number));
  }
  return std::to_string(number);
}

}  // namespace trujaman::read::office

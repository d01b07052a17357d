#include "read/office/list_number.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "read/numeral.hpp"

namespace trujaman::read::office {
namespace {

/// z, aa, bb, …: how often the letter is repeated counts. As Word does it.
std::string repeated_letter(int number) {
  constexpr int kMostLetters = 26 * 30;  // thirty times the letter: Word's own limit
  if (number < 1 || number > kMostLetters) return std::to_string(number);
  return std::string(static_cast<std::size_t>((number - 1) / 26 + 1),
                     static_cast<char>('a' + (number - 1) % 26));
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
      return letter_numeral(number);
    case NumberStyle::UpperLetterRow:
      return upper(letter_numeral(number));
    case NumberStyle::LowerRoman:
      return roman_numeral(number);
    case NumberStyle::UpperRoman:
      return upper(roman_numeral(number));
  }
  return std::to_string(number);
}

}  // namespace trujaman::read::office

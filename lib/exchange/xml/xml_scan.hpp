/// @file
/// Characters and references of XML, looked at without a parser.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace trujaman::exchange {

enum CharClass : unsigned char {
  kOther = 0,  ///< Controls and what is not ASCII.
  kText = 1,   ///< Stands for itself in text.
  kValue = 2,  ///< Stands for itself in a value, whatever its quotes.
  kNameStart = 4,
  kName = 8,
  kSpace = 16,
};

inline constexpr std::array<unsigned char, 256> kClasses = [] {
  std::array<unsigned char, 256> out{};
  for (unsigned c = 0x20; c < 0x80; ++c) out[c] = kText | kValue;
  for (const char c : {'\n', '\t'}) out[static_cast<unsigned char>(c)] = kText | kSpace;
  out['\r'] = kSpace;
  out[' '] |= kSpace;
  for (const char c : {'<', '&'}) out[static_cast<unsigned char>(c)] = kOther;
  out[']'] = kValue;
  for (const char c : {'"', '\''}) out[static_cast<unsigned char>(c)] = kText;
  for (unsigned c = 'a'; c <= 'z'; ++c) out[c] |= kNameStart | kName;
  for (unsigned c = 'A'; c <= 'Z'; ++c) out[c] |= kNameStart | kName;
  for (const char c : {'_', ':'}) out[static_cast<unsigned char>(c)] |= kNameStart | kName;
  for (unsigned c = '0'; c <= '9'; ++c) out[c] |= kName;
  for (const char c : {'-', '.'}) out[static_cast<unsigned char>(c)] |= kName;
  return out;
}();

inline bool is(char c, CharClass one) noexcept {
  return (kClasses[static_cast<unsigned char>(c)] & one) != 0;
}

inline const char* skip(const char* at, const char* end, CharClass one) noexcept {
  while (at != end && is(*at, one)) ++at;
  return at;
}

/// Goes on over characters of the class, and such as are not ASCII. Stops before bytes that are not
/// UTF-8 or not XML's, and, with @p cut, before what may be a character but is not whole.
[[nodiscard]] const char* skip_wide(const char* at, const char* end, CharClass one,
                                    bool& cut) noexcept;

/// Whether XML 1.0 can hold the code point.
[[nodiscard]] bool is_xml_char(char32_t c) noexcept;

/// Whether it may stand in comments, CDATA and instructions.
[[nodiscard]] bool is_well_formed(std::string_view text) noexcept;

/// The reference at @p at, which is a "&": the character that it means, and its @p size. 0 where it
/// is no reference to a character or to one of XML's own entities; with @p cut, where it is not
/// whole.
[[nodiscard]] char32_t read_reference(const char* at, const char* end, std::size_t& size,
                                      bool& cut) noexcept;

}  // namespace trujaman::exchange

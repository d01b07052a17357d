#include "base/token.hpp"

#include "base/ascii.hpp"
#include "base/unicode.hpp"

namespace trujaman::base {
namespace {

/// Spaces that French and ISO 31-0 put between groups of three digits.
bool is_group_space(char32_t c) noexcept {
  return c == U' ' || c == U'\u00A0' || c == U'\u202F' || c == U'\u2009';
}

/// Ends of the three digits that stand at @p offset and are followed by no fourth; 0 if not so.
std::size_t three_digits(std::string_view text, std::size_t offset) noexcept {
  for (int i = 0; i < 3; ++i, ++offset) {
    if (offset >= text.size() || !is_ascii_digit(text[offset])) return 0;
  }
  return offset < text.size() && is_ascii_digit(text[offset]) ? 0 : offset;
}

/// End of the number whose first digits are text[begin, end). Only ASCII digits are joined.
std::size_t number_end(std::string_view text, std::size_t begin, std::size_t end) noexcept {
  bool may_group = end - begin <= 3;  // "2019 300" is two numbers, "19 300" is one
  while (end < text.size()) {
    std::size_t next = end;
    const char32_t separator = next_code_point(text, next);
    if (separator == U'.' || separator == U',') {
      if (next >= text.size() || !is_ascii_digit(text[next])) break;
      end = next;
      while (end < text.size() && is_ascii_digit(text[end])) ++end;
      may_group = false;
    } else if (may_group && is_group_space(separator)) {
      const std::size_t group = three_digits(text, next);
      if (group == 0) break;
      end = group;
    } else {
      break;
    }
  }
  return end;
}

}  // namespace

void tokenize(std::string_view text, std::vector<Token>& tokens) {
  tokens.clear();
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    char32_t c = next_code_point(text, i);
    if (is_space(c)) continue;
    bool letters = false;
    std::size_t end = begin;
    while (is_letter(c) || is_digit(c) || is_mark(c)) {
      letters = letters || is_letter(c);
      // Most letters are ASCII and need no decoding.
      for (; i < text.size() && is_ascii_alnum(text[i]); ++i) {
        letters = letters || is_ascii_alpha(text[i]);
      }
      end = i;
      if (i >= text.size()) break;
      c = next_code_point(text, i);
    }
    if (end == begin) {  // neither letter nor digit
      tokens.push_back({{begin, i}, TokenKind::Punctuation});
      continue;
    }
    if (!letters) end = number_end(text, begin, end);
    tokens.push_back({{begin, end}, letters ? TokenKind::Word : TokenKind::Number});
    i = end;
  }
}

std::vector<Token> tokenize(std::string_view text) {
  std::vector<Token> tokens;
  tokenize(text, tokens);
  return tokens;
}

std::string number_value(std::string_view number) {
  const std::size_t last = number.find_last_of(".,");
  bool decimal = last != std::string_view::npos;
  if (decimal) {
    const std::size_t digits_after = number.size() - last - 1;
    const char separator = number[last];
    const bool repeated = number.find(separator) != last;
    const bool other_before = number.find(separator == '.' ? ',' : '.') != std::string_view::npos;
    const bool spaced = number.find_first_not_of("0123456789.,") != std::string_view::npos;
    if (repeated || (digits_after == 3 && !other_before && !spaced)) decimal = false;
  }
  std::string value;
  for (std::size_t i = 0; i < number.size(); ++i) {
    if (decimal && i == last) value += '.';
    if (is_ascii_digit(number[i])) value += number[i];
  }
  return value;
}

}  // namespace trujaman::base

/// @file
/// Words, numbers and punctuation marks of a text: what matching, aligning and terms compare.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <trujaman/text.hpp>

namespace trujaman::base {

enum class TokenKind : unsigned char { Word, Number, Punctuation };

struct Token {
  TextSpan span;
  TokenKind kind = TokenKind::Word;
};

/// Tokens of @p text (valid UTF-8), in order; white space belongs to none. A word is a run of
/// letters, marks and digits with at least one letter; a number is digits with grouping and decimal
/// separators between them ("1.000,5", "10 000"); any other code point is a punctuation token of
/// its own, so that hyphens and apostrophes part words: l’accès is three tokens, COVID-19 too.
[[nodiscard]] std::vector<Token> tokenize(std::string_view text);
/// The same into a vector that is cleared first, to reuse its memory.
void tokenize(std::string_view text, std::vector<Token>& tokens);

/// What a number token is worth whatever the language's separators: digits, and a point before the
/// decimals. "1.000,5", "1,000.5" and "1 000,5" give "1000.5". Where one separator stands before
/// exactly three digits it is taken to group them: "1.000" gives "1000".
[[nodiscard]] std::string number_value(std::string_view number);

}  // namespace trujaman::base

/// @file
/// One variant of a unit, taken apart once for all rules.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <trujaman/unit.hpp>

#include "base/token.hpp"

namespace trujaman::check {

/// The languages whose words and marks the rules know.
enum class Tongue { Spanish, English, French, Other };

[[nodiscard]] Tongue tongue_of(const LanguageTag& language) noexcept;

/// A text with what stands in it. Borrows from the variant.
struct Side {
  explicit Side(const Variant& v);

  const Variant* variant;
  std::string_view text;
  Tongue tongue;
  std::vector<base::Token> tokens;
  /// Placeholders and tags that are written in the text: "%s", "{name}", "<b>". In order.
  std::vector<TextSpan> placeholders;
  /// What is no prose: placeholders, addresses of pages, mail and files. In order.
  std::vector<TextSpan> opaque;

  [[nodiscard]] std::string_view at(TextSpan span) const {
    return text.substr(span.begin, span.size());
  }
  [[nodiscard]] std::string_view word(std::size_t token) const { return at(tokens[token].span); }
  [[nodiscard]] bool is_word(std::size_t token) const {
    return token < tokens.size() && tokens[token].kind == base::TokenKind::Word;
  }
  [[nodiscard]] bool is_number(std::size_t token) const {
    return token < tokens.size() && tokens[token].kind == base::TokenKind::Number;
  }
  /// Whether token @p i is the mark @p mark.
  [[nodiscard]] bool is_mark(std::size_t i, std::string_view mark) const {
    return i < tokens.size() && tokens[i].kind == base::TokenKind::Punctuation && word(i) == mark;
  }
  /// Whether nothing stands between token @p i and the one before it.
  [[nodiscard]] bool touches_previous(std::size_t i) const {
    return i > 0 && i < tokens.size() && tokens[i - 1].span.end == tokens[i].span.begin;
  }
  [[nodiscard]] bool is_opaque(std::size_t offset) const noexcept;
};

/// Source and target of one comparison.
struct Pair {
  const Side& source;
  const Side& target;
};

}  // namespace trujaman::check

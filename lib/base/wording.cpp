#include "base/wording.hpp"

#include "base/token.hpp"
#include "base/unicode.hpp"

namespace trujaman::base {
namespace {

/// Marks that say nothing about what is meant; others do ("→", "+", "%").
bool is_punctuation(std::string_view mark) {
  constexpr std::string_view marks = " . , ; : ! ? ¿ ¡ … \" ' « » “ ” ‘ ’ ( ) [ ] { } - – — ‑ _ ";
  return marks.find(" " + std::string(mark) + " ") != std::string_view::npos;
}

}  // namespace

std::string wording(std::string_view text) {
  std::string out;
  for (const Token& token : tokenize(text)) {
    const std::string_view word = text.substr(token.span.begin, token.span.size());
    if (token.kind == TokenKind::Punctuation && is_punctuation(word)) continue;
    if (!out.empty()) out += ' ';
    out += to_lower(word);
  }
  return out;
}

}  // namespace trujaman::base

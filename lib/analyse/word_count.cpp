#include <trujaman/analysis.hpp>

#include "base/token.hpp"
#include "base/unicode.hpp"

namespace trujaman::inline v0 {
namespace {

/// What parts no word when it stands between letters or digits: full stop and apostrophes (UAX #29,
/// MidNumLet), middle dot and underscore, and hyphens.
bool joins(std::string_view mark) noexcept {
  std::size_t i = 0;
  switch (base::next_code_point(mark, i)) {
    case U'.':
    case U'\'':
    case U'\u2019':
    case U'\u00B7':
    case U'_':
    case U'-':
    case U'\u2010':
    case U'\u2011':
    case U'\u00AD':
      return true;
    default:
      return false;
  }
}

}  // namespace

std::size_t count_words(std::string_view text) {
  const std::vector<base::Token> tokens = base::tokenize(text);
  std::size_t words = 0;
  bool joined = false;            // the next token goes on with a word, if it touches it
  std::size_t end = text.size();  // of the token before
  bool in_word = false;           // … which was a word or a mark behind one that joins
  for (const base::Token& token : tokens) {
    const bool touches = token.span.begin == end;
    end = token.span.end;
    if (token.kind == base::TokenKind::Punctuation) {
      joined =
          touches && in_word && !joined && joins(text.substr(token.span.begin, token.span.size()));
      in_word = joined;
      continue;
    }
    if (!(touches && in_word)) ++words;
    in_word = true;
    joined = false;
  }
  return words;
}

}  // namespace trujaman::inline v0

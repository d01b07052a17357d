#include "exchange/tbx/term_text.hpp"

#include <algorithm>

#include <trujaman/error.hpp>
#include <trujaman/message.hpp>

#include "base/unicode.hpp"

namespace trujaman::exchange {

std::string collapse_space(std::string_view text) {
  const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
  std::string out;
  const std::string_view trimmed = base::trim(text);
  for (auto at = trimmed.begin(); at != trimmed.end();) {
    const auto end = std::find_if(at, trimmed.end(), is_space);
    if (!out.empty()) out += ' ';
    out.append(at, end);
    at = std::find_if_not(end, trimmed.end(), is_space);
  }
  return out;
}

bool looks_like_acronym(std::string_view text) {
  std::size_t letters = 0;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = base::next_code_point(text, i);
    if (!base::is_upper(c) && c != U'.') return false;
    letters += c == U'.' ? 0 : 1;
  }
  return letters >= 2;
}

}  // namespace trujaman::exchange

namespace trujaman::inline v0 {

Term make_term(const LanguageTag& language, std::string_view text, TermStatus status) {
  if (base::find_invalid_utf8(text) != std::string_view::npos) {
    throw Error(Errc::InvalidArgument, message("a term is not UTF-8"));
  }
  Term term;
  term.language = language;
  term.text = base::to_nfc(exchange::collapse_space(text));
  term.status = status;
  term.acronym = exchange::looks_like_acronym(term.text);
  if (term.text.empty()) throw Error(Errc::InvalidArgument, message("a term is blank"));
  return term;
}

}  // namespace trujaman::inline v0

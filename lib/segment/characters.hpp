/// @file
/// Small helpers to look round a place in UTF-8 text.
#pragma once

#include <cstddef>
#include <string_view>

#include <trujaman/text.hpp>

#include "base/unicode.hpp"

namespace trujaman::segment {

/// Code point that begins at @p i; NUL at the end.
inline char32_t code_point_at(std::string_view text, std::size_t i) noexcept {
  return i < text.size() ? base::next_code_point(text, i) : U'\0';
}

/// Code point that ends at @p i; NUL at the beginning.
inline char32_t code_point_before(std::string_view text, std::size_t i) noexcept {
  return i > 0 ? base::previous_code_point(text, i) : U'\0';
}

/// First offset from @p i on that is not white space.
inline std::size_t skip_space(std::string_view text, std::size_t i) noexcept {
  while (i < text.size()) {
    if (text[i] == ' ') {  // as nearly all is
      ++i;
      continue;
    }
    std::size_t next = i;
    if (!base::is_space(base::next_code_point(text, next))) break;
    i = next;
  }
  return i;
}

/// End of the run of letters, with apostrophes between them ("I'm"), that begins at @p i.
inline std::size_t word_end(std::string_view text, std::size_t i) noexcept {
  while (i < text.size()) {
    std::size_t next = i;
    const char32_t c = base::next_code_point(text, next);
    const bool inner = (c == U'\'' || c == U'’') && base::is_letter(code_point_at(text, next));
    if (!base::is_letter(c) && !inner) break;
    i = next;
  }
  return i;
}

inline std::string_view view(std::string_view text, TextSpan span) noexcept {
  return text.substr(span.begin, span.size());
}

}  // namespace trujaman::segment

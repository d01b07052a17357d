#include "segment/boundary.hpp"

#include <algorithm>
#include <array>

#include "base/unicode.hpp"

namespace trujaman::segment {
namespace {

bool is_wide_stop(char32_t c) noexcept {
  return c == U'。' || c == U'．' || c == U'！' || c == U'？';
}

bool is_mark(char32_t c) noexcept {
  return c == U'.' || c == U'!' || c == U'?' || c == U'…' || is_wide_stop(c);
}

bool is_closing(char32_t c) noexcept {
  return c == U'"' || c == U'”' || c == U'’' || c == U'\'' || c == U'»' || c == U')' || c == U']' ||
         c == U'›';
}

std::size_t skip_space(std::string_view text, std::size_t i) noexcept {
  while (i < text.size()) {
    std::size_t next = i;
    if (!base::is_space(base::next_code_point(text, next))) break;
    i = next;
  }
  return i;
}

char32_t code_point_at(std::string_view text, std::size_t i) noexcept {
  return i < text.size() ? base::next_code_point(text, i) : U'\0';
}

/// End of the run of marks that begins at @p i; ". . ." is one run.
std::size_t run_end(std::string_view text, std::size_t i) noexcept {
  while (i < text.size()) {
    std::size_t next = i;
    if (is_mark(base::next_code_point(text, next))) {
      i = next;
      continue;
    }
    if (text[i] == ' ' && text.substr(i).starts_with(" .") && !text.substr(i).starts_with(" .j")) {
      const char32_t behind = code_point_at(text, i + 2);
      if (behind == U' ' || behind == U'.' || behind == U'\0') {
        i += 2;
        continue;
      }
    }
    break;
  }
  return i;
}

/// End of closing marks from @p i on; French puts a space before ».
std::size_t closing_end(std::string_view text, std::size_t i) noexcept {
  while (i < text.size()) {
    std::size_t next = i;
    if (is_closing(base::next_code_point(text, next))) {
      i = next;
      continue;
    }
    const std::size_t behind = skip_space(text, i);
    if (behind > i && text.substr(behind).starts_with("»")) {
      i = behind + std::string_view("»").size();
      continue;
    }
    break;
  }
  return i;
}

/// End of note numbers set directly behind the mark ("thinking.10 This", "cold.11 12 Take"): digits
/// and then a capital; @p i when there are none.
std::size_t note_end(std::string_view text, std::size_t mark, std::size_t i) noexcept {
  std::size_t before = mark;
  const char32_t previous = before > 0 ? base::previous_code_point(text, before) : U'\0';
  if (!base::is_letter(previous) && previous != U')' && previous != U'”') return i;
  std::size_t end = i;
  std::size_t digits = 0;
  while (end < text.size()) {
    std::size_t next = end;
    const char32_t c = base::next_code_point(text, next);
    if (base::is_digit(c)) {
      if (++digits > 3) return i;
    } else if (c == U' ' && digits > 0 && base::is_digit(code_point_at(text, next))) {
      digits = 0;
    } else {
      break;
    }
    end = next;
  }
  const std::size_t behind = skip_space(text, end);
  const bool sentence = behind > end && base::is_upper(code_point_at(text, behind));
  return end > i && sentence ? end : i;
}

void find_head(std::string_view text, Candidate& candidate) noexcept {
  constexpr std::size_t kMostOpenings = 8;
  std::size_t i = candidate.next;
  for (std::size_t k = 0; k < kMostOpenings && i < text.size(); ++k) {
    const std::size_t at = i;
    const char32_t c = base::next_code_point(text, i);
    if (base::is_letter(c) || base::is_digit(c)) {
      candidate.head = c;
      candidate.head_at = at;
      return;
    }
  }
}

struct Enclosure {
  char32_t open;
  char32_t close;
};
constexpr std::array<Enclosure, 5> kEnclosures{
    {{U'“', U'”'}, {U'«', U'»'}, {U'(', U')'}, {U'[', U']'}, {U'‘', U'’'}}};

/// Offset behind the closing mark of what opens at @p at, or 0 when it is not closed in time.
std::size_t find_close(std::string_view text, std::size_t at, char32_t open, char32_t close,
                       std::size_t longest) {
  std::size_t i = at;
  (void)base::next_code_point(text, i);  // the opening mark itself
  const std::size_t limit = std::min(text.size(), at + longest);
  int depth = 1;
  while (i < limit) {
    const char32_t c = base::next_code_point(text, i);
    if (c == close) {
      // ’ between letters is an apostrophe.
      if (close == U'’' && base::is_letter(code_point_at(text, i))) continue;
      if (--depth == 0) return i;
    } else if (c == open) {
      ++depth;
    }
  }
  return 0;
}

}  // namespace

std::vector<Candidate> find_candidates(std::string_view text) {
  std::vector<Candidate> out;
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    // Every mark begins with one of these bytes: the rest is passed over quickly.
    if (byte != '.' && byte != '!' && byte != '?' && byte != 0xE2 && byte != 0xE3 && byte != 0xEF) {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    const char32_t c = base::next_code_point(text, i);
    if (!is_mark(c)) continue;
    Candidate candidate;
    candidate.mark = {begin, run_end(text, begin)};
    candidate.end = closing_end(text, candidate.mark.end);
    candidate.closed = candidate.end > candidate.mark.end;
    candidate.end = note_end(text, begin, candidate.end);
    candidate.next = skip_space(text, candidate.end);
    i = candidate.mark.end;
    if (candidate.next == candidate.end && candidate.next < text.size() && !is_wide_stop(c))
      continue;
    find_head(text, candidate);
    out.push_back(candidate);
  }
  return out;
}

std::vector<TextSpan> find_enclosures(std::string_view text, std::size_t longest) {
  std::vector<TextSpan> out;
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte != '(' && byte != '[' && byte != '"' && byte != 0xE2 && byte != 0xC2) {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    const char32_t c = base::next_code_point(text, i);
    std::size_t end = 0;
    if (c == U'"') {
      end = find_close(text, begin, U'\0', U'"', longest);
    }
    for (const Enclosure& e : kEnclosures) {
      if (c == e.open) end = find_close(text, begin, e.open, e.close, longest);
    }
    if (end == 0) continue;
    out.push_back({begin, end});
    i = end;
  }
  return out;
}

}  // namespace trujaman::segment

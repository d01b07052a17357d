#include "segment/boundary.hpp"

#include <array>

#include "base/ascii.hpp"
#include "segment/characters.hpp"

namespace trujaman::segment {
namespace {

bool is_wide_stop(char32_t c) noexcept {
  return c == U'。' || c == U'．' || c == U'！' || c == U'？' || c == U'｡';
}

bool is_mark(char32_t c) noexcept {
  switch (c) {
    case U'.':
    case U'!':
    case U'?':
    case U'…':
    case U'‼':
    case U'⁇':
    case U'⁈':
    case U'⁉':
    case U'؟':  // Arabic
    case U'۔':  // Urdu
    case U'।':  // Hindi and others
    case U'॥':
      return true;
    default:
      return is_wide_stop(c);
  }
}

bool is_closing(char32_t c) noexcept {
  return c == U'"' || c == U'”' || c == U'’' || c == U'\'' || c == U'»' || c == U')' || c == U']' ||
         c == U'›';
}

bool is_superscript(char32_t c) noexcept {
  return c == U'¹' || c == U'²' || c == U'³' || c == U'⁰' || (c >= U'⁴' && c <= U'⁹');
}

/// The bytes with which marks begin; all others are passed over quickly.
constexpr std::array<bool, 256> make_first_bytes() {
  std::array<bool, 256> table{};
  for (const char c : {'.', '!', '?', '-'}) table[static_cast<unsigned char>(c)] = true;
  for (const unsigned c : {0xD8U, 0xDBU, 0xE0U, 0xE2U, 0xE3U, 0xEFU}) table[c] = true;
  return table;
}
constexpr std::array<bool, 256> kFirstBytes = make_first_bytes();

/// End of the run of marks that begins at @p i; ". . ." is one run.
std::size_t run_end(std::string_view text, std::size_t i) noexcept {
  while (i < text.size()) {
    std::size_t next = i;
    if (is_mark(base::next_code_point(text, next))) {
      i = next;
      continue;
    }
    if (text[i] == ' ' && text.substr(i).starts_with(" .")) {
      const char32_t behind = code_point_at(text, i + 2);
      if (behind == U' ' || behind == U'.' || behind == U'\0' || is_closing(behind)) {
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

/// End of "[12]" or "(3)" at @p i, of digits only; @p i when there is none.
std::size_t bracketed_note_end(std::string_view text, std::size_t i) noexcept {
  if (i >= text.size() || (text[i] != '[' && text[i] != '(')) return i;
  const char close = text[i] == '[' ? ']' : ')';
  std::size_t end = i + 1;
  while (end < text.size() && base::is_ascii_digit(text[end])) ++end;
  const bool whole = end > i + 1 && end <= i + 4 && end < text.size() && text[end] == close;
  return whole ? end + 1 : i;
}

/// End of note numbers and signs set directly behind a mark ("thinking.10 This", "cold.11 12 Take",
/// "fin.¹ Los", "fin.[3] Los", "fin.* Los"); @p i when there are none, or no sentence follows.
std::size_t note_end(std::string_view text, std::size_t mark, std::size_t i) noexcept {
  constexpr std::size_t kMostDigits = 3;
  std::size_t end = i;
  std::size_t digits = 0;
  bool raised = false;
  while (end < text.size()) {
    std::size_t next = end;
    const char32_t c = base::next_code_point(text, next);
    if (base::is_digit(c)) {
      if (++digits > kMostDigits) return i;
    } else if (is_superscript(c) || c == U'*' || c == U'†' || c == U'‡') {
      raised = true;
    } else if (end > i && (c == U' ' || c == U',' || c == U'-' || c == U'–')) {
      // "11 12", "3, 4", "3–5": a number must follow.
      if (c == U',' && next < text.size() && text[next] == ' ') ++next;
      const char32_t following = code_point_at(text, next);
      if (!base::is_digit(following) && !is_superscript(following)) break;
      digits = 0;
    } else if (const std::size_t behind = bracketed_note_end(text, end); behind > end) {
      raised = true;
      next = behind;
    } else {
      break;
    }
    end = next;
  }
  if (end == i) return i;
  const char32_t previous = code_point_before(text, mark);
  const bool plain = base::is_letter(previous) || is_closing(previous);
  if (!plain && !raised) return i;
  const std::size_t behind = skip_space(text, end);
  if (behind == text.size()) return end;
  return behind > end && !base::is_lower(code_point_at(text, behind)) ? end : i;
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

/// "—”", "--\"": speech that breaks off. End of the dash at @p i, or @p i.
std::size_t broken_speech(std::string_view text, std::size_t i) noexcept {
  std::size_t end = i;
  if (text.substr(i).starts_with("--")) {
    end = i + 2;
  } else if (text.substr(i).starts_with("—")) {
    end = i + std::string_view("—").size();
  } else {
    return i;
  }
  const char32_t behind = code_point_at(text, end);
  return behind == U'"' || behind == U'”' || behind == U'»' ? end : i;
}

/// "compounds. . . . The": a full stop that closes its sentence, and an ellipsis for what is left
/// out before the next (Chicago Manual of Style 13.53).
bool opens_with_omission(std::string_view text, TextSpan run) noexcept {
  return view(text, run) == ". . . ." && base::is_letter(code_point_before(text, run.begin));
}

}  // namespace

std::vector<Candidate> find_candidates(std::string_view text) {
  std::vector<Candidate> out;
  for (std::size_t i = 0; i < text.size();) {
    if (!kFirstBytes[static_cast<unsigned char>(text[i])]) {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    const char32_t c = base::next_code_point(text, i);
    Candidate candidate;
    if (is_mark(c)) {
      candidate.mark = {begin, run_end(text, begin)};
    } else if (const std::size_t end = broken_speech(text, begin); end > begin) {
      candidate.mark = {begin, end};
    } else {
      continue;
    }
    i = candidate.mark.end;
    if (opens_with_omission(text, candidate.mark)) candidate.mark.end = begin + 1;
    candidate.end = closing_end(text, candidate.mark.end);
    candidate.closed = candidate.end > candidate.mark.end;
    const std::size_t noted = note_end(text, begin, candidate.end);
    candidate.noted = noted > candidate.end;
    candidate.end = noted;
    candidate.next = skip_space(text, candidate.end);
    candidate.touches =
        candidate.next == candidate.end && candidate.next < text.size() && !is_wide_stop(c);
    if (candidate.touches && !base::is_upper(code_point_at(text, candidate.next))) continue;
    find_head(text, candidate);
    out.push_back(candidate);
  }
  return out;
}

}  // namespace trujaman::segment

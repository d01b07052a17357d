#include "read/line_shape.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/ascii.hpp"
#include "base/unicode.hpp"

namespace trujaman::read {
namespace {

using base::is_ascii_alnum;
using base::is_ascii_digit;

constexpr std::array<std::string_view, 9> kBullets{"-", "*", "•", "–", "—", "·", "▪", "◦", "‣"};

/// Words after which a sentence never ends.
constexpr std::array<std::string_view, 62> kOpenWords{
    "a",        "al",    "and", "au",    "aux", "avec",  "by",  "com",   "con",  "d",    "dans",
    "de",       "del",   "des", "du",    "e",   "el",    "en",  "entre", "et",   "for",  "from",
    "hacia",    "his",   "in",  "into",  "l",   "la",    "las", "le",    "les",  "lo",   "los",
    "mediante", "ni",    "o",   "of",    "on",  "or",    "ou",  "our",   "para", "par",  "por",
    "pour",     "que",   "qui", "según", "sin", "sobre", "su",  "sur",   "sus",  "than", "that",
    "the",      "their", "to",  "un",    "una", "une",   "y"};

/// End of an arabic number with dots ("2.1"), a letter or a roman numeral; 0 if none begins here.
std::size_t ordinal_end(std::string_view line, std::size_t i) noexcept {
  const std::size_t begin = i;
  while (i < line.size() && is_ascii_digit(line[i])) ++i;
  if (i > begin) {
    if (i - begin > 3) return 0;  // a year or amount, not a number of a paragraph
    while (i + 1 < line.size() && line[i] == '.' && is_ascii_digit(line[i + 1])) {
      for (++i; i < line.size() && is_ascii_digit(line[i]);) ++i;
    }
    return i;
  }
  while (i < line.size() && std::string_view("ivxIVX").find(line[i]) != std::string_view::npos) ++i;
  if (i > begin && i - begin <= 5 && (i == line.size() || !is_ascii_alnum(line[i]))) return i;
  i = begin;
  if (i < line.size() && base::is_ascii_alpha(line[i]) &&
      (i + 1 == line.size() || !is_ascii_alnum(line[i + 1]))) {
    return i + 1;
  }
  return 0;
}

std::size_t blanks(std::string_view line, std::size_t i) noexcept {
  std::size_t n = 0;
  while (i + n < line.size() && (line[i + n] == ' ' || line[i + n] == '\t')) ++n;
  return n;
}

std::string_view last_word(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0) {
    std::size_t previous = begin;
    if (!base::is_letter(base::previous_code_point(text, previous))) break;
    begin = previous;
  }
  return text.substr(begin);
}

char32_t last_code_point(std::string_view text) {
  std::size_t end = text.size();
  return end == 0 ? U'\0' : base::previous_code_point(text, end);
}

/// "(OIM), que …": an acronym behind its name, in the midst of a sentence.
bool begins_with_acronym(std::string_view text) {
  constexpr std::size_t kLongest = 24;
  if (!text.starts_with('(')) return false;
  const std::size_t end = text.find(')');
  if (end == std::string_view::npos || end < 3 || end > kLongest) return false;
  std::size_t first = 1;
  if (!base::is_upper(base::next_code_point(text, first))) return false;
  const std::string_view rest = text.substr(end + 1);
  return rest.starts_with(',') || rest.starts_with(';') ||
         (rest.starts_with(' ') && begins_lower(rest.substr(1)));
}

}  // namespace

bool is_rule(std::string_view line) noexcept {
  if (line.size() < 2) return false;
  const char sign = line.front();
  if (std::string_view("-*_=~#").find(sign) == std::string_view::npos) return false;
  const auto others =
      std::count_if(line.begin(), line.end(), [sign](char c) { return c != sign && c != ' '; });
  const auto signs = std::count(line.begin(), line.end(), sign);
  return others == 0 && (signs >= 3 || (sign == '-' && signs == 2));
}

std::size_t marker_length(std::string_view line) noexcept {
  for (const std::string_view bullet : kBullets) {
    if (!line.starts_with(bullet)) continue;
    const std::size_t n = blanks(line, bullet.size());
    return n > 0 && bullet.size() + n < line.size() ? bullet.size() + n : 0;
  }
  const bool bracket = line.starts_with('(');
  std::size_t i = ordinal_end(line, bracket ? 1 : 0);
  if (i == 0 || i >= line.size()) return 0;
  if (line[i] == ')') {
    ++i;
  } else if (!bracket && line[i] == '.' && is_ascii_digit(line.front())) {
    ++i;
  } else {
    return 0;
  }
  const std::size_t n = blanks(line, i);
  return n > 0 && i + n < line.size() ? i + n : 0;
}

bool holds_list(std::string_view line) {
  const std::string_view marker = base::trim(line.substr(0, marker_length(line)));
  if (marker.empty()) return false;
  std::string next(marker);
  bool labelled = false;
  if (std::string_view("•▪◦‣").find(marker) == std::string_view::npos) {
    const bool bracket = marker.front() == '(';
    const std::string_view label = marker.substr(bracket, marker.size() - 1 - bracket);
    if (!label.empty() && label.size() <= 3 &&
        std::all_of(label.begin(), label.end(), is_ascii_digit)) {
      next.replace(bracket, label.size(), std::to_string(std::stoi(std::string(label)) + 1));
    } else if (label.size() == 1 && base::is_ascii_alpha(label.front())) {
      next[bracket] = static_cast<char>(label.front() + 1);
    } else {
      return false;
    }
    labelled = true;
  }
  const std::size_t at = line.find(' ' + next + ' ', marker.size());
  if (at == std::string_view::npos) return false;
  std::size_t head = at + next.size() + 2;
  const bool numbered = marker_length(line.substr(head)) > 0;  // "• 9. … • 10. …"
  const bool upper = head < line.size() && base::is_upper(base::next_code_point(line, head));
  if (!upper && !numbered && line[at - 1] != ';') return false;
  // "1. Aprueba la decisión 2. El Comité tomó nota." holds two sentences.
  return !labelled || !is_open_ended(line.substr(0, at)) || is_open_ended(line);
}

bool is_page_label(std::string_view line) {
  constexpr std::size_t kLongest = 40;
  if (line.size() > kLongest) return false;
  std::string key = base::fold(line);
  bool named = false;
  for (const std::string_view word : {"pagina", "page", "pag.", "p.", "pg."}) {
    if (key.starts_with(word)) {
      key.erase(0, word.size());
      named = true;
      break;
    }
  }
  const bool dashed = key.size() > 2 && key.front() == '-' && key.back() == '-';
  if (!named && !dashed) return false;
  for (const std::string_view word : {" of ", " de ", " sur ", " von "}) {
    if (const std::size_t at = key.find(word); at != std::string::npos)
      key.replace(at, word.size(), "/");
  }
  const bool digits = std::any_of(key.begin(), key.end(), is_ascii_digit);
  return digits && key.find_first_not_of("0123456789/ -.") == std::string::npos;
}

bool is_bare_number(std::string_view line) noexcept {
  return !line.empty() && line.size() <= 4 && std::all_of(line.begin(), line.end(), is_ascii_digit);
}

bool is_open_ended(std::string_view text) {
  switch (last_code_point(text)) {
    case U'.':
    case U'!':
    case U'?':
    case U':':
    case U';':
    case U'…':
    case U'”':
    case U'»':
    case U'"':
    case U')':
    case U']':
    case U'\0':
      return false;
    default:
      return true;
  }
}

bool needs_more(std::string_view text) {
  const char32_t last = last_code_point(text);
  if (last == U',' || last == U'(' || last == U'[' || last == U'¿' || last == U'«') return true;
  const std::string_view word = last_word(text);
  if (word.empty() || word.size() == text.size()) return false;
  return std::find(kOpenWords.begin(), kOpenWords.end(), word) != kOpenWords.end();
}

bool begins_lower(std::string_view text) {
  std::size_t i = 0;
  return !text.empty() && base::is_lower(base::next_code_point(text, i));
}

bool ends_hyphenated(std::string_view text) {
  std::size_t end = text.size();
  if (end == 0) return false;
  const char32_t last = base::previous_code_point(text, end);
  if (last != U'-' && last != U'‐' && last != U'\u00AD') return false;
  return end > 0 && base::is_letter(base::previous_code_point(text, end));
}

bool announces_item(std::string_view text) {
  const std::size_t blank = text.rfind(' ');
  return blank != std::string_view::npos && blank > 0 &&
         (text[blank - 1] == ';' || text[blank - 1] == ',');
}

std::string without_leaders(std::string_view text) {
  constexpr std::size_t kFewest = 5;
  std::string out;
  bool words = false;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t dots = 0;
    std::size_t end = i;  // behind the last of them
    for (std::size_t k = i; k < text.size(); ++k) {
      if (text[k] == '.') {
        ++dots;
        end = k + 1;
      } else if (dots == 0 || text[k] != ' ' || !text.substr(k + 1).starts_with('.')) {
        break;
      }
    }
    if (dots >= kFewest) {
      out += ' ';
      i = end;
      continue;
    }
    words = words || (text[i] != '.' && text[i] != ' ');
    out += text[i++];
  }
  return words ? out : std::string(text);
}

std::string running_key(std::string_view line) {
  std::string key;
  for (const char c : base::fold(line)) {
    if (!is_ascii_digit(c)) {
      key += c;
    } else if (key.empty() || key.back() != '#') {
      key += '#';
    }
  }
  return key;
}

bool may_go_on(std::string_view upper, std::string_view lower) {
  if (upper.empty()) return false;
  if (begins_with_acronym(lower)) return is_open_ended(upper);
  // "… the Sustainable Development Goals (SDG)" does not end a sentence, either.
  const bool bracket =
      upper.back() == ')' || upper.back() == ']' || upper.ends_with("”") || upper.ends_with("»");
  if (begins_lower(lower)) return bracket || is_open_ended(upper);
  if (!is_open_ended(upper)) return false;
  return upper.back() != ',' && needs_more(upper) && !announces_item(upper);
}

std::size_t note_sign_length(std::string_view text) {
  constexpr std::string_view kRaised = "⁰¹²³⁴⁵⁶⁷⁸⁹*†‡";
  constexpr std::size_t kLongest = 3;
  std::size_t i = 0;
  std::size_t signs = 0;
  const bool bracket = text.starts_with('[');
  if (bracket) ++i;
  bool raised = false;
  while (i < text.size() && signs <= kLongest) {
    std::size_t next = i;
    static_cast<void>(base::next_code_point(text, next));
    const std::string_view sign = text.substr(i, next - i);
    const bool mark = kRaised.find(sign) != std::string_view::npos;
    if (!mark && !is_ascii_digit(sign.front())) break;
    raised = raised || mark;
    i = next;
    ++signs;
  }
  if (signs == 0 || signs > kLongest || (bracket && (i >= text.size() || text[i++] != ']')))
    return 0;
  const std::size_t n = blanks(text, i);
  if (i + n >= text.size() || (n == 0 && !raised)) return 0;
  // "12 países" goes on with a sentence.
  return begins_lower(text.substr(i + n)) ? 0 : i + n;
}

bool goes_on_counting(std::string_view text, std::string_view line) {
  const std::size_t bracket = line.find(')');
  if (bracket == std::string_view::npos || bracket == 0 || bracket > 3) return false;
  std::string before(line.substr(line.front() == '(' ? 1 : 0, bracket));
  before = before.substr(0, before.find(')'));
  if (before.empty()) return false;
  if (base::is_ascii_alpha(before.front()) && before.size() == 1) {
    --before.front();
  } else if (std::all_of(before.begin(), before.end(), is_ascii_digit)) {
    before = std::to_string(std::stoi(before) - 1);
  } else {
    return false;
  }
  const std::size_t at = text.find(before + ") ");
  return at != std::string_view::npos && at > 0 && (text[at - 1] == ' ' || text[at - 1] == '(') &&
         (is_open_ended(text) || text.back() == ';');
}

}  // namespace trujaman::read

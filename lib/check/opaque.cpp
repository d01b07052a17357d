#include "check/opaque.hpp"

#include <algorithm>
#include <string>

#include "base/ascii.hpp"

namespace trujaman::check {
namespace {

using base::is_ascii_alnum;
using base::is_ascii_alpha;
using base::is_ascii_digit;
using base::is_ascii_space;
using base::is_ascii_upper;

constexpr std::size_t npos = std::string_view::npos;
/// Longer ones are prose between two signs.
constexpr std::size_t kLongestPlaceholder = 40;
constexpr std::size_t kLongestTag = 400;

char at(std::string_view text, std::size_t i) noexcept {
  return i < text.size() ? text[i] : '\0';
}

bool is_name(char c) noexcept {
  return is_ascii_alnum(c) || c == '_' || c == '.' || c == '-';
}

/// End of a bracketed name whose opening bracket stands at @p open; npos when it is none.
std::size_t bracketed_end(std::string_view text, std::size_t open, char close) noexcept {
  std::size_t i = open + 1;
  while (i < text.size() && is_name(text[i])) ++i;
  const bool named = i > open + 1 && i - open <= kLongestPlaceholder;
  return named && at(text, i) == close ? i + 1 : npos;
}

/// End of what follows a % sign; npos when that is a percentage.
std::size_t percent_end(std::string_view text, std::size_t begin) noexcept {
  std::size_t i = begin + 1;
  if (at(text, i) == '(') {
    const std::size_t end = bracketed_end(text, i, ')');
    return end != npos && is_ascii_alpha(at(text, end)) ? end + 1 : end;
  }
  if (is_ascii_upper(at(text, i)) && is_ascii_upper(at(text, i + 1))) {
    while (is_ascii_upper(at(text, i)) || is_ascii_digit(at(text, i)) || at(text, i) == '_') ++i;
    return at(text, i) == '%' ? i + 1 : i;
  }
  const std::size_t digits = i;
  while (is_ascii_digit(at(text, i))) ++i;
  if (i > digits && at(text, i) == '$') ++i;
  if (std::string_view("sdifux@").find(at(text, i)) != npos && i < text.size() &&
      !is_ascii_alpha(at(text, i + 1))) {
    return i + 1;
  }
  const bool number = i > digits && i - digits <= 2 && !is_ascii_alpha(at(text, i));
  return number && (begin == 0 || !is_ascii_digit(text[begin - 1])) ? i : npos;
}

/// Elements that stand inside sentences, and those that hold them.
bool is_html(std::string_view name) noexcept {
  constexpr std::string_view names =
      " a b i u s p q em tt br hr li ul ol td th tr h1 h2 h3 h4 h5 h6 sub sup img kbd var div pre "
      "del ins code span font samp cite abbr small big strong center table ";
  std::string lower;
  for (const char c : name) lower += base::ascii_lower(c);
  return names.find(" " + lower + " ") != npos;
}

/// End of the tag at @p begin; npos when it is a "less than".
std::size_t tag_end(std::string_view text, std::size_t begin) noexcept {
  std::size_t i = begin + 1;
  if (at(text, i) == '/') ++i;
  if (!is_ascii_alpha(at(text, i))) return npos;
  while (is_name(at(text, i)) || at(text, i) == ':') ++i;
  const char next = at(text, i);
  if (next != '>' && next != '/' && !is_ascii_space(next)) return npos;
  const std::size_t end = text.find('>', i);
  if (end == npos || end - begin > kLongestTag) return npos;
  // "<a b>" is a tag only with an attribute in it.
  const std::string_view inside = text.substr(i, end - i);
  if (inside.find('=') != npos) return end + 1;
  if (inside.find_first_not_of(" /") != npos) return npos;
  // "<file name>", "<archivo>": what is to be filled in is translated.
  const bool closes = at(text, begin + 1) == '/';
  const std::size_t name = closes ? begin + 2 : begin + 1;
  return closes || is_html(text.substr(name, i - name)) ? end + 1 : npos;
}

std::size_t entity_end(std::string_view text, std::size_t begin) noexcept {
  std::size_t i = begin + 1;
  if (at(text, i) == '#') ++i;
  const std::size_t name = i;
  while (is_ascii_alnum(at(text, i))) ++i;
  return i > name && i - name <= 8 && at(text, i) == ';' ? i + 1 : npos;
}

std::size_t placeholder_end(std::string_view text, std::size_t i) noexcept {
  switch (text[i]) {
    case '%':
      return percent_end(text, i);
    case '{':
      return bracketed_end(text, i, '}');
    case '$':
      if (at(text, i + 1) == '{') return bracketed_end(text, i + 1, '}');
      return at(text, i + 1) == '(' ? bracketed_end(text, i + 1, ')') : npos;
    case '<':
      return tag_end(text, i);
    case '&':
      return entity_end(text, i);
    default:
      return npos;
  }
}

/// Length of the name at the start of @p chunk that has capitals on both sides of a dot ("IM.COSH",
/// "MULTIPLO.SUPERIOR.ISO") and is no abbreviation; 0 when there is none.
std::size_t dotted_name_size(std::string_view chunk) noexcept {
  const std::size_t dot = chunk.find('.');
  if (dot == npos || dot < 2 || dot + 2 >= chunk.size()) return 0;
  const bool capitals = is_ascii_upper(chunk[dot - 2]) && is_ascii_upper(chunk[dot - 1]) &&
                        is_ascii_upper(chunk[dot + 1]) && is_ascii_upper(chunk[dot + 2]);
  if (!capitals || chunk.substr(dot + 1) == "UU") return 0;
  const auto end = std::ranges::find_if_not(
      chunk, [](char c) { return is_ascii_upper(c) || is_ascii_digit(c) || c == '.' || c == '_'; });
  return static_cast<std::size_t>(end - chunk.begin());
}

bool is_address(std::string_view chunk) noexcept {
  if (chunk.find("://") != npos || chunk.starts_with("www.") || chunk.starts_with("mailto:")) {
    return true;
  }
  const std::size_t at_sign = chunk.find('@');
  if (at_sign != npos && at_sign > 0 && chunk.find('.', at_sign) != npos) return true;
  const std::size_t backslash = chunk.find('\\');  // "C:\\Temp"
  if (backslash != npos && backslash > 0 && is_ascii_alnum(at(chunk, backslash + 1))) return true;
  // "example.org/es", "report.pdf": a dot, or a slash behind a dot, between letters.
  const std::size_t dot = chunk.find('.');
  return dot != npos && dot > 1 && dot + 2 < chunk.size() && is_ascii_alpha(chunk[dot - 1]) &&
         base::is_ascii_lower(chunk[dot + 1]) && base::is_ascii_lower(chunk[dot + 2]) &&
         std::ranges::all_of(chunk, [](char c) {
           return is_ascii_alnum(c) || std::string_view("._-/~#?=&%+:").find(c) != npos;
         });
}

}  // namespace

std::vector<TextSpan> find_placeholders(std::string_view text) {
  std::vector<TextSpan> out;
  for (std::size_t i = text.find_first_of("%{$<&"); i != npos; i = text.find_first_of("%{$<&", i)) {
    const std::size_t end = placeholder_end(text, i);
    if (end == npos) {
      ++i;
    } else {
      out.push_back({i, end});
      i = end;
    }
  }
  return out;
}

std::vector<TextSpan> find_addresses(std::string_view text) {
  constexpr std::string_view around = "()[]<>\"'.,;:!?*";
  std::vector<TextSpan> out;
  // Without one of these there is no address, as in most texts.
  if (text.find_first_of(".@\\:") == npos) return out;
  for (std::size_t i = 0; i < text.size();) {
    if (is_ascii_space(text[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && !is_ascii_space(text[end])) ++end;
    std::size_t first = i;
    std::size_t last = end;
    while (first < last && around.find(text[first]) != npos) ++first;
    while (last > first && around.find(text[last - 1]) != npos) --last;
    const std::string_view chunk = text.substr(first, last - first);
    if (is_address(chunk)) {
      out.push_back({first, last});
    } else if (const std::size_t size = dotted_name_size(chunk)) {
      out.push_back({first, first + size});
    }
    i = end;
  }
  return out;
}

}  // namespace trujaman::check

#include "segment/list_items.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.hpp"
#include "segment/characters.hpp"

namespace trujaman::segment {
namespace {

constexpr std::array<std::string_view, 6> kBullets{"•", "⁃", "▪", "◦", "‣", "●"};

/// The mark of an item: "2.", "(a)", "iv)", "• 3.", "•".
struct Mark {
  std::string_view bullet;
  std::string_view label;  ///< Digits or letters.
  std::string_view open;   ///< "(" or nothing.
  std::string_view close;  ///< ".", ")" or ".)".
  std::size_t end = 0;     ///< Behind the blank; 0 when there is no mark.
};

/// A label without a bracket is easily something else: an initial, the end of a sentence.
bool is_bare(const Mark& mark) noexcept {
  return mark.bullet.empty() && mark.close == ".";
}

std::size_t label_end(std::string_view text, std::size_t i) noexcept {
  constexpr std::size_t kMostDigits = 3;
  constexpr std::size_t kMostRoman = 5;
  std::size_t end = i;
  while (end < text.size() && base::is_ascii_digit(text[end])) ++end;
  if (end > i) return end - i <= kMostDigits ? end : i;
  for (const std::string_view roman : {"ivxlc", "IVXLC"}) {
    end = i;
    while (end < text.size() && roman.find(text[end]) != std::string_view::npos) ++end;
    if (end > i && end - i <= kMostRoman && end < text.size() && !base::is_ascii_alpha(text[end]))
      return end;
  }
  const bool one = i < text.size() && base::is_ascii_alpha(text[i]) &&
                   (i + 1 == text.size() || !base::is_ascii_alnum(text[i + 1]));
  return one ? i + 1 : i;
}

Mark mark_at(std::string_view text, std::size_t i) {
  Mark mark;
  for (const std::string_view bullet : kBullets) {
    if (!text.substr(i).starts_with(bullet)) continue;
    mark.bullet = text.substr(i, bullet.size());
    i = skip_space(text, i + bullet.size());
    mark.end = i;
    break;
  }
  std::size_t at = i;
  if (text.substr(at).starts_with("(")) mark.open = text.substr(at++, 1);
  const std::size_t end = label_end(text, at);
  std::size_t behind = end;
  if (behind < text.size() && text[behind] == '.') ++behind;
  if (behind < text.size() && text[behind] == ')') ++behind;
  const std::string_view close = text.substr(end, behind - end);
  const bool labelled = end > at && !close.empty() && (mark.open.empty() || close.ends_with(')')) &&
                        (behind == text.size() || base::is_space(code_point_at(text, behind)));
  if (!labelled) {
    mark.open = {};
    return mark;
  }
  mark.label = text.substr(at, end - at);
  mark.close = close;
  mark.end = skip_space(text, behind);
  return mark;
}

/// Value of a roman numeral of one case; 0 for what is none.
int roman_value(std::string_view label) noexcept {
  int total = 0;
  int last = 0;
  for (auto c = label.rbegin(); c != label.rend(); ++c) {
    int value = 0;
    switch (base::ascii_lower(*c)) {
      case 'i':
        value = 1;
        break;
      case 'v':
        value = 5;
        break;
      case 'x':
        value = 10;
        break;
      case 'l':
        value = 50;
        break;
      case 'c':
        value = 100;
        break;
      default:
        return 0;
    }
    total += value < last ? -value : value;
    last = std::max(last, value);
  }
  return total;
}

/// Whether @p b is the label after @p a: numbers, letters or roman numerals.
bool is_next_label(std::string_view a, std::string_view b) {
  if (base::is_ascii_digit(a.front()) != base::is_ascii_digit(b.front())) return false;
  if (base::is_ascii_digit(a.front()))
    return std::stoi(std::string(a)) + 1 == std::stoi(std::string(b));
  if (base::is_ascii_upper(a.front()) != base::is_ascii_upper(b.front())) return false;
  if (a.size() == 1 && b.size() == 1 && b.front() == a.front() + 1) return true;
  return roman_value(a) > 0 && roman_value(b) == roman_value(a) + 1;
}

bool follows(const Mark& a, const Mark& b) {
  if (a.bullet != b.bullet || a.open != b.open || a.close != b.close) return false;
  if (a.label.empty() || b.label.empty()) return a.label.empty() && b.label.empty();
  return is_next_label(a.label, b.label);
}

bool ends_clause(char32_t c) noexcept {
  return c == U'.' || c == U';' || c == U',' || c == U':' || c == U'!' || c == U'?' || c == U'…' ||
         c == U')' || c == U']' || c == U'”' || c == U'"' || c == U'»';
}

/// Whether the mark at @p i, the next one of a list, begins an item there.
bool begins_item(std::string_view text, std::size_t i, const Mark& mark) {
  const char32_t before = code_point_before(text, i - 1);
  const bool upper = base::is_upper(code_point_at(text, mark.end));
  if (!upper && before != U';' && !(mark.label.empty() && !mark.bullet.empty())) return false;
  if (mark.label.empty()) return true;
  if (is_bare(mark) && base::is_ascii_upper(mark.label.front())) {  // "J. Pérez y K. Ruiz"
    return before == U'.' || before == U';';
  }
  // "1. Aprueba la decisión 2. El Comité tomó nota." ends a sentence with a number, and "a) Según
  // el inciso b) El Comité decide." names one. In a list without marks between the items there is
  // none at its end either.
  return ends_clause(before) || !ends_clause(code_point_before(text, text.size()));
}

}  // namespace

bool is_item_at(std::string_view text, std::size_t i) {
  return mark_at(text, i).end > i;
}

bool is_bullet_at(std::string_view text, std::size_t i) {
  return !mark_at(text, i).bullet.empty();
}

std::vector<std::size_t> find_items(std::string_view text, std::string_view marker) {
  std::vector<std::size_t> out;
  Mark mark = mark_at(marker.empty() ? text : marker, 0);
  if (mark.end == 0) return out;
  if (!marker.empty()) mark.end = 0;
  for (std::size_t i = std::max<std::size_t>(mark.end, 1); i < text.size(); ++i) {
    if (text[i - 1] != ' ') continue;
    const Mark next = mark_at(text, i);
    // "J. K. Rowling": initials, between which nothing stands.
    if (next.end == 0 || i < mark.end + 2 || !follows(mark, next) || !begins_item(text, i, next))
      continue;
    out.push_back(i);
    mark = next;
    i = std::max(i, next.end - 1);
  }
  return out;
}

}  // namespace trujaman::segment

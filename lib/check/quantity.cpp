#include "check/quantity.hpp"

#include <algorithm>
#include <utility>

#include "base/ascii.hpp"
#include "base/unicode.hpp"

namespace trujaman::check {
namespace {

using base::is_ascii_digit;
constexpr std::size_t npos = std::string_view::npos;

/// Without zeros that say nothing: "007" → "7", "1.50" → "1.5".
std::string plain(std::string whole, std::string decimals) {
  whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size()));
  decimals.erase(decimals.find_last_not_of('0') + 1);
  if (whole.empty()) whole = "0";
  return decimals.empty() ? whole : whole + "." + decimals;
}

std::string digits_of(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (is_ascii_digit(c)) out += c;
  }
  return out;
}

/// Whether every group of figures behind a separator @p mark has three of them.
bool groups_thousands(std::string_view text, char mark) {
  std::size_t begin = text.find(mark);
  if (begin == 0 || begin > 3) return false;
  while (begin != npos) {
    const std::size_t end = text.find(mark, begin + 1);
    const std::size_t size = (end == npos ? text.size() : end) - begin - 1;
    if (size != 3) return false;
    begin = end;
  }
  return true;
}

void add_value(std::vector<std::string>& values, std::string value) {
  if (std::ranges::find(values, value) == values.end()) values.push_back(std::move(value));
}

std::string lower(std::string_view text) {
  return base::to_lower(text);
}

/// Collects the figures of one text.
class FigureFinder {
 public:
  FigureFinder(const Side& side, Used& used, Quantities& out)
      : side_(&side), used_(&used), out_(&out) {}

  void find() {
    find_symbols();
    for (std::size_t i = 0; i < side_->tokens.size(); ++i) {
      if ((*used_)[i]) continue;
      if (side_->is_number(i)) {
        if (!find_time(i)) find_number(i);
      } else if (side_->is_word(i)) {
        find_in_word(i);
      } else {
        find_superscript(i);
      }
    }
  }

 private:
  [[nodiscard]] std::string_view word(std::size_t i) const {
    return i < side_->tokens.size() ? side_->word(i) : std::string_view();
  }
  [[nodiscard]] TextSpan span(std::size_t first, std::size_t last) const {
    return {side_->tokens[first].span.begin, side_->tokens[last].span.end};
  }

  /// Document symbols: capitals, then parts between slashes, figures among them ("A/RES/70/1").
  void find_symbols() {
    for (std::size_t i = 0; i + 4 < side_->tokens.size(); ++i) {
      if ((*used_)[i] || !side_->is_word(i) || !base::is_ascii_upper(word(i).front())) continue;
      if (side_->touches_previous(i) && (word(i - 1) == "/" || word(i - 1) == "-")) continue;
      std::size_t last = i;
      std::size_t slashes = 0;
      bool figures = false;
      for (std::size_t k = i + 1; k < side_->tokens.size() && side_->touches_previous(k); ++k) {
        const std::string_view part = word(k);
        if (part == "/") {
          ++slashes;
        } else if (side_->is_number(k) || (side_->is_word(k) && is_symbol_part(part))) {
          last = k;
          figures = figures || side_->is_number(k);
        } else if (part != "." && part != "-") {
          break;
        }
      }
      if (slashes < 2 || !figures) continue;
      const TextSpan all = span(i, last);
      out_->numbers.push_back(
          {.span = all, .values = {lower(side_->at(all))}, .parts = {}, .base = {}});
      for (std::size_t k = i; k <= last; ++k) (*used_)[k] = true;
    }
  }

  /// Capitals and figures, or one of the words that symbols end in; others may be translated.
  static bool is_symbol_part(std::string_view part) {
    return part == "Rev" || part == "Add" || part == "Corr" || part == "Amend" ||
           std::ranges::all_of(part,
                               [](char c) { return base::is_ascii_upper(c) || is_ascii_digit(c); });
  }

  /// "10:30", "2:30 p.m.", "10 h 30": twelve hours and twenty-four count the same.
  bool find_time(std::size_t i) {
    const std::string_view mark = word(i + 1);
    const bool colon = (mark == ":" || mark == "∶") && side_->touches_previous(i + 1) &&
                       side_->touches_previous(i + 2);
    if ((!colon && mark != "h") || !side_->is_number(i + 2)) return false;
    if (word(i).size() > 2 || word(i + 2).size() != 2 || word(i + 2) > "59") return false;
    Quantity time{.span = span(i, i + 2), .values = {}, .parts = {}, .base = {}};
    add_time(word(i), word(i + 2), time.values);
    for (std::size_t k = i; k <= i + 2; ++k) (*used_)[k] = true;
    out_->numbers.push_back(std::move(time));
    return true;
  }

  static void add_time(std::string_view hours, std::string_view minutes,
                       std::vector<std::string>& values) {
    const int h = std::stoi(std::string(hours)) % 12;
    add_value(values, std::to_string(h) + ":" + std::string(minutes));
    if (minutes == "00") {  // "14:00" is "2 p.m." and "14 h"
      add_value(values, std::to_string(h));
      add_value(values, std::to_string(h + 12));
    }
  }

  void find_number(std::size_t i) {
    Quantity number{.span = side_->tokens[i].span, .values = {}, .parts = {}, .base = {}};
    const std::string_view text = word(i);
    number.values = figure_values(text, side_->tongue);
    if (i > 0 && (side_->is_mark(i - 1, ".") || side_->is_mark(i - 1, ",")) &&
        side_->touches_previous(i) && !side_->touches_previous(i - 1) &&
        text.find_first_of(".,") == npos) {
      number.values = {plain("0", digits_of(text))};  // ".08", ",5"
    }
    number.required = !joined_to_word(i);
    if (!number.required && i >= 2) number.name = lower(word(i - 2));
    number.marker = i == 0 && is_marker(i);
    const std::size_t dot = text.find('.');
    if (dot != npos && text.size() - dot == 3 && dot <= 2 && text.substr(dot + 1) <= "59") {
      add_time(text.substr(0, dot), text.substr(dot + 1), number.values);
    }
    add_parts(text, number);
    add_afternoon(i, number);
    add_short_year(i, number);
    std::size_t last = i;
    int zeros = 0;
    for (std::size_t k = word(i + 1) == "+" ? i + 2 : i + 1; k <= i + 4 && side_->is_word(k); ++k) {
      const int more = zeros_of(lower(word(k)), side_->tongue);
      if (more == 0 && !(zeros == 3 && word(k) == "de")) break;
      if (more != 0) last = k;
      zeros += more;
    }
    if (zeros != 0) {
      number.base = number.values.front();
      for (std::string& value : number.values) value = shifted(value, zeros);
      number.span.end = side_->tokens[last].span.end;
      for (std::size_t k = i; k <= last; ++k) (*used_)[k] = true;
    }
    out_->numbers.push_back(std::move(number));
  }

  /// "1,2,3", "103.37,1": a comma that groups no thousands may part two numbers.
  void add_parts(std::string_view text, Quantity& number) const {
    if (text.find(',') == npos || groups_thousands(text, ',')) return;
    for (std::size_t begin = 0; begin <= text.size();) {
      const std::size_t end = std::min(text.find(',', begin), text.size());
      number.parts.push_back(figure_values(text.substr(begin, end - begin), side_->tongue).front());
      out_->numbers.push_back({.span = number.span,
                               .values = {number.parts.back()},
                               .parts = {},
                               .base = {},
                               .required = false});
      begin = end + 1;
    }
  }

  /// "3 p.m." is 15 h.
  void add_afternoon(std::size_t i, Quantity& number) const {
    const std::string next = lower(word(i + 1));
    if (next != "p" && next != "pm" && next != "h" && next != "horas" && next != "heures" &&
        next != "hours") {
      return;
    }
    const std::string& hour = number.values.front();
    if (hour.size() > 2 || hour.find('.') != npos) return;
    const int h = std::stoi(hour);
    add_value(number.values, std::to_string(h < 12 ? h + 12 : h - 12));
  }

  /// The second year of "2019-20" is 2020.
  void add_short_year(std::size_t i, Quantity& number) const {
    if (i < 2 || word(i).size() != 2 || word(i - 2).size() != 4 || !side_->is_number(i - 2)) return;
    if (word(i - 1) == "-" || word(i - 1) == "/" || word(i - 1) == "–") {
      add_value(number.values, std::string(word(i - 2).substr(0, 2)) + std::string(word(i)));
    }
  }

  /// Part of a name: "COVID-19", "F-16", "C++11".
  [[nodiscard]] bool joined_to_word(std::size_t i) const {
    if (!side_->touches_previous(i)) return false;
    const std::string_view mark = word(i - 1);
    if (mark == "_" || mark == "+" || mark == "#") return true;
    return (mark == "-" || mark == "–" || mark == "‑") && side_->touches_previous(i - 1) &&
           i >= 2 && side_->is_word(i - 2);
  }

  [[nodiscard]] bool is_marker(std::size_t i) const {
    const std::string_view next = word(i + 1);
    return next == "." || next == ")" || next == "-" || next == "º" || next == "°" || next == "–";
  }

  /// "2⁴⁸" is "2^48" to others.
  void find_superscript(std::size_t i) {
    constexpr std::array<std::string_view, 10> digits{"⁰", "¹", "²", "³", "⁴",
                                                      "⁵", "⁶", "⁷", "⁸", "⁹"};
    std::string value;
    std::size_t last = i;
    for (std::size_t k = i; k < side_->tokens.size(); ++k) {
      const auto digit = std::ranges::find(digits, word(k));
      if (digit == digits.end() || (k > i && !side_->touches_previous(k))) break;
      value += static_cast<char>('0' + (digit - digits.begin()));
      (*used_)[k] = true;
      last = k;
    }
    if (value.empty()) return;
    out_->numbers.push_back(
        {.span = span(i, last), .values = {value}, .parts = {}, .base = {}, .required = false});
  }

  /// Figures in a word: "1990s", "2nd", "1er", "5m", "10h30", "CO2".
  void find_in_word(std::size_t i) {
    const std::string_view text = word(i);
    for (std::size_t begin = text.find_first_of("0123456789"); begin != npos;) {
      std::size_t end = begin;
      while (end < text.size() && is_ascii_digit(text[end])) ++end;
      Quantity number{.span = side_->tokens[i].span, .values = {}, .parts = {}, .base = {}};
      add_value(number.values, plain(std::string(text.substr(begin, end - begin)), {}));
      number.required = begin == 0 && is_suffix(text.substr(end));
      if (begin > 0) number.name = lower(text.substr(0, begin));
      add_suffixed(text.substr(end), number);
      out_->numbers.push_back(std::move(number));
      begin = text.find_first_of("0123456789", end);
    }
    const std::size_t h = text.find('h');
    if (h != npos && h >= 1 && h <= 2 && text.size() == h + 3 && is_ascii_digit(text[0]) &&
        is_ascii_digit(text[h + 1]) && is_ascii_digit(text[h + 2])) {
      Quantity time{
          .span = side_->tokens[i].span, .values = {}, .parts = {}, .base = {}, .required = false};
      add_time(digits_of(text.substr(0, h)), text.substr(h + 1), time.values);
      out_->numbers.push_back(std::move(time));
    }
  }

  static bool is_suffix(std::string_view s) {
    constexpr std::string_view known = " st nd rd th er ère e ème re nd nde s º ª o a m M k bn ";
    return known.find(" " + std::string(s) + " ") != npos;
  }

  static void add_suffixed(std::string_view suffix, Quantity& number) {
    const std::string first = number.values.front();
    if (suffix == "s" && first.size() == 4) add_value(number.values, plain(first.substr(2), {}));
    if (suffix == "s" && first.size() == 2) add_value(number.values, "19" + first);
    if (suffix == "m" || suffix == "M") add_value(number.values, shifted(first, 6));
    if (suffix == "k") add_value(number.values, shifted(first, 3));
    if (suffix == "bn") add_value(number.values, shifted(first, 9));
  }

  const Side* side_;
  Used* used_;
  Quantities* out_;
};

}  // namespace

std::vector<std::string> figure_values(std::string_view text, Tongue tongue) {
  const std::size_t first = text.find_first_of(".,");
  if (first == npos) return {plain(digits_of(text), {})};
  const std::size_t last = text.find_last_of(".,");
  const char mark = text[last];
  const std::string whole = digits_of(text.substr(0, last));
  const std::string decimals = digits_of(text.substr(last + 1));
  if (first == last) {
    const bool spaced = text.find_first_not_of("0123456789.,") != npos;
    if (spaced || whole == "0" || !groups_thousands(text, mark)) return {plain(whole, decimals)};
    // "1.234": thousands in Spanish, decimals in English; but who writes it may not know.
    const bool decimal_first = mark == (tongue == Tongue::English ? '.' : ',');
    std::vector<std::string> values{plain(whole + decimals, {}), plain(whole, decimals)};
    if (decimal_first) std::swap(values[0], values[1]);
    return values;
  }
  const char other = mark == '.' ? ',' : '.';
  if (text.find(other) == npos) {
    if (groups_thousands(text, mark)) return {plain(digits_of(text), {})};
    std::string version(text);  // "3.2.1"
    std::ranges::replace(version, ',', '.');
    return {version};
  }
  if (text.find(mark) == last && groups_thousands(text.substr(0, last), other)) {
    return {plain(whole, decimals)};
  }
  std::string version(text);
  std::ranges::replace(version, ',', '.');
  return {version};
}

std::string shifted(const std::string& value, int zeros) {
  const std::size_t point = value.find('.');
  std::string whole = value.substr(0, point);
  std::string decimals = point == npos ? "" : value.substr(point + 1);
  while (decimals.size() < static_cast<std::size_t>(zeros)) decimals += '0';
  whole += decimals.substr(0, static_cast<std::size_t>(zeros));
  return plain(std::move(whole), decimals.substr(static_cast<std::size_t>(zeros)));
}

bool equal(const Quantity& a, const Quantity& b) {
  const auto has = [](const Quantity& q, const std::string& value) {
    return std::ranges::find(q.values, value) != q.values.end();
  };
  if (std::ranges::any_of(a.values, [&](const std::string& v) { return has(b, v); })) return true;
  // "between 5 and 10 million": the first figure has its "million" behind the second.
  return (!a.base.empty() && b.base.empty() && b.values.front() == a.base) ||
         (!b.base.empty() && a.base.empty() && a.values.front() == b.base);
}

Quantities find_quantities(const Side& side) {
  Quantities out;
  Used used(side.tokens.size(), false);
  for (std::size_t i = 0; i < side.tokens.size() && !side.opaque.empty(); ++i) {
    used[i] = side.is_opaque(side.tokens[i].span.begin);
  }
  find_dates(side, used, out);
  FigureFinder(side, used, out).find();
  find_number_words(side, used, out);
  return out;
}

}  // namespace trujaman::check

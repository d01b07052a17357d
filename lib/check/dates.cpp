/// Dates: "3 de mayo de 2024", "May 3, 2024", "3 mai 2024", "2024-05-03", "3/5/2024".
#include <charconv>
#include <optional>
#include <string>
#include <unordered_map>

#include "base/ascii.hpp"
#include "base/unicode.hpp"
#include "check/quantity.hpp"

namespace trujaman::check {
namespace {

struct Month {
  int number = 0;
  bool abbreviated = false;  ///< Or a word that means something else, too.
};

// Folded. The three languages in one table: a foreign month in a text is one, too.
const std::unordered_map<std::string_view, Month>& months() {
  static const std::unordered_map<std::string_view, Month> table{
      {"enero", {1}},       {"january", {1}},    {"janvier", {1}},    {"ene", {1, true}},
      {"jan", {1, true}},   {"janv", {1, true}}, {"febrero", {2}},    {"february", {2}},
      {"fevrier", {2}},     {"feb", {2, true}},  {"fevr", {2, true}}, {"marzo", {3}},
      {"march", {3, true}}, {"mars", {3, true}}, {"mar", {3, true}},  {"abril", {4}},
      {"april", {4}},       {"avril", {4}},      {"abr", {4, true}},  {"apr", {4, true}},
      {"avr", {4, true}},   {"mayo", {5}},       {"may", {5, true}},  {"mai", {5, true}},
      {"junio", {6}},       {"june", {6}},       {"juin", {6}},       {"jun", {6, true}},
      {"julio", {7}},       {"july", {7}},       {"juillet", {7}},    {"jul", {7, true}},
      {"juil", {7, true}},  {"agosto", {8}},     {"august", {8}},     {"aout", {8}},
      {"ago", {8, true}},   {"aug", {8, true}},  {"septiembre", {9}}, {"setiembre", {9}},
      {"september", {9}},   {"septembre", {9}},  {"sep", {9, true}},  {"sept", {9, true}},
      {"octubre", {10}},    {"october", {10}},   {"octobre", {10}},   {"oct", {10, true}},
      {"noviembre", {11}},  {"november", {11}},  {"novembre", {11}},  {"nov", {11, true}},
      {"diciembre", {12}},  {"december", {12}},  {"decembre", {12}},  {"dic", {12, true}},
      {"dec", {12, true}}};
  return table;
}

/// The whole of @p text as a number; -1 when it is none.
int number_of(std::string_view text) noexcept {
  int value = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? value : -1;
}

bool is_year(int n) noexcept {
  return n >= 1000 && n <= 2999;
}
bool is_day(int n) noexcept {
  return n >= 1 && n <= 31;
}

class DateFinder {
 public:
  DateFinder(const Side& side, Used& used, Quantities& out)
      : side_(&side), used_(&used), out_(&out) {}

  void find() {
    for (std::size_t i = 0; i < side_->tokens.size(); ++i) {
      if ((*used_)[i]) continue;
      if (side_->is_word(i)) {
        find_named(i);
      } else if (side_->is_number(i)) {
        find_in_figures(i);
      }
    }
  }

 private:
  /// Day of the month in token @p i: "3", "1.º" is parted by the tokenizer, "1er", "3rd".
  [[nodiscard]] int day_at(std::size_t i) const {
    if (i >= side_->tokens.size()) return 0;
    std::string_view text = side_->word(i);
    std::size_t digits = 0;
    while (digits < text.size() && base::is_ascii_digit(text[digits])) ++digits;
    if (digits == 0 || digits > 2) return 0;
    // "COVID-19 may …"
    if (side_->touches_previous(i) && i >= 2 && side_->word(i - 1) == "-" &&
        side_->is_word(i - 2)) {
      return 0;
    }
    const std::string_view suffix = text.substr(digits);
    const bool ordinal = suffix.empty() || suffix == "st" || suffix == "nd" || suffix == "rd" ||
                         suffix == "th" || suffix == "er" || suffix == "º" || suffix == "o" ||
                         suffix == "°";
    const int day = ordinal ? number_of(text.substr(0, digits)) : 0;
    return is_day(day) ? day : 0;
  }
  [[nodiscard]] int year_at(std::size_t i) const {
    if (!side_->is_number(i)) return 0;
    // "El 26 de marzo, 1700 millones de personas …"
    if (side_->is_word(i + 1) && zeros_of(base::to_lower(side_->word(i + 1)), side_->tongue) != 0) {
      return 0;
    }
    const int year = number_of(side_->word(i));
    return is_year(year) ? year : 0;
  }
  [[nodiscard]] bool is_link(std::size_t i) const {
    if (i >= side_->tokens.size()) return false;
    const std::string_view word = side_->word(i);
    return word == "de" || word == "del" || word == "of" || word == "," || word == "." ||
           word == "º" || word == "°" || word == "año" || word == "the" || word == "er";
  }

  /// Token of the day that ends before @p i, over links; npos when there is none.
  [[nodiscard]] std::size_t day_before(std::size_t i) const {
    for (int steps = 0; i > 0 && steps < 4; ++steps) {
      if (day_at(--i) != 0) return i;
      if (!is_link(i)) break;
    }
    return std::string_view::npos;
  }
  /// Token from @p i on, over links, for which @p is holds; npos when there is none.
  template <typename Is>
  [[nodiscard]] std::size_t skip_links(std::size_t i, Is&& is) const {
    for (int steps = 0; i < side_->tokens.size() && steps < 4; ++steps, ++i) {
      if (is(i)) return i;
      if (!is_link(i)) break;
    }
    return std::string_view::npos;
  }

  void find_named(std::size_t i) {
    base::fold(side_->word(i), folded_);
    const auto found = months().find(folded_);
    if (found == months().end()) return;
    const Month month = found->second;
    // "may" is a verb, "May" a month.
    if (side_->tongue == Tongue::English && !base::is_ascii_upper(side_->word(i).front())) return;
    constexpr std::size_t none = std::string_view::npos;
    const auto is_a_year = [&](std::size_t k) { return year_at(k) != 0; };
    std::size_t day = day_before(i);
    std::size_t year = skip_links(i + 1, is_a_year);
    if (day == none && year == none) {  // "May 3, 2024", "May 3", "May 3,2024"
      day = i + 1;
      if (add_joined(month.number, i)) return;
      if (day_at(day) == 0) {
        day = none;
      } else {
        year = skip_links(day + 1, is_a_year);
      }
    }
    if (day == none && year == none) {
      if (!month.abbreviated) out_->months |= 1U << month.number;
      return;
    }
    out_->months |= 1U << month.number;
    CalendarDate date;
    date.month = month.number;
    std::size_t first = i;
    std::size_t last = i;
    if (day != none) {
      date.day = day_at(day);
      first = std::min(first, day);
      last = std::max(last, day);
    }
    if (year != none) {
      date.year = year_at(year);
      last = std::max(last, year);
    }
    add(date, first, last);
  }

  /// "May 3,2024", without a blank.
  bool add_joined(int month, std::size_t i) {
    if (!side_->is_number(i + 1)) return false;
    const std::string_view text = side_->word(i + 1);
    const std::size_t comma = text.find(',');
    if (comma == std::string_view::npos) return false;
    const int day = number_of(text.substr(0, comma));
    const int year = number_of(text.substr(comma + 1));
    if (!is_day(day) || !is_year(year)) return false;
    out_->months |= 1U << month;
    add({.span = {}, .day = day, .month = month, .year = year}, i, i + 1);
    return true;
  }

  /// "3/5/2024", "2024-05-03", "03.05.2024".
  void find_in_figures(std::size_t i) {
    const std::string_view text = side_->word(i);
    const std::size_t dot = text.find('.');
    if (dot != std::string_view::npos) {
      const std::size_t second = text.find('.', dot + 1);
      if (second == std::string_view::npos) return;
      add_figures(number_of(text.substr(0, dot)), number_of(text.substr(dot + 1, second - dot - 1)),
                  number_of(text.substr(second + 1)), i, i);
      return;
    }
    if (i + 4 >= side_->tokens.size()) return;
    const std::string_view mark = side_->word(i + 1);
    if ((mark != "/" && mark != "-") || side_->word(i + 3) != mark) return;
    for (std::size_t k = i + 1; k <= i + 4; ++k) {
      if (!side_->touches_previous(k)) return;
    }
    if (!side_->is_number(i + 2) || !side_->is_number(i + 4)) return;
    add_figures(number_of(text), number_of(side_->word(i + 2)), number_of(side_->word(i + 4)), i,
                i + 4);
  }

  void add_figures(int a, int b, int c, std::size_t first, std::size_t last) {
    CalendarDate date;
    if (is_year(a) && b >= 1 && b <= 12 && is_day(c)) {
      date = {.span = {}, .day = c, .month = b, .year = a};
    } else if (is_day(a) && is_day(b) && is_year(c) && (a <= 12 || b <= 12)) {
      const bool american = a <= 12 && b > 12;
      date = {.span = {},
              .day = american ? b : a,
              .month = american ? a : b,
              .year = c,
              .ambiguous = a <= 12 && b <= 12};
    } else {
      return;
    }
    out_->months |= 1U << date.month;
    if (date.ambiguous) out_->months |= 1U << date.day;
    add(date, first, last);
  }

  void add(CalendarDate date, std::size_t first, std::size_t last) {
    date.span = {side_->tokens[first].span.begin, side_->tokens[last].span.end};
    for (std::size_t k = first; k <= last; ++k) (*used_)[k] = true;
    for (const int part : {date.day, date.year}) {
      if (part != 0) {
        out_->numbers.push_back({.span = date.span,
                                 .values = {std::to_string(part)},
                                 .parts = {},
                                 .base = {},
                                 .required = false});
      }
    }
    out_->dates.push_back(date);
  }

  const Side* side_;
  Used* used_;
  Quantities* out_;
  std::string folded_;
};

}  // namespace

void find_dates(const Side& side, Used& used, Quantities& out) {
  DateFinder(side, used, out).find();
}

}  // namespace trujaman::check

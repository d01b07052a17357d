/// @file
/// Numbers, dates and document symbols of a text, in a form that does not depend on the language.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <trujaman/text.hpp>

#include "check/side.hpp"

namespace trujaman::check {

/// Something countable that stands in a text.
struct Quantity {
  TextSpan span;
  /// What it may be worth, the likeliest first: "1.000" is 1000 or 1, "1990s" 1990 or 90. Digits,
  /// a point before the decimals; or a document symbol, a version, a time.
  std::vector<std::string> values;
  /// Where the figures may be a list: "1,2" is 1 and 2.
  std::vector<std::string> parts;
  /// Its figures without the "million" behind them; empty where there is no such word.
  std::string base;
  /// Must have an equal on the other side. Words ("three"), Roman numerals and figures in names
  /// ("COVID-19") need none, but may be the equal of a figure.
  bool required = true;
  /// Of figures in a name, what stands before them, in lower case ("covid").
  std::string name = {};
  bool marker = false;  ///< Numbers the text as a whole, "1. ", "2) ".
};

/// A date, or the month and one other part of it. 0 for a part that is not said.
struct CalendarDate {
  TextSpan span;
  int day = 0;
  int month = 0;
  int year = 0;
  /// Written in figures: day and month may be the other way round ("3/5/2024").
  bool ambiguous = false;
};

/// All of them in a text.
struct Quantities {
  std::vector<Quantity> numbers;  ///< In order, but for words, which come behind figures.
  std::vector<CalendarDate> dates;
  std::uint32_t months = 0;  ///< A bit (1 << month) for each month that is named anywhere.
};

[[nodiscard]] Quantities find_quantities(const Side& side);

/// Whether two quantities have a value in common.
[[nodiscard]] bool equal(const Quantity& a, const Quantity& b);

// Steps of find_quantities ---------------------------------------------------------------------

/// Tokens that are accounted for.
using Used = std::vector<bool>;

/// Dates; their tokens become used, and days and years are added to the numbers, not required.
void find_dates(const Side& side, Used& used, Quantities& out);

/// Values of the figures @p text, a number token: "1.000,5" is {"1000.5"}.
[[nodiscard]] std::vector<std::string> figure_values(std::string_view text, Tongue tongue);
/// @p value times 10 to the power of @p zeros.
[[nodiscard]] std::string shifted(const std::string& value, int zeros);

/// How many zeros the word stands for behind figures ("millones", "thousand"); 0 for another word.
/// @p lower is in lower case.
[[nodiscard]] int zeros_of(std::string_view lower, Tongue tongue) noexcept;
/// Whether @p word says a number in that language ("uno", "twelve").
[[nodiscard]] bool is_number_word(std::string_view word, Tongue tongue);
/// Numbers in words, and Roman numerals; none is required.
void find_number_words(const Side& side, const Used& used, Quantities& out);

}  // namespace trujaman::check

/// Numbers and dates that stand on one side only.
#include <algorithm>
#include <string>
#include <vector>

#include <trujaman/message.hpp>

#include "check/quantity.hpp"
#include "check/rules.hpp"

namespace trujaman::check {
namespace {

bool has_equal(const Quantity& number, const Quantities& other) {
  return std::ranges::any_of(other.numbers, [&](const Quantity& q) { return equal(number, q); });
}

bool has_number(int n, const Quantities& in) {
  return n == 0 ||
         has_equal({.span = {}, .values = {std::to_string(n)}, .parts = {}, .base = {}}, in);
}

bool has_value(const std::string& value, const Quantities& in) {
  return std::ranges::any_of(in.numbers, [&](const Quantity& q) {
    return std::ranges::find(q.values, value) != q.values.end();
  });
}

/// Whether the name of @p number stands in @p other with other figures only: "COVID-17".
bool has_other_figures(const Quantity& number, const Quantities& other) {
  const auto same_name = [&](const Quantity& q) { return q.name == number.name; };
  return !number.name.empty() && std::ranges::any_of(other.numbers, same_name) &&
         std::ranges::none_of(other.numbers,
                              [&](const Quantity& q) { return same_name(q) && equal(number, q); });
}

/// Numbers of @p a that @p b does not have. How often they stand there is the translator's affair.
std::vector<TextSpan> missing_numbers(const Quantities& a, const Quantities& b) {
  std::vector<TextSpan> out;
  const bool numbered = std::ranges::any_of(b.numbers, &Quantity::marker);
  for (const Quantity& number : a.numbers) {
    if (has_other_figures(number, b)) out.push_back(number.span);
    if (!number.required || has_equal(number, b)) continue;
    const auto there = [&](const std::string& part) { return has_value(part, b); };
    if (!number.parts.empty() && std::ranges::all_of(number.parts, there)) continue;
    // The number of a list item may be the layout's.
    if (number.marker && !numbered) continue;
    out.push_back(number.span);
  }
  return out;
}

bool agree(int a, int b) noexcept {
  return a == 0 || b == 0 || a == b;
}

bool same(const CalendarDate& a, const CalendarDate& b) noexcept {
  if (!agree(a.year, b.year)) return false;
  if (agree(a.day, b.day) && agree(a.month, b.month)) return true;
  return (a.ambiguous || b.ambiguous) && agree(a.day, b.month) && agree(a.month, b.day);
}

bool has_month(int month, const Quantities& in) {
  return (in.months >> month & 1U) != 0 || has_number(month, in);
}

/// Dates of @p a that @p b does not have, not in parts either ("del 3 al 5 de mayo").
std::vector<TextSpan> missing_dates(const Quantities& a, const Quantities& b) {
  std::vector<TextSpan> out;
  for (const CalendarDate& date : a.dates) {
    if (std::ranges::any_of(b.dates, [&](const CalendarDate& d) { return same(date, d); })) {
      continue;
    }
    const bool in_parts = has_number(date.year, b) &&
                          ((has_number(date.day, b) && has_month(date.month, b)) ||
                           (date.ambiguous && has_number(date.month, b) && has_month(date.day, b)));
    if (!in_parts) out.push_back(date.span);
  }
  return out;
}

void report_missing(CheckRule rule, const Pair& pair, const std::vector<TextSpan>& source,
                    const std::vector<TextSpan>& target, Report& report) {
  if (source.empty() && target.empty()) return;
  std::vector<FindingPlace> of_source;
  std::vector<FindingPlace> of_target;
  for (const TextSpan span : source) of_source.push_back(place(pair.source, span));
  for (const TextSpan span : target) of_target.push_back(place(pair.target, span));
  std::string what;
  if (target.empty()) {
    what = message("{1} is not in the target", quoted(of_source));
  } else if (source.empty()) {
    what = message("{1} is not in the source", quoted(of_target));
  } else {
    what = message("the source has {1}, the target {2}", quoted(of_source), quoted(of_target));
  }
  std::ranges::move(of_target, std::back_inserter(of_source));
  report.add(rule, Severity::Defect, std::move(of_source), std::move(what));
}

}  // namespace

void check_numbers(const Pair& pair, Report& report) {
  const Quantities source = find_quantities(pair.source);
  const Quantities target = find_quantities(pair.target);
  if (report.wants(CheckRule::Date)) {
    report_missing(CheckRule::Date, pair, missing_dates(source, target),
                   missing_dates(target, source), report);
  }
  if (report.wants(CheckRule::Number)) {
    report_missing(CheckRule::Number, pair, missing_numbers(source, target),
                   missing_numbers(target, source), report);
  }
}

}  // namespace trujaman::check

#include "exchange/tmx/tmx_date.hpp"

#include <array>
#include <chrono>
#include <cstdio>

#include "base/ascii.hpp"
#include "base/unicode.hpp"

namespace trujaman::exchange {
namespace {

using namespace std::chrono;

/// Takes a date apart from its start on.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  /// The number that exactly @p digits digits make, or -1.
  int number(std::size_t digits) {
    if (rest_.size() < digits) return -1;
    int value = 0;
    for (const char c : rest_.substr(0, digits)) {
      if (!base::is_ascii_digit(c)) return -1;
      value = value * 10 + (c - '0');
    }
    rest_.remove_prefix(digits);
    return value;
  }
  bool skip(std::string_view any_of) {
    if (rest_.empty() || any_of.find(rest_.front()) == std::string_view::npos) return false;
    rest_.remove_prefix(1);
    return true;
  }
  void skip_digits() {
    while (skip("0123456789")) {
    }
  }
  [[nodiscard]] char front() const { return rest_.empty() ? '\0' : rest_.front(); }
  [[nodiscard]] bool done() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

/// What the zone adds to UTC: "Z", "+02:00", "-0430", "+02", or nothing.
std::optional<minutes> parse_zone(Scanner& scan) {
  if (scan.done() || scan.skip("Zz")) return minutes(0);
  const int sign = scan.front() == '-' ? -1 : 1;
  if (!scan.skip("+-")) return std::nullopt;
  const int h = scan.number(2);
  scan.skip(":");
  const int m = scan.done() ? 0 : scan.number(2);
  if (h < 0 || h > 23 || m < 0 || m > 59) return std::nullopt;
  return minutes(sign * (h * 60 + m));
}

std::optional<seconds> parse_time(Scanner& scan) {
  const int h = scan.number(2);
  scan.skip(":");
  const int m = scan.number(2);
  int s = 0;
  if (scan.skip(":") || base::is_ascii_digit(scan.front())) s = scan.number(2);
  if (scan.skip(".,")) scan.skip_digits();
  if (h < 0 || h > 24 || m < 0 || m > 59 || s < 0 || s > 60) return std::nullopt;
  return hours(h) + minutes(m) + seconds(s);
}

bool writable(sys_seconds time) {
  return time >= sys_days(year(0) / 1 / 1) && time < sys_days(year(10000) / 1 / 1);
}

}  // namespace

std::optional<Timestamp> parse_tmx_date(std::string_view text) {
  Scanner scan(base::trim(text));
  const int y = scan.number(4);
  scan.skip("-/");
  const int m = scan.number(2);
  scan.skip("-/");
  const int d = scan.number(2);
  if (y < 0 || m < 1 || d < 1) return std::nullopt;
  const year_month_day date = year(y) / m / d;
  if (!date.ok()) return std::nullopt;
  sys_seconds result = sys_days(date);
  if (scan.skip("Tt ")) {
    const auto time = parse_time(scan);
    if (!time) return std::nullopt;
    result += *time;
  }
  scan.skip(" ");
  const auto zone = parse_zone(scan);
  if (!zone || !scan.done()) return std::nullopt;
  result -= *zone;
  return writable(result) ? std::optional<Timestamp>(result) : std::nullopt;
}

std::string format_tmx_date(Timestamp timestamp) {
  const sys_seconds time = timestamp;
  if (!writable(time)) return {};
  const auto day = floor<days>(time);
  const year_month_day date = day;
  const hh_mm_ss<seconds> clock(time - day);
  std::array<char, 64> out{};
  std::snprintf(out.data(), out.size(), "%04d%02u%02uT%02d%02d%02dZ", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                static_cast<int>(clock.seconds().count()));
  return out.data();
}

}  // namespace trujaman::exchange

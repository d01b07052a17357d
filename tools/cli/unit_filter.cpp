#include "cli/unit_filter.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <iterator>
#include <string_view>

#include "cli/status.hpp"

namespace trujaman::cli {
namespace {

/// 2026-01-31 as its first second, UTC.
std::chrono::sys_seconds day(const std::string& option, const std::string& text) {
  int year = 0;
  unsigned month = 0;
  unsigned number = 0;
  int length = 0;
  // NOLINTNEXTLINE(cert-err34-c): the length tells whether all of it was read
  if (std::sscanf(text.c_str(), "%4d-%2u-%2u%n", &year, &month, &number, &length) == 3 &&
      static_cast<std::size_t>(length) == text.size()) {
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                           std::chrono::day(number)};
    if (date.ok()) return std::chrono::sys_days(date);
  }
  throw UsageError(option + ": '" + text + "' is no date like 2026-01-31");
}

/// What --filter may name, each an option of its own, too.
struct FilterKey {
  std::string_view name;
  std::string FilterArguments::*value;
};

constexpr FilterKey filter_keys[] = {{"document", &FilterArguments::document},
                                     {"since", &FilterArguments::since},
                                     {"before", &FilterArguments::before},
                                     {"property", &FilterArguments::property}};

std::string known_keys() {
  std::string out;
  for (const FilterKey& key : filter_keys) {
    out += (out.empty() ? "" : ", ") + std::string(key.name);
  }
  return out;
}

/// The options as if each filter had been given by its own.
FilterArguments spelt_out(FilterArguments args) {
  for (const std::string& filter : args.filters) {
    const std::size_t equals = filter.find('=');
    const std::string_view name = std::string_view(filter).substr(0, equals);
    const auto key = std::find_if(std::begin(filter_keys), std::end(filter_keys),
                                  [&](const FilterKey& k) { return k.name == name; });
    if (equals == std::string::npos || key == std::end(filter_keys)) {
      throw UsageError("--filter: '" + filter + "' is not KEY=VALUE with one of the keys " +
                       known_keys());
    }
    args.*(key->value) = filter.substr(equals + 1);
  }
  return args;
}

}  // namespace

void add_filter_options(CLI::App& command, FilterArguments& args) {
  command.add_option("--document", args.document, "Only units of this document")->type_name("NAME");
  command.add_option("--since", args.since, "Only units changed on this day or later")
      ->type_name("DATE");
  command.add_option("--before", args.before, "Only units changed before this day")
      ->type_name("DATE");
  command.add_option("--property", args.property, "Only units with this property")
      ->type_name("TYPE=VALUE");
  command
      .add_option("--filter", args.filters,
                  "The same in one option, which may be repeated: " + known_keys())
      ->allow_extra_args(false)
      ->type_name("KEY=VALUE");
}

UnitFilter filter_of(const FilterArguments& given) {
  const FilterArguments args = spelt_out(given);
  UnitFilter filter;
  filter.document = args.document;
  if (!args.since.empty()) filter.since = day("--since", args.since);
  if (!args.before.empty()) filter.before = day("--before", args.before);
  if (!args.property.empty()) {
    const std::size_t equals = args.property.find('=');
    if (equals == std::string::npos) throw UsageError("--property wants TYPE=VALUE");
    filter.property = Property{args.property.substr(0, equals), args.property.substr(equals + 1)};
  }
  return filter;
}

}  // namespace trujaman::cli

#include "cli/unit_filter.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <iterator>
#include <string_view>
#include <variant>

#include <trujaman/error.hpp>
#include <trujaman/message.hpp>

#include "cli/status.hpp"

namespace trujaman::cli {
namespace {

/// 2026-01-31 as its first second, UTC.
Timestamp day(const std::string& option, const std::string& text) {
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
  throw UsageError(message("{1}: '{2}' is no date like 2026-01-31", option, text));
}

/// What --filter may name, each an option of its own, too.
struct FilterKey {
  std::string_view name;
  std::variant<std::string FilterArguments::*, double FilterArguments::*> value;
};

constexpr FilterKey filter_keys[] = {{"document", &FilterArguments::document},
                                     {"since", &FilterArguments::since},
                                     {"before", &FilterArguments::before},
                                     {"property", &FilterArguments::property},
                                     {"min-confidence", &FilterArguments::min_confidence},
                                     {"max-confidence", &FilterArguments::max_confidence},
                                     {"source-matches", &FilterArguments::source_matches},
                                     {"target-matches", &FilterArguments::target_matches}};

void set(FilterArguments& args, const FilterKey& key, const std::string& value) {
  if (const auto* text = std::get_if<std::string FilterArguments::*>(&key.value)) {
    args.*(*text) = value;
    return;
  }
  double number = -1.0;
  const char* const end = value.data() + value.size();
  if (std::from_chars(value.data(), end, number).ptr != end || number < 0.0 || number > 1.0) {
    throw UsageError(message("--filter: '{1}' is no number from 0 to 1", value));
  }
  args.*std::get<double FilterArguments::*>(key.value) = number;
}

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
      throw UsageError(message("--filter: '{1}' is not KEY=VALUE with one of the keys {2}", filter,
                               known_keys()));
    }
    set(args, *key, filter.substr(equals + 1));
  }
  return args;
}

}  // namespace

void add_filter_options(CLI::App& command, FilterArguments& args) {
  command.add_option("--document", args.document, message("Only units of this document"))
      ->type_name("NAME");
  command.add_option("--since", args.since, message("Only units changed on this day or later"))
      ->type_name("DATE");
  command.add_option("--before", args.before, message("Only units changed before this day"))
      ->type_name("DATE");
  command.add_option("--property", args.property, message("Only units with this property"))
      ->type_name("TYPE=VALUE");
  command
      .add_option("--min-confidence", args.min_confidence,
                  message("Only units the aligner is so sure of"))
      ->check(CLI::Range(0.0, 1.0))
      ->type_name("0-1");
  command
      .add_option("--max-confidence", args.max_confidence, message("… or that it is no surer of"))
      ->check(CLI::Range(0.0, 1.0))
      ->type_name("0-1");
  command
      .add_option("--source-matches", args.source_matches,
                  message("Only units whose source has this in it; (?i) before it ignores case"))
      ->type_name("REGEX");
  command
      .add_option("--target-matches", args.target_matches,
                  message("… or one of whose translations has this"))
      ->type_name("REGEX");
  command.add_flag("--invert", args.invert, message("The units that the others leave out"));
  command
      .add_option("--filter", args.filters,
                  message("The same in one option, which may be repeated: {1}", known_keys()))
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
    if (equals == std::string::npos) throw UsageError(message("--property wants TYPE=VALUE"));
    filter.property = Property{args.property.substr(0, equals), args.property.substr(equals + 1)};
  }
  filter.min_confidence = args.min_confidence;
  filter.max_confidence = args.max_confidence;
  filter.source_matches = args.source_matches;
  filter.target_matches = args.target_matches;
  filter.invert = args.invert;
  try {
    static_cast<void>(UnitSelector(filter));
  } catch (const Error& e) {
    throw UsageError(e.what());
  }
  return filter;
}

}  // namespace trujaman::cli

/// @file
/// Which units of a memory or a file a command is about.
#pragma once

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include <trujaman/unit_filter.hpp>

namespace trujaman::cli {

struct FilterArguments {
  std::string document;
  std::string since;
  std::string before;
  std::string property;  ///< TYPE=VALUE
  double min_confidence = 0.0;
  double max_confidence = 1.0;
  std::string source_matches;
  std::string target_matches;
  bool invert = false;
  /// KEY=VALUE each, the keys being the names of the options above but the last.
  std::vector<std::string> filters;
};

/// Adds --document, --since, --before, --property, --min-confidence, --max-confidence,
/// --source-matches, --target-matches and --invert, and --filter, which spells all but that.
void add_filter_options(CLI::App& command, FilterArguments& args);

/// The filter that they mean, without languages. @throws UsageError for what is no date, property,
/// regular expression or key.
[[nodiscard]] UnitFilter filter_of(const FilterArguments& args);

}  // namespace trujaman::cli

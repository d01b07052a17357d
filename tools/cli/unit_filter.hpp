/// @file
/// Which units of a memory or a file a command is about.
#pragma once

#include <string>

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
};

/// Adds --document, --since, --before, --property, --min-confidence, --max-confidence,
/// --source-matches, --target-matches and --invert.
void add_filter_options(CLI::App& command, FilterArguments& args);

/// The filter that they mean, without languages. @throws UsageError for what is no date, property
/// or regular expression.
[[nodiscard]] UnitFilter filter_of(const FilterArguments& args);

}  // namespace trujaman::cli

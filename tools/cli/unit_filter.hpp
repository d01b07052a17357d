/// @file
/// Which units of a memory a command is about.
#pragma once

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include <trujaman/memory.hpp>

namespace trujaman::cli {

struct FilterArguments {
  std::string document;
  std::string since;
  std::string before;
  std::string property;  ///< TYPE=VALUE
  /// KEY=VALUE each, the keys being the names of the options above.
  std::vector<std::string> filters;
};

/// Adds --document, --since, --before and --property, and --filter, which spells all of them.
void add_filter_options(CLI::App& command, FilterArguments& args);

/// The filter that they mean, without languages. @throws UsageError for what is no date, property
/// or key.
[[nodiscard]] UnitFilter filter_of(const FilterArguments& args);

}  // namespace trujaman::cli

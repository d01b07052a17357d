/// @file
/// The look of --help.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

namespace trujaman::cli {

/// Help in the manner of git's: an option is shown with what it takes (its type name) and its
/// default; a positional argument as the command line has it (again its type name).
class HelpFormatter : public CLI::Formatter {
 public:
  HelpFormatter();
  std::string make_usage(const CLI::App* app, std::string name) const override;
  std::string make_option_name(const CLI::Option* option, bool is_positional) const override;
  /// Names the environment variable that stands in for the option, where there is one.
  std::string make_option_desc(const CLI::Option* option) const override;
  std::string make_option_opts(const CLI::Option* option) const override;
  /// As CLI11 does, but columns are counted, not bytes.
  std::string make_option(const CLI::Option* option, bool is_positional) const override;
  /// Headings are translated.
  std::string make_group(std::string group, bool is_positional,
                         std::vector<const CLI::Option*> options) const override;
  std::string make_subcommands(const CLI::App* app, CLI::AppFormatMode mode) const override;
};

/// What stands below the options of a command: @p prose, which may be empty, and an example.
[[nodiscard]] std::string with_example(const std::string& prose, const std::string& example);

}  // namespace trujaman::cli

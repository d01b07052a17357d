/// @file
/// The look of --help.
#pragma once

#include <memory>
#include <string>

#include <CLI/CLI.hpp>

namespace trujaman::cli {

/// Help in the manner of git's: an option is shown with what it takes (its type name) and its
/// default; a positional argument as the command line has it (again its type name).
class HelpFormatter : public CLI::Formatter {
 public:
  HelpFormatter();
  std::string make_usage(const CLI::App* app, std::string name) const override;
  std::string make_option_name(const CLI::Option* option, bool is_positional) const override;
  std::string make_option_opts(const CLI::Option* option) const override;
  /// As CLI11 does, but columns are counted, not bytes.
  std::string make_option(const CLI::Option* option, bool is_positional) const override;

 private:
  [[nodiscard]] std::string line(const std::string& name, const std::string& description) const;
};

/// What stands below the options of a command: @p prose, which may be empty, and an example.
[[nodiscard]] std::string with_example(const std::string& prose, const std::string& example);

}  // namespace trujaman::cli

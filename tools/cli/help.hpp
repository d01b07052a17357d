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
  /// Names the environment variable that stands in for the option, where there is one.
  std::string make_option_desc(const CLI::Option* option) const override;
  std::string make_option_opts(const CLI::Option* option) const override;
};

}  // namespace trujaman::cli

#include "cli/help.hpp"

namespace trujaman::cli {
namespace {

/// The type name without the names of its checks, which stand after colons.
std::string value_name(const CLI::Option& option) {
  const std::string name = option.get_type_name();
  return name.substr(0, name.find(':'));
}

}  // namespace

HelpFormatter::HelpFormatter() {
  column_width(28);
  label("Positionals", "Arguments");
  label("Subcommands", "Commands");
}

std::string HelpFormatter::make_usage(const CLI::App* app, std::string name) const {
  std::string out = "\nUsage: " + name + " [OPTIONS]";
  if (app->get_require_subcommand_min() != 0) out += " COMMAND ...";
  for (const CLI::Option* option :
       app->get_options([](const CLI::Option* o) { return o->get_positional(); })) {
    out += ' ' + make_option_name(option, true);
  }
  return out + '\n';
}

std::string HelpFormatter::make_option_name(const CLI::Option* option, bool is_positional) const {
  if (!is_positional) return option->get_name(false, true);
  const std::string name = value_name(*option);
  return option->get_required() ? name : '[' + name + ']';
}

std::string HelpFormatter::make_option_desc(const CLI::Option* option) const {
  const std::string variable = option->get_envname();
  return option->get_description() + (variable.empty() ? "" : " (or $" + variable + ")");
}

std::string HelpFormatter::make_option_opts(const CLI::Option* option) const {
  if (option->get_positional() || option->get_type_size() == 0) return {};
  const std::string fallback = option->get_default_str();
  return ' ' + value_name(*option) + (fallback.empty() ? "" : " [" + fallback + ']');
}

}  // namespace trujaman::cli

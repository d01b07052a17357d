#include "cli/help.hpp"

#include <string_view>

#include <trujaman/message.hpp>

#include "cli/terminal.hpp"

namespace trujaman::cli {
namespace {

/// What options and arguments take, for the catalogues.
[[maybe_unused]] constexpr std::string_view kValueNames[] = {
    message_id("CHAR"),
    message_id("DATE"),
    message_id("DIR"),
    message_id("DIR|NAME"),
    message_id("FILE"),
    message_id("FILE..."),
    message_id("FIRST"),
    message_id("FORMAT"),
    message_id("ID"),
    message_id("ID..."),
    message_id("IN"),
    message_id("KEY=VALUE"),
    message_id("KIND"),
    message_id("LANG"),
    message_id("LANG,..."),
    message_id("LANG=TERM"),
    message_id("N"),
    message_id("NAME"),
    message_id("NAME,..."),
    message_id("OUT [OUT2]"),
    message_id("OUT"),
    message_id("OUT.html"),
    message_id("P"),
    message_id("PHRASE"),
    message_id("REGEX"),
    message_id("RULE,..."),
    message_id("SECOND"),
    message_id("SHELL"),
    message_id("SOURCE TARGET [TARGET2]"),
    message_id("STATUS"),
    message_id("TERM"),
    message_id("TEXT"),
    message_id("TEXT..."),
    message_id("TYPE=VALUE"),
    message_id("VERSION"),
    message_id("WHAT"),
    message_id("WHICH"),
    message_id("WORD"),
};

/// Headings, with their colon, which not every language writes close by.
[[maybe_unused]] constexpr std::string_view kHeadings[] = {message_id("Arguments:"),
                                                           message_id("Options:")};

/// The type name without the names of its checks, which stand after colons.
std::string value_name(const CLI::Option& option) {
  const std::string name = option.get_type_name();
  return message(name.substr(0, name.find(':')));
}

}  // namespace

HelpFormatter::HelpFormatter() {
  column_width(28);
  label("Positionals", "Arguments");
}

std::string HelpFormatter::make_usage(const CLI::App* app, std::string name) const {
  std::string out = '\n' + message("Usage: {1} [OPTIONS]", name);
  if (app->get_require_subcommand_min() != 0) out += ' ' + message("COMMAND ...");
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
  return variable.empty() ? option->get_description()
                          : message("{1} (or ${2})", option->get_description(), variable);
}

std::string HelpFormatter::make_option_opts(const CLI::Option* option) const {
  if (option->get_positional() || option->get_type_size() == 0) return {};
  const std::string fallback = option->get_default_str();
  return ' ' + value_name(*option) + (fallback.empty() ? "" : " [" + fallback + ']');
}

std::string HelpFormatter::make_option(const CLI::Option* option, bool is_positional) const {
  const std::string name = make_option_name(option, is_positional) + make_option_opts(option);
  const std::string description = make_option_desc(option);
  const std::size_t width = get_column_width();
  const std::string indent(width, ' ');
  std::string out = padded("  " + name, width);
  if (!description.empty() && width_of(name) + 2 >= width) out += '\n' + indent;
  for (const char c : description) {
    out += c;
    if (c == '\n') out += indent;
  }
  return out + '\n';
}

std::string HelpFormatter::make_group(std::string group, bool is_positional,
                                      std::vector<const CLI::Option*> options) const {
  group += ':';
  std::string out = '\n' + message(group) + '\n';
  for (const CLI::Option* option : options) out += make_option(option, is_positional);
  return out;
}

std::string HelpFormatter::make_subcommands(const CLI::App* app, CLI::AppFormatMode mode) const {
  const std::string out = CLI::Formatter::make_subcommands(app, mode);
  const std::string heading = "\nSubcommands:\n";
  if (!out.starts_with(heading)) return out;
  return '\n' + message("Subcommands:") + '\n' + out.substr(heading.size());
}

std::string with_example(const std::string& prose, const std::string& example) {
  std::string out = prose + (prose.empty() ? "" : "\n\n") + message("Example:") + "\n  ";
  for (const char c : example) {
    out += c;
    if (c == '\n') out += "  ";
  }
  return out;
}

}  // namespace trujaman::cli

#include "cli/usage.hpp"

#include <algorithm>

#include <trujaman/message.hpp>

#include "cli/messages.hpp"

namespace trujaman::cli {
namespace {

std::size_t distance(std::string_view a, std::string_view b) {
  // rows[i][j]: fewest changes from the first i letters of a to the first j of b
  std::vector<std::vector<std::size_t>> rows(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        rows[i][j] = i + j;
        continue;
      }
      const std::size_t changed = a[i - 1] == b[j - 1] ? 0 : 1;
      rows[i][j] = std::min({rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + changed});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        rows[i][j] = std::min(rows[i][j], rows[i - 2][j - 2] + 1);
      }
    }
  }
  return rows[a.size()][b.size()];
}

const CLI::App& innermost(const CLI::App& program) {
  const auto chosen = program.get_subcommands();
  return chosen.empty() ? program : innermost(*chosen.front());
}

std::string with_suggestion(const std::string& what, const std::string& suggestion) {
  return suggestion.empty() ? what : message("{1} (did you mean '{2}'?)", what, suggestion);
}

std::vector<std::string> command_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* sub : app.get_subcommands([](const CLI::App*) { return true; })) {
    names.push_back(sub->get_name());
  }
  return names;
}

std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

/// The first of @p arguments that looks like a long option and is none of @p command.
std::string unknown_option(const CLI::App& command, std::span<const char* const> arguments) {
  const std::vector<std::string> names = option_names(command);
  for (const char* argument : arguments) {
    const std::string_view word(argument);
    if (word == "--") break;
    if (!word.starts_with("--")) continue;
    std::string name(word.substr(0, word.find('=')));
    if (std::ranges::find(names, name) == names.end()) return name;
  }
  return {};
}

/// The first of @p arguments that stands where @p command's own commands do.
std::string unknown_command(const CLI::App& command, std::span<const char* const> arguments) {
  bool within = command.get_parent() == nullptr;
  for (const char* argument : arguments) {
    const std::string_view word(argument);
    if (within && !word.starts_with('-')) return std::string(word);
    within = within || word == command.get_name();
  }
  return {};
}

}  // namespace

std::string nearest(std::string_view word, const std::vector<std::string>& names) {
  std::string best;
  std::size_t fewest = std::max<std::size_t>(1, word.size() / 3) + 1;
  for (const std::string& name : names) {
    const std::size_t changes = distance(word, name);
    if (changes < fewest) {
      fewest = changes;
      best = name;
    }
  }
  return best;
}

std::string chosen_command(const CLI::App& program) {
  const auto chosen = program.get_subcommands();
  if (chosen.empty()) return "";
  const std::string within = chosen_command(*chosen.front());
  return chosen.front()->get_name() + (within.empty() ? "" : " " + within);
}

std::string usage_message(const CLI::App& program, std::span<const char* const> arguments,
                          const CLI::ParseError& error) {
  const std::span<const char* const> given = arguments.subspan(arguments.empty() ? 0 : 1);
  const CLI::App& command = innermost(program);
  if (command.get_require_subcommand_min() != 0) {
    const std::string word = unknown_command(command, given);
    if (!word.empty()) {
      return with_suggestion(message("'{1}' is not a command", word),
                             nearest(word, command_names(command)));
    }
    if (given.empty() || command.get_parent() != nullptr) return message("no command given");
  }
  // Before what else is wrong: a name that is mistyped is missing under its right name, too.
  const std::string option = unknown_option(command, given);
  if (option.empty()) return parser_message(error.what());
  return with_suggestion(message("'{1}' is not an option", option),
                         nearest(option, option_names(command)));
}

}  // namespace trujaman::cli

#include "cli/shared_files.hpp"
#include "completion/completion.hpp"

namespace trujaman::cli {
namespace {

/// @p text as a part of an _arguments specification: what ends such a part is escaped.
std::string escaped(std::string_view text, std::string_view special) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || special.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string file_pattern(const OptionInfo& option) {
  if (option.endings.empty()) return "_files";
  if (option.endings.size() == 1) return "_files -g \"*." + option.endings.front() + "(-.)\"";
  return "_files -g \"*.(" + joined(option.endings, "|") + ")(-.)\"";
}

/// ":FILE:_files", what completes a value.
std::string action(const OptionInfo& option) {
  const std::string message = ":" + escaped(option.value, ":") + ":";
  switch (option.kind) {
    case ValueKind::None:
      return {};
    case ValueKind::Text:
      return message + " ";
    case ValueKind::Values:
      if (option.list) return message + "_sequence compadd - " + joined(option.values, " ");
      return message + "(" + joined(option.values, " ") + ")";
    case ValueKind::File:
      return message + file_pattern(option);
    case ValueKind::Directory:
      return message + "_files -/";
    case ValueKind::Glossary:
      // A colon would end the action.
      return message +
             escaped("_alternative \"glossaries:glossary:(" + joined(shipped_glossaries(), " ") +
                         ")\" " + shell_quoted("files:file:" + file_pattern(option)),
                     ":");
  }
  return {};
}

/// "(-m --memory)"{-m,--memory}"[The translation memory]:FILE:_files", in zsh's quotes.
std::string option_specification(const OptionInfo& option) {
  std::string prefix;
  if (option.repeatable) {
    prefix = "*";
  } else if (option.names.size() > 1) {
    prefix = "(" + joined(option.names, " ") + ")";
  }
  const std::string rest = "[" + escaped(option.description, "[]") + "]" + action(option);
  if (option.names.size() == 1) return shell_quoted(prefix + option.names.front() + rest);
  return shell_quoted(prefix) + "{" + joined(option.names, ",") + "}" + shell_quoted(rest);
}

std::string argument_specification(const OptionInfo& argument) {
  const std::string place = argument.repeatable ? "*" : argument.required ? "" : ":";
  return shell_quoted(place + action(argument));
}

/// The function that completes what follows a command's name.
std::string function(std::span<const CommandInfo> commands, const CommandInfo& command) {
  std::string out = function_name(command.path) + "() {\n";
  if (!command.commands.empty()) out += "  local context state line\n  local -A opt_args\n";
  out += "  _arguments -s -S";
  if (!command.commands.empty()) out += " -C";
  for (const OptionInfo& option : command.options) {
    out += " \\\n    " + option_specification(option);
  }
  for (const OptionInfo& argument : command.arguments) {
    out += " \\\n    " + argument_specification(argument);
  }
  if (command.commands.empty()) return out + "\n}\n\n";

  out += " \\\n    '1: :->command' \\\n    '*:: :->arguments'\n  case $state in\n    command)\n";
  out += "      local -a commands=(\n";
  std::string cases;
  for (const CommandInfo& own : commands) {
    const std::string parent = command.path.empty() ? "" : command.path + " ";
    if (own.path.empty() || own.path != parent + own.name) continue;
    out += "        " + shell_quoted(escaped(own.name, ":") + ":" + own.description) + "\n";
    cases += "        " + own.name + ") " + function_name(own.path) + " ;;\n";
  }
  return out + "      )\n      _describe -t commands command commands\n      ;;\n    arguments)\n" +
         "      case $words[1] in\n" + cases + "      esac\n      ;;\n  esac\n}\n\n";
}

}  // namespace

std::string zsh_completion(std::span<const CommandInfo> commands) {
  std::string out =
      "#compdef trujaman\n# zsh completion for trujaman, written by \"trujaman completion "
      "zsh\"\n\n";
  for (const CommandInfo& command : commands) out += function(commands, command);
  // Autoloaded, the file is the function; sourced, it makes itself known.
  return out + "if [[ $funcstack[1] == _trujaman ]]; then\n  _trujaman \"$@\"\nelse\n" +
         "  compdef _trujaman trujaman\nfi\n";
}

}  // namespace trujaman::cli

#include "cli/shared_files.hpp"
#include "completion/completion.hpp"

namespace trujaman::cli {
namespace {

constexpr std::string_view head =
    R"(# fish completion for trujaman, written by "trujaman completion fish"

# True when the words before the cursor choose the command $argv, and no further one.
function __trujaman_in
    set -l chosen
    for word in (commandline -opc)[2..-1]
        string match -q -- '-*' $word; and continue
        contains -- (string join ' ' $chosen $word) $__trujaman_commands; or break
        set -a chosen $word
    end
    test "$chosen" = "$argv"
end

# Files, those with the endings $argv before others.
function __trujaman_files
    set -l endings $argv
    for ending in $endings
        __fish_complete_suffix .$ending
    end | string match -r '.*(?:/|\.(?:'(string join '|' $endings)'))(?:\t.*)?$' | sort -u
end

# The same for the last element of a list with commas.
function __trujaman_list
    set -l before (string match -r '.*,' -- (commandline -ct | string replace -r '^--[^=]*=' ''))
    printf '%s\n' "$before"$argv
end

complete -c trujaman -f
)";

/// Between single quotes, in which fish knows \' and \\.
std::string fish_quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

std::string files(const OptionInfo& option) {
  return "(__trujaman_files " + joined(option.endings, " ") + ")";
}

/// What a value may be, as options of "complete".
std::string proposals(const OptionInfo& option) {
  switch (option.kind) {
    case ValueKind::None:
      return {};
    case ValueKind::Text:
      return " -x";
    case ValueKind::Values:
      if (option.list) {
        return " -x -a " + fish_quoted("(__trujaman_list " + joined(option.values, " ") + ")");
      }
      return " -x -a " + fish_quoted(joined(option.values, " "));
    case ValueKind::File:
      return option.endings.empty() ? " -r -F" : " -x -a " + fish_quoted(files(option));
    case ValueKind::Directory:
      return " -x -a '(__fish_complete_directories)'";
    case ValueKind::Glossary:
      return " -x -a " + fish_quoted(joined(shipped_glossaries(), " ") + " " + files(option));
  }
  return {};
}

std::string lines_of(std::span<const CommandInfo> commands, const CommandInfo& command) {
  const std::string begin =
      "complete -c trujaman -n " + fish_quoted("__trujaman_in " + command.path);
  std::string out = "\n";
  for (const CommandInfo& own : commands) {
    const std::string parent = command.path.empty() ? "" : command.path + " ";
    if (own.path.empty() || own.path != parent + own.name) continue;
    out += begin + " -a " + own.name + " -d " + fish_quoted(own.description) + "\n";
  }
  for (const OptionInfo& option : command.options) {
    out += begin;
    for (const std::string& name : option.names) {
      out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
    }
    out += proposals(option) + " -d " + fish_quoted(option.description) + "\n";
  }
  for (const OptionInfo& argument : command.arguments) {
    if (argument.kind != ValueKind::None && argument.kind != ValueKind::Text) {
      out += begin + proposals(argument) + "\n";
    }
  }
  return out;
}

}  // namespace

std::string fish_completion(std::span<const CommandInfo> commands) {
  std::string out(head);
  out += "set -g __trujaman_commands";
  for (const CommandInfo& command : commands) {
    if (!command.path.empty()) out += " " + fish_quoted(command.path);
  }
  out += "\n";
  for (const CommandInfo& command : commands) out += lines_of(commands, command);
  return out;
}

}  // namespace trujaman::cli

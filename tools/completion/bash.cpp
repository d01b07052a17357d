#include "cli/shared_files.hpp"
#include "completion/completion.hpp"

namespace trujaman::cli {
namespace {

// What does not depend on the commands. Bash parts words at "=" and ":"; the option before "=" is
// what is completed then. A list's earlier elements stay.
constexpr std::string_view functions =
    R"(# bash completion for trujaman, written by "trujaman completion bash"

# Words of $1 that begin with the current one.
_trujaman_words() {
  local IFS=$' \t\n'
  COMPREPLY+=($(compgen -W "$1" -- "$cur"))
}

# The same for the last element of a list with commas.
_trujaman_list() {
  local before= IFS=$' \t\n'
  [[ $cur == *,* ]] && before=${cur%,*},
  COMPREPLY+=($(compgen -P "$before" -W "$1" -- "${cur##*,}"))
}

# Folders, and files with these endings; any files where there are none of them.
_trujaman_files() {
  local ending found IFS=$'\n'
  compopt -o filenames 2>/dev/null
  found=($(for ending in "$@"; do compgen -f -X "!*.$ending" -- "$cur"; done))
  (($# == 0 || ${#found[@]} == 0)) && found=($(compgen -f -- "$cur"))
  COMPREPLY+=("${found[@]}" $(compgen -d -- "$cur"))
  ((${#COMPREPLY[@]} == 0)) || COMPREPLY=($(printf '%s\n' "${COMPREPLY[@]}" | LC_ALL=C sort -u))
}

_trujaman_folders() {
  local IFS=$'\n'
  compopt -o filenames 2>/dev/null
  COMPREPLY+=($(compgen -d -- "$cur"))
}

)";

constexpr std::string_view main_function = R"(_trujaman() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev= command= word
  local -i i argument=0
  ((COMP_CWORD > 0)) && prev=${COMP_WORDS[COMP_CWORD - 1]}
  COMPREPLY=()
  if [[ $cur == = ]]; then
    cur=
  elif [[ $prev == = ]] && ((COMP_CWORD > 1)); then
    prev=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  for ((i = 1; i < COMP_CWORD; ++i)); do
    word=${COMP_WORDS[i]}
    [[ $word == -* ]] && continue
    _trujaman_is_command "${command:+$command }$word" || break
    command=${command:+$command }$word
  done
  # Which of the arguments this is: those before it that are neither options nor their values.
  for ((; i < COMP_CWORD; ++i)); do
    word=${COMP_WORDS[i]}
    if [[ $word == = ]]; then
      ((++i))
    elif [[ $word == -?* ]]; then
      [[ ${COMP_WORDS[i + 1]} != = ]] && _trujaman_takes_value "$command" "$word" && ((++i))
    else
      ((++argument))
    fi
  done
  if [[ $prev == -* ]] && _trujaman_takes_value "$command" "$prev"; then
    _trujaman_value "$command" "$prev"
  elif [[ $cur == -* ]]; then
    _trujaman_options "$command"
  else
    _trujaman_argument "$command" "$argument"
  fi
}

complete -F _trujaman trujaman
)";

std::string completer(const OptionInfo& option) {
  switch (option.kind) {
    case ValueKind::None:
    case ValueKind::Text:
      return ":";
    case ValueKind::Values:
      return (option.list ? "_trujaman_list " : "_trujaman_words ") +
             shell_quoted(joined(option.values, " "));
    case ValueKind::File:
      return "_trujaman_files " + joined(option.endings, " ");
    case ValueKind::Directory:
      return "_trujaman_folders";
    case ValueKind::Glossary:
      return "_trujaman_words " + shell_quoted(joined(shipped_glossaries(), " ")) +
             "; _trujaman_files " + joined(option.endings, " ");
  }
  return ":";
}

/// "glossary add --es", as a pattern of "case".
std::string option_pattern(const CommandInfo& command, const OptionInfo& option) {
  std::string pattern;
  for (const std::string& name : option.names) {
    pattern += (pattern.empty() ? "" : " | ") + shell_quoted(command.path + " " + name);
  }
  return pattern;
}

std::string option_names(const CommandInfo& command) {
  std::string names;
  for (const OptionInfo& option : command.options) {
    names += (names.empty() ? "" : " ") + joined(option.names, " ");
  }
  return names;
}

std::string action_case(const std::string& pattern, const std::string& action) {
  return "    " + pattern + ") " + action + " ;;\n";
}

/// What stands at each place of a command: its own commands, or its arguments.
std::string argument_cases(const CommandInfo& command) {
  const std::string path = shell_quoted(command.path + " ");
  if (!command.commands.empty()) {
    return action_case(path + "0",
                       "_trujaman_words " + shell_quoted(joined(command.commands, " ")));
  }
  std::string cases;
  for (std::size_t i = 0; i < command.arguments.size(); ++i) {
    const OptionInfo& argument = command.arguments[i];
    cases +=
        action_case(path + (argument.repeatable ? "*" : std::to_string(i)), completer(argument));
  }
  return cases;
}

std::string case_function(const std::string& name, const std::string& word,
                          const std::string& cases) {
  return name + "() {\n  case " + word + " in\n" + cases + "    *) return 1 ;;\n  esac\n}\n\n";
}

}  // namespace

std::string bash_completion(std::span<const CommandInfo> commands) {
  std::string paths;
  std::string valued;
  std::string values;
  std::string options;
  std::string arguments;
  for (const CommandInfo& command : commands) {
    if (!command.path.empty()) paths += action_case(shell_quoted(command.path), ":");
    options += action_case(shell_quoted(command.path),
                           "_trujaman_words " + shell_quoted(option_names(command)));
    arguments += argument_cases(command);
    for (const OptionInfo& option : command.options) {
      if (option.kind == ValueKind::None) continue;
      valued += action_case(option_pattern(command, option), ":");
      values += action_case(option_pattern(command, option), completer(option));
    }
  }
  return std::string(functions) + case_function("_trujaman_is_command", "$1", paths) +
         case_function("_trujaman_takes_value", "\"$1 $2\"", valued) + "# Values of an option.\n" +
         case_function("_trujaman_value", "\"$1 $2\"", values) +
         case_function("_trujaman_options", "$1", options) +
         "# What stands at a place, counted from 0.\n" +
         case_function("_trujaman_argument", "\"$1 $2\"", arguments) + std::string(main_function);
}

}  // namespace trujaman::cli

/// @file
/// The command line as data, taken from the program's own option definitions: what completions and
/// the manual page are made of, so that they say what the program does.
#pragma once

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

namespace trujaman::cli {

/// What a value is, for those who complete it.
enum class ValueKind {
  None,       ///< A flag: no value.
  Text,       ///< Anything: nothing to propose.
  Values,     ///< One of a few.
  File,       ///< A file, of some endings before others.
  Directory,  ///< A folder.
  Glossary    ///< A file, or the name of a glossary that comes with the program.
};

/// An option, or an argument that has its place.
struct OptionInfo {
  std::vector<std::string> names;  ///< "-m", "--memory"; empty for an argument.
  std::string value;               ///< "FILE"; empty for a flag.
  std::string description;
  std::string fallback;     ///< The default; or empty.
  std::string environment;  ///< The variable that stands in for it; or empty.
  bool required = false;
  bool repeatable = false;  ///< May be given, or stand there, more than once.
  bool list = false;        ///< Takes several values with commas between.
  ValueKind kind = ValueKind::None;
  std::vector<std::string> values;   ///< Of ValueKind::Values.
  std::vector<std::string> endings;  ///< Of files, without the full stop; empty: any.
};

/// A command with what it takes.
struct CommandInfo {
  std::string path;  ///< "glossary list"; empty for the program itself.
  std::string name;  ///< "list"
  std::string description;
  std::string footer;
  std::vector<OptionInfo> options;
  std::vector<OptionInfo> arguments;
  std::vector<std::string> commands;  ///< Names of its own commands, in the help's order.
};

/// The program, then its commands, each followed by its own. Hidden ones are left out.
[[nodiscard]] std::vector<CommandInfo> describe_interface(const CLI::App& program);

}  // namespace trujaman::cli

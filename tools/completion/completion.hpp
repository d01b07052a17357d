/// @file
/// Completion scripts for shells.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "cli/interface.hpp"

namespace trujaman::cli {

/// A script for bash 4.1 and later; needs nothing else, bash-completion loads it by the command's
/// name. Words are completed by the command they belong to: its own commands, options, and values.
[[nodiscard]] std::string bash_completion(std::span<const CommandInfo> commands);

/// A script for zsh, to be found in its fpath as _trujaman; shows descriptions.
[[nodiscard]] std::string zsh_completion(std::span<const CommandInfo> commands);

/// A script for fish 3; shows descriptions.
[[nodiscard]] std::string fish_completion(std::span<const CommandInfo> commands);

/// @p text between single quotes, as bash and zsh take it.
[[nodiscard]] std::string shell_quoted(std::string_view text);

/// @p path as the name of a shell function: "_trujaman_glossary_list".
[[nodiscard]] std::string function_name(std::string_view path);

/// @p words with @p separator between two.
[[nodiscard]] std::string joined(std::span<const std::string> words, std::string_view separator);

}  // namespace trujaman::cli

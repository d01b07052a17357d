/// @file
/// What is wrong with a command line, as a user would say it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>

namespace trujaman::cli {

/// The name of the command that was chosen, "glossary extract"; empty when none was.
[[nodiscard]] std::string chosen_command(const CLI::App& program);

/// @p error in words. Of a command or option that is not there, the nearest one is named.
[[nodiscard]] std::string usage_message(const CLI::App& program,
                                        std::span<const char* const> arguments,
                                        const CLI::ParseError& error);

/// Of @p names, the one most like @p word: with the fewest letters added, left out, changed or
/// exchanged with the next (Damerau 1964), at most one in three of the word's. Empty when none is.
[[nodiscard]] std::string nearest(std::string_view word, const std::vector<std::string>& names);

}  // namespace trujaman::cli

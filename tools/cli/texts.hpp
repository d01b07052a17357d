/// @file
/// The texts that a command is asked about: arguments, or lines of standard input.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace trujaman::cli {

/// Calls @p visit for each of @p arguments; for "-" with each line of standard input instead, as
/// soon as it comes, so that a program can ask and wait for the answer. Standard output is flushed
/// after each. @throws Error{Malformed} for text that is not UTF-8.
void for_each_text(const std::vector<std::string>& arguments,
                   const std::function<void(const std::string& text)>& visit);

/// True when @p text is well-formed UTF-8 (Unicode 15, table 3-7).
[[nodiscard]] bool is_utf8(std::string_view text) noexcept;

}  // namespace trujaman::cli

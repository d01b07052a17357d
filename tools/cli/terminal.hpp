/// @file
/// What people see: lines on standard output, colour, texts cut to fit.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include <trujaman/text.hpp>

namespace trujaman::cli {

/// Writes @p text and a line feed to standard output in one piece.
/// @throws Error{Cancelled} when its reader has gone, Error{Io} when it cannot be written.
void print_line(std::string_view text = {});

/// Hands over what is buffered. @throws as print_line.
void flush_output();

/// True when standard output is a terminal that may be coloured: NO_COLOR is not set, TERM is not
/// "dumb".
[[nodiscard]] bool colour_wanted();

/// True when standard error is a terminal.
[[nodiscard]] bool progress_wanted();

/// @p text with @p spans (bytes, ascending, not overlapping) made bold red where colour is wanted,
/// else put between "**" and "**".
[[nodiscard]] std::string mark(std::string_view text, std::span<const TextSpan> spans,
                               bool in_colour);

/// At most @p length code points of @p text, the last one "…" when something was cut off.
[[nodiscard]] std::string shorten(std::string_view text, std::size_t length);

/// A number with @p decimals digits after the point, whatever the locale.
[[nodiscard]] std::string fixed(double value, int decimals);

/// How many columns @p text takes, as far as each code point takes one.
[[nodiscard]] std::size_t width_of(std::string_view text) noexcept;

/// @p text filled up with blanks behind it to @p width columns.
[[nodiscard]] std::string padded(std::string_view text, std::size_t width);

/// The same with the blanks before it, as numbers stand.
[[nodiscard]] std::string padded_left(std::string_view text, std::size_t width);

}  // namespace trujaman::cli

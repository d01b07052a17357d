/// @file
/// One cell of a table file.
#pragma once

#include <string>
#include <string_view>

#include <trujaman/exchange.hpp>

namespace trujaman::exchange {

/// Appends @p text as a field of TSV: tab, line feed, carriage return and backslash escaped.
void append_tsv_field(std::string& row, std::string_view text);

/// Appends @p text as a field of CSV (RFC 4180), in quotes where it needs them, whichever of comma
/// and semicolon parts the fields.
void append_csv_field(std::string& row, std::string_view text);

/// Whether a spreadsheet would take a cell for a formula: it begins with = + - @, a tab or a
/// carriage return (OWASP, "CSV injection"), or with apostrophes before one of these.
[[nodiscard]] bool looks_like_formula(std::string_view text) noexcept;

/// The cell without the apostrophe that kept it from being taken for a formula.
[[nodiscard]] std::string_view without_guard(std::string_view cell) noexcept;

}  // namespace trujaman::exchange

/// @file
/// The first row of a table, and rows against it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <trujaman/language.hpp>

#include "exchange/table/rows.hpp"

namespace trujaman::exchange {

/// Names of the columns without surrounding blanks; empty ones at the end, as spreadsheets leave
/// them, are dropped.
[[nodiscard]] std::vector<std::string> trimmed_header(const Record& header);

/// The language that a column's name is the tag of. Almost any short word is a well-formed tag, so
/// only those of two or three letters, and private ones (x-…), count.
[[nodiscard]] std::optional<LanguageTag> column_language(std::string_view name);

/// The same, or the language that has the name @p name in English, Spanish, French or itself.
[[nodiscard]] std::optional<LanguageTag> language_named(std::string_view name);

/// Whether a field of the record that no column stands for has text.
[[nodiscard]] bool has_text_beyond(const Record& record, std::size_t columns);

/// A name from the file for a message, of bearable length.
[[nodiscard]] std::string clipped(std::string_view name);

}  // namespace trujaman::exchange

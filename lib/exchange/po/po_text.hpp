/// @file
/// Strings and header fields of po files.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <trujaman/unit.hpp>

namespace trujaman::exchange {

/// Types of the properties that read_po makes of what stands beside an entry's texts.
inline constexpr std::string_view kPoContext = "x-context";
inline constexpr std::string_view kPoFlags = "x-po-flags";
inline constexpr std::string_view kPoPlural = "x-po-plural";
inline constexpr std::string_view kPoPluralOf = "x-po-plural-of";
inline constexpr std::string_view kPoForm = "x-po-form";
inline constexpr std::string_view kPoReference = "x-reference";
inline constexpr std::string_view kPoPrevious = "x-po-previous";
/// Who a note is from that programmers left for translators, as Translate Toolkit has it in XLIFF.
inline constexpr std::string_view kPoDeveloper = "developer";

/// The content of a quoted string with C's escapes, as gettext writes them; nothing when @p text is
/// none.
[[nodiscard]] std::optional<std::string> po_unquoted(std::string_view text);

/// Appends @p keyword and @p text in quotes, a line for each of the text's lines.
void append_po_string(std::string& po, std::string_view keyword, std::string_view text);

/// The fields of a header: "Language: es\n…".
[[nodiscard]] std::vector<Property> po_fields(std::string_view header);
/// The value of the first field of that name; empty without one.
[[nodiscard]] std::string_view po_field(const std::vector<Property>& fields, std::string_view name);

/// Plural-Forms of a language, by its tag without regions ("pt-BR" is the one that has its own).
[[nodiscard]] std::string_view po_plural_forms(const LanguageTag& language);

}  // namespace trujaman::exchange

/// @file
/// What a line or a paragraph looks like, whatever format it was read from.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace trujaman::read {

/// "--", "***", "____": three or more of one sign, or two hyphens, and nothing else.
[[nodiscard]] bool is_rule(std::string_view line) noexcept;

/// Length in bytes of a list marker or paragraph number and the blanks behind it: "- ", "• ", "1.
/// ", "12) ", "a) ", "(iv) ", "2.1. "; 0 when there is none or nothing stands behind it.
[[nodiscard]] std::size_t marker_length(std::string_view line) noexcept;

/// A line that begins with a list marker and has the next one of the same kind further on: a list
/// written in one line, "1. Salud 2. Agua", "a) …; b) …", "• Salud • Agua".
[[nodiscard]] bool holds_list(std::string_view line);

/// "Página 3/10", "Page 3 of 10", "p. 3", "- 3 -": a page number that says so.
[[nodiscard]] bool is_page_label(std::string_view line);
/// Digits and nothing else, as a bare page number.
[[nodiscard]] bool is_bare_number(std::string_view line) noexcept;

/// The text cannot end here: no closing punctuation at its end.
[[nodiscard]] bool is_open_ended(std::string_view text);
/// The last word is an article, preposition or conjunction of Spanish, English or French, or a
/// comma or opening bracket ends the text: more must follow.
[[nodiscard]] bool needs_more(std::string_view text);
/// "…; y" at the end of an item of a list: it announces the next item, not the rest of this one.
[[nodiscard]] bool announces_item(std::string_view text);
/// The first character is a lower-case letter.
[[nodiscard]] bool begins_lower(std::string_view text);
/// The text ends in a hyphen with a letter before it.
[[nodiscard]] bool ends_hyphenated(std::string_view text);

/// The text without dot leaders, which lead the eye to a page number or a place to fill in: five
/// dots or more ("Anexo ..... 12", "Anexo . . . . . 12") become a blank. Text of dots alone stays.
[[nodiscard]] std::string without_leaders(std::string_view text);

/// The line with its numbers made equal, as a key: "Página 3" and "Página 4" are one running line.
[[nodiscard]] std::string running_key(std::string_view line);

/// Whether a paragraph that a page or column break cuts behind @p upper may go on with @p lower:
/// the first cannot end where it does, and the second goes on in lower case, or the first's last
/// word asks for more.
[[nodiscard]] bool may_go_on(std::string_view upper, std::string_view lower);

/// Length in bytes of the sign and the blanks with which the text of a footnote begins: "3 Véase",
/// "[3] See", "³Voir", "* See"; 0 when it begins with none.
[[nodiscard]] std::size_t note_sign_length(std::string_view text);

/// Whether @p line goes on with an enumeration inside the sentence @p text: "… of 1) planning," and
/// "2) inclusion".
[[nodiscard]] bool goes_on_counting(std::string_view text, std::string_view line);

}  // namespace trujaman::read

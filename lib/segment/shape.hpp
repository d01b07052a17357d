/// @file
/// What words look like.
#pragma once

#include <string_view>

namespace trujaman::segment {

/// Lower-case letters, and hyphens between them.
[[nodiscard]] bool is_all_lower(std::string_view word);
/// "J", "Á": one capital letter.
[[nodiscard]] bool is_initial(std::string_view word);
/// "U.S", "A.D", "J.-P": single letters with stops between them.
[[nodiscard]] bool is_dotted(std::string_view word);
/// "EE", "SS": Spanish doubles the letter for the plural, "EE. UU.", "SS. MM.".
[[nodiscard]] bool is_doubled(std::string_view word);
/// No word of ours lacks a vowel, so "Ph" and "Chr" shorten a name. Acronyms, in capitals, are
/// words of their own, and lower case is rather a name of computers, "gtk".
[[nodiscard]] bool lacks_vowels(std::string_view word);
/// "II", "XIV", "V": not "C", "D", "L", "M", which are rather initials.
[[nodiscard]] bool is_roman(std::string_view word);
/// "5", "A/73/195", "E.03.XVII.11": a number, or a document's symbol. "COVID-19" is a name.
[[nodiscard]] bool is_number_or_symbol(std::string_view word);
/// "1.", "a)", "1.)", "IV.", "A.2.", "…": no sentence, but what numbers one, or nothing at all.
[[nodiscard]] bool is_marker(std::string_view sentence);
/// Three points, written in any way.
[[nodiscard]] bool is_ellipsis(std::string_view mark);

}  // namespace trujaman::segment

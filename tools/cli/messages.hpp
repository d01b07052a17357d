/// @file
/// The language in which the program speaks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <trujaman/language.hpp>

namespace trujaman::cli {

/// The languages in which the user wants to be addressed, best first, as gettext has it: the locale
/// is that of LC_ALL, LC_MESSAGES or LANG; where it has a language, LANGUAGE may list others to try
/// before it ("fr_CA:es"). Empty where the locale is C or POSIX, or not said.
[[nodiscard]] std::vector<LanguageTag> wanted_languages();

/// Sets the language of messages to the first of wanted_languages() there is; adds the program's
/// own messages to the library's.
void set_language_of_user();

/// What CLI11 says of a command line, in the language of messages.
[[nodiscard]] std::string parser_message(std::string_view said);

}  // namespace trujaman::cli

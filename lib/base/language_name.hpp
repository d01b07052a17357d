/// @file
/// Languages by their names.
#pragma once

#include <string>
#include <string_view>

namespace trujaman::base {

/// The tag of the language that is called @p name in English, Spanish, French or itself ("Spanish",
/// "Español", "espagnol"), whatever its case and accents; empty for none. Names are CLDR's.
[[nodiscard]] std::string language_named(std::string_view name);

}  // namespace trujaman::base

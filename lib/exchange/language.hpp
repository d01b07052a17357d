/// @file
/// Language tags as other tools write them.
#pragma once

#include <optional>
#include <string_view>

#include <trujaman/language.hpp>

namespace trujaman::exchange {

/// The tag that @p text means, or nullopt. Besides BCP 47 it takes what gettext-based tools write:
/// "es_ES.UTF-8" is es-ES, "ca@valencia" is ca-valencia, and the locale "C" is x-c, a tag of
/// private use.
[[nodiscard]] std::optional<LanguageTag> parse_language(std::string_view text);

}  // namespace trujaman::exchange

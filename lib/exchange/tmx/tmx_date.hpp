/// @file
/// Dates in TMX.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <trujaman/timestamp.hpp>

namespace trujaman::exchange {

/// TMX says YYYYMMDDThhmmssZ; ISO 8601 with hyphens and colons, without a time, with fractions of a
/// second or an offset is taken as well. Without a zone, it is UTC. nullopt for anything else.
[[nodiscard]] std::optional<Timestamp> parse_tmx_date(std::string_view text);

/// YYYYMMDDThhmmssZ; empty for years that four digits do not hold.
[[nodiscard]] std::string format_tmx_date(Timestamp time);

}  // namespace trujaman::exchange

/// @file
/// Units ↔ bytes, for a temporary file: nothing outside the process ever reads them.
#pragma once

#include <string>
#include <string_view>

#include <trujaman/unit_pool.hpp>

namespace trujaman::units {

/// Appends the bytes of @p placed to @p out.
void encode(const PlacedUnit& placed, std::string& out);
/// What encode was given. @throws Error{Internal} for other bytes.
[[nodiscard]] PlacedUnit decode(std::string_view bytes);

}  // namespace trujaman::units

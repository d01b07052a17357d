/// @file
/// What every match of a regular expression contains.
#pragma once

#include <string>
#include <string_view>

namespace trujaman::memory {

/// The longest stretch of Latin letters, at least three, that every match of @p regex (ICU's
/// syntax) contains as they stand but for case; empty when there is none or it is not certain.
/// Looks outside groups only.
[[nodiscard]] std::string literal_in(std::string_view regex);

}  // namespace trujaman::memory

/// @file
/// How far a translation has come, in the words of XLIFF.
#pragma once

#include <string_view>

#include <trujaman/exchange.hpp>

namespace trujaman::exchange {

/// The property of a target variant that keeps its state.
inline constexpr std::string_view kStateProperty = "x-state";

/// Whether @p state is one that the version's own list has.
[[nodiscard]] bool is_state(std::string_view state, XliffVersion version) noexcept;

/// Whether a target in this state, of either version, is no translation yet.
[[nodiscard]] bool is_untranslated(std::string_view state) noexcept;

}  // namespace trujaman::exchange

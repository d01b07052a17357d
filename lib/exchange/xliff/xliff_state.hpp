/// @file
/// How far a translation has come, in the words of XLIFF.
#pragma once

#include <string_view>

namespace trujaman::exchange {

/// The property of a target variant that keeps its state.
inline constexpr std::string_view kStateProperty = "x-state";

/// Whether @p state is one that 1.2, or 2.x, has in its list.
[[nodiscard]] bool is_state_1(std::string_view state) noexcept;
[[nodiscard]] bool is_state_2(std::string_view state) noexcept;
/// The same of `state-qualifier` of 1.2.
[[nodiscard]] bool is_state_qualifier(std::string_view qualifier) noexcept;
/// Whether @p substate is a `subState` of 2.x: two names with a colon between.
[[nodiscard]] bool is_substate(std::string_view substate) noexcept;

/// Whether a target in this state, of either version, is no translation yet.
[[nodiscard]] bool is_untranslated(std::string_view state) noexcept;

}  // namespace trujaman::exchange

/// @file
/// Inline codes of a part of a text.
#pragma once

#include <trujaman/text.hpp>

namespace trujaman::base {

/// The codes with halves of pairs whose other halves are missing made isolated ones (It).
[[nodiscard]] InlineCodes with_isolated_halves(InlineCodes codes);

}  // namespace trujaman::base

/// @file
/// Quotations and brackets, inside which no sentence ends.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include <trujaman/text.hpp>

namespace trujaman::segment {

/// Quotations and brackets that are closed again within @p longest bytes, outermost only, in
/// order. An opening without its close is passed over; quotes that look alike on both sides open
/// only before a word and behind a space. O(n).
[[nodiscard]] std::vector<TextSpan> find_enclosures(std::string_view text, std::size_t longest);

}  // namespace trujaman::segment

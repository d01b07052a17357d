/// @file
/// Pages that would take a parser too long, refused before they are parsed.
#pragma once

#include <string>
#include <string_view>

namespace trujaman::read {

/// @throws Error{Malformed} with the line where the elements of @p text stand deeper in each other
/// than kDeepestElement, as far as its tags tell without a parser's care, where so many stay open
/// that going through them takes too long, or a tag has more attributes than any author's.
/// O(bytes). Parsing takes the square of the depth, so it is no use to begin.
void refuse_deep_nesting(std::string_view text, const std::string& name);

}  // namespace trujaman::read

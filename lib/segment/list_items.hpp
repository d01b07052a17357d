/// @file
/// Lists that are written in one line.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace trujaman::segment {

/// Offsets of the items after the first of a list written in one line: "1. Salud 2. Agua",
/// "a) …; b) …", "(i) … (ii) …", "• Salud • Agua". The text must begin with the first item's mark,
/// or @p marker be that mark, taken off the text by a reader; each further mark must be the next
/// one in the same style. Empty when there is no such list. O(n).
[[nodiscard]] std::vector<std::size_t> find_items(std::string_view text, std::string_view marker);

/// Whether "2.", "(a)", "iv)", "•" or the like, and a blank, stand at @p i.
[[nodiscard]] bool is_item_at(std::string_view text, std::size_t i);
/// Whether "•" or the like does.
[[nodiscard]] bool is_bullet_at(std::string_view text, std::size_t i);

}  // namespace trujaman::segment

/// @file
/// Pages with their words → blocks.
#pragma once

#include <string>
#include <vector>

#include "read/pdf/page.hpp"
#include "read/reader.hpp"

namespace trujaman::read {

/// Blocks in reading order, then the footnotes; running lines and rotated text as furniture.
/// Block::where has the page.
[[nodiscard]] Reading read_pages(std::vector<Page> pages, const std::string& name);

}  // namespace trujaman::read

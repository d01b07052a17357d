/// @file
/// What each passage is.
#pragma once

#include <vector>

#include "read/pdf/passage.hpp"

namespace trujaman::read {

/// Tells headings (larger type, or short lines that stand alone), list items and captions from
/// paragraphs, and gives headings and items their levels.
void tell_kinds(std::vector<Passage>& passages, const Layout& layout);

}  // namespace trujaman::read

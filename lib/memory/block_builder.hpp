/// @file
/// Texts → the bytes of a block of the text index.
#pragma once

#include <string>

#include "memory/sequences.hpp"

namespace trujaman::memory {

/// @p sequences are not empty, in any order, each variant once; no variant has no words.
/// O(words · log). @throws Error{InvalidArgument} when they are too long for a block (1 GB).
[[nodiscard]] std::string build_block(const Sequences& sequences);

}  // namespace trujaman::memory

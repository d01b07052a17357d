/// @file
/// Many blocks → one, in memory that does not grow with the texts.
#pragma once

#include <cstdint>
#include <span>

#include "memory/block.hpp"
#include "memory/sqlite.hpp"

namespace trujaman::memory {

/// Writes a block of the variants of @p blocks, neighbours of @p language, that are still there,
/// and takes those away. The texts stream from pieces to pieces, in the order of their lengths;
/// what stands in the lists is parted by ranges of lists in SQLite's temporary database and put in
/// order range by range. Memory: 16 bytes for each different word, some 50 MB beside that. O(words
/// · log).
/// @throws Error{Storage} when a block is damaged, Error{InvalidArgument} when the new one would be
///         too long (1 GB).
void merge_blocks(Connection& connection, std::int64_t language, std::span<const BlockRow> blocks);

}  // namespace trujaman::memory

/// @file
/// The layout of a memory file.
#pragma once

#include "memory/sqlite.hpp"

namespace trujaman::memory {

inline constexpr int kSchemaVersion = 3;

/// Makes an empty database a memory, refuses what is no memory or one of another version.
/// @throws Error{Storage}
void prepare_schema(Connection& connection, bool may_write);

/// Has the file's pages mapped: reading small pieces from all over it costs no system calls then.
/// But each page that has to come from the disk brings megabytes round it along.
void map_pages(Connection& connection);

}  // namespace trujaman::memory

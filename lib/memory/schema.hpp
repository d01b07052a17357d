/// @file
/// The layout of a memory file.
#pragma once

#include "memory/sqlite.hpp"

namespace trujaman::memory {

inline constexpr int kSchemaVersion = 3;

/// Makes an empty database a memory, refuses what is no memory or one of another version.
/// @throws Error{Storage}
void prepare_schema(Connection& connection, bool may_write);

}  // namespace trujaman::memory

/// @file
/// The layout of a memory file.
#pragma once

#include "memory/sqlite.hpp"

namespace trujaman::memory {

inline constexpr int kSchemaVersion = 1;

/// Makes an empty database a memory, brings an older one up to date, refuses what is no memory.
/// @throws Error{Storage}
void prepare_schema(Connection& connection, bool may_write);

/// Registers the tokenizer that the full-text index is built with; see tokenizer.cpp. Every
/// connection needs it.
void register_tokenizer(Connection& connection);

}  // namespace trujaman::memory

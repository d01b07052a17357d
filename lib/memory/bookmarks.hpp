/// @file
/// Short texts by name, which programs leave in a memory.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "memory/sqlite.hpp"

namespace trujaman::memory {

[[nodiscard]] std::optional<std::string> read_bookmark(Connection& connection,
                                                       std::string_view name);

/// In the caller's transaction. An empty text takes the bookmark away.
void write_bookmark(Connection& connection, std::string_view name, std::string_view text);

}  // namespace trujaman::memory

/// @file
/// The manual page.
#pragma once

#include <span>
#include <string>

#include "cli/interface.hpp"

namespace trujaman::cli {

/// The page trujaman(1) in roff (man macros), fit for groff and mandoc: ASCII throughout.
[[nodiscard]] std::string man_page(std::span<const CommandInfo> commands);

}  // namespace trujaman::cli

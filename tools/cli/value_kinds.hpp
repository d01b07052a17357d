/// @file
/// What the values of options are, by the names that the help has for them.
#pragma once

#include <string_view>

#include "cli/interface.hpp"

namespace trujaman::cli {

/// Fills kind, values and endings of @p option of @p command, whose names and value are there.
void tell_kind(std::string_view command, OptionInfo& option);

}  // namespace trujaman::cli

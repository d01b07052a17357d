/// @file
/// Why the operating system refused something.
#pragma once

#include <string>

namespace trujaman::base {

/// What @p error (a value of errno) means, in the language of messages; in English when it is one
/// that files hardly meet.
[[nodiscard]] std::string reason_of(int error);

}  // namespace trujaman::base

/// @file
/// What a text says, without how it is set.
#pragma once

#include <string>
#include <string_view>

namespace trujaman::base {

/// Words, figures and symbols of @p text (valid UTF-8) in lower case, one blank between two;
/// punctuation, capitals and white space are left aside, accents are not.
[[nodiscard]] std::string wording(std::string_view text);

}  // namespace trujaman::base

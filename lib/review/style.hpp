/// @file
/// How the review page looks.
#pragma once

#include <string_view>

namespace trujaman::review {

/// The style sheet of the page: light and dark, narrow screens, print.
[[nodiscard]] std::string_view style_sheet();

}  // namespace trujaman::review

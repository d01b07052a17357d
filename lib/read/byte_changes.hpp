/// @file
/// A copy of a file with some of its bytes replaced.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <trujaman/text.hpp>

namespace trujaman::read {

/// What takes the place of the bytes of a span, which may be empty.
struct ByteChange {
  TextSpan span;
  std::string text;
};

/// @p bytes with @p changes, in whichever order they come; of two that overlap the first counts.
[[nodiscard]] std::string with_changes(std::string_view bytes, std::vector<ByteChange> changes);

}  // namespace trujaman::read

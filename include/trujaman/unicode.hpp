/// @file
/// The form of Unicode in which texts are expected.
#pragma once

#include <string>
#include <string_view>

#include <trujaman/export.hpp>

namespace trujaman::inline v0 {

/// Whether @p bytes are well-formed UTF-8. O(bytes).
[[nodiscard]] TRUJAMAN_API bool is_utf8(std::string_view bytes) noexcept;

/// @p text in normal form C (UAX #15), as everything is that the library reads; text that a program
/// got elsewhere is to be brought there before it becomes part of a unit or a concept.
/// @throws Error{InvalidArgument} when it is not UTF-8.
[[nodiscard]] TRUJAMAN_API std::string to_nfc(std::string_view text);

}  // namespace trujaman::inline v0

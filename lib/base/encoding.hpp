/// @file
/// Bytes of any encoding → valid UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace trujaman::base {

/// @p bytes as valid UTF-8 without byte order mark, line ends as they were. The encoding is that of
/// a byte order mark (UTF-8, UTF-16, UTF-32), else @p encoding (an IANA name), else UTF-8.
/// @throws Error{InvalidArgument} for an unknown name, Error{Malformed} with the line of the first
///         bad byte when the bytes are not in the encoding. @p name is for messages.
[[nodiscard]] std::string decode(std::string_view bytes, const std::string& encoding,
                                 const std::string& name);

}  // namespace trujaman::base

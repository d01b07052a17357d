/// @file
/// Entities that people write into XML because HTML has them.
#pragma once

#include <string>
#include <string_view>

namespace trujaman::exchange {

/// The character that HTML 4 names @p name ("nbsp", "eacute", "hellip"), in UTF-8; empty for names
/// beyond Latin-1 and general punctuation.
[[nodiscard]] std::string html_entity(std::string_view name);

}  // namespace trujaman::exchange

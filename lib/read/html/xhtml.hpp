/// @file
/// HTML written as XML.
#pragma once

#include <string>
#include <string_view>

namespace trujaman::read {

/// @p text begins with an XML declaration, or its name says .xhtml or .xht.
[[nodiscard]] bool is_xhtml(std::string_view text, std::string_view name);

/// Elements that XML writes as one tag ("<a id='x'/>", "<script src='x'/>") get the end tag without
/// which HTML's parsers leave them open. Line numbers stay as they are.
[[nodiscard]] std::string with_end_tags(std::string_view text);

}  // namespace trujaman::read

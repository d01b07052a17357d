/// @file
/// Text as XML that any parser takes.
#pragma once

#include <string>
#include <string_view>

namespace trujaman::exchange {

/// Appends @p text as element content. What XML 1.0 cannot hold (U+0001, U+FFFE, ill-formed UTF-8)
/// becomes U+FFFD.
void append_xml_text(std::string& xml, std::string_view text);

/// Appends ` name="value"`; tabs and line ends are written so that a parser gives them back.
void append_xml_attribute(std::string& xml, std::string_view name, std::string_view value);

/// Whether @p fragment can stand as the content of an element: well-formed, without entities other
/// than XML's own.
[[nodiscard]] bool is_xml_fragment(std::string_view fragment);

}  // namespace trujaman::exchange

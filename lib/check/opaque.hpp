/// @file
/// Parts of a text that are no prose.
#pragma once

#include <string_view>
#include <vector>

#include <trujaman/text.hpp>

namespace trujaman::check {

/// Placeholders of printf, Python, ICU and shells ("%s", "%1$d", "%(name)s", "{0}", "${name}",
/// "$(ARG1)", "%PRODUCTNAME"), tags and entities ("<b>", "</a>", "&nbsp;") in @p text, in order.
[[nodiscard]] std::vector<TextSpan> find_placeholders(std::string_view text);

/// Addresses of pages, mail and files, and names with dots inside, in order.
[[nodiscard]] std::vector<TextSpan> find_addresses(std::string_view text);

}  // namespace trujaman::check

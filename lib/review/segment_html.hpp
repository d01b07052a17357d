/// @file
/// Texts as HTML.
#pragma once

#include <string>
#include <string_view>

#include <trujaman/document.hpp>

#include "review/labels.hpp"

namespace trujaman::review {

/// @p text with &, <, >, " and ' as entities: fit for text and for attributes in quotes.
[[nodiscard]] std::string escaped(std::string_view text);

/// The segments of a range, a paragraph each, looking like the blocks they are part of: headings,
/// list items with their markers, notes; bold and italic as in the document.
[[nodiscard]] std::string segments_html(const SegmentedDocument& document, std::size_t begin,
                                        std::size_t end, const Labels& labels);

/// The beginning of such a range as one line of plain text, escaped; at most some 100 characters.
[[nodiscard]] std::string excerpt_html(const SegmentedDocument& document, std::size_t begin,
                                       std::size_t end);

}  // namespace trujaman::review

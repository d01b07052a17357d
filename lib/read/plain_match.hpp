/// @file
/// Finds a part of a block in the text that it was read from.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <trujaman/document.hpp>

namespace trujaman::read {

/// Where a part of a block stands in the file, with the signs that are to stay.
struct PlainPlace {
  TextSpan span;  ///< Without pairs of signs that stand round the whole of it.
  std::vector<std::string_view> notes;  ///< "[^uno]", references to notes inside.
};

/// Looks for @p span of @p block in @p text between @p from and @p to: word for word, with line
/// ends and signs of Markdown between. Nothing when it is not there, or when it holds a picture or
/// other markup that a translation would lose; so is a link, but where @p with_links says that the
/// translation has its own.
[[nodiscard]] std::optional<PlainPlace> find_plain(const Block& block, TextSpan span,
                                                   std::string_view text, std::size_t from,
                                                   std::size_t to, bool with_links);

}  // namespace trujaman::read

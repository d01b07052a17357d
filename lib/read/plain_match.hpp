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

/// What is to be done with a place, which says what may stand in it.
enum class PlainUse {
  Replace,           ///< Pairs of emphasis and references to notes: a translation can keep them.
  ReplaceWithLinks,  ///< Links, too: the translation has its own.
  Mark  ///< Any markup: signs are set round the place, which must not cut program code.
};

/// Looks for @p span of @p block in @p text between @p from and @p to: word for word, with line
/// ends and signs of Markdown between. Nothing when it is not there, or holds what @p use forbids.
[[nodiscard]] std::optional<PlainPlace> find_plain(const Block& block, TextSpan span,
                                                   std::string_view text, std::size_t from,
                                                   std::size_t to, PlainUse use);

}  // namespace trujaman::read

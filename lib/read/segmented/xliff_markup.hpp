/// @file
/// XLIFF as it stands in its file: where elements end, and the codes of a text as they were
/// written.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <trujaman/text.hpp>

namespace trujaman::read::xliff {

/// Where an element stands in the file's bytes.
struct Extent {
  std::size_t begin = 0;    ///< Its "<".
  std::size_t content = 0;  ///< Behind the ">" of its start tag.
  std::size_t close = 0;    ///< The "<" of its end tag; content where it is empty in one tag.
  std::size_t end = 0;      ///< Behind it.
};

/// The element whose name begins at @p name_at in @p bytes, which are well-formed. O(bytes of the
/// element).
[[nodiscard]] Extent extent_of(std::string_view bytes, std::size_t name_at, std::string_view name);

/// The inline codes of @p content, the inside of a `<source>`, as they are written: the tags of `g`
/// and `pc` are two, all others are one with what is in them. Marks (`mrk`) are no codes.
[[nodiscard]] std::vector<std::string_view> codes_of(std::string_view content);

/// @p text as the content of a `<target>`, with @p codes, which it has in the memory, replaced by
/// those of the source: @p ours as inline codes of @p source_length bytes of text, and @p written
/// as they are written. False when they do not match in number and kind, and the source's do not
/// all stand at its ends.
[[nodiscard]] bool append_target(std::string& xml, std::string_view text, const InlineCodes& codes,
                                 const InlineCodes& ours, std::size_t source_length,
                                 const std::vector<std::string_view>& written);

/// Appends @p text as content of an element.
void append_escaped(std::string& xml, std::string_view text);

}  // namespace trujaman::read::xliff

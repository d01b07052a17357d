/// @file
/// Which document format a file is in.
#pragma once

#include <string>
#include <string_view>

#include "read/reader.hpp"

namespace trujaman::read {

struct Format {
  std::string_view name;     ///< For messages: "Markdown".
  std::string_view endings;  ///< Of file names, in lower case, a blank between: ".md .markdown".
  /// Whether a file's first bytes (at most kBeginning) show this format; null where only the ending
  /// tells.
  bool (*recognize)(std::string_view beginning);
  bool decode;  ///< The reader wants text, not bytes.
  Reader read;
};

/// How much of a file is looked at to recognise its format.
constexpr std::size_t kBeginning = 4096;

/// The format of @p bytes, a file called @p name: by content, then by ending, else plain text.
/// @throws Error{Unsupported} for one that is known and not read.
[[nodiscard]] const Format& find_format(std::string_view bytes, const std::string& name);

}  // namespace trujaman::read

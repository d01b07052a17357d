/// @file
/// Which document format a file is in.
#pragma once

#include <string>
#include <string_view>

#include "read/reader.hpp"
#include "read/writer.hpp"

namespace trujaman::read {

struct Format {
  std::string_view name;     ///< For messages: "Markdown".
  std::string_view endings;  ///< Of file names, in lower case, a blank between: ".md .markdown".
  /// Whether a file's first bytes (at most kBeginning) show this format; null where only the ending
  /// tells.
  bool (*recognize)(std::string_view beginning);
  bool decode;  ///< The reader wants text, not bytes.
  Reader read;
  Writer write = nullptr;  ///< Null for formats that are read only.
};

/// How much of a file is looked at to recognise its format.
constexpr std::size_t kBeginning = 4096;

/// The format of @p bytes, a file called @p name: by content, then by ending, else plain text.
/// @throws Error{Unsupported} for one that is known and not read.
[[nodiscard]] const Format& find_format(std::string_view bytes, const std::string& name);

/// The text of a text file, in UTF-8 and NFC. @throws as read_document.
[[nodiscard]] std::string decode_text(std::string_view bytes, const std::string& name,
                                      const ReadOptions& options);

}  // namespace trujaman::read

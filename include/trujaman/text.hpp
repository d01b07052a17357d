/// @file
/// Places inside text, and the inline codes that stand there.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace trujaman::inline v0 {

/// Half-open range of UTF-8 BYTES, [begin, end), always on code-point boundaries.
struct TextSpan {
  std::size_t begin = 0;  ///< The first byte.
  std::size_t end = 0;    ///< The one after the last.

  /// Number of bytes.
  [[nodiscard]] std::size_t size() const noexcept { return end - begin; }
  auto operator<=>(const TextSpan&) const = default;
};

/// What a code is, in TMX 1.4b's words (§ "Content markup"): begin and end of a pair, a
/// standalone placeholder, half of a pair whose other half is elsewhere, a highlighted range
/// (an element round text, so it has two ends here), unknown.
enum class CodeKind {
  Bpt,      ///< Begin of a pair.
  Ept,      ///< End of a pair.
  Ph,       ///< A standalone placeholder.
  It,       ///< Half of a pair whose other half is elsewhere.
  HiBegin,  ///< Begin of a highlighted range.
  HiEnd,    ///< Its end.
  Ut        ///< Unknown.
};

/// Formatting or a variable inside a segment, kept apart from its text. Matching, aligning and
/// terms see the text alone; exchange files get the codes back.
struct InlineCode {
  std::size_t position = 0;      ///< Byte offset in the text before which the code stands.
  CodeKind kind = CodeKind::Ph;  ///< What it is.
  int pair = 0;                  ///< Links Bpt and Ept (TMX `i`) and both ends of Hi; 0 for none.
  std::string id;                ///< Links a code with its twin in the other language (TMX `x`).
  std::string type;              ///< "bold", "link", … (TMX `type`).
  std::string native;            ///< The code as it stood in its own format, e.g. "<b>".
  /// Other attributes of the exchange format ("pos=begin", "assoc=p"), one blank between two.
  std::string attributes;
  /// native is an XML fragment, not plain text, because it holds a TMX `<sub>`.
  bool fragment = false;

  bool operator==(const InlineCode&) const = default;
};

/// Codes in the order in which they stand; positions never decrease.
using InlineCodes = std::vector<InlineCode>;

}  // namespace trujaman::inline v0

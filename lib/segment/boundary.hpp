/// @file
/// Places where a sentence may end.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include <trujaman/text.hpp>

namespace trujaman::segment {

/// A mark that may end a sentence, with what follows it.
struct Candidate {
  TextSpan mark;          ///< The run of full stops, question and exclamation marks, or a dash.
  std::size_t end = 0;    ///< Behind closing quotes, brackets and note numbers that follow it.
  std::size_t next = 0;   ///< First byte behind the white space; the text's size at its end.
  char32_t head = U'\0';  ///< First letter or digit from next on, openings looked through.
  std::size_t head_at = 0;
  bool closed = false;   ///< A quote or bracket closes between mark and end.
  bool noted = false;    ///< The number or sign of a note stands between mark and end.
  bool touches = false;  ///< No white space follows, and the mark needs some: "terminó.Los".
};

/// Candidates of @p text in order: marks with white space behind them or a letter, wide ones
/// ("。") with anything, dashes at which speech breaks off (—”), and line breaks that part
/// paragraphs are none. O(n).
[[nodiscard]] std::vector<Candidate> find_candidates(std::string_view text);

}  // namespace trujaman::segment

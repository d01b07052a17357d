/// @file
/// Words on a line → its text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "read/pdf/page.hpp"

namespace trujaman::read {

/// Text, and the note marks that stood in it: raised and small, as in "report³".
struct LineText {
  struct Mark {
    std::size_t position = 0;  ///< Byte offset in text.
    std::string sign;
  };
  std::string text;
  std::vector<Mark> marks;
};

/// Ligatures are letters again, words that letter spacing took apart are whole, and soft hyphens
/// inside words are gone; one at the end stays for whoever joins the next line.
[[nodiscard]] LineText line_text(const std::vector<Word>& words);

/// What a note's mark says: "3", "12", "1,2", "(4)", "*", "†".
[[nodiscard]] bool is_note_sign(std::string_view word);

}  // namespace trujaman::read

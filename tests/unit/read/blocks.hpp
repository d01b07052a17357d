/// @file
/// Blocks as lines, so that a test shows a document at one look.
#pragma once

#include <string>
#include <vector>

#include <trujaman/document.hpp>

namespace blocks {

/// "h1", "p", "li2", "td", "cap", "fn".
inline std::string kind(const trujaman::Block& block) {
  switch (block.kind) {
    case trujaman::BlockKind::Paragraph:
      return "p";
    case trujaman::BlockKind::Heading:
      return "h" + std::to_string(block.level);
    case trujaman::BlockKind::ListItem:
      return "li" + std::to_string(block.level);
    case trujaman::BlockKind::TableCell:
      return "td";
    case trujaman::BlockKind::Caption:
      return "cap";
    case trujaman::BlockKind::Footnote:
      return "fn";
  }
  return "";
}

/// "li1 [a)] Texto.": kind, marker, text.
inline std::vector<std::string> lines(const std::vector<trujaman::Block>& all) {
  std::vector<std::string> out;
  for (const trujaman::Block& b : all) {
    out.push_back(kind(b) + (b.marker.empty() ? "" : " [" + b.marker + "]") + " " + b.text);
  }
  return out;
}

/// The text with its codes where they stand.
inline std::string marked(const trujaman::Block& block) {
  std::string out;
  std::size_t done = 0;
  for (const trujaman::InlineCode& code : block.codes) {
    out += block.text.substr(done, code.position - done) + code.native;
    done = code.position;
  }
  return out + block.text.substr(done);
}

using Lines = std::vector<std::string>;

}  // namespace blocks

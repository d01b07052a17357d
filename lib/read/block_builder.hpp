/// @file
/// Text and inline codes of a block, as a reader meets them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <trujaman/document.hpp>

namespace trujaman::read {

/// Takes a marked-up run out of a block's text under construction: text so far, codes so far.
class BlockBuilder {
 public:
  void text(std::string_view more);
  /// Opens a pair; returns its number for close().
  int open(std::string_view type, std::string_view native);
  void close(int pair, std::string_view type, std::string_view native);
  void placeholder(std::string_view type, std::string_view native);
  /// A code as it was read from a file that has codes; its position becomes the text's end.
  void code(InlineCode code);

  /// Remembers the place that the text has reached; finish() says where it has come to.
  void mark() { marks_.push_back(text_.size()); }

  /// White space at both ends is trimmed and runs of it are one blank; codes follow their text.
  /// Returns the places that were marked, as offsets in the block's text.
  std::vector<std::size_t> finish(Block& block) &&;

 private:
  std::string text_;
  InlineCodes codes_;
  std::vector<std::size_t> marks_;
  int pairs_ = 0;
};

}  // namespace trujaman::read

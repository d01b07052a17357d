/// @file
/// Blocks under construction while a tree is walked.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <trujaman/document.hpp>

#include "read/block_builder.hpp"

namespace trujaman::read {

/// Takes texts, inline elements and the ends of blocks in the order in which they stand, and gives
/// blocks. Inline elements may reach over several blocks (`<b><p>…</p><p>…</p></b>`): in each they
/// are a pair of their own.
class BlockFlow {
 public:
  explicit BlockFlow(std::string name) : name_(std::move(name)) {}

  /// What blocks that begin from now on are.
  struct Context {
    BlockKind kind = BlockKind::Paragraph;
    int level = 0;
  };
  Context context;
  std::string marker;  ///< Of the next block.

  /// Text, and where it stands. White space alone begins no block.
  void text(std::string_view more, const Location& where);
  /// The text of an image: a block of nothing else is a caption.
  void image(std::string_view alternative, std::string_view opening, std::string_view closing,
             const Location& where);
  void placeholder(std::string_view type, std::string_view native, const Location& where);
  void open(std::string type, std::string opening, std::string closing);
  void close();
  /// One is a blank, several in a row part blocks.
  void line_break(std::string_view native);
  void rule();
  /// Ends the block, if there is one.
  void end_block();
  /// Whether the block has text yet.
  [[nodiscard]] bool has_text() const noexcept { return builder_ && has_text_; }

  std::vector<Block> blocks;

 private:
  struct Inline {
    std::string type;
    std::string opening;
    std::string closing;
    int pair = 0;  ///< In the current block; 0 where it is not open there.
  };
  void begin(const Location& where);
  void settle_breaks();

  std::string name_;
  std::optional<BlockBuilder> builder_;
  Block block_;
  std::vector<Inline> inline_;
  std::string break_;
  int breaks_ = 0;
  bool has_text_ = false;
  bool only_images_ = true;
  bool after_rule_ = false;
};

}  // namespace trujaman::read

/// @file
/// Texts → the bytes of a block of the text index.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "memory/sequences.hpp"

namespace trujaman::memory {

/// Makes a block in pieces, so that it need not be in memory as a whole. One thread.
class BlockBuilder {
 public:
  /// @p sequences are not empty, in any order, each variant once; no variant has no words. They
  /// must outlive this. O(words · log). @throws Error{InvalidArgument} when they are too long for a
  /// block (1 GB).
  explicit BlockBuilder(const Sequences& sequences);
  ~BlockBuilder();
  BlockBuilder(const BlockBuilder&) = delete;
  BlockBuilder& operator=(const BlockBuilder&) = delete;

  /// Bytes of the block.
  [[nodiscard]] std::size_t size() const noexcept;
  /// Gives @p take the bytes, in pieces of kPieceBytes, of which the last one may be shorter. To be
  /// called once.
  void write(const std::function<void(std::string_view piece)>& take);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// The block as a whole.
[[nodiscard]] std::string build_block(const Sequences& sequences);

}  // namespace trujaman::memory

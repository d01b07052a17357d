/// @file
/// The texts of a block one after the other.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "memory/block.hpp"
#include "memory/block_pieces.hpp"
#include "memory/sqlite.hpp"

namespace trujaman::memory {

/// Goes through the variants of a block that are still there, in the order of local numbers, so by
/// length, without keeping them in memory.
class BlockSource {
 public:
  BlockSource(Connection& connection, const BlockRow& row);

  /// Begins anew. With Mode::Remove the block is used up: what has been read goes, and what is not
  /// needed for that at once, so that its room in the file is free for what is written meanwhile.
  void rewind(PieceReader::Mode mode);
  /// Goes to the next variant; false at the end.
  bool next();

  [[nodiscard]] std::int64_t variant() const noexcept { return variant_; }
  /// The places in this block of the variant's words, in order.
  [[nodiscard]] std::span<const std::uint32_t> places() const noexcept { return places_; }
  [[nodiscard]] const Block& block() const noexcept { return block_; }
  [[nodiscard]] const BlockRow& row() const noexcept { return row_; }

 private:
  void find_removed();

  Connection* connection_;
  BlockRow row_;
  Block block_;
  std::vector<bool> there_;  ///< From the row's first variant on; empty: all are.
  std::optional<PieceReader> variants_;
  std::optional<PieceReader> sequences_;
  std::size_t group_ = 0;
  std::uint32_t local_ = 0;  ///< Of what comes next.
  std::int64_t variant_ = 0;
  std::vector<std::uint32_t> places_;
};

}  // namespace trujaman::memory

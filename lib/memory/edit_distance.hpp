/// @file
/// Levenshtein distance between sequences of numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "memory/word_id.hpp"

namespace trujaman::memory {

/// Distances of many sequences to one pattern. Bit-parallel, 64 pattern words at a time (Myers
/// 1999, in the blockwise form of Hyyrö 2003): O(⌈pattern ÷ 64⌉ · text). One thread.
class EditDistance {
 public:
  explicit EditDistance(std::span<const WordId> pattern);

  /// The distance to @p text, or any number above @p limit where it is above that.
  [[nodiscard]] std::size_t operator()(std::span<const WordId> text, std::size_t limit);

 private:
  struct Block {
    std::uint64_t plus = 0;   ///< Rows whose value is one above that of the row before.
    std::uint64_t minus = 0;  ///< … one below.
  };

  std::size_t size_;
  std::size_t blocks_;
  /// The place of a word in words_, or the free one where it would stand.
  [[nodiscard]] std::size_t slot(WordId word) const noexcept;

  /// A hash table with linear probing: the words of the pattern, each where used_ says so.
  std::vector<WordId> words_;
  std::vector<bool> used_;
  /// masks_[slot · blocks_ + b]: rows of block b that hold the word of that slot; none in free
  /// ones.
  std::vector<std::uint64_t> masks_;
  std::vector<Block> column_;
};

/// The pairs (i, j) of equal words on a shortest way from @p a to @p b, in order. Time and memory
/// O(a · b); of texts of thousands of words only the equal ends.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> matched_pairs(
    std::span<const WordId> a, std::span<const WordId> b);

}  // namespace trujaman::memory

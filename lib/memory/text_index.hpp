/// @file
/// Keeps the text index in step with the variants.
///
/// The index is made of blocks, each of the variants of one language that came in a stretch of
/// time. A block is never changed. New variants make a new block; when there are many of a size,
/// they are merged into one (a log-structured merge, O'Neil et al. 1996), so that each variant is
/// written again a few times at most.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string_view>
#include <vector>

#include "memory/block.hpp"
#include "memory/index_cache.hpp"
#include "memory/sequences.hpp"
#include "memory/sqlite.hpp"

namespace trujaman::memory {

/// What is held in memory. Variants and words of a language are held back before they are written;
/// what a large import wrote so is merged in the end, because a lookup takes time for each block.
struct HeldLimits {
  std::size_t variants = std::size_t{1} << 18U;
  std::size_t words = std::size_t{1} << 20U;
  /// Bytes of blocks that are read to be merged with what is held; larger ones stream.
  std::int64_t absorbed = std::int64_t{16} << 20U;
};

/// Within one transaction of the caller's; one thread.
class TextIndexWriter {
 public:
  explicit TextIndexWriter(Connection& connection, const HeldLimits& limits = {})
      : connection_(&connection), limits_(limits) {}

  /// @p language is the row of a primary language, @p text valid UTF-8. Variants of a language are
  /// added in ascending order.
  void add(std::int64_t variant, std::int64_t language, std::string_view text);
  /// Tells that a variant of @p language is there no more. Its words stay in its block until that
  /// is written again, at the latest when half of it is gone; readers pass over them.
  void remove(std::int64_t variant, std::int64_t language);
  /// Writes what is held back. To be called before the transaction is committed.
  void flush();
  /// Makes one block of neighbouring ones, or writes one anew without what is gone from it. False
  /// when nothing is left that would be worth it.
  bool compact();
  /// Grows whenever blocks come or go.
  [[nodiscard]] std::uint64_t writes() const noexcept { return writes_; }

 private:
  struct Language {
    WordMap words;
    std::int64_t next_word = 0;  ///< 0 until it has been read.
    std::int64_t next_number = 0;
    Sequences held;
    std::int64_t gone = 0;  ///< Of these, how many have been removed since.
    /// The first variant that was written before the end because too many were held; 0: none was.
    std::int64_t first_spilled = 0;
  };

  Language& language(std::int64_t row);
  [[nodiscard]] WordId word(std::int64_t row, Language& language, std::string_view key,
                            bool number);
  /// The newest of @p blocks that are no larger than what comes behind them with so many variants:
  /// all that are to be merged with it, or none as long as they are too few.
  [[nodiscard]] static std::span<const BlockRow> of_tier(const std::vector<BlockRow>& blocks,
                                                         std::int64_t variants);
  /// Takes the newest blocks into @p held that are to be merged with it and small.
  void absorb_small(std::int64_t row, Sequences& held);
  /// Merges the newest block with those before it, where they are many of its size.
  bool merge_tier(std::int64_t row);
  void merge(std::int64_t row, std::span<const BlockRow> blocks);
  /// The same in a language, with the blocks whose variants begin at @p from.
  bool merge_neighbours(std::int64_t row, std::int64_t from);
  /// Appends to @p out what is still there of a block, and takes the block away.
  void absorb(const BlockRow& block, Sequences& out);
  void write_held(std::int64_t row, Language& language);
  /// Makes a block of @p sequences, @p removed of which are no longer there.
  void write(std::int64_t language, const Sequences& sequences, std::int64_t removed);

  Connection* connection_;
  HeldLimits limits_;
  std::map<std::int64_t, Language> languages_;
  std::vector<WordId> sequence_;
  std::uint64_t writes_ = 0;
};

}  // namespace trujaman::memory

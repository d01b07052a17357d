/// @file
/// A block of the text index as readers see it.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "memory/block_layout.hpp"
#include "memory/sequences.hpp"
#include "memory/sqlite.hpp"

namespace trujaman::memory {

/// A row of the table `blocks`.
struct BlockRow {
  std::int64_t id = 0;
  std::int64_t first_variant = 0;
  std::int64_t last_variant = 0;
  std::int64_t variants = 0;
  std::int64_t removed = 0;  ///< Of those, how many are no longer there.
  std::int64_t bytes = 0;
};

/// The blocks of a language, oldest first.
[[nodiscard]] std::vector<BlockRow> read_block_rows(Connection& connection, std::int64_t language);

/// The bytes of a block in memory, filled piece by piece as they are asked for. They never change:
/// a block is written once, and its number is not used again. Any number of threads, each with a
/// connection of its own to the file that has the block.
class Block {
 public:
  /// Reads the header and the tables of groups and words. @throws Error{Storage} when damaged.
  Block(Connection& connection, const BlockRow& row);
  Block(const Block&) = delete;
  Block& operator=(const Block&) = delete;

  [[nodiscard]] const BlockHeader& header() const noexcept { return header_; }
  [[nodiscard]] std::uint32_t variants() const noexcept { return header_.variants; }
  /// By length.
  [[nodiscard]] std::span<const BlockGroup> groups() const noexcept { return groups_; }
  /// The local number that ends a group.
  [[nodiscard]] std::uint32_t end_of(const BlockGroup& group) const noexcept {
    return &group == &groups_.back() ? header_.variants : (&group + 1)->first;
  }
  /// All words, ascending.
  [[nodiscard]] std::span<const WordId> words() const noexcept { return words_; }
  /// The place of each of them.
  [[nodiscard]] std::span<const std::uint32_t> places() const noexcept { return places_; }
  /// The place of a word by frequency, if the block has it; the rarest word's is the highest.
  [[nodiscard]] std::optional<std::uint32_t> place(WordId word) const noexcept;
  /// Tells the processor that place() will be asked for.
  void prefetch_word(WordId word) const noexcept {
    if (word / 64 < ranks_.size()) __builtin_prefetch(&ranks_[word / 64]);
  }
  /// Bytes of the lists of a word: what it costs to walk them.
  [[nodiscard]] std::uint32_t list_size(std::uint32_t place) const noexcept {
    return lists_[place * 2 + 2] - lists_[place * 2];
  }
  /// Where the first list begins; what texts there are stands before.
  [[nodiscard]] std::size_t lists_begin() const noexcept { return lists_.front(); }
  /// Bytes held in memory.
  [[nodiscard]] std::size_t held() const noexcept { return held_.load(std::memory_order_relaxed); }

  // These read what is not yet in memory.

  /// The signature of a variant of @p group.
  [[nodiscard]] const std::uint64_t* signature(Connection& connection, const BlockGroup& group,
                                               std::uint32_t local) {
    const std::size_t bytes = std::size_t{signature_words(group.length)} * 8;
    const std::size_t begin =
        header_.signatures + group.signature + std::size_t{local - group.first} * bytes;
    return reinterpret_cast<const std::uint64_t*>(ensure(connection, begin, begin + bytes));
  }
  [[nodiscard]] std::int64_t variant(Connection& connection, std::uint32_t local);
  /// Bytes of a list of a word.
  [[nodiscard]] std::string_view list(Connection& connection, std::uint32_t place, Rank rank);
  /// Tell the processor that list() will be asked for, first the one, then the other.
  void prefetch_place(std::uint32_t place) const noexcept {
    __builtin_prefetch(&lists_[place * 2]);
  }
  void prefetch_list(std::uint32_t place) const noexcept {
    __builtin_prefetch(bytes_.get() + lists_[place * 2]);
  }
  /// Tells the processor that sequence() will be asked for. Reads nothing.
  void prefetch(const BlockGroup& group, std::uint32_t local) const noexcept {
    __builtin_prefetch(bytes_.get() + sequence_offset(group, local));
  }
  /// Replaces @p places by those of the words of a variant of @p group.
  void places(Connection& connection, const BlockGroup& group, std::uint32_t local,
              std::vector<std::uint32_t>& places);
  /// Replaces @p words by those of a variant of @p group.
  void sequence(Connection& connection, const BlockGroup& group, std::uint32_t local,
                std::vector<WordId>& words);
  /// Appends all variants and their words to @p out, in the order of local numbers.
  void append_to(Connection& connection, Sequences& out);

 private:
  /// The bytes from @p begin on, read up to @p end, which is behind it.
  [[nodiscard]] const char* ensure(Connection& connection, std::size_t begin, std::size_t end) {
    const std::size_t last = (end - 1) / kPieceBytes;
    for (std::size_t piece = begin / kPieceBytes; piece <= last; ++piece) {
      if (present_[piece].load(std::memory_order_acquire)) continue;
      read_pieces(connection, piece, last);
      break;
    }
    return bytes_.get() + begin;
  }
  void read_pieces(Connection& connection, std::size_t first, std::size_t last);
  template <std::size_t Width>
  static void read_places(const char* from, std::vector<std::uint32_t>& places);
  void check_tables() const;
  void rank_words();
  [[nodiscard]] std::size_t sequence_offset(const BlockGroup& group,
                                            std::uint32_t local) const noexcept {
    return header_.sequences + group.sequence +
           std::size_t{local - group.first} * group.length * header_.word_bytes;
  }

  std::int64_t id_;
  std::size_t size_;
  std::size_t pieces_;
  std::unique_ptr<char[]> bytes_;                 ///< Not touched, so not resident, until read.
  std::unique_ptr<std::atomic<bool>[]> present_;  ///< For each piece.
  std::mutex reading_;
  std::atomic<std::size_t> held_ = 0;
  BlockHeader header_;
  std::span<const BlockGroup> groups_;
  std::span<const WordId> words_;
  std::span<const std::uint32_t> places_;
  /// Which of 64 words are there, and how many before them.
  struct Rank64 {
    std::uint64_t present = 0;
    std::uint64_t before = 0;
  };
  std::vector<Rank64> ranks_;  ///< For those words that have small numbers; that is nearly all.
  std::span<const WordId> ranked_;
  std::span<const std::uint32_t> lists_;
};

/// Walks the list of a word.
class ListReader {
 public:
  /// From the first local number that is at least @p from. @throws Error{Storage} when damaged.
  ListReader(std::string_view list, Rank rank, std::uint32_t from);
  /// Up to @p room local numbers below @p to, ascending; their count, 0 at the end.
  [[nodiscard]] std::size_t next(std::uint32_t to, std::uint32_t* out, std::size_t room);
  /// Of a near list: the hints of what next() gave last, four bytes each.
  [[nodiscard]] const char* hints() const noexcept { return hints_; }

 private:
  /// The varint at @p at, which is not the end; moves behind it.
  [[nodiscard]] std::uint64_t difference(const unsigned char*& at) const;

  const unsigned char* at_;
  const unsigned char* end_;
  const char* hints_ = nullptr;
  const char* next_hint_ = nullptr;
  const char* hints_end_ = nullptr;
  std::uint64_t next_ = 0;  ///< The smallest local number that may come.
};

}  // namespace trujaman::memory

#include "memory/text_index.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <unordered_set>
#include <utility>

#include "memory/block_builder.hpp"
#include "memory/block_merger.hpp"
#include "memory/block_pieces.hpp"
#include "memory/text_key.hpp"

namespace trujaman::memory {
namespace {

/// Words of which the writer remembers the number; a memory's whole vocabulary as a rule.
constexpr std::size_t kMaxKnown = std::size_t{1} << 19U;
constexpr std::size_t kMaxKnownBytes = std::size_t{1} << 25U;

/// Blocks of one tier that are merged into one of the next.
constexpr std::int64_t kFanOut = 8;
/// A block of fewer variants is merged with what comes next.
constexpr std::int64_t kSmallest = 256;
/// Blocks of as many variants are merged no more: 256 · 8³. One of them is the most that a
/// transaction adds to its own work: eight of them are rewritten at once, a second's work.
constexpr std::int64_t kLargest = 131'072;
/// What a block is not made larger than, half of what a block can be.
constexpr std::int64_t kMostBytes = std::int64_t{512} << 20U;

int tier(std::int64_t variants) noexcept {
  int t = 0;
  for (std::int64_t limit = kSmallest; variants >= limit && limit <= kLargest; limit *= kFanOut)
    ++t;
  return t;
}

constexpr int kTopTier = 4;

std::int64_t bytes_of(std::span<const BlockRow> blocks) {
  std::int64_t bytes = 0;
  for (const BlockRow& block : blocks) bytes += block.bytes;
  return bytes;
}

}  // namespace

TextIndexWriter::Language& TextIndexWriter::language(std::int64_t row) {
  Language& l = languages_[row];
  if (l.next_word == 0) {
    const auto next = [&](WordId from, WordId to) {
      return 1 + select_integer(*connection_,
                                "SELECT coalesce(max(id), ?2) FROM words "
                                "WHERE language = ?1 AND id > ?2 AND id < ?3",
                                0, row, std::int64_t{from}, std::int64_t{to});
    };
    l.next_word = next(kAnyNumber, kFirstNumber);
    l.next_number = next(kFirstNumber, kFirstLiteral);
  }
  return l;
}

WordId TextIndexWriter::word(std::int64_t row, Language& l, std::string_view key, bool number) {
  if (number) {
    if (const std::optional<WordId> id = literal(key)) return *id;
  } else if (key == kNumberKey) {  // a mark on its own
    return kAnyNumber;
  }
  if (const auto known = l.words.find(key)) return *known;
  std::int64_t id = select_integer(
      *connection_, "SELECT id FROM words WHERE language = ?1 AND key = ?2", 0, row, key);
  if (id == 0) {
    id = number ? l.next_number++ : l.next_word++;
    execute(*connection_, "INSERT INTO words (language, key, id) VALUES (?1, ?2, ?3)", row, key,
            id);
  }
  if (l.words.size() >= kMaxKnown || l.words.key_bytes() >= kMaxKnownBytes) l.words.clear();
  l.words.insert(key, static_cast<WordId>(id));
  return static_cast<WordId>(id);
}

void TextIndexWriter::add(std::int64_t variant, std::int64_t row, std::string_view text) {
  Language& l = language(row);
  sequence_.clear();
  visit_words(text, [&](std::string_view key, bool number) {
    sequence_.push_back(word(row, l, key, number));
  });
  if (sequence_.empty()) return;
  l.held.add(variant, sequence_);
  if (l.held.size() < limits_.variants && l.held.words().size() < limits_.words) return;
  if (l.first_spilled == 0) l.first_spilled = l.held.variant(0);
  write_held(row, l);
}

void TextIndexWriter::remove(std::int64_t variant, std::int64_t row) {
  Language& l = language(row);
  if (!l.held.empty() && variant >= l.held.variant(0)) {  // they ascend, the held ones come last
    ++l.gone;
    return;
  }
  for (BlockRow& block : read_block_rows(*connection_, row)) {
    if (variant < block.first_variant || variant > block.last_variant) continue;
    execute(*connection_, "UPDATE blocks SET removed = removed + 1 WHERE id = ?1", block.id);
    if (++block.removed * 2 <= block.variants) return;
    Sequences left;
    absorb(block, left);
    const auto gone = [&](std::size_t i) { return left.variant(i) == variant; };
    Sequences others;  // the row of the variant itself may still be there
    for (std::size_t i = 0; i < left.size(); ++i) {
      if (!gone(i)) others.add(left.variant(i), left.words(i));
    }
    write(row, others, 0);
    return;
  }
}

void TextIndexWriter::flush() {
  // What is merged takes memory of its own, so that all else gives up its own before.
  std::vector<std::pair<std::int64_t, std::int64_t>> written;
  for (auto& [row, l] : languages_) {
    if (l.held.empty() && l.first_spilled == 0) continue;
    if (l.first_spilled == 0) absorb_small(row, l.held);
    write_held(row, l);
    written.emplace_back(row, l.first_spilled);
  }
  languages_.clear();
  for (const auto& [row, first_spilled] : written) {
    while (first_spilled != 0 && merge_neighbours(row, first_spilled)) {
    }
    while (merge_tier(row)) {
    }
  }
}

std::span<const BlockRow> TextIndexWriter::of_tier(const std::vector<BlockRow>& blocks,
                                                   std::int64_t variants) {
  const int t = tier(variants);
  auto first = blocks.end();
  while (first != blocks.begin() && tier((first - 1)->variants) <= t) --first;
  const auto count = blocks.end() - first;
  if (t == kTopTier || count == 0 || (t > 0 && count + 1 < kFanOut)) return {};
  return {first, blocks.end()};
}

void TextIndexWriter::absorb_small(std::int64_t row, Sequences& held) {
  std::vector<BlockRow> blocks = read_block_rows(*connection_, row);
  auto total = static_cast<std::int64_t>(held.size());
  for (;;) {
    const std::span<const BlockRow> some = of_tier(blocks, total);
    if (some.empty() || bytes_of(some) > limits_.absorbed) return;
    for (const BlockRow& block : some) {
      const std::size_t before = held.size();
      absorb(block, held);
      total += static_cast<std::int64_t>(held.size() - before);
    }
    blocks.resize(blocks.size() - some.size());
  }
}

bool TextIndexWriter::merge_tier(std::int64_t row) {
  const std::vector<BlockRow> blocks = read_block_rows(*connection_, row);
  if (blocks.empty()) return false;
  const std::vector<BlockRow> before(blocks.begin(), blocks.end() - 1);
  const std::size_t count = of_tier(before, blocks.back().variants).size();
  const auto merged = std::span(blocks).last(count + 1);
  if (count == 0 || bytes_of(merged) > kMostBytes) return false;
  merge(row, merged);
  return true;
}

void TextIndexWriter::merge(std::int64_t row, std::span<const BlockRow> blocks) {
  ++writes_;
  // Pages wait for the commit in memory; where much is written that has no time to be read again,
  // it is better used otherwise.
  const std::int64_t before = select_integer(*connection_, "PRAGMA cache_size", 0);
  connection_->run("PRAGMA cache_size = -8192");
  connection_->run("PRAGMA shrink_memory");
  merge_blocks(*connection_, row, blocks);
  connection_->run(("PRAGMA cache_size = " + std::to_string(before)).c_str());
}

void TextIndexWriter::write_held(std::int64_t row, Language& l) {
  write(row, l.held, l.gone);
  l.held.clear();
  l.gone = 0;
}

bool TextIndexWriter::compact() {
  std::vector<std::int64_t> rows;
  Query languages(*connection_, "SELECT DISTINCT language FROM blocks");
  while (languages.next()) rows.push_back(languages.integer(0));
  return std::ranges::any_of(rows, [&](std::int64_t row) { return merge_neighbours(row, 0); });
}

bool TextIndexWriter::merge_neighbours(std::int64_t row, std::int64_t from) {
  const std::vector<BlockRow> blocks = read_block_rows(*connection_, row);
  for (auto first = blocks.begin(); first != blocks.end(); ++first) {
    if (first->first_variant < from) continue;
    auto last = first;
    std::int64_t bytes = 0;
    while (last != blocks.end() && bytes + last->bytes <= kMostBytes) bytes += last++->bytes;
    // A single one is worth it when it has much that is there no more.
    if (last - first > 1 || (last - first == 1 && first->removed * 8 > first->variants)) {
      merge(row, {first, last});
      return true;
    }
  }
  return false;
}

void TextIndexWriter::absorb(const BlockRow& block, Sequences& out) {
  std::unordered_set<std::int64_t> there;
  if (block.removed > 0) {
    Query rows(*connection_, "SELECT id FROM variants WHERE id >= ?1 AND id <= ?2",
               block.first_variant, block.last_variant);
    while (rows.next()) there.insert(rows.integer(0));
  }
  Sequences all;
  Block(*connection_, block).append_to(*connection_, all);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (block.removed == 0 || there.contains(all.variant(i))) out.add(all.variant(i), all.words(i));
  }
  ++writes_;
  remove_block(*connection_, block.id);
}

void TextIndexWriter::write(std::int64_t language, const Sequences& sequences,
                            std::int64_t removed) {
  if (sequences.empty()) return;
  ++writes_;
  std::int64_t first = sequences.variant(0);
  std::int64_t last = first;
  for (std::size_t i = 0; i < sequences.size(); ++i) {
    first = std::min(first, sequences.variant(i));
    last = std::max(last, sequences.variant(i));
  }
  const std::string bytes = build_block(sequences);
  execute(*connection_,
          "INSERT INTO blocks (language, first_variant, last_variant, variants, removed, bytes) "
          "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
          language, first, last, static_cast<std::int64_t>(sequences.size()), removed,
          static_cast<std::int64_t>(bytes.size()));
  PieceWriter pieces(*connection_, connection_->last_row());
  pieces.write(0, bytes);
  pieces.finish(bytes.size());
}

}  // namespace trujaman::memory

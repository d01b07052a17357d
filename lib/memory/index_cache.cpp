#include "memory/index_cache.hpp"

#include <algorithm>

namespace trujaman::memory {
namespace {

/// Words that a connection remembers: the frequent ones are in every text.
constexpr std::size_t kMaxWords = std::size_t{1} << 16U;
constexpr std::size_t kMaxWordBytes = std::size_t{1} << 25U;

/// What blocks may hold: a quarter of the file, or what a memory of a million units needs.
constexpr std::size_t kLeastRoom = std::size_t{96} << 20U;

/// How many lookups may pass before the blocks' size is looked at again.
constexpr std::uint64_t kBetweenChecks = 64;

}  // namespace

Blocks BlockCache::get(Connection& connection, const std::vector<BlockRow>& rows) {
  const auto pages = static_cast<std::size_t>(select_integer(connection, "PRAGMA page_count", 0));
  const auto page = static_cast<std::size_t>(select_integer(connection, "PRAGMA page_size", 0));
  const std::lock_guard lock(mutex_);
  room_ = std::max(kLeastRoom, pages * page / 4);
  Blocks out;
  for (const BlockRow& row : rows) {
    std::shared_ptr<Block>& block = blocks_[row.id];
    if (!block) block = std::make_shared<Block>(connection, row);
    out.push_back(block);
  }
  // Those that nobody else holds have been merged into others.
  std::erase_if(blocks_, [](const auto& entry) { return entry.second.use_count() == 1; });
  return out;
}

std::uint64_t BlockCache::generation() {
  const std::lock_guard lock(mutex_);
  if (++asked_ % kBetweenChecks == 0) {
    std::size_t held = 0;
    for (const auto& [id, block] : blocks_) held += block->held();
    if (held > room_) {
      blocks_.clear();
      ++generation_;
    }
  }
  return generation_;
}

std::int64_t IndexReader::language(std::string_view primary) {
  const auto known = rows_.find(primary);
  if (known != rows_.end()) return known->second;
  const std::int64_t row =
      select_integer(*connection_, "SELECT id FROM languages WHERE tag = ?1", 0, primary);
  // A language may come later; its row never changes then.
  if (row != 0) rows_.emplace(primary, row);
  return row;
}

std::optional<WordId> IndexReader::word(std::int64_t language, std::string_view key) {
  WordMap& words = languages_[language].words;
  if (const auto known = words.find(key)) return known;
  const std::int64_t id = select_integer(
      *connection_, "SELECT id FROM words WHERE language = ?1 AND key = ?2", -1, language, key);
  if (id < 0 || id >= kFirstLiteral) return std::nullopt;
  if (words.size() >= kMaxWords || words.key_bytes() >= kMaxWordBytes) words.clear();
  words.insert(key, static_cast<WordId>(id));
  return static_cast<WordId>(id);
}

const Blocks& IndexReader::blocks(std::int64_t language) {
  Language& known = languages_[language];
  const std::int64_t version = select_integer(*connection_, "PRAGMA data_version", 0);
  const std::uint64_t generation = cache_->generation();
  if (known.version != version || known.generation != generation) {
    known.blocks = cache_->get(*connection_, read_block_rows(*connection_, language));
    known.version = version;
    known.generation = generation;
  }
  return known.blocks;
}

}  // namespace trujaman::memory

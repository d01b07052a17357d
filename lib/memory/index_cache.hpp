/// @file
/// What readers keep of the text index between lookups.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "memory/block.hpp"
#include "memory/sqlite.hpp"
#include "memory/word_map.hpp"

namespace trujaman::memory {

/// Hashes strings and views alike, so that a view can be looked up without making a string of it.
struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view s) const noexcept {
    return std::hash<std::string_view>{}(s);
  }
};

using Blocks = std::vector<std::shared_ptr<Block>>;

/// The blocks of a memory that its readers have in memory, shared by all. Any number of threads.
class BlockCache {
 public:
  /// The blocks of the state that @p connection sees.
  [[nodiscard]] Blocks get(Connection& connection, const std::vector<BlockRow>& rows);
  /// Grows when blocks were let go of, because together they had grown too large: those who hold
  /// some should get them anew.
  [[nodiscard]] std::uint64_t generation();

 private:
  std::mutex mutex_;
  std::unordered_map<std::int64_t, std::shared_ptr<Block>> blocks_;
  std::uint64_t generation_ = 0;
  std::size_t room_ = 0;  ///< Bytes that blocks may hold.
  std::uint64_t asked_ = 0;
};

/// What one connection knows of the index. One thread.
class IndexReader {
 public:
  IndexReader(Connection& connection, BlockCache& cache)
      : connection_(&connection), cache_(&cache) {}

  /// The row of a primary language; 0 when the memory has none of it.
  [[nodiscard]] std::int64_t language(std::string_view primary);
  /// The number of a word, as text_key.hpp folds it, if the memory has it.
  [[nodiscard]] std::optional<WordId> word(std::int64_t language, std::string_view key);
  /// The blocks of a language in the state that the connection's transaction sees, oldest first.
  /// Valid until the next call.
  [[nodiscard]] const Blocks& blocks(std::int64_t language);
  [[nodiscard]] Connection& connection() const noexcept { return *connection_; }

 private:
  struct Language {
    std::int64_t version = -1;  ///< PRAGMA data_version when it was read.
    std::uint64_t generation = 0;
    Blocks blocks;
    WordMap words;
  };

  Connection* connection_;
  BlockCache* cache_;
  std::unordered_map<std::int64_t, Language> languages_;
  std::unordered_map<std::string, std::int64_t, StringHash, std::equal_to<>> rows_;
};

}  // namespace trujaman::memory

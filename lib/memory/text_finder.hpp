/// @file
/// Finds the variants that have a given text as a whole.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "memory/index_cache.hpp"
#include "memory/sqlite.hpp"
#include "memory/text_index.hpp"

namespace trujaman::memory {

/// Sees what the writer's own transaction has added, too: what the index holds back is remembered
/// here. Within that transaction; one thread.
class TextFinder {
 public:
  /// Writes what @p index holds back.
  TextFinder(Connection& connection, TextIndexWriter& index);

  /// To be told of each variant of a primary language that is added from now on; @p id is that of
  /// its unit, or empty.
  void add(std::int64_t variant, std::int64_t language, std::string_view text, std::string_view id);
  /// Variants of a primary language that have the words of @p text (valid UTF-8) and no others,
  /// newest first: all that have this text and whose unit has no other id than @p id, and some that
  /// resemble it, have another id or are gone. Those without any word or mark are not found.
  /// O(list of the rarest word among texts of that length).
  [[nodiscard]] std::vector<std::int64_t> find(std::int64_t language, std::string_view text,
                                               std::string_view id);

 private:
  /// The numbers of the words of a text, if the memory has all of them.
  [[nodiscard]] std::optional<std::vector<WordId>> words_of(std::int64_t language,
                                                            std::string_view text);
  void follow_index();

  Connection* connection_;
  TextIndexWriter* index_;
  BlockCache cache_;  ///< Blocks that were not committed must not be seen by others.
  std::optional<IndexReader> reader_;
  std::uint64_t writes_ = 0;
  using Recent = std::unordered_multimap<std::uint64_t, std::int64_t>;
  Recent recent_;        ///< By language, text and id.
  Recent recent_named_;  ///< By language and text, those that have an id.
};

}  // namespace trujaman::memory

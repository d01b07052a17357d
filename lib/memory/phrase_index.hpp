/// @file
/// Finds the variants that have given words in a row.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "memory/index_cache.hpp"

namespace trujaman::memory {

/// The words that may stand at each place of a phrase, ascending. Numbers count as what they are.
using Phrase = std::vector<std::vector<WordId>>;

/// The number of a word or a number as text_key.hpp folds it, if the memory may have it.
[[nodiscard]] std::optional<WordId> indexed_word(IndexReader& index, std::int64_t language,
                                                 std::string_view key);

/// The words and numbers of @p language, ascending, whose keys @p fits: those that have given
/// letters, begin with them, match a pattern. Reads the whole vocabulary, not the texts:
/// O(different words of the memory).
[[nodiscard]] std::vector<WordId> words_where(IndexReader& index, std::int64_t language,
                                              const std::function<bool(std::string_view)>& fits);

/// How the places of a phrase stand to each other in a variant.
enum class Places { InARow, Anywhere };

/// Calls @p visit for each variant of @p language that has @p phrase, that which came into the
/// memory last first, until it returns false. Some may have been removed since. A block's variants
/// are found before the first of them is visited: O(list of the rarest word · words of a variant).
void find_phrase(IndexReader& index, std::int64_t language, const Phrase& phrase, Places places,
                 const std::function<bool(std::int64_t variant)>& visit);

}  // namespace trujaman::memory

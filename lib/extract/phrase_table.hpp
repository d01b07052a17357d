/// @file
/// The stretches of a corpus that may be terms and are there more than once or twice.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "extract/corpus.hpp"
#include "extract/phrases.hpp"

namespace trujaman::extract {

using PhraseId = std::uint32_t;

/// A phrase of a segment that is in the table.
struct KnownPhrase {
  Phrase phrase;
  PhraseId id = 0;
};

class PhraseTable {
 public:
  /// Counts the phrases of @p corpus, which is borrowed; keeps those that are there at least
  /// @p min_count times. O(words), but for sorting.
  PhraseTable(const Corpus& corpus, std::size_t min_count, std::size_t most_content);

  [[nodiscard]] std::uint64_t key(PhraseId id) const noexcept { return keys_[id]; }
  /// Times that a phrase stands anywhere.
  [[nodiscard]] std::size_t count(PhraseId id) const noexcept {
    return starts_[id + 1] - starts_[id];
  }
  [[nodiscard]] std::size_t size() const noexcept { return keys_.size(); }

  /// Segments that a phrase stands in, once for each time, ascending.
  [[nodiscard]] std::span<const std::uint32_t> segments(PhraseId id) const noexcept {
    return std::span(segments_).subspan(starts_[id], count(id));
  }

  /// The phrases of a segment that are in the table, by where they begin, then end. @p out is
  /// cleared first.
  void find(std::size_t segment, std::vector<KnownPhrase>& out) const;

 private:
  const Corpus* corpus_;
  std::size_t most_content_;
  std::unordered_map<std::uint64_t, PhraseId> ids_;
  std::vector<std::uint64_t> keys_;
  std::vector<std::uint32_t> segments_;
  std::vector<std::size_t> starts_;  ///< Of each phrase's segments, and their end.
};

}  // namespace trujaman::extract

/// @file
/// Postings of the fuzzy index: where a rare word of a variant is found again.
///
/// The list of a word is kept in rows of the table `postings`, each with a stretch of it, in the
/// manner of a B-tree's leaves: the row (word, first) has the postings from `first` up to the next
/// row's `first`. So adding a posting rewrites one row of bounded size, and a search reads only the
/// rows whose lengths it can use.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

#include "memory/edit_distance.hpp"
#include "memory/sqlite.hpp"

namespace trujaman::memory {

/// Ordered by length, then place, then variant.
struct Posting {
  std::uint32_t length = 0;  ///< Words of the variant; above kMaxLength counted as that.
  std::uint32_t place = 0;   ///< Of the word among the variant's, rarest first; at most kMaxPlace.
  std::int64_t variant = 0;

  auto operator<=>(const Posting&) const = default;
};

inline constexpr std::uint32_t kMaxLength = (1U << 15U) - 1;
inline constexpr std::uint32_t kMaxPlace = (1U << 8U) - 1;

/// The smallest key that a posting of @p length can have, in the column `first`.
[[nodiscard]] std::int64_t first_key(std::uint32_t length) noexcept;

/// Bytes of a row → postings, in order.
[[nodiscard]] std::vector<Posting> decode_postings(std::string_view bytes);
[[nodiscard]] std::string encode_postings(const Posting* begin, const Posting* end);

/// Collects postings and writes them word by word. One transaction.
class PostingWriter {
 public:
  explicit PostingWriter(Connection& connection) : connection_(&connection) {}

  void add(WordId word, const Posting& posting);
  /// Takes one out that has been written.
  void remove(WordId word, const Posting& posting);
  /// Writes what was added since.
  void flush();

 private:
  void write(WordId word, std::vector<Posting>& postings);

  Connection* connection_;
  std::map<WordId, std::vector<Posting>> added_;
  std::size_t count_ = 0;
};

}  // namespace trujaman::memory

/// @file
/// The lists of a block: in which of them a text stands, and how one is written.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "memory/block_layout.hpp"
#include "memory/word_id.hpp"

namespace trujaman::memory {

/// A word of a text, with its places by frequency.
struct PlacedWord {
  WordId word = 0;
  std::uint32_t place = 0;
  std::uint32_t fuzzy_place = 0;  ///< Of what a lookup compares.
};

struct Posting {
  std::uint32_t local = 0;
  std::uint32_t hint = 0;  ///< In near lists.
};

/// A posting before it is written.
struct ListEntry {
  std::uint32_t list = 0;  ///< Twice the place, and the rank.
  Posting posting;
};

/// Finds the lists in which texts stand; keeps what it needs for that from one to the next.
class ListFinder {
 public:
  /// The entries of the text with the number @p local, one a list; valid until the next call.
  [[nodiscard]] std::span<const ListEntry> entries(std::span<const PlacedWord> text,
                                                   std::uint32_t local);

 private:
  std::vector<std::uint64_t> ranks_;  ///< Places and, below, positions in the text.
  std::vector<ListEntry> entries_;
};

/// Writes lists one by one.
class ListEncoder {
 public:
  /// Appends @p postings, ascending, to @p out.
  void append(std::string& out, std::span<const Posting> postings, bool near);

 private:
  std::string numbers_;
};

}  // namespace trujaman::memory

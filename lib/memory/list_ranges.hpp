/// @file
/// Postings in the order in which they come → list by list.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "memory/posting_lists.hpp"
#include "memory/sqlite.hpp"

namespace trujaman::memory {

/// Lists are parted into ranges of some two million postings each. What comes is kept by range, in
/// SQLite's temporary database, and sorted by list when its range is asked for (a distribution
/// sort, Knuth, The Art of Computer Programming 3, 5.4).
class ListRanges {
 public:
  /// @p counts has for each place by frequency a number that its two lists together do not exceed.
  ListRanges(Connection& connection, std::span<const std::uint32_t> counts);
  ~ListRanges();
  ListRanges(const ListRanges&) = delete;
  ListRanges& operator=(const ListRanges&) = delete;

  /// Those of a list come in ascending order.
  void add(const ListEntry& entry);
  /// Calls @p visit for every list in turn.
  void visit(const std::function<void(std::uint32_t list, std::span<const Posting>)>& visit);

 private:
  struct Range {
    std::uint32_t end = 0;  ///< The place behind its last.
    std::string bytes;      ///< Not yet written.
    std::int64_t rows = 0;
  };

  void write(std::size_t range);
  template <class Visit>
  void read(std::size_t range, Visit visit);

  Connection* connection_;
  std::vector<Range> ranges_;
  std::vector<std::uint16_t> range_of_;  ///< By place.
};

}  // namespace trujaman::memory

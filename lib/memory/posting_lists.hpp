/// @file
/// The lists of a block while it is made.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "memory/block_layout.hpp"

namespace trujaman::memory {

/// Gathers postings in the order of variants and keeps them by list, as block_layout.hpp has them:
/// a posting takes some six bytes, not the twenty of sorting them all at once. One thread.
class PostingLists {
 public:
  /// Even numbers are near lists, which have hints. @p together: postings that are sorted at once;
  /// what they take should fit into the processor's cache.
  explicit PostingLists(std::size_t lists, std::size_t together = std::size_t{1} << 18U)
      : together_(together), lists_(lists) {}

  /// Local numbers ascend from call to call; a list has each of them once.
  void add(std::uint32_t list, std::uint32_t local, std::uint32_t hint) {
    entries_.push_back({list, local, hint});
    if (entries_.size() >= together_) pack();
  }
  /// To be called when all have been added.
  void finish();

  /// Bytes that a list takes in the block.
  [[nodiscard]] std::size_t bytes(std::uint32_t list) const noexcept;
  /// Appends a list to @p out. The lists are asked for in their order, each once.
  void append(std::uint32_t list, std::string& out);

 private:
  struct Entry {
    std::uint32_t list = 0;
    std::uint32_t local = 0;
    std::uint32_t hint = 0;
  };
  struct List {
    std::uint32_t postings = 0;
    std::uint32_t bytes = 0;  ///< Of the differences.
    std::uint32_t next = 0;   ///< The smallest local number that may come.
  };
  /// What a pack has of a list, in each of its three strings behind what it has of the list before.
  struct Part {
    std::uint32_t list = 0;
    std::uint32_t skips = 0;
    std::uint32_t differences = 0;
    std::uint32_t hints = 0;
  };
  struct Pack {
    std::vector<Part> parts;  ///< By list.
    std::string skips;
    std::string differences;
    std::string hints;
    std::size_t at = 0;  ///< The part to be asked for next, and where it begins.
    std::size_t skips_at = 0;
    std::size_t differences_at = 0;
    std::size_t hints_at = 0;
  };

  void pack();
  void sort_entries();

  std::size_t together_;
  std::vector<List> lists_;
  std::vector<Entry> entries_;
  std::vector<Entry> sorted_;
  std::vector<std::uint32_t> ends_;
  std::vector<Pack> packs_;
};

}  // namespace trujaman::memory

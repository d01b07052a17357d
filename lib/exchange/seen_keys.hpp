/// @file
/// Which keys a file has had already.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace trujaman::exchange {

/// A set of texts by 64 bits of each, so that a file of millions of units takes tens of megabytes;
/// that two different ones are taken for one is left to a chance of one in a million for these.
/// One thread.
class SeenKeys {
 public:
  /// False when the key, of these parts in a row, was there.
  bool insert(std::string_view key, std::string_view more = {}) {
    if (slots_.size() < 2 * (size_ + 1)) grow();
    std::uint64_t& slot = find(slots_, hash(key, more));
    if (slot != 0) return false;
    slot = hash(key, more);
    ++size_;
    return true;
  }

 private:
  /// FNV-1a, its bits mixed once more, so that its low ones do for a place. Never 0, which is the
  /// empty slot.
  static std::uint64_t hash(std::string_view key, std::string_view more) {
    std::uint64_t value = 0xCBF29CE484222325ULL;
    const auto add = [&](unsigned char byte) { value = (value ^ byte) * 0x100000001B3ULL; };
    for (const char c : key) add(static_cast<unsigned char>(c));
    add(0xFF);
    for (const char c : more) add(static_cast<unsigned char>(c));
    value = (value ^ (value >> 32U)) * 0xD6E8FEB86659FD93ULL;
    value ^= value >> 32U;
    return value == 0 ? 1 : value;
  }

  static std::uint64_t& find(std::vector<std::uint64_t>& slots, std::uint64_t wanted) {
    std::size_t at = static_cast<std::size_t>(wanted) & (slots.size() - 1);
    while (slots[at] != 0 && slots[at] != wanted) at = (at + 1) & (slots.size() - 1);
    return slots[at];
  }

  void grow() {
    std::vector<std::uint64_t> larger(slots_.empty() ? 1024 : 2 * slots_.size());
    for (const std::uint64_t value : slots_) {
      if (value != 0) find(larger, value) = value;
    }
    slots_ = std::move(larger);
  }

  std::vector<std::uint64_t> slots_;
  std::size_t size_ = 0;
};

}  // namespace trujaman::exchange

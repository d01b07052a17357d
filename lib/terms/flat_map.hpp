/// @file
/// A hash map of integers that lies flat in memory: one lookup is about one cache miss.
#pragma once

#include <cstdint>
#include <vector>

namespace trujaman::terms {

/// 64-bit keys to 32-bit values. Open addressing, linear probing, at most half full; nothing is
/// ever removed. The key ~0 may not be used.
class FlatMap {
 public:
  static constexpr std::uint32_t kNone = ~std::uint32_t{0};

  /// The value of @p key, or kNone. O(1) expected.
  [[nodiscard]] std::uint32_t find(std::uint64_t key) const noexcept {
    if (slots_.empty()) return kNone;
    const Slot& slot = slots_[place(key)];
    return slot.key == key ? slot.value : kNone;
  }
  void prefetch(std::uint64_t key) const noexcept {
    if (!slots_.empty()) __builtin_prefetch(&slots_[home(key)]);
  }
  /// The value of @p key, which becomes @p value when it had none.
  std::uint32_t insert(std::uint64_t key, std::uint32_t value) {
    if (2 * (size_ + 1) > slots_.size()) grow();
    Slot& slot = slots_[place(key)];
    if (slot.key == key) return slot.value;
    slot = {key, value};
    ++size_;
    return value;
  }

 private:
  static constexpr std::uint64_t kFree = ~std::uint64_t{0};
  struct Slot {
    std::uint64_t key = kFree;
    std::uint32_t value = kNone;
  };

  /// Where @p key is put if it is free. Fibonacci hashing (Knuth, TAOCP 3, § 6.4).
  [[nodiscard]] std::size_t home(std::uint64_t key) const noexcept {
    const std::uint64_t mixed = (key ^ (key >> 32U)) * 0x9E3779B97F4A7C15U;
    return static_cast<std::size_t>(mixed >> 20U) & (slots_.size() - 1);
  }
  /// Where @p key is, or would be put.
  [[nodiscard]] std::size_t place(std::uint64_t key) const noexcept {
    const std::size_t mask = slots_.size() - 1;
    std::size_t i = home(key);
    while (slots_[i].key != key && slots_[i].key != kFree) i = (i + 1) & mask;
    return i;
  }
  void grow() {
    std::vector<Slot> old(slots_.empty() ? 16 : 2 * slots_.size());
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.key != kFree) slots_[place(slot.key)] = slot;
    }
  }

  std::vector<Slot> slots_;  // a power of two of them
  std::size_t size_ = 0;
};

}  // namespace trujaman::terms

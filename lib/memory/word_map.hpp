/// @file
/// Words → their numbers, in memory.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "memory/word_id.hpp"

namespace trujaman::memory {

/// A hash table with linear probing, its keys one after the other in one string: a word of a text
/// costs one or two cache misses, where std::unordered_map takes four. One thread.
class WordMap {
 public:
  WordMap() : slots_(256) {}

  [[nodiscard]] std::optional<WordId> find(std::string_view key) const noexcept {
    const Slot& slot = slots_[place(key, hash(key))];
    return slot.room > 0 ? std::optional(slot.id) : std::nullopt;
  }
  /// @p key is not there yet.
  void insert(std::string_view key, WordId id) {
    if ((size_ + 1) * 2 > slots_.size()) grow();
    const std::uint32_t h = hash(key);
    slots_[place(key, h)] = {h, static_cast<std::uint32_t>(keys_.size()),
                             static_cast<std::uint32_t>(key.size() + 1), id};
    keys_ += key;
    ++size_;
  }
  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  [[nodiscard]] std::size_t key_bytes() const noexcept { return keys_.size(); }
  void clear() { *this = WordMap(); }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t key = 0;   ///< Where it begins in keys_.
    std::uint32_t room = 0;  ///< Its length and one; 0 where the slot is free.
    WordId id = 0;
  };

  static std::uint32_t hash(std::string_view key) noexcept {
    return static_cast<std::uint32_t>(std::hash<std::string_view>{}(key));
  }

  [[nodiscard]] std::string_view key_of(const Slot& slot) const noexcept {
    return std::string_view(keys_).substr(slot.key, slot.room - 1);
  }

  /// Where a key is, or would be put.
  [[nodiscard]] std::size_t place(std::string_view key, std::uint32_t h) const noexcept {
    const std::size_t mask = slots_.size() - 1;
    std::size_t i = h & mask;
    for (; slots_[i].room > 0; i = (i + 1) & mask) {
      if (slots_[i].hash == h && key_of(slots_[i]) == key) break;
    }
    return i;
  }

  void grow() {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& s : old) {
      if (s.room > 0) slots_[place(key_of(s), s.hash)] = s;
    }
  }

  std::vector<Slot> slots_;
  std::string keys_;
  std::size_t size_ = 0;
};

}  // namespace trujaman::memory

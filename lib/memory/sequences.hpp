/// @file
/// Texts as numbers of words, one after the other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "memory/word_id.hpp"

namespace trujaman::memory {

/// Variants with the words of each, in the order in which they were added.
class Sequences {
 public:
  void add(std::int64_t variant, std::span<const WordId> words) {
    variants_.push_back(variant);
    words_.insert(words_.end(), words.begin(), words.end());
    ends_.push_back(words_.size());
  }
  void clear() noexcept {
    variants_.clear();
    ends_.clear();
    words_.clear();
  }
  [[nodiscard]] bool empty() const noexcept { return variants_.empty(); }
  [[nodiscard]] std::size_t size() const noexcept { return variants_.size(); }
  [[nodiscard]] std::int64_t variant(std::size_t i) const noexcept { return variants_[i]; }
  [[nodiscard]] std::span<const WordId> words(std::size_t i) const noexcept {
    const std::size_t begin = i == 0 ? 0 : ends_[i - 1];
    return {words_.data() + begin, ends_[i] - begin};
  }
  /// Words of all.
  [[nodiscard]] std::span<const WordId> words() const noexcept { return words_; }

 private:
  std::vector<std::int64_t> variants_;
  std::vector<std::size_t> ends_;
  std::vector<WordId> words_;
};

}  // namespace trujaman::memory

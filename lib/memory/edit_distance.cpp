#include "memory/edit_distance.hpp"

#include <algorithm>
#include <bit>

namespace trujaman::memory {
namespace {

constexpr std::size_t kBits = 64;

/// Largest table that matched_pairs fills; beyond it only equal words at both ends are paired.
constexpr std::size_t kMaxCells = std::size_t{1} << 22;

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

/// The pairs of a and b, which begin at @p offset in the whole sequences.
void append_pairs(Pairs& pairs, std::span<const WordId> a, std::span<const WordId> b,
                  std::size_t offset) {
  const std::size_t width = b.size() + 1;
  if ((a.size() + 1) * width > kMaxCells) return;
  // cost[i · width + j]: distance between the first i words of a and the first j of b.
  std::vector<std::uint32_t> cost((a.size() + 1) * width);
  for (std::size_t j = 0; j < width; ++j) cost[j] = static_cast<std::uint32_t>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    cost[i * width] = static_cast<std::uint32_t>(i);
    for (std::size_t j = 1; j < width; ++j) {
      const std::uint32_t changed = cost[(i - 1) * width + j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      const std::uint32_t moved = std::min(cost[(i - 1) * width + j], cost[i * width + j - 1]) + 1;
      cost[i * width + j] = std::min(changed, moved);
    }
  }
  const std::size_t before = pairs.size();
  for (std::size_t i = a.size(), j = b.size(); i > 0 && j > 0;) {
    const std::uint32_t here = cost[i * width + j];
    const bool equal = a[i - 1] == b[j - 1];
    if (here == cost[(i - 1) * width + j - 1] + (equal ? 0 : 1)) {
      if (equal) pairs.emplace_back(offset + i - 1, offset + j - 1);
      --i;
      --j;
    } else if (here == cost[(i - 1) * width + j] + 1) {
      --i;
    } else {
      --j;
    }
  }
  std::reverse(pairs.begin() + static_cast<std::ptrdiff_t>(before), pairs.end());
}

}  // namespace

EditDistance::EditDistance(std::span<const WordId> pattern)
    : size_(pattern.size()),
      blocks_((pattern.size() + kBits - 1) / kBits),
      words_(std::bit_ceil(pattern.size() * 4 + 1)),
      used_(words_.size()),
      masks_(words_.size() * blocks_) {
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const std::size_t s = slot(pattern[i]);
    words_[s] = pattern[i];
    used_[s] = true;
    masks_[s * blocks_ + i / kBits] |= std::uint64_t{1} << (i % kBits);
  }
}

std::size_t EditDistance::slot(WordId word) const noexcept {
  const std::size_t mask = words_.size() - 1;
  std::size_t s = ((word * 0x9E3779B97F4A7C15ULL) >> 32U) & mask;
  while (used_[s] && words_[s] != word) s = (s + 1) & mask;
  return s;
}

std::size_t EditDistance::operator()(std::span<const WordId> text, std::size_t limit) {
  const std::size_t difference = std::max(size_, text.size()) - std::min(size_, text.size());
  if (difference > limit) return difference;
  if (size_ == 0) return text.size();
  column_.assign(blocks_, {.plus = ~std::uint64_t{0}, .minus = 0});
  const std::uint64_t last_row = std::uint64_t{1} << ((size_ - 1) % kBits);
  std::size_t distance = size_;
  for (std::size_t j = 0; j < text.size(); ++j) {
    const std::uint64_t* const masks = &masks_[slot(text[j]) * blocks_];
    // What enters a block from the one above: the first row of the matrix rises by one a column.
    std::uint64_t carry_plus = 1;
    std::uint64_t carry_minus = 0;
    for (std::size_t b = 0; b < blocks_; ++b) {
      Block& block = column_[b];
      const std::uint64_t equal = masks[b];
      const std::uint64_t equal_or_carry = equal | carry_minus;
      const std::uint64_t vertical = equal | block.minus;
      const std::uint64_t diagonal =
          (((equal_or_carry & block.plus) + block.plus) ^ block.plus) | equal_or_carry;
      std::uint64_t plus = block.minus | ~(diagonal | block.plus);
      std::uint64_t minus = block.plus & diagonal;
      if (b + 1 == blocks_) {
        if ((plus & last_row) != 0) ++distance;
        if ((minus & last_row) != 0) --distance;
      }
      const std::uint64_t out_plus = plus >> (kBits - 1);
      const std::uint64_t out_minus = minus >> (kBits - 1);
      plus = (plus << 1U) | carry_plus;
      minus = (minus << 1U) | carry_minus;
      block.plus = minus | ~(vertical | plus);
      block.minus = plus & vertical;
      carry_plus = out_plus;
      carry_minus = out_minus;
    }
    // Each word that is left can lower the distance by one at most.
    const std::size_t left = text.size() - j - 1;
    if (distance > limit + left) return distance - left;
  }
  return distance;
}

std::vector<std::pair<std::size_t, std::size_t>> matched_pairs(std::span<const WordId> a,
                                                               std::span<const WordId> b) {
  // Equal words at both ends may always be paired.
  std::size_t head = 0;
  while (head < a.size() && head < b.size() && a[head] == b[head]) ++head;
  std::size_t tail = 0;
  while (head + tail < a.size() && head + tail < b.size() &&
         a[a.size() - tail - 1] == b[b.size() - tail - 1]) {
    ++tail;
  }
  Pairs pairs;
  for (std::size_t i = 0; i < head; ++i) pairs.emplace_back(i, i);
  append_pairs(pairs, a.subspan(head, a.size() - head - tail),
               b.subspan(head, b.size() - head - tail), head);
  for (std::size_t i = tail; i > 0; --i) pairs.emplace_back(a.size() - i, b.size() - i);
  return pairs;
}

}  // namespace trujaman::memory

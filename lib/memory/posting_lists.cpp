#include "memory/posting_lists.hpp"

#include <algorithm>
#include <functional>

#include "memory/match_score.hpp"
#include "memory/varint.hpp"

namespace trujaman::memory {

std::span<const ListEntry> ListFinder::entries(std::span<const PlacedWord> text,
                                               std::uint32_t local) {
  entries_.clear();
  ranks_.clear();
  std::uint32_t signature = 0;
  for (const PlacedWord& w : text) {
    signature |= 1U << signature_bit(w.word, kHintBits);
    ranks_.push_back(std::uint64_t{w.fuzzy_place} << 32U | ranks_.size());
  }
  std::sort(ranks_.begin(), ranks_.end(), std::greater<>());
  const std::size_t near = max_distance(text.size(), kNearScore);
  for (std::size_t i = 0; i < ranks_.size(); ++i) {
    const auto rank = static_cast<std::uint32_t>(ranks_[i] >> 32U);
    if (i > 0 && rank == ranks_[i - 1] >> 32U) continue;
    const bool again = i + 1 < ranks_.size() && rank == ranks_[i + 1] >> 32U;
    const auto position = static_cast<std::uint32_t>(ranks_[i]);
    const std::uint32_t at = again ? kAnyPlace : std::min(position, kAnyPlace);
    entries_.push_back({rank * 2 + (i <= near ? 0 : 1), {local, at << kHintBits | signature}});
  }
  // A number has a list of its own besides, for concordance.
  const std::size_t first = entries_.size();
  for (const PlacedWord& w : text) {
    if (w.place == w.fuzzy_place) continue;
    const ListEntry entry{w.place * 2 + 1, {local, 0}};
    const auto same = [&](const ListEntry& e) { return e.list == entry.list; };
    if (std::none_of(entries_.begin() + static_cast<std::ptrdiff_t>(first), entries_.end(), same)) {
      entries_.push_back(entry);
    }
  }
  return entries_;
}

void ListEncoder::append(std::string& out, std::span<const Posting> postings, bool near) {
  if (postings.empty()) return;
  append_varint(out, postings.size());
  numbers_.clear();
  std::uint32_t next = 0;  // the smallest local number that may come
  for (std::size_t i = 0; i < postings.size(); ++i) {
    if (i > 0 && i % kSkip == 0) {
      store(out, next);
      store(out, static_cast<std::uint32_t>(numbers_.size()));
    }
    append_varint(numbers_, postings[i].local - next);
    next = postings[i].local + 1;
  }
  out += numbers_;
  if (!near) return;
  for (const Posting& posting : postings) store(out, posting.hint);
}

}  // namespace trujaman::memory

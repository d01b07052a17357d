#include "memory/posting_lists.hpp"

#include <numeric>

#include "memory/varint.hpp"

namespace trujaman::memory {
namespace {

bool is_near(std::uint32_t list) noexcept {
  return list % 2 == 0;
}

std::size_t varint_bytes(std::uint64_t value) noexcept {
  std::size_t bytes = 1;
  for (; value >= 0x80; value >>= 7U) ++bytes;
  return bytes;
}

}  // namespace

void PostingLists::finish() {
  if (!entries_.empty()) pack();
  entries_ = {};
  sorted_ = {};
  ends_ = {};
}

void PostingLists::sort_entries() {
  ends_.assign(lists_.size() + 1, 0);
  for (const Entry& e : entries_) ++ends_[e.list + 1];
  std::partial_sum(ends_.begin(), ends_.end(), ends_.begin());
  sorted_.resize(entries_.size());
  for (const Entry& e : entries_) sorted_[ends_[e.list]++] = e;
}

void PostingLists::pack() {
  sort_entries();
  Pack pack;
  for (const Entry& e : sorted_) {
    if (pack.parts.empty() || pack.parts.back().list != e.list)
      pack.parts.push_back({.list = e.list});
    Part& part = pack.parts.back();
    List& list = lists_[e.list];
    if (list.postings > 0 && list.postings % kSkip == 0) {
      store(pack.skips, list.next);
      store(pack.skips, list.bytes);
      part.skips += 2 * sizeof(std::uint32_t);
    }
    const std::size_t before = pack.differences.size();
    append_varint(pack.differences, e.local - list.next);
    const auto grown = static_cast<std::uint32_t>(pack.differences.size() - before);
    part.differences += grown;
    if (is_near(e.list)) {
      store(pack.hints, e.hint);
      part.hints += sizeof e.hint;
    }
    list.bytes += grown;
    list.next = e.local + 1;
    ++list.postings;
  }
  pack.parts.shrink_to_fit();
  for (std::string* bytes : {&pack.skips, &pack.differences, &pack.hints}) bytes->shrink_to_fit();
  packs_.push_back(std::move(pack));
  entries_.clear();
}

std::size_t PostingLists::bytes(std::uint32_t list) const noexcept {
  const List& l = lists_[list];
  if (l.postings == 0) return 0;
  const std::size_t skips = (l.postings - 1) / kSkip * 2 * sizeof(std::uint32_t);
  const std::size_t hints = is_near(list) ? l.postings * sizeof(std::uint32_t) : 0;
  return varint_bytes(l.postings) + skips + l.bytes + hints;
}

void PostingLists::append(std::uint32_t list, std::string& out) {
  if (lists_[list].postings == 0) return;
  append_varint(out, lists_[list].postings);
  const auto each_part = [&](const auto& use) {
    for (Pack& pack : packs_) {
      if (pack.at < pack.parts.size() && pack.parts[pack.at].list == list) {
        use(pack, pack.parts[pack.at]);
      }
    }
  };
  each_part([&](Pack& pack, const Part& part) {
    out.append(pack.skips, pack.skips_at, part.skips);
    pack.skips_at += part.skips;
  });
  each_part([&](Pack& pack, const Part& part) {
    out.append(pack.differences, pack.differences_at, part.differences);
    pack.differences_at += part.differences;
  });
  each_part([&](Pack& pack, const Part& part) {
    out.append(pack.hints, pack.hints_at, part.hints);
    pack.hints_at += part.hints;
    ++pack.at;
  });
}

}  // namespace trujaman::memory

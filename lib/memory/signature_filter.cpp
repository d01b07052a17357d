#include "memory/signature_filter.hpp"

#include <algorithm>
#include <bit>

// Counting bits is one instruction on every x86 processor since 2008, but compilers may use it
// only where they are told so; elsewhere it is twelve. So each filter is compiled twice.
#if defined(__x86_64__) && defined(__GNUC__)
#define TRUJAMAN_COUNTS_BITS [[gnu::target("popcnt")]]
#else
#define TRUJAMAN_COUNTS_BITS
#endif

namespace trujaman::memory {
namespace {

bool can_count() noexcept {
#if defined(__x86_64__) && defined(__GNUC__)
  static const bool can = __builtin_cpu_supports("popcnt") != 0;
  return can;
#else
  return false;
#endif
}

struct HintFilter {
  const char* hints;
  std::uint32_t query;
  std::uint32_t places;
  int limit;

  [[gnu::always_inline]] std::size_t operator()(std::uint32_t* locals, std::size_t count) const {
    constexpr std::uint32_t kMask = (1U << kHintBits) - 1;
    std::size_t left = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const auto hint = load<std::uint32_t>(hints + i * sizeof(std::uint32_t));
      const std::uint32_t other = hint & kMask;
      const bool near =
          std::popcount(query & ~other) <= limit && std::popcount(other & ~query) <= limit;
      locals[left] = locals[i];
      left += static_cast<std::size_t>(near) & (places >> (hint >> kHintBits));
    }
    return left;
  }
};

struct SignatureFilter {
  const Signature& query;

  [[gnu::always_inline]] std::size_t operator()(Suspect* suspects, std::size_t count) const {
    std::size_t left = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const Suspect& suspect = suspects[i];
      const std::uint32_t length = suspect.group->length;
      const std::uint64_t* const own = query.of(length);
      std::uint32_t lacks = 0;
      std::uint32_t adds = 0;
      for (std::uint32_t w = 0; w < signature_words(length); ++w) {
        lacks += static_cast<std::uint32_t>(std::popcount(own[w] & ~suspect.signature[w]));
        adds += static_cast<std::uint32_t>(std::popcount(suspect.signature[w] & ~own[w]));
      }
      const bool near = lacks <= suspect.limit && adds <= suspect.limit;
      suspects[left] = suspect;
      left += near ? 1 : 0;
    }
    return left;
  }
};

template <class Filter, class Item>
TRUJAMAN_COUNTS_BITS std::size_t run_counting(const Filter& filter, Item* items,
                                              std::size_t count) {
  return filter(items, count);
}

template <class Filter, class Item>
std::size_t run(const Filter& filter, Item* items, std::size_t count) {
  return can_count() ? run_counting(filter, items, count) : filter(items, count);
}

}  // namespace

std::uint32_t possible_places(std::span<const std::uint32_t> positions, std::size_t n,
                              std::size_t m, std::size_t limit) noexcept {
  std::uint32_t out = std::uint32_t{1} << kAnyPlace;
  const std::size_t shorter = std::min(n, m);
  const std::size_t more = std::max(n, m) - shorter;
  if (more > limit) return out;
  // What stands before the two words may differ in length, and what stands behind them; each costs
  // a step for every word.
  const std::size_t back = (limit - more) / 2 + (n > m ? more : 0);
  const std::size_t forth = (limit - more) / 2 + (m > n ? more : 0);
  for (const std::size_t position : positions) {
    const std::size_t begin = position - std::min(position, back);
    const std::size_t end = std::min<std::size_t>(position + forth + 1, kAnyPlace);
    if (begin < end) out |= (1U << end) - (1U << begin);
  }
  return out;
}

std::size_t filter_hints(std::uint32_t* locals, std::size_t count, const char* hints,
                         const Signature& query, std::uint32_t places, std::size_t limit) noexcept {
  const auto most = static_cast<int>(std::min<std::size_t>(limit, kHintBits));
  return run(HintFilter{hints, query.hint(), places, most}, locals, count);
}

std::size_t filter_signatures(Suspect* suspects, std::size_t count,
                              const Signature& query) noexcept {
  return run(SignatureFilter{query}, suspects, count);
}

}  // namespace trujaman::memory

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

template <std::uint32_t Words>
struct SignatureFilter {
  const std::uint64_t* signatures;
  std::uint32_t first;
  const std::uint64_t* query;
  int limit;

  [[gnu::always_inline]] std::size_t operator()(std::uint32_t* locals, std::size_t count) const {
    std::size_t left = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint64_t* const other = signatures + std::size_t{locals[i] - first} * Words;
      int lacks = 0;
      int adds = 0;
      for (std::uint32_t w = 0; w < Words; ++w) {
        lacks += std::popcount(query[w] & ~other[w]);
        adds += std::popcount(other[w] & ~query[w]);
      }
      locals[left] = locals[i];
      left += lacks <= limit && adds <= limit ? 1 : 0;
    }
    return left;
  }
};

template <class Filter>
TRUJAMAN_COUNTS_BITS std::size_t run_counting(const Filter& filter, std::uint32_t* locals,
                                              std::size_t count) {
  return filter(locals, count);
}

template <class Filter>
std::size_t run(const Filter& filter, std::uint32_t* locals, std::size_t count) {
  return can_count() ? run_counting(filter, locals, count) : filter(locals, count);
}

/// More steps than any of these signatures has bits are the same.
int limit_of(std::size_t limit) noexcept {
  return static_cast<int>(std::min<std::size_t>(limit, 64U << kSignatureWidths));
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
  return run(HintFilter{hints, query.hint(), places, limit_of(limit)}, locals, count);
}

std::size_t filter_signatures(std::uint32_t* locals, std::size_t count,
                              const std::uint64_t* signatures, std::uint32_t first,
                              std::uint32_t length, const Signature& query,
                              std::size_t limit) noexcept {
  const std::uint64_t* const own = query.of(length);
  const int most = limit_of(limit);
  switch (signature_width(length)) {
    case 0:
      return run(SignatureFilter<1>{signatures, first, own, most}, locals, count);
    case 1:
      return run(SignatureFilter<2>{signatures, first, own, most}, locals, count);
    case 2:
      return run(SignatureFilter<4>{signatures, first, own, most}, locals, count);
    default:
      return run(SignatureFilter<8>{signatures, first, own, most}, locals, count);
  }
}

}  // namespace trujaman::memory

#include "memory/signature_filter.hpp"

#include <bit>

namespace trujaman::memory {
namespace {

[[gnu::always_inline]] inline std::size_t filter(std::uint32_t* locals, std::size_t count,
                                                 const std::uint64_t* signatures,
                                                 std::uint64_t query, int limit) noexcept {
  std::size_t left = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t local = locals[i];
    const std::uint64_t other = signatures[local];
    locals[left] = local;
    const bool near =
        std::popcount(query & ~other) <= limit && std::popcount(other & ~query) <= limit;
    left += near ? 1 : 0;
  }
  return left;
}

// Counting bits is one instruction on every x86 processor since 2008, but compilers may use it
// only where they are told so; elsewhere it is twelve.
#if defined(__x86_64__) && defined(__GNUC__)
[[gnu::target("popcnt")]] std::size_t filter_counting(std::uint32_t* locals, std::size_t count,
                                                      const std::uint64_t* signatures,
                                                      std::uint64_t query, int limit) noexcept {
  return filter(locals, count, signatures, query, limit);
}
bool can_count() noexcept {
  static const bool can = __builtin_cpu_supports("popcnt") != 0;
  return can;
}
#endif

}  // namespace

std::size_t filter_signatures(std::uint32_t* locals, std::size_t count,
                              const std::uint64_t* signatures, std::uint64_t query,
                              std::size_t limit) noexcept {
  const int most = limit < 64 ? static_cast<int>(limit) : 64;
#if defined(__x86_64__) && defined(__GNUC__)
  if (can_count()) return filter_counting(locals, count, signatures, query, most);
#endif
  return filter(locals, count, signatures, query, most);
}

}  // namespace trujaman::memory

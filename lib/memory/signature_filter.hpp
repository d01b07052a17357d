/// @file
/// Which variants may have enough words in common with a query, by their signatures.
#pragma once

#include <cstddef>
#include <cstdint>

namespace trujaman::memory {

/// Keeps those of the @p count local numbers at @p locals whose words may be those of the query
/// but for @p limit: a bit that only one of two signatures has is a word that the other text lacks.
/// Returns how many are left. @p signatures is indexed by local number.
std::size_t filter_signatures(std::uint32_t* locals, std::size_t count,
                              const std::uint64_t* signatures, std::uint64_t query,
                              std::size_t limit) noexcept;

}  // namespace trujaman::memory

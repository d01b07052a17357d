/// @file
/// Which variants may have enough words in common with a query, by their signatures.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "memory/block_layout.hpp"

namespace trujaman::memory {

/// The signature of words in all widths, to be compared with those of variants of any length.
class Signature {
 public:
  void add(WordId word) noexcept {
    hint_ |= 1U << signature_bit(word, kHintBits);
    for (std::uint32_t width = 0; width < kSignatureWidths; ++width) {
      const std::uint32_t bit = signature_bit(word, 64U << width);
      words_[(1U << width) - 1 + bit / 64] |= std::uint64_t{1} << (bit % 64);
    }
  }
  /// What to compare with the signatures of variants of @p length words.
  [[nodiscard]] const std::uint64_t* of(std::uint32_t length) const noexcept {
    return words_.data() + signature_words(length) - 1;
  }
  /// What to compare with hints.
  [[nodiscard]] std::uint32_t hint() const noexcept { return hint_; }

 private:
  std::array<std::uint64_t, (std::size_t{1} << kSignatureWidths) - 1> words_{};
  std::uint32_t hint_ = 0;
};

/// Where a word of a query may stand in a variant of @p m words, a bit for each number of words
/// before it (and for kAnyPlace), so that both texts are not more than @p limit edit steps apart
/// and these two words face each other: it stands at @p positions in the query, of @p n words.
[[nodiscard]] std::uint32_t possible_places(std::span<const std::uint32_t> positions, std::size_t n,
                                            std::size_t m, std::size_t limit) noexcept;

/// A variant that may match.
struct Suspect {
  const std::uint64_t* signature = nullptr;
  const BlockGroup* group = nullptr;
  std::size_t block = 0;  ///< The caller's.
  std::uint32_t local = 0;
  std::uint32_t limit = 0;  ///< Edit steps.
};

/// The filters keep what may have the words of the query but for so many edit steps: a bit that
/// only one of two signatures has is a word that the other text lacks. They return how many are
/// left, which are the first ones then. This is for the @p count variants of one length at
/// @p locals.
std::size_t filter_hints(std::uint32_t* locals, std::size_t count, const char* hints,
                         const Signature& query, std::uint32_t places, std::size_t limit) noexcept;
std::size_t filter_signatures(Suspect* suspects, std::size_t count,
                              const Signature& query) noexcept;

}  // namespace trujaman::memory

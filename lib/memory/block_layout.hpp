/// @file
/// How the bytes of a block of the text index are laid out; README.md says what for.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>

#include "memory/word_id.hpp"

namespace trujaman::memory {

static_assert(std::endian::native == std::endian::little,
              "memory files are little-endian; numbers would have to be turned round here");

/// At byte 0. Offsets are from there. Arrays of 32-bit numbers unless said otherwise.
struct BlockHeader {
  std::uint32_t version = 2;
  std::uint32_t variants = 0;       ///< Local numbers 0 … variants − 1, by length.
  std::uint32_t groups = 0;         ///< Runs of local numbers of the same length.
  std::uint32_t words = 0;          ///< Different words, ascending; their places are local words.
  std::uint32_t word_bytes = 0;     ///< Bytes of a place in a sequence: 2, 3 or 4.
  std::uint32_t group_table = 0;    ///< BlockGroup for each group.
  std::uint32_t word_table = 0;     ///< WordId of each word, ascending.
  std::uint32_t place_table = 0;    ///< The place of each of these; the most frequent has place 0.
  std::uint32_t rank_table = 0;     ///< The same the other way round: WordId of each place.
  std::uint32_t list_table = 0;     ///< Where the two lists of each place begin, and the last ends.
  std::uint32_t signatures = 0;     ///< signature_words of 64 bits for each variant.
  std::uint32_t variant_table = 0;  ///< The variant of each local number, less first_variant.
  std::uint32_t sequences = 0;  ///< Places of all variants' words, in the order of local numbers.
  std::uint32_t size = 0;       ///< Of all bytes.
  std::int64_t first_variant = 0;
};

struct BlockGroup {
  std::uint32_t length = 0;     ///< Words of each variant.
  std::uint32_t first = 0;      ///< Local number of the first.
  std::uint32_t sequence = 0;   ///< Where its words begin, in bytes after those of the first group.
  std::uint32_t signature = 0;  ///< The same of its signatures.
};

/// Sequences are read four bytes at a time.
inline constexpr std::size_t kPadding = 4;

/// The lists of a word: of variants that have it among their rarest, where a lookup at kNearScore
/// or above looks for it, and of all others.
enum class Rank : std::uint32_t { Near, Far };

/// A list that is not empty has the number of its postings, then, where it has more than kSkip, a
/// table with for every kSkip postings after the first the local number before them and where they
/// begin (in bytes after the table); then each posting as its difference to the one before, less
/// one. A near list ends with a hint for each posting.
inline constexpr std::uint32_t kSkip = 64;

/// The rows of the table `pieces` have this many bytes of a block each, the last one fewer.
inline constexpr std::size_t kPieceBytes = 32'768;
inline constexpr std::size_t kMaxBlockBytes = std::size_t{1} << 30U;

/// Bytes of a place in the sequences of a block with so many words.
[[nodiscard]] constexpr std::uint32_t word_bytes(std::size_t words) noexcept {
  return words <= std::size_t{1} << 16U ? 2 : words <= std::size_t{1} << 24U ? 3 : 4;
}

template <class T>
[[nodiscard]] T load(const char* bytes) noexcept {
  T value;
  std::memcpy(&value, bytes, sizeof value);
  return value;
}

template <class T>
void store(std::string& out, const T& value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

/// A signature has a bit for each word (as a lookup compares them), out of @p bits: where a bit is
/// missing, a word is. This is the number of that bit.
[[nodiscard]] constexpr std::uint32_t signature_bit(WordId word, std::uint32_t bits) noexcept {
  const std::uint64_t hash = (fuzzy_word(word) * 0x9E3779B97F4A7C15ULL) >> 32U;
  return static_cast<std::uint32_t>(hash * bits >> 32U);
}

/// Signatures have 64, 128, 256 or 512 bits: with fewer than four for each word, too many texts
/// look alike.
inline constexpr std::size_t kSignatureWidths = 4;
[[nodiscard]] constexpr std::uint32_t signature_width(std::uint32_t length) noexcept {
  return length <= 16 ? 0 : length <= 32 ? 1 : length <= 64 ? 2 : 3;
}
/// 64-bit words of the signature of a variant of @p length words.
[[nodiscard]] constexpr std::uint32_t signature_words(std::uint32_t length) noexcept {
  return 1U << signature_width(length);
}

/// What a near list knows of a posting, so that most variants need not be looked at: a small
/// signature and, above it, the number of words before the one whose list it is.
inline constexpr std::uint32_t kHintBits = 27;
/// The word stands further behind, or more than once.
inline constexpr std::uint32_t kAnyPlace = 31;

}  // namespace trujaman::memory

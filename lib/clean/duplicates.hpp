/// @file
/// Units that are there twice.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>

#include <trujaman/unit.hpp>

namespace trujaman::clean {

/// What a unit says to the letter: languages, texts and codes, in any order of the variants.
[[nodiscard]] std::string exact_key(const TranslationUnit& unit);
/// The same by the wording of the texts (base::wording).
[[nodiscard]] std::string near_key(const TranslationUnit& unit);

/// Of units with one key, tells the newest: the one changed last, of those without a date or of one
/// time the one that came last. Keeps hashes of 128 bits, not the keys.
class Newest {
 public:
  using Time = std::optional<Timestamp>;

  /// The unit that has to go for @p unit, or @p unit itself when it is older than the one there;
  /// nothing when it is the first of its key.
  struct Pair {
    std::int64_t gone;
    std::int64_t kept;
  };
  [[nodiscard]] std::optional<Pair> add(const std::string& key, std::int64_t unit, Time changed);

 private:
  struct Hash {
    std::uint64_t high;
    std::uint64_t low;
    bool operator==(const Hash&) const = default;
  };
  struct LowBits {
    std::size_t operator()(const Hash& hash) const noexcept { return hash.low; }
  };
  struct Entry {
    std::int64_t unit;
    Time changed;
  };
  static Hash hash_of(const std::string& key);
  std::unordered_map<Hash, Entry, LowBits> newest_;
};

}  // namespace trujaman::clean

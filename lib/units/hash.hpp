/// @file
/// Numbers that stand for texts.
#pragma once

#include <cstdint>
#include <string_view>

#include <trujaman/unit.hpp>

namespace trujaman::units {

/// FNV-1a over fields.
class Hash {
 public:
  Hash() = default;
  explicit Hash(std::uint64_t value) : value_(value) {}

  void add(std::string_view bytes) noexcept {
    for (const char c : bytes) {
      value_ = (value_ ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    }
    value_ = (value_ ^ 0xFFU) * 0x100000001B3ULL;  // no byte of UTF-8: parts the fields
  }
  [[nodiscard]] std::uint64_t value() const noexcept { return value_; }

 private:
  std::uint64_t value_ = 0xCBF29CE484222325ULL;
};

/// Of everything that have_same_variants compares, in whatever order the variants stand:
/// fingerprint, which memories store, leaves most of a code aside.
[[nodiscard]] std::uint64_t hash_of_variants(const TranslationUnit& unit);

}  // namespace trujaman::units

/// @file
/// Translations that are too long or too short for their sources.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <trujaman/unit.hpp>

namespace trujaman::clean {

/// A translation of unusual length.
struct OddLength {
  std::int64_t unit = 0;
  LanguageTag language;
  std::string reason;
};

/// Compares the lengths of all translations of a pair of languages, after Gale & Church (1993): a
/// target of m characters for a source of n is judged by (m − c·n) / √((n + m/c) / 2), which is
/// spread alike for short texts and long ones.
class Lengths {
 public:
  void add(std::int64_t unit, const Variant& source, const Variant& target);
  /// In the order in which they were added.
  [[nodiscard]] std::vector<OddLength> odd_ones() const;

 private:
  struct Pair {
    std::int64_t unit;
    std::uint32_t source;  ///< Characters that are no white space.
    std::uint32_t target;
    std::uint32_t languages;
  };
  struct Languages {
    LanguageTag source;
    LanguageTag target;
    bool operator==(const Languages&) const = default;
  };
  /// What is usual between two languages.
  struct Norm {
    double ratio = 1.0;
    double spread = 1.0;
  };
  [[nodiscard]] Norm norm_of(std::uint32_t languages) const;

  std::vector<Languages> languages_;
  std::vector<Pair> pairs_;
};

}  // namespace trujaman::clean

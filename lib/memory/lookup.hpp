/// @file
/// The lookups, each within one read transaction of the connection.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <trujaman/memory.hpp>

#include "memory/connection_pool.hpp"
#include "memory/similarity.hpp"

namespace trujaman::memory {

/// See Memory::lookup.
[[nodiscard]] std::vector<FuzzyMatch> lookup(Reader& reader, std::string_view text,
                                             const LanguagePair& languages,
                                             const LookupOptions& options);

/// See Memory::concordance.
[[nodiscard]] std::vector<ConcordanceHit> concordance(Reader& reader, std::string_view phrase,
                                                      const LanguagePair& languages,
                                                      const ConcordanceOptions& options);

/// The variant of @p unit that answers to @p wanted best: its very tag, then one that falls under
/// it, then one of the same primary language; nullptr without one. Variants without text do not
/// count.
[[nodiscard]] const Variant* best_variant(const TranslationUnit& unit, const LanguageTag& wanted);

/// What a unit is worth for a text, whatever an index says: nothing when it lacks a language or its
/// score is below @p min_score. Context is not looked at. One thread.
class Scorer {
 public:
  /// All are borrowed.
  Scorer(std::string_view text, const LanguagePair& languages,
         std::span<const InlineCode> codes = {});
  [[nodiscard]] const TextKey& key() const noexcept { return query_.text().key; }

  [[nodiscard]] std::optional<FuzzyMatch> score(const TranslationUnit& unit,
                                                double min_score) const;

 private:
  [[nodiscard]] std::optional<FuzzyMatch> compare(const TranslationUnit& unit,
                                                  const Variant& source, const Variant& target,
                                                  double min_score) const;

  Comparison query_;
  const LanguagePair* languages_;
};

/// Best first: context, score, newest.
[[nodiscard]] bool is_better(const FuzzyMatch& a, const FuzzyMatch& b) noexcept;

}  // namespace trujaman::memory

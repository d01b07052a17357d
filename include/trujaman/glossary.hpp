/// @file
/// The glossary: concepts with their terms, and the recognition of terms in text.
#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include <trujaman/concept.hpp>
#include <trujaman/text.hpp>

namespace trujaman::inline v0 {

/// A term found in a text.
struct TermHit {
  TextSpan span;                  ///< Bytes of the text that was searched.
  std::size_t concept_index = 0;  ///< In Glossary::concepts().
  std::size_t term_index = 0;     ///< In that concept's terms.
  bool exact = true;              ///< False when found through inflection, case or accents.
};

/// A set of concepts with an index of their terms. Immutable after construction: share one between
/// threads freely.
class TRUJAMAN_API Glossary {
 public:
  Glossary();  ///< Without concepts.
  explicit Glossary(std::vector<ConceptEntry> concepts);
  ~Glossary();
  Glossary(Glossary&&) noexcept;
  Glossary& operator=(Glossary&&) noexcept;

  [[nodiscard]] std::span<const ConceptEntry> concepts() const noexcept;
  /// Terms of @p language in @p text (UTF-8), inflected ones too, left to right; where terms
  /// overlap the longest wins. Several concepts with the same term give a hit each. One pass:
  /// O(words of the text · longest term), whatever the number of terms.
  [[nodiscard]] std::vector<TermHit> recognize(std::string_view text,
                                               const LanguageTag& language) const;

 private:
  struct Impl;
  std::unique_ptr<const Impl> impl_;
};

}  // namespace trujaman::inline v0

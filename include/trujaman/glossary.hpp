/// @file
/// The glossary: concepts with their terms, and the recognition of terms in text.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include <trujaman/concept.hpp>
#include <trujaman/impl_ptr.hpp>
#include <trujaman/text.hpp>

namespace trujaman::inline v0 {

/// A term found in a text.
struct TermHit {
  TextSpan span;                  ///< Bytes of the text that was searched.
  std::size_t concept_index = 0;  ///< In Glossary::concepts().
  std::size_t term_index = 0;     ///< In that concept's terms.
  /// False when found through inflection, case or accents; quotes, dashes and spaces may differ.
  bool exact = true;
};

/// Which terms are found beside the usual ones.
struct RecognizeOptions {
  /// Also terms that lie inside a longer one or run across its end, and inflected readings beside
  /// an exact one.
  bool nested = false;
  /// How many words in all may be inserted in a term of several words, as the adjective is in
  /// "trabajadores agrícolas migrantes". Function words are not, nor is anything over punctuation.
  std::size_t max_gap = 0;
};

/// A set of concepts with an index of their terms. Immutable after construction: share one between
/// threads freely.
class TRUJAMAN_API Glossary {
 public:
  Glossary();  ///< Without concepts.
  /// Takes the concepts over and makes the index. O(words of all terms).
  explicit Glossary(std::vector<ConceptEntry> concepts);
  ~Glossary();
  Glossary(Glossary&&) noexcept;
  Glossary& operator=(Glossary&&) noexcept;

  /// The concepts, in the order in which they were given. Borrowed.
  [[nodiscard]] std::span<const ConceptEntry> concepts() const noexcept;
  /// Terms of @p language in @p text (UTF-8, NFC), left to right; where terms overlap the longest
  /// wins. Found are whole words, inflected ones too: number, gender and verb forms in Spanish,
  /// English and French, whatever shares a Snowball stem in other languages. Regions do not matter:
  /// "es" finds terms of "es-MX" and the reverse. Acronyms are found in their own case only, with
  /// or without a plural s. A concept gives one hit a place, several concepts with the same term
  /// one each; a place that is exactly a term is no inflected form of another. Deprecated terms are
  /// found, too. One pass: O(words of the text · longest term), whatever the number of terms.
  [[nodiscard]] std::vector<TermHit> recognize(std::string_view text, const LanguageTag& language,
                                               const RecognizeOptions& options = {}) const;

 private:
  struct Impl;
  ImplPtr<const Impl> impl_;
};

}  // namespace trujaman::inline v0

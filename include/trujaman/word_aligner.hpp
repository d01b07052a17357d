/// @file
/// Which part of a translation renders which part of a text.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <trujaman/impl_ptr.hpp>
#include <trujaman/language.hpp>
#include <trujaman/unit.hpp>

namespace trujaman::inline v0 {

/// The part of a target text that a part of its source corresponds to.
struct Counterpart {
  TextSpan span;            ///< In the target; from the start of a word to the end of one.
  double confidence = 0.0;  ///< How much of both parts is accounted for by the other, in [0, 1].
};

/// A word of a source text and one of its translation that may render each other.
struct WordLink {
  TextSpan source;           ///< The word, in the source.
  TextSpan target;           ///< The word, in the target.
  double probability = 0.0;  ///< Geometric mean of both directions', less off the diagonal; (0, 1].
};

/// Aligns words within units, as translation units that are like them teach it. Immutable; any
/// number of threads may use one.
class TRUJAMAN_API WordAligner {
 public:
  /// Learns from @p examples (IBM model 1 in both directions, see lib/align/README.md), and from
  /// the shipped word list. The more of them share words with the texts to be aligned, the better;
  /// some dozens are enough. O(sum of source words · target words of the examples).
  WordAligner(const LanguagePair& languages, std::span<const TranslationUnit> examples);
  ~WordAligner();
  WordAligner(WordAligner&&) noexcept;
  WordAligner& operator=(WordAligner&&) noexcept;

  /// The part of @p target that @p part of @p source corresponds to; nothing when no word of the
  /// part is known to be rendered by any of the target's. Both texts are UTF-8.
  /// O(source words · target words).
  [[nodiscard]] std::optional<Counterpart> counterpart(std::string_view source, TextSpan part,
                                                       std::string_view target) const;

  /// Every word of @p source with every word of @p target by which it may be rendered, in the order
  /// of the source's words, then the target's. Words end at hyphens and apostrophes; equal numbers
  /// are linked, too. What is less probable than @p least is left out. Both texts are UTF-8.
  /// O(source words · target words).
  [[nodiscard]] std::vector<WordLink> links(std::string_view source, std::string_view target,
                                            double least = 0.05) const;

 private:
  struct Impl;
  ImplPtr<const Impl> impl_;
};

}  // namespace trujaman::inline v0

/// @file
/// Translations known before any document is read.
#pragma once

#include <span>
#include <string>
#include <vector>

#include <trujaman/aligner.hpp>

#include "align/lexicon.hpp"
#include "align/side.hpp"

namespace trujaman::align {

/// The word list that comes with the library, for pairs of Spanish, English and French; empty for
/// others.
[[nodiscard]] std::vector<LexiconEntry> shipped_lexicon(const LanguagePair& languages);

/// Prior probability of an entry of one word a side and weight 1. Words of longer entries share it,
/// because any of them may render any other.
inline constexpr double kEntryBelief = 0.6;

/// Dictionary entries stemmed once, to be looked up in many documents. Immutable.
class KnownTranslations {
 public:
  KnownTranslations(const LanguagePair& languages, std::span<const LexiconEntry> entries);

  /// Adds the entries whose words all occur in the two documents. O(entries).
  void add_to(Lexicon& lexicon, const Side& source, const Side& target) const;

  /// Marks where entries of several words stand as a whole, in one side as in the other, by names
  /// in
  /// @p shared: which word renders which is uncertain within a phrase, but not the phrase.
  /// O(words).
  void mark_terms(Side& source, Side& target, Vocabulary& shared) const;

 private:
  struct Entry {
    std::vector<std::string> source;  ///< Stems.
    std::vector<std::string> target;
    double weight = 1.0;
  };
  std::vector<Entry> entries_;
};

}  // namespace trujaman::align

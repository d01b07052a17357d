/// @file
/// Which phrases of both languages face each other.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include <trujaman/error.hpp>
#include <trujaman/language.hpp>
#include <trujaman/unit.hpp>

#include "extract/corpus.hpp"
#include "extract/phrase_table.hpp"
#include "extract/word_links.hpp"

namespace trujaman::extract {

/// A source and a target phrase that faced each other somewhere.
struct PhrasePair {
  PhraseId source = 0;
  PhraseId target = 0;
  std::uint32_t count = 0;
  std::uint32_t free = 0;      ///< Times that neither had a content word beside it.
  std::uint32_t together = 0;  ///< Times that both stood in one segment.
  float coverage = 0.0F;  ///< Mean share of the content words of both that are linked, in [0, 1].
};

/// One place where a source and a target phrase face each other.
struct FacingPhrases {
  KnownPhrase source;
  KnownPhrase target;
  float coverage = 0.0F;
  bool free = false;
};

/// The units of one language pair, their words aligned, their phrases counted.
class AlignedCorpus {
 public:
  /// @p known are pairs that help to align words, as units. What @p progress gets is of this alone.
  /// @throws Error{Cancelled}.
  AlignedCorpus(std::span<const TranslationUnit> units, std::span<const TranslationUnit> known,
                const LanguagePair& languages, std::size_t min_count, std::size_t most_content,
                const Progress& progress);

  /// Every pair, in no certain order. O(words · kMostWords).
  [[nodiscard]] std::vector<PhrasePair> pairs() const;
  /// Calls @p visit with all places of a segment where two phrases face each other: they are linked
  /// to nothing outside each other (Och & Ney, *The alignment template approach to statistical
  /// machine translation*, 2004); words without links may be at their edges.
  void for_each_facing(std::size_t segment,
                       const std::function<void(const FacingPhrases&)>& visit) const;

  [[nodiscard]] const Corpus& source() const noexcept { return source_; }
  [[nodiscard]] const Corpus& target() const noexcept { return target_; }
  [[nodiscard]] const PhraseTable& source_phrases() const noexcept { return *source_phrases_; }
  [[nodiscard]] const PhraseTable& target_phrases() const noexcept { return *target_phrases_; }
  [[nodiscard]] std::size_t segments() const noexcept { return units_.size(); }
  /// The unit of a segment, as index of those given.
  [[nodiscard]] std::size_t unit(std::size_t segment) const noexcept { return units_[segment]; }

 private:
  Corpus source_;
  Corpus target_;
  std::vector<std::size_t> units_;
  std::vector<std::vector<ContentLink>> links_;
  std::unique_ptr<const PhraseTable> source_phrases_;
  std::unique_ptr<const PhraseTable> target_phrases_;
};

}  // namespace trujaman::extract

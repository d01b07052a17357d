/// @file
/// Segments × segments → beads → translation units.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include <trujaman/document.hpp>
#include <trujaman/impl_ptr.hpp>
#include <trujaman/unit.hpp>

namespace trujaman::inline v0 {

/// Half-open range of segment indices, [begin, end); may be empty.
struct SegmentRange {
  std::size_t begin = 0;  ///< The first segment.
  std::size_t end = 0;    ///< The one after the last.

  /// Number of segments.
  [[nodiscard]] std::size_t size() const noexcept { return end - begin; }
  /// True without any segment.
  [[nodiscard]] bool empty() const noexcept { return begin == end; }
  auto operator<=>(const SegmentRange&) const = default;
};

/// One step of an alignment: m source segments that correspond to n target segments (1-1, 2-1,
/// 1-0, …; the "bead" of Brown et al. 1991 and Gale & Church 1993).
struct Bead {
  SegmentRange source;      ///< Segments of the source document.
  SegmentRange target;      ///< Segments of its translation.
  double confidence = 0.0;  ///< Posterior probability of exactly this bead, in [0, 1].

  /// True when one side is empty: nothing corresponds to the other.
  [[nodiscard]] bool is_null() const noexcept { return source.empty() || target.empty(); }
};

/// Beads in reading order; together they cover every segment of both sides exactly once.
struct Alignment {
  std::vector<Bead> beads;  ///< In reading order.
  /// Mean confidence of the beads that have both sides, weighted by their length in bytes.
  double quality = 0.0;
};

/// A source and a target segment that are known to correspond, by their index.
struct AnchorPair {
  std::size_t source = 0;  ///< Index of the source segment.
  std::size_t target = 0;  ///< Index of the target segment.
  auto operator<=>(const AnchorPair&) const = default;
};

/// What the caller's own model says about the beads of one pair of documents: sentence vectors
/// (VectorScorer), a translation model, a table of pairs. It is asked on the thread that aligns,
/// for beads with text on both sides, for most of them several times (once a round), in no order to
/// rely on: an expensive one should remember what it said. An alignment changes nothing in it; one
/// scorer may serve several alignments at once when its score() stands that.
class TRUJAMAN_API BeadScorer {
 public:
  virtual ~BeadScorer();

  /// log P(texts | translations of each other) − log P(texts | unrelated), in nats (natural
  /// logarithm), for these segments as a whole: above 0 speaks for the bead, 0 says nothing. It is
  /// added to the aligner's own score, whose ratios are of the same kind: a few nats decide where
  /// the words are undecided. Both ranges hold 1 to 5 segments.
  ///
  /// Values beyond ±1000 count as ±1000, NaN as 0. −∞ forbids the bead: its segments become null
  /// beads where nothing else is left, unless an anchor holds them together. What it throws leaves
  /// Aligner::align as it is.
  [[nodiscard]] virtual double score(SegmentRange source, SegmentRange target) const = 0;

 protected:
  BeadScorer() = default;
  BeadScorer(const BeadScorer&) = default;
  BeadScorer& operator=(const BeadScorer&) = default;
};

/// BeadScorer::score as a C function: half-open ranges of source and target segments, and what was
/// given with it. It must not throw.
using BeadScoreFunction = double (*)(std::size_t source_begin, std::size_t source_end,
                                     std::size_t target_begin, std::size_t target_end, void* data);

/// A scorer that asks a C function, as callers from other languages have it.
class TRUJAMAN_API FunctionScorer final : public BeadScorer {
 public:
  /// @p data is handed on to @p function as it is; neither is owned.
  explicit FunctionScorer(BeadScoreFunction function, void* data = nullptr) noexcept
      : function_(function), data_(data) {}
  ~FunctionScorer() override;
  [[nodiscard]] double score(SegmentRange source, SegmentRange target) const override;

 private:
  BeadScoreFunction function_;
  void* data_;
};

/// What is given about one pair of documents. Borrowed while they are aligned.
struct PairOptions {
  /// Pairs that stand in the same bead, whatever the texts say; increasing on both sides.
  std::span<const AnchorPair> anchors = {};
  const BeadScorer* scorer = nullptr;  ///< Has a say in every bead; may be null.
};

/// A pair of words or phrases known to be translations of each other; weight in (0, 1].
struct LexiconEntry {
  std::string source;   ///< A word or phrase of the source language.
  std::string target;   ///< What renders it.
  double weight = 1.0;  ///< How far to believe it, in (0, 1].
};

/// What the aligner is told beside the documents, for all that it aligns.
struct AlignerOptions {
  std::vector<LexiconEntry> lexicon;  ///< Known translations: glossary terms, a user's dictionary.
  bool word_list = true;              ///< Use the word list of Spanish, English and French, too.
  Progress progress;                  ///< Share of the work done; may stop it.
};

/// Statistical sentence aligner of one language pair: length, numbers, names, cognates, and a
/// lexicon learned from the two documents themselves. Immutable after construction: share one
/// between threads freely (progress is called on the thread that aligns).
class TRUJAMAN_API Aligner {
 public:
  /// Loads the word list, and takes over what @p options hold. Cheap beside an alignment.
  explicit Aligner(const LanguagePair& languages, AlignerOptions options = {});
  ~Aligner();
  Aligner(Aligner&&) noexcept;
  Aligner& operator=(Aligner&&) noexcept;

  /// Beads of up to 5-1, 4-2, 3-3, 2-4 and 1-5 segments, and null beads. A side without segments
  /// gives null beads only. Time and memory O(n + m) for n and m segments; the method is in
  /// lib/align/README.md. @throws Error{Cancelled} when progress returns false,
  /// Error{InvalidArgument} when anchors do not increase on both sides or are out of range.
  [[nodiscard]] Alignment align(const SegmentedDocument& source, const SegmentedDocument& target,
                                const PairOptions& options = {}) const;

 private:
  struct Impl;
  ImplPtr<const Impl> impl_;
};

/// The segments of both documents in which @p pattern is found, paired: those whose matches hold
/// the same numbers ("Artículo 12", "Article 12"), or in order where no match holds any and there
/// are as many on both sides. The rest is passed over. What crosses is left out, so that the result
/// can be given to align (PairOptions::anchors). @p pattern is a regular expression of ICU (its
/// syntax is near Perl's), searched for with a limit on time. @throws Error{InvalidArgument} when
/// it is not well-formed or takes too long.
[[nodiscard]] TRUJAMAN_API std::vector<AnchorPair> find_anchors(const SegmentedDocument& source,
                                                                const SegmentedDocument& target,
                                                                const std::string& pattern);

/// Which of the pairs learned are given.
struct LearnOptions {
  double min_weight = 0.1;  ///< Pairs less certain than this are left out.
  double min_count = 2.0;   ///< … and those expected to stand in fewer places.
  Progress progress;        ///< Share of the work done; may stop it.
};

/// Which words translate which, as @p units teach it: expectation maximisation of IBM model 1 in
/// both directions, as the aligner does it on a draft. Words are given in their most frequent form,
/// lower case, surest pairs first; weights are how far to believe them as AlignerOptions::lexicon.
/// Units without text in both languages are passed over. O(source words · target words a unit).
[[nodiscard]] TRUJAMAN_API std::vector<LexiconEntry> learn_lexicon(
    std::span<const TranslationUnit> units, const LanguagePair& languages,
    const LearnOptions& options = {});

/// One document with several translations: alignments[i] relates the pivot to targets[i]. The
/// pivot is the source side of every alignment.
struct DocumentAlignment {
  const SegmentedDocument* target = nullptr;  ///< Borrowed.
  const Alignment* alignment = nullptr;       ///< Borrowed.
};

/// How two translations of one document relate to each other: an alignment of targets[first], its
/// source side, with targets[second].
struct CrossAlignment {
  std::size_t first = 0;                 ///< Index of the translation that is its source side.
  std::size_t second = 1;                ///< Index of the other one.
  const Alignment* alignment = nullptr;  ///< Borrowed.
};

/// The units of the beads that have both sides and a confidence of at least @p min_confidence.
/// With several targets, the beads that share pivot segments are merged into one unit with a
/// variant a language; its confidence is the product of theirs, less where a variant renders only
/// part of the pivot's segments. Where @p crosses are given, two translations that are aligned with
/// each other as they are with the pivot raise it, those that are not lower it. Segments joined
/// within a variant are kept apart by one space; inline codes are carried over; occurrences hold
/// the pivot's id and the unit's number in it (null and dropped beads counted, so that neighbours
/// differ by 1). @throws Error{InvalidArgument} when a cross names a target that is not there.
[[nodiscard]] TRUJAMAN_API std::vector<TranslationUnit> to_units(
    const SegmentedDocument& pivot, std::span<const DocumentAlignment> targets,
    double min_confidence = 0.0, std::span<const CrossAlignment> crosses = {});

}  // namespace trujaman::inline v0

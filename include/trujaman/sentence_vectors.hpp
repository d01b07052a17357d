/// @file
/// Sentence vectors of a multilingual encoder (LASER, LaBSE, …), and what they say about beads.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include <trujaman/aligner.hpp>
#include <trujaman/impl_ptr.hpp>

namespace trujaman::inline v0 {

/// A vector for each segment of one document, and for runs of segments where the encoder has seen
/// them joined. Made unit vectors when read. Immutable; share one between threads freely.
class TRUJAMAN_API SentenceVectors {
 public:
  /// @p rows holds the vectors of all segments, one after the other, @p dimension numbers each.
  /// @throws Error{InvalidArgument} when they do not divide so, or a number is not finite.
  SentenceVectors(std::span<const float> rows, std::size_t dimension);
  ~SentenceVectors();
  SentenceVectors(SentenceVectors&&) noexcept;
  SentenceVectors& operator=(SentenceVectors&&) noexcept;

  [[nodiscard]] std::size_t size() const noexcept;       ///< In segments.
  [[nodiscard]] std::size_t dimension() const noexcept;  ///< Numbers in a vector.
  /// Segments of which no vector is known.
  [[nodiscard]] std::size_t missing() const noexcept;

  /// Unit vector of one to five consecutive segments: that of their joined text where it is known,
  /// else the normalised sum of theirs. Zeros where neither is. @throws Error{InvalidArgument} for
  /// other ranges.
  [[nodiscard]] std::vector<float> vector(SegmentRange segments) const;

 private:
  friend class VectorScorer;
  friend TRUJAMAN_API SentenceVectors read_sentence_vectors(const std::string&,
                                                            const SegmentedDocument&,
                                                            const std::string&);
  struct Impl;
  explicit SentenceVectors(ImplPtr<const Impl> impl);
  ImplPtr<const Impl> impl_;
};

/// Reads the vectors of @p document from a file as LASER writes and Vecalign reads it (`.emb`):
/// 32-bit floating-point numbers, little-endian, row after row, without a header.
///
/// Without @p lines there is a row a segment. @p lines names the text file whose lines were
/// encoded: row n belongs to line n, and segments are found by their text, joined ones by theirs
/// with a blank between (what Vecalign's overlap.py writes). Lines of other texts are passed over,
/// the first of equal lines counts. Memory: the rows that the document needs.
/// @throws Error{Io} when a file cannot be read, Error{Malformed} when rows and segments or lines
///         do not go together, when no segment has a row, or when a number is not finite.
[[nodiscard]] TRUJAMAN_API SentenceVectors read_sentence_vectors(const std::string& path,
                                                                 const SegmentedDocument& document,
                                                                 const std::string& lines = {});

/// Scores beads by how near the vectors of their two sides are, beside vectors of segments that
/// have nothing to do with each other (after Thompson & Koehn 2019, "Vecalign"; see
/// lib/align/README.md). How much near vectors mean is judged from the vectors themselves, so that
/// those that do not tell one segment from another say nothing. score() may be called from any
/// number of threads.
class TRUJAMAN_API VectorScorer : public BeadScorer {
 public:
  /// Both are borrowed and must outlive the scorer. O((n + m) · dimension) for n and m segments.
  /// @throws Error{InvalidArgument} when their dimensions differ.
  VectorScorer(const SentenceVectors& source, const SentenceVectors& target);
  ~VectorScorer() override;
  VectorScorer(VectorScorer&&) noexcept;
  VectorScorer& operator=(VectorScorer&&) noexcept;

  /// A few nats; 0 where a vector is not known.
  /// @throws Error{InvalidArgument} for segments that are not there.
  [[nodiscard]] double score(SegmentRange source, SegmentRange target) const override;

  /// Share of the segments whose translation the vectors recognise, in [0, 1); 0 means that they
  /// say nothing. An estimate, on the careful side.
  [[nodiscard]] double recognised() const noexcept;

 private:
  struct Impl;
  ImplPtr<const Impl> impl_;
};

}  // namespace trujaman::inline v0

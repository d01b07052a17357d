/// @file
/// Alignments with one pivot → rows.
#pragma once

#include <span>
#include <vector>

#include <trujaman/aligner.hpp>

namespace trujaman::review {

/// What one translation has in a row.
struct RowCell {
  SegmentRange target;      ///< Empty where there is no counterpart.
  double confidence = 1.0;  ///< Of its least certain bead; 1 where it has no part in the row.
  bool takes_part = false;  ///< It has a bead here; not so where another translation adds a text.
};

/// Segments of all documents that belong together.
struct Row {
  SegmentRange pivot;
  std::vector<RowCell> cells;  ///< One for each translation.

  /// Of its least certain cell.
  [[nodiscard]] double confidence() const;
  /// The pivot, or a translation that takes part, has no text here.
  [[nodiscard]] bool has_gap() const;
};

/// The beads of all alignments in reading order, those that share segments of the pivot as one row.
/// @throws Error{InvalidArgument} when an alignment does not cover the @p pivot_size segments of
/// the pivot and its own document's in order.
[[nodiscard]] std::vector<Row> make_rows(std::size_t pivot_size,
                                         std::span<const DocumentAlignment> targets);

}  // namespace trujaman::review

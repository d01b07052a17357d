/// @file
/// Alignments for people to look through.
#pragma once

#include <iosfwd>
#include <span>

#include <trujaman/aligner.hpp>
#include <trujaman/document.hpp>
#include <trujaman/export.hpp>
#include <trujaman/language.hpp>

namespace trujaman::inline v0 {

/// What the page looks like.
struct ReviewOptions {
  /// Of the page's own words: Spanish, English or French; others get English.
  LanguageTag language{"en"};
  /// Pairs with a bead less certain than this, in [0, 1], are marked and listed first.
  double check_below = 0.8;
};

/// Writes an alignment as one HTML page (UTF-8) that needs nothing else, neither network nor
/// scripts: a summary, what is to be looked at first with links to it, and the documents side by
/// side, a row a bead; beads of several translations that share segments of the pivot are one row.
/// It can be printed, and read by screen readers. Equal input gives equal bytes.
/// O(bytes of text + beads · log beads). @throws Error{InvalidArgument} when an alignment does not
/// cover its documents in order, Error{Io} when @p out fails.
TRUJAMAN_API void write_review(std::ostream& out, const SegmentedDocument& pivot,
                               std::span<const DocumentAlignment> targets,
                               const ReviewOptions& options = {});

}  // namespace trujaman::inline v0

/// @file
/// The head of the review page: figures, and what is to be looked at first.
#pragma once

#include <iosfwd>
#include <span>
#include <vector>

#include <trujaman/aligner.hpp>

#include "review/labels.hpp"
#include "review/rows.hpp"

namespace trujaman::review {

/// What the parts of the page are made from. All is borrowed.
struct Page {
  const SegmentedDocument* pivot;
  std::span<const DocumentAlignment> targets;
  std::span<const Row> rows;
  const Labels* labels;
  double check_below;
};

/// What is to be said about a row.
enum class Flag { None, Gap, Uncertain, VeryUncertain };
[[nodiscard]] Flag flag_of(const Row& row, double check_below);
[[nodiscard]] std::string_view flag_label(Flag flag, const Labels& labels);
/// What stands before it, so that it is found without colours: ⚠, ∅.
[[nodiscard]] std::string_view flag_sign(Flag flag);

/// "2–1"
[[nodiscard]] std::string type_of(std::size_t source, std::size_t target);

/// The documents, and for each translation its beads by type and by confidence.
void write_figures(std::ostream& out, const Page& page);
/// The rows with a flag: the uncertain ones, least certain first, then those without counterpart in
/// their order, what follows each other as one.
void write_check_list(std::ostream& out, const Page& page);

}  // namespace trujaman::review

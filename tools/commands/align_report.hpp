/// @file
/// What the user is told about an alignment.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <trujaman/aligner.hpp>
#include <trujaman/memory.hpp>

#include "cli/json.hpp"

namespace trujaman::cli {

/// One document of an alignment. document 0 is the pivot.
struct Side {
  std::string path;
  SegmentedDocument text;
};

/// Everything that was done, for the report.
struct AlignResult {
  std::vector<Side> sides;
  std::vector<Alignment> alignments;  ///< alignments[i] relates side 0 to side i + 1.
  std::optional<Alignment> cross;     ///< Sides 1 and 2, where there are three.
  std::vector<TranslationUnit> units;
  std::string output;  ///< Where the units were written; or empty.
  std::string review;  ///< Where the page to read was written; or empty.
  std::string memory;  ///< The memory to which they were added; or empty.
  AddSummary added;
};

/// Prints segments a side, beads by type, share by confidence band, the least certain beads.
void print_report(const AlignResult& result);

/// The same as one object.
[[nodiscard]] Json report_json(const AlignResult& result);

}  // namespace trujaman::cli

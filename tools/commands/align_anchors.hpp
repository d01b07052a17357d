/// @file
/// Anchors that the user of `trujaman align` gives: by a pattern, or in files.
#pragma once

#include <string>
#include <vector>

#include <trujaman/aligner.hpp>

namespace trujaman::cli {

/// What the command line says about anchors.
struct AnchorArguments {
  std::string pattern;
  std::vector<std::string> files;  ///< One for each translation, or none.
};

/// The anchors of the source with translation number @p translation (from 0). A pattern that gives
/// none is warned of. @throws Error that names file and line.
[[nodiscard]] std::vector<AnchorPair> anchors_for(const AnchorArguments& arguments,
                                                  std::size_t translation,
                                                  const SegmentedDocument& source,
                                                  const SegmentedDocument& target);

}  // namespace trujaman::cli

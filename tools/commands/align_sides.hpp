/// @file
/// The documents of trujaman align, read and segmented.
#pragma once

#include <string>
#include <vector>

#include "cli/segmentation.hpp"
#include "commands/align_report.hpp"

namespace trujaman::cli {

struct SideArguments {
  std::vector<std::string> documents;
  std::vector<std::string> languages;  ///< One for each document, or none.
  std::vector<std::string> encodings;  ///< One for each document, one for all, or none.
  bool segmented = false;              ///< Lines are segments.
  SegmentationArguments segmentation;
};

/// @throws Error when one cannot be read, has no text, or is plainly in another language than it is
/// said to be in, or than it must be.
[[nodiscard]] std::vector<Side> read_sides(const SideArguments& args);

}  // namespace trujaman::cli

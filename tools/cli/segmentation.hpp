/// @file
/// How documents are to be cut into segments.
#pragma once

#include <string>

#include <CLI/CLI.hpp>

#include <trujaman/segmenter.hpp>

namespace trujaman::cli {

struct SegmentationArguments {
  std::string srx;      ///< A file of rules; empty for the library's own.
  bool extend = false;  ///< The library's own rules decide where the file's do not.
};

/// Adds --srx and --srx-extend; returns the first.
CLI::Option* add_segmentation_options(CLI::App& command, SegmentationArguments& args);

/// Warns when the file has no rules for the language.
[[nodiscard]] Segmenter make_segmenter(const LanguageTag& language,
                                       const SegmentationArguments& args);

}  // namespace trujaman::cli

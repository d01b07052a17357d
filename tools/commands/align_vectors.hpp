/// @file
/// Sentence vectors that the user of `trujaman align` gives.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include <trujaman/sentence_vectors.hpp>

#include "commands/align_report.hpp"

namespace trujaman::cli {

/// What the command line says about vectors.
struct VectorArguments {
  std::string source;
  std::vector<std::string> targets;  ///< One for each translation, or none.
};

/// Adds --source-vectors and --target-vectors.
void add_vector_options(CLI::App& command, VectorArguments& arguments);

/// @throws UsageError when they are not given for every document of @p documents, nor for none.
void check_vectors(const VectorArguments& arguments, std::size_t documents);

/// The vectors of each side, in their order; empty where none are given. The rows of FILE.emb
/// belong to the lines of FILE where that stands beside it, else to the segments in their order.
/// Segments without a vector are warned of. @throws Error that names the file.
[[nodiscard]] std::vector<SentenceVectors> read_vectors(const VectorArguments& arguments,
                                                        const std::vector<Side>& sides);

}  // namespace trujaman::cli

/// @file
/// Reading files of units whole, for commands that make other files of them.
#pragma once

#include <string>

#include <CLI/CLI.hpp>

#include <trujaman/exchange.hpp>

#include "cli/file_header.hpp"
#include "cli/warnings.hpp"

namespace trujaman::cli {

/// What has to be known of a file to read it.
struct InputArguments {
  std::string format;  ///< Empty: by the file's ending.
  /// Languages of what does not name its own: po, some XLIFF.
  std::string from;
  std::string to;
};

/// Adds --input-format.
void add_input_format_option(CLI::App& command, InputArguments& args);

/// Reads the units of @p file ("-": standard input), those that are not translated yet, too (of
/// tables only what says something in two languages), each with its line. What is left out gives a
/// warning. @p header is given what the file says of itself before the first unit. Shows progress.
/// @throws Error, Error{Cancelled} upon a signal; UsageError for a format that is not known, and
/// for glossaries.
ReadSummary read_unit_file(const std::string& file, const InputArguments& args,
                           const LocatedUnitSink& sink, Warnings& warnings,
                           FileHeader* header = nullptr);

}  // namespace trujaman::cli

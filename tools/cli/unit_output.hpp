/// @file
/// A file of units as the result of a command, and the account of what went into it.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>

#include <trujaman/exchange.hpp>
#include <trujaman/unit_capacity.hpp>

#include "cli/file_header.hpp"
#include "cli/json.hpp"

namespace trujaman::cli {

struct OutputArguments {
  std::string path;
  std::string format;  ///< Empty: by the path's ending.
  std::string from;    ///< Languages to write: this one first. Empty: all.
  std::vector<std::string> to;
  XliffVersion xliff_version = XliffVersion::V1_2;
  bool dry_run = false;  ///< Nothing is written but the account.
  /// The languages that the units have, where they are known and from and to say nothing.
  std::vector<LanguageTag> known_languages{};
};

/// Adds --format, --from, --to, --xliff-version and --dry-run.
void add_output_options(CLI::App& command, OutputArguments& args);

/// Whether the format is one that wants its languages named first, and nobody has.
[[nodiscard]] bool wants_languages(const OutputArguments& args);
/// Adds the languages of @p unit that are not there yet, its source's first.
void add_languages_of(const TranslationUnit& unit, std::vector<LanguageTag>& languages);

/// Writes units to a file that is there whole or not at all. Where a format wants its languages
/// named first and the user did not say them, the units are kept in a temporary file until all have
/// been seen.
class UnitOutput {
 public:
  /// @throws UsageError for formats that are not written.
  explicit UnitOutput(const OutputArguments& args);
  ~UnitOutput();
  UnitOutput(UnitOutput&&) noexcept;
  UnitOutput& operator=(UnitOutput&&) noexcept;

  /// The file says of itself what @p header does by the time of the first unit; it is borrowed.
  void follow(const FileHeader& header);
  /// Writes the variants of @p unit in the languages to write; it must have them all.
  void write(const TranslationUnit& unit);
  /// Writes the file out to the disk, but not yet in its place.
  void finish();
  /// Puts it in its place.
  void publish();
  /// See OutputFile: for commands that write many files in turn.
  void suspend();

  [[nodiscard]] std::size_t written() const noexcept;
  /// Units that the format or the choice of languages does not take.
  [[nodiscard]] std::size_t left_out() const noexcept;
  /// How many of the units have lost what, as the format does not hold it: those written a part
  /// ("inline codes"), others their text.
  [[nodiscard]] std::vector<std::pair<std::string, std::size_t>> losses() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Warns of losses on standard error, a line each.
void print_losses(const std::string& path, const UnitOutput& output);
/// {"inline codes": 12, …}
[[nodiscard]] Json losses_json(const UnitOutput& output);

/// "OUT: 12 units, 3 left out", or what would be.
[[nodiscard]] std::string account_of(const OutputArguments& args, std::size_t written,
                                     std::size_t left_out);

}  // namespace trujaman::cli

/// @file
/// One file of units into a memory, for the command import.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <trujaman/unit_import.hpp>

#include "cli/unit_files.hpp"

namespace trujaman::cli {

struct ImportChoices {
  std::string format;  ///< Name of the files' format; empty: by their endings.
  LanguagePair languages;
  OnConflict on_conflict = OnConflict::Both;
  std::size_t batch = 0;
  bool matches = false;     ///< What XLIFF offers from memories and machines, too.
  bool keep_whole = false;  ///< Of a broken file, what came before.
};

/// What became of one file.
struct FileImport {
  std::string file;
  ImportSummary summary;
  std::vector<Diagnostic> warnings;
  std::size_t warnings_left_off = 0;
  std::optional<Diagnostic> broken;  ///< Why the file was not read to its end.
};

/// The files that are meant: each by itself, for a folder all files of units in it and below it, in
/// the order of their names. @throws UsageError when the format of one is not known, Error{Io} when
/// a folder has none.
[[nodiscard]] std::vector<std::string> files_to_import(const std::vector<std::string>& paths,
                                                       const ImportChoices& choices);

/// Adds the units of a file, in one transaction or in batches. @throws Error{Malformed}, Error{Io}.
[[nodiscard]] FileImport import_file(Memory& memory, const std::string& file,
                                     const ImportChoices& choices);

/// The memory that is imported into. One that was made for it goes again when no file could be
/// read.
class ImportDestination {
 public:
  explicit ImportDestination(const std::string& path);
  ~ImportDestination();
  ImportDestination(const ImportDestination&) = delete;
  ImportDestination& operator=(const ImportDestination&) = delete;
  [[nodiscard]] Memory& memory() { return *memory_; }
  void keep() { kept_ = true; }

 private:
  std::string path_;
  bool made_;
  bool kept_ = false;
  std::optional<Memory> memory_;
};

}  // namespace trujaman::cli

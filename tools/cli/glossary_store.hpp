/// @file
/// Where a glossary lives: in a file, or in a memory.
#pragma once

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include <trujaman/exchange.hpp>
#include <trujaman/glossary_editor.hpp>

namespace trujaman::cli {

/// What the user says of the place, and of files that do not say their languages.
struct GlossaryPlace {
  std::string glossary;
  std::string memory;
};

/// Adds --glossary and --memory, one of which must be given; the memory's environment variable
/// counts only where neither is.
void add_glossary_place(CLI::App& command, GlossaryPlace& place);

/// The place, or where the user names none, the memory that the environment names.
/// @throws UsageError when there is none.
[[nodiscard]] GlossaryPlace settled(GlossaryPlace place);

/// Options of files in a foreign format.
struct FileOptions {
  std::string format;
  std::string from;
  std::string to;
  std::string sheet;
};
/// Adds --format, --from, --to and --sheet.
void add_file_options(CLI::App& command, FileOptions& options);

/// Reads a file; what is wrong in it is printed, or given to @p sink.
/// @throws UsageError when it does not say its languages and neither do the options.
[[nodiscard]] GlossaryFile read_concept_file(const std::string& path, const FileOptions& options,
                                             const DiagnosticSink& sink);

/// What the library is to be told of such files.
[[nodiscard]] GlossaryReadOptions read_options(const FileOptions& options);

/// The format that @p format names, else the ending of @p path. @throws UsageError.
[[nodiscard]] GlossaryFormat glossary_format(const std::string& path, const std::string& format);

struct WriteOptions {
  GlossaryFormat format = GlossaryFormat::Tbx;
  TbxHeader header{};
  ConceptTableOptions table{};
  LanguagePair languages{};  ///< Of an OmegaT glossary.
  TbxVersion tbx = TbxVersion::V2019;
};
/// Writes a glossary beside @p path and renames it into place.
void write_concept_file(const std::string& path, std::span<const ConceptEntry> concepts,
                        const WriteOptions& options, const DiagnosticSink& sink);

/// A glossary that is read, changed and stored again. What is not stored is as it was.
class GlossaryStore {
 public:
  /// @p create: a glossary that is not there is made when stored.
  GlossaryStore(const GlossaryPlace& place, bool create);
  [[nodiscard]] GlossaryEditor& editor() noexcept { return editor_; }
  [[nodiscard]] const std::string& name() const noexcept;
  /// What the file says of itself, where it is TBX.
  [[nodiscard]] const TbxHeader& header() const noexcept { return file_.header; }
  /// Stores what has changed: a file as a whole, a memory in one transaction.
  void store();

 private:
  void refuse_to_keep() const;
  void store_file();
  void store_memory();

  GlossaryPlace place_;
  GlossaryFile file_;                 ///< Its concepts are the editor's.
  std::vector<ConceptEntry> before_;  ///< As they were.
  GlossaryEditor editor_;
};

}  // namespace trujaman::cli

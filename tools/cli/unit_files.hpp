/// @file
/// Files of translation units, whichever their format.
#pragma once

#include <functional>
#include <iosfwd>
#include <string>
#include <variant>
#include <vector>

#include <trujaman/exchange.hpp>

#include "cli/file_header.hpp"
#include "cli/read_position.hpp"

namespace trujaman::cli {

enum class UnitFormat { Tmx, Tsv, Csv, Xliff, Po, Xlsx };

/// The format called @p name, or where that is empty the one that the ending of @p path stands
/// for. @throws UsageError when neither is known.
[[nodiscard]] UnitFormat unit_format(const std::string& path, const std::string& name);

/// Whether the ending of @p path is that of a format of units, known here or not; "-" is one.
[[nodiscard]] bool is_unit_file(const std::string& path);

/// Opens @p path ("-" is standard input) and gives it to @p read. @throws Error{Io}, and what
/// @p read throws.
ReadSummary read_file(const std::string& path,
                      const std::function<ReadSummary(std::istream& in)>& read,
                      ReadPosition* position = nullptr);

/// What else a caller wants to know of a file that is read; each is borrowed, and may be null.
struct ReadWatch {
  FileHeader* header = nullptr;      ///< Given what the file says of itself before the first unit.
  ReadPosition* position = nullptr;  ///< How far it has been read, as long as it is read.
};

/// Reads all units of @p path ("-" is standard input) that have text in two languages, for a
/// memory; @p languages are taken for what does not name its own (po). @throws Error{Io},
/// Error{Malformed}.
ReadSummary read_units(const std::string& path, UnitFormat format, const LanguagePair& languages,
                       const UnitSink& sink, const DiagnosticSink& on_diagnostic,
                       const XliffReadOptions& xliff = {}, const ReadWatch& watch = {});
/// The same with the place of each unit, for finding what is wrong: all that stand in the file.
ReadSummary read_units(const std::string& path, UnitFormat format, const LanguagePair& languages,
                       const LocatedUnitSink& sink, const DiagnosticSink& on_diagnostic,
                       const XliffReadOptions& xliff = {}, const ReadWatch& watch = {});

/// What may be chosen of some formats.
struct WriterOptions {
  TmxOptions tmx{};
  XliffVersion xliff = XliffVersion::V1_2;
  FileHeader header{};  ///< What the file says of itself where its format has it; else our own.
};

/// Writes units in any format.
class UnitWriter {
 public:
  /// TMX declares @p source as its source language, tables have a column for each of @p languages,
  /// XLIFF and po are from the first to the second.
  /// @throws UsageError when it can't be written so.
  UnitWriter(std::ostream& out, UnitFormat format, const LanguageTag& source,
             const std::vector<LanguageTag>& languages, const WriterOptions& options = {});
  /// False when the file has no place for the unit: in a po file, a text that stands there already.
  /// @throws Error{Io}.
  bool write(const TranslationUnit& unit);
  void finish();  ///< @throws Error{Io}.

 private:
  std::variant<TmxWriter, TableWriter, XliffWriter, PoWriter> writer_;
};

}  // namespace trujaman::cli

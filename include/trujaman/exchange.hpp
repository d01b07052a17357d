/// @file
/// Exchange files. Readers push records into a sink, writers are given them one by one: both
/// stream, so a file larger than memory passes through.
#pragma once

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <trujaman/aligner.hpp>
#include <trujaman/concept.hpp>
#include <trujaman/error.hpp>
#include <trujaman/glossary.hpp>
#include <trujaman/impl_ptr.hpp>
#include <trujaman/lexicon.hpp>
#include <trujaman/unit.hpp>

namespace trujaman::inline v0 {

/// Takes the units of a file, one by one. What it throws ends the reading and reaches the caller.
using UnitSink = std::function<void(TranslationUnit&&)>;
/// Takes the concepts of a file, one by one; as UnitSink.
using ConceptSink = std::function<void(ConceptEntry&&)>;
/// A sink that is told where in the file the unit begins, too.
using LocatedUnitSink = std::function<void(TranslationUnit&&, const Location& where)>;

/// What a reader saw. Whatever was read but not passed on has a diagnostic of its own, which is no
/// warning but a defect or a note.
struct ReadSummary {
  std::size_t read = 0;    ///< Records that stand in the file.
  std::size_t passed = 0;  ///< Records given to the sink.
};

/// A note or prop of a TMX header. What is not said of it is empty.
struct TmxHeaderText {
  std::string type;               ///< [type] Of a prop; empty for a note.
  std::string text;               ///< Its content.
  std::string language;           ///< [xml:lang]
  std::string original_encoding;  ///< [o-encoding]
  bool operator==(const TmxHeaderText&) const = default;
};

/// A character of a user-defined encoding (TMX `<map>`), as the attributes say it.
struct TmxCharacter {
  std::string unicode;     ///< [unicode] "#xF8FF"
  std::string code;        ///< [code] Its value in the encoding: "#xF0"
  std::string entity;      ///< [ent]
  std::string substitute;  ///< [subst]
  bool operator==(const TmxCharacter&) const = default;
};

/// A user-defined encoding (TMX `<ude>`).
struct TmxUserEncoding {
  std::string name;                      ///< What variants call it.
  std::string base;                      ///< The encoding that it changes; or empty.
  std::vector<TmxCharacter> characters;  ///< Those that it defines.
  bool operator==(const TmxUserEncoding&) const = default;
};

/// What a TMX file says of itself, beside the attributes in brackets. What is empty when it is
/// written, and may not be missing, is written as "unknown", or "sentence" for the segment type.
struct TmxHeader {
  LanguageTag source_language;                           ///< [srclang] "und" is "*all*".
  std::string creation_tool = "trujaman";                ///< [creationtool]
  std::string creation_tool_version = TRUJAMAN_VERSION;  ///< [creationtoolversion]
  std::string segment_type = "sentence";     ///< [segtype] block, paragraph, sentence or phrase.
  std::string original_format = "trujaman";  ///< [o-tmf]
  std::string admin_language = "en";         ///< [adminlang] Of notes and props.
  std::string data_type = "plaintext";       ///< [datatype]
  std::string original_encoding{};           ///< [o-encoding]
  History history{};                         ///< Made and changed; not when it was used.
  std::vector<TmxHeaderText> notes{};        ///< In reading order.
  std::vector<TmxHeaderText> properties{};   ///< In reading order.
  std::vector<TmxUserEncoding> encodings{};  ///< In reading order.
  std::vector<Property> attributes{};        ///< Further XML attributes, kept for round trips.
  bool operator==(const TmxHeader&) const = default;
};

/// Reads TMX 1.1–1.4b of any encoding that XML allows, in bounded memory. A unit that is wrong in
/// itself is skipped with a diagnostic. The names in diagnostics and errors are @p name's.
/// @p header is given what the file says of itself before the first unit is passed on.
/// @throws Error{Malformed} when the file as a whole is not TMX or breaks off; what the sink was
///         given before then stands. Error{Unsupported} when it declares an encoding not known
///         here.
TRUJAMAN_API ReadSummary read_tmx(std::istream& in, const std::string& name, const UnitSink& sink,
                                  const DiagnosticSink& on_diagnostic = {},
                                  TmxHeader* header = nullptr);
/// The same with the line of each `<tu>`.
TRUJAMAN_API ReadSummary read_tmx(std::istream& in, const std::string& name,
                                  const LocatedUnitSink& sink,
                                  const DiagnosticSink& on_diagnostic = {},
                                  TmxHeader* header = nullptr);

/// What the program needs that the file is for.
struct TmxOptions {
  /// Only variants of these languages, of units that have text in each; empty: all that there are.
  /// Two, for programs that take a file in two languages only.
  std::vector<LanguageTag> languages{};
  /// TMX's level: 2, or 1 for text alone, without codes.
  int level = 2;
  /// Writes the source text of the units before and after as props x-context-pre and
  /// x-context-post of the source variant, as memoQ does, where these stand next to each other both
  /// in a document and in what is written. Our own memory needs no such props.
  bool context = false;
  /// UTF-16 (little-endian, with byte order mark) instead of UTF-8.
  bool utf16 = false;
};

/// Writes a TMX 1.4b file record by record. The file is complete once finish() has returned.
/// Occurrences and confidence are written as props x-document, x-position, x-confidence.
class TRUJAMAN_API TmxWriter {
 public:
  /// @p out must outlive the writer. @throws Error{InvalidArgument} for a level that is not there.
  TmxWriter(std::ostream& out, const TmxHeader& header, const TmxOptions& options = {});
  ~TmxWriter();
  TmxWriter(TmxWriter&&) noexcept;
  TmxWriter& operator=(TmxWriter&&) noexcept;
  /// A unit without variants is left out. @throws Error{Io} when @p out fails.
  void write(const TranslationUnit& unit);
  void finish();  ///< @throws Error{Io} when @p out fails.

 private:
  struct Impl;
  ImplPtr<Impl> impl_;
};

/// What a table file is: fields kept apart by tabs or by commas, or a sheet of an XLSX workbook.
enum class TableFormat {
  Tsv,  ///< Tabs between fields.
  Csv,  ///< Commas, or semicolons (RFC 4180).
  Xlsx  ///< A workbook.
};

/// What is read of a table file.
struct TableReadOptions {
  std::string sheet = {};  ///< Of a workbook, by its name; empty: the first that is not hidden.
};

/// Reads a table of units: a header row of language tags, the source's first, then a unit a row; an
/// empty field is a missing variant. TSV fields escape tab, line feed, carriage return and
/// backslash as `\t`, `\n`, `\r` and `\\`; CSV is RFC 4180, or parted by semicolons where its
/// header is. A workbook is taken into memory (its parts at most 256 MiB unpacked, 8 million
/// cells); places are its rows' numbers. Instead of a tag, a header may have a language's name in
/// English, Spanish, French or itself.
/// @throws Error{Malformed} when the header is not one of languages, Error{InvalidArgument} when
///         there is no such sheet.
TRUJAMAN_API ReadSummary read_table(std::istream& in, const std::string& name, TableFormat format,
                                    const UnitSink& sink, const DiagnosticSink& on_diagnostic = {},
                                    const TableReadOptions& options = {});
/// The same with the line of each row. Whoever asks for that wants to find what is wrong, so rows
/// with text in one language are passed on, too, as units with one variant.
TRUJAMAN_API ReadSummary read_table(std::istream& in, const std::string& name, TableFormat format,
                                    const LocatedUnitSink& sink,
                                    const DiagnosticSink& on_diagnostic = {},
                                    const TableReadOptions& options = {});

/// Writes such a table, a column a language in the order given. Units without text in at least two
/// of the languages are left out. A workbook is written by finish(); its cells hold at most 32,767
/// characters, longer texts are cut.
class TRUJAMAN_API TableWriter {
 public:
  /// @p out must outlive the writer.
  TableWriter(std::ostream& out, TableFormat format, std::vector<LanguageTag> languages);
  ~TableWriter();
  TableWriter(TableWriter&&) noexcept;
  TableWriter& operator=(TableWriter&&) noexcept;
  void write(const TranslationUnit& unit);  ///< @throws Error{Io} when the stream fails.
  void finish();                            ///< @throws Error{Io} when the stream fails.

 private:
  struct Impl;
  ImplPtr<Impl> impl_;
};

/// What is read of an XLIFF file.
struct XliffReadOptions {
  /// Each `<mrk mtype="seg">` of a `<trans-unit>` is a unit where those of source and target
  /// correspond by their `mid`; where they do not, a note says so. Else it is always one.
  bool segments = true;
  /// What the file offers from memories and machines (`<alt-trans>`, the matches module of 2.x) is
  /// passed on, too: units with a property x-match-type and, as far as the file says it,
  /// x-match-quality, x-origin and others. For a memory those are skipped with a note that are
  /// rejected, and those found for another text than the one they come with.
  bool matches = false;
};

/// What an XLIFF file says of itself, and what stands in it.
struct XliffContents {
  std::string version;      ///< As the file says it: "1.2".
  LanguagePair languages;   ///< The first that it names; undetermined without any.
  std::size_t units = 0;    ///< `<trans-unit>` of 1.x, `<unit>` of 2.x.
  std::size_t targets = 0;  ///< `<target>` of units, of ignorable text, of matches.
  std::size_t matches = 0;  ///< `<alt-trans>` of 1.x, `<mtc:match>` of 2.x, read or not.
};

/// Reads XLIFF 1.0–1.2 and 2.x, in bounded memory: a unit for each `<trans-unit>`, segment of one,
/// or `<segment>` that has a translation, with its codes, notes, contexts or metadata, and the
/// target's state as its property x-state. Without a target, or with one whose state says that it
/// is none yet (new, needs-translation, initial), a unit is skipped with a note; what is not to be
/// translated, too. Ids are not kept: they say something within the file only.
/// @p contents is given what the file says of itself. @throws as read_tmx.
TRUJAMAN_API ReadSummary read_xliff(std::istream& in, const std::string& name, const UnitSink& sink,
                                    const DiagnosticSink& on_diagnostic = {},
                                    const XliffReadOptions& options = {},
                                    XliffContents* contents = nullptr);
/// The same with the line of each unit. Whoever asks for that wants to find what is wrong, so units
/// without a translation are passed on, too, and ids are kept: `resname` or `name`, else `id`. With
/// both, the id is the unit's property x-xliff-id.
TRUJAMAN_API ReadSummary read_xliff(std::istream& in, const std::string& name,
                                    const LocatedUnitSink& sink,
                                    const DiagnosticSink& on_diagnostic = {},
                                    const XliffReadOptions& options = {},
                                    XliffContents* contents = nullptr);

/// Reads the glossary module of XLIFF 2.x: a concept for each `<gls:glossEntry>`, with its term,
/// translations and definition. An entry without a term is skipped with a diagnostic.
/// @throws as read_xliff.
TRUJAMAN_API ReadSummary read_xliff_glossary(std::istream& in, const std::string& name,
                                             const ConceptSink& sink,
                                             const DiagnosticSink& on_diagnostic = {});

/// Versions of XLIFF that are written: V1_2 is 1.2, V2_0 is 2.0.
enum class XliffVersion { V1_2, V2_0 };

/// What is known of an XLIFF file before its first unit.
struct XliffHeader {
  LanguagePair languages;                     ///< Of its units.
  std::string original = "trujaman";          ///< The document that the units are of.
  XliffVersion version = XliffVersion::V1_2;  ///< The version that is written.
};

/// Writes XLIFF record by record, valid against the schema of its version: of each unit that has
/// the source language the first variant of it, and that of the target language where there is one,
/// with all that the unit holds. The state is that of the target's property x-state where the
/// version knows it, else translated, or needs-review-translation (1.2) below a confidence of 0.8;
/// initial (2.0) without a target. A unit's id is that of the element where no other has it and the
/// version takes it, else its name. A character that XML cannot hold is kept by 2.0 only. Keeps 16
/// to 32 bytes a unit for the ids. Complete once finish() has returned.
class TRUJAMAN_API XliffWriter {
 public:
  XliffWriter(std::ostream& out, const XliffHeader& header);  ///< @p out must outlive the writer.
  ~XliffWriter();
  XliffWriter(XliffWriter&&) noexcept;
  XliffWriter& operator=(XliffWriter&&) noexcept;
  void write(const TranslationUnit& unit);             ///< @throws Error{Io} when @p out fails.
  [[nodiscard]] std::size_t written() const noexcept;  ///< Units that had the source.
  void finish();                                       ///< @throws Error{Io} when @p out fails.

 private:
  struct Impl;
  ImplPtr<Impl> impl_;
};

/// What a TBX file says of itself.
struct TbxHeader {
  LanguageTag language;  ///< Of what has none of its own; undetermined: the first term's.
  std::string title;     ///< Name of the glossary; or empty.
  std::vector<std::string> description;  ///< Where it comes from, its licence; paragraphs.
  bool operator==(const TbxHeader&) const = default;
};

/// Reads TBX: ISO 30042:2019 in DCA or DCT style, and the 2008 form (`<martif>`), in bounded memory
/// and in any encoding that XML allows. A concept that is wrong in itself is skipped with a
/// diagnostic. @p header is given what the file says of itself.
/// @throws Error{Malformed} when the file is not TBX or breaks off.
TRUJAMAN_API ReadSummary read_tbx(std::istream& in, const std::string& name,
                                  const ConceptSink& sink, const DiagnosticSink& on_diagnostic = {},
                                  TbxHeader* header = nullptr);

/// V2019 is ISO 30042:2019; V2008 has `<martif>`, for tools that know no later (OmegaT, Virtaal).
enum class TbxVersion { V2019, V2008 };

/// Writes TBX (ISO 30042:2019, DCA style, UTF-8): equal concepts give equal bytes, and read back
/// they are equal, but that terms stand by language and, of what is said of a term, its term notes
/// come first. The dialect is TBX-Basic. Where a concept has what that does not (a category, a
/// value, no terms), each such thing gives one warning, and the dialect is "TBX-Extended".
/// O(bytes written). @throws Error{Io} when @p out fails.
TRUJAMAN_API void write_tbx(std::ostream& out, std::span<const ConceptEntry> concepts,
                            const TbxHeader& header = {}, const DiagnosticSink& on_diagnostic = {},
                            TbxVersion version = TbxVersion::V2019);

/// Reads a table of concepts: a header row, then a concept a row. Columns are language tags (the
/// terms, " | " between several, the preferred one first), what is said of these terms in the same
/// order ("es:status", "es:partOfSpeech", "es:gender", "es:acronym", "es:source", "es:note",
/// "es:property:NAME"), and what is said of the concept ("id", "subject", "definition" or
/// "definition@es", "source", "note", "property:NAME"; the last two as often as needed). Names that
/// people give to such columns in English, Spanish and French are known, too ("Español",
/// "Définition", "Notes"). In CSV an apostrophe before = + - @ is taken away. A row without a term
/// is skipped with a diagnostic.
/// @throws Error{Malformed} when the header has another column, or none of a language;
///         Error{InvalidArgument} when a workbook has no such sheet.
TRUJAMAN_API ReadSummary read_concept_table(std::istream& in, const std::string& name,
                                            TableFormat format, const ConceptSink& sink,
                                            const DiagnosticSink& on_diagnostic = {},
                                            const TableReadOptions& options = {});

/// What is written of a glossary as a table.
struct ConceptTableOptions {
  TableFormat format = TableFormat::Tsv;  ///< What the file is.
  std::vector<LanguageTag> languages{};  ///< Columns of terms, in this order; empty: all there are.
  /// CSV for spreadsheet programs: a byte order mark, and an apostrophe before cells that begin
  /// with = + - @, a tab or a carriage return, so that none is run as a formula.
  bool excel = false;
  char separator = ',';            ///< Of CSV; ';' where the spreadsheet has a decimal comma.
  std::string sheet = "Glossary";  ///< Name of a workbook's sheet.
};

/// Writes such a table (UTF-8, or an XLSX workbook all of whose cells are text), with the columns
/// that the concepts need. Everything of a concept is
/// in it but the order of terms across languages and of a term's properties of several kinds.
/// Diagnostics say what had to be changed. O(bytes written). @throws Error{Io} when @p out fails.
TRUJAMAN_API void write_concept_table(std::ostream& out, std::span<const ConceptEntry> concepts,
                                      const ConceptTableOptions& options = {},
                                      const DiagnosticSink& on_diagnostic = {});

/// Reads an OmegaT glossary: lines of source, target and, where wanted, a comment, with tabs
/// between (UTF-8, or by byte order mark); lines that begin with # say nothing. Lines in a row with
/// equal source and comment are one concept. A first line that names the two languages is a header.
/// ReadSummary counts lines; one without both terms is skipped with a diagnostic.
TRUJAMAN_API ReadSummary read_omegat_glossary(std::istream& in, const std::string& name,
                                              const LanguagePair& languages,
                                              const ConceptSink& sink,
                                              const DiagnosticSink& on_diagnostic = {});

/// Writes one (UTF-8, no header): a line for each pair of terms that may be used, the preferred
/// ones first; definition and notes become the comment. Diagnostics say what was left out.
/// @throws Error{Io} when @p out fails.
TRUJAMAN_API void write_omegat_glossary(std::ostream& out, std::span<const ConceptEntry> concepts,
                                        const LanguagePair& languages,
                                        const DiagnosticSink& on_diagnostic = {});

/// Xliff is the glossary module of XLIFF 2.x.
enum class GlossaryFormat {
  Tbx,     ///< ISO 30042, of 2019 or 2008.
  Tsv,     ///< A table with tabs.
  Csv,     ///< A table with commas or semicolons.
  OmegaT,  ///< Source, target and comment, with tabs.
  Xlsx,    ///< A workbook.
  Xliff    ///< The glossary module of XLIFF 2.x.
};

/// What is known of a glossary file that does not say it.
struct GlossaryReadOptions {
  std::optional<GlossaryFormat> format = std::nullopt;   ///< Unset: by content, then by ending.
  std::optional<LanguagePair> languages = std::nullopt;  ///< Of files that do not say: OmegaT's.
  std::string sheet = {};                                ///< Of a workbook.
};

/// A glossary file, read.
struct GlossaryFile {
  GlossaryFormat format = GlossaryFormat::Tbx;  ///< What the file was found to be.
  TbxHeader header;                             ///< Of TBX.
  std::vector<ConceptEntry> concepts;           ///< In the file's order.
  ReadSummary summary;                          ///< How many concepts there were, and are here.
};

/// Reads a glossary file ("-": standard input). OmegaT's is what ends in .utf8 and, where languages
/// are given, what ends in .txt or .tab and has no header.
/// @throws Error{Io}, Error{Malformed}, Error{InvalidArgument} when languages are needed.
[[nodiscard]] TRUJAMAN_API GlossaryFile
read_glossary_file(const std::string& path, const GlossaryReadOptions& options = {},
                   const DiagnosticSink& on_diagnostic = {});

/// The format of a glossary file, by options.format, its first bytes and its ending.
/// @throws Error{Io}.
[[nodiscard]] TRUJAMAN_API GlossaryFormat
glossary_format_of(const std::string& path, const GlossaryReadOptions& options = {});

/// read_glossary_file in bounded memory: gives the concepts to @p sink, one by one, and none in the
/// result. Not for standard input, which cannot be looked at first.
TRUJAMAN_API GlossaryFile stream_glossary_file(const std::string& path,
                                               const GlossaryReadOptions& options,
                                               const ConceptSink& sink,
                                               const DiagnosticSink& on_diagnostic = {});

/// The same for a stream, which must be able to go back to where it begins unless the format is
/// given; @p name is for messages and, by its ending, for the format.
TRUJAMAN_API GlossaryFile stream_glossary(std::istream& in, const std::string& name,
                                          const GlossaryReadOptions& options,
                                          const ConceptSink& sink,
                                          const DiagnosticSink& on_diagnostic = {});

/// The concepts of a glossary file that says its languages: TBX, TSV, CSV, XLSX or XLIFF, by
/// content, then by ending. @throws Error{Io} or Error{Malformed}.
[[nodiscard]] TRUJAMAN_API std::vector<ConceptEntry> read_glossary(
    const std::string& path, const DiagnosticSink& on_diagnostic = {});

}  // namespace trujaman::inline v0

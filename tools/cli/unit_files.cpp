#include "cli/unit_files.hpp"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string_view>
#include <system_error>

#include <trujaman/message.hpp>

#include "cli/status.hpp"

namespace trujaman::cli {
namespace fs = std::filesystem;
namespace {

struct Known {
  const char* name;
  UnitFormat format;
};

/// The first name of a format is the one that is shown.
constexpr Known formats[] = {{"tmx", UnitFormat::Tmx},
                             {"tsv", UnitFormat::Tsv},
                             {"csv", UnitFormat::Csv},
                             {"xlf", UnitFormat::Xliff},
                             {"xliff", UnitFormat::Xliff},
                             {"po", UnitFormat::Po},
                             {"pot", UnitFormat::Po},
                             {"xlsx", UnitFormat::Xlsx},
                             // XLIFF 1.2 of Trados Studio, memoQ, Phrase, Wordfast.
                             {"sdlxliff", UnitFormat::Xliff},
                             {"mqxliff", UnitFormat::Xliff},
                             {"mxliff", UnitFormat::Xliff},
                             {"txlf", UnitFormat::Xliff}};

template <typename Sink>
ReadSummary read_xliff_file(std::istream& in, const std::string& name, const Sink& sink,
                            const DiagnosticSink& on_diagnostic, const XliffReadOptions& options,
                            FileHeader* header) {
  XliffContents contents;
  const ReadSummary summary = read_xliff(in, name, sink, on_diagnostic, options, &contents);
  if (header == nullptr) return summary;
  header->languages = contents.languages;
  if (!options.matches && contents.matches > 0 && on_diagnostic) {
    on_diagnostic({Severity::Note,
                   counted("offers {1} match from a memory or machine, which is left out; import "
                           "--matches takes it",
                           "offers {1} matches from memories and machines, which are left out; "
                           "import --matches takes them",
                           contents.matches),
                   {name, 0, 0}});
  }
  return summary;
}

/// Whoever wants the header wants the whole.
template <typename Sink>
ReadSummary read_po_file(std::istream& in, const std::string& name, const LanguagePair& languages,
                         const Sink& sink, const DiagnosticSink& on_diagnostic,
                         FileHeader* header) {
  if (header == nullptr) return read_po(in, name, languages, sink, on_diagnostic);
  const ReadSummary summary =
      read_po(in, name, languages, sink, on_diagnostic, {.whole = true}, &header->po.emplace());
  header->languages = header->po->languages;
  if (header->languages.source.undetermined()) header->languages.source = languages.source;
  return summary;
}

template <typename Sink>
ReadSummary read_stream(std::istream& in, const std::string& name, UnitFormat format,
                        const LanguagePair& languages, const Sink& sink,
                        const DiagnosticSink& on_diagnostic, const XliffReadOptions& xliff,
                        FileHeader* header) {
  switch (format) {
    case UnitFormat::Tmx:
      return read_tmx(in, name, sink, on_diagnostic,
                      header == nullptr ? nullptr : &header->tmx.emplace());
    case UnitFormat::Tsv:
      return read_table(in, name, TableFormat::Tsv, sink, on_diagnostic);
    case UnitFormat::Csv:
      return read_table(in, name, TableFormat::Csv, sink, on_diagnostic);
    case UnitFormat::Xlsx:
      return read_table(in, name, TableFormat::Xlsx, sink, on_diagnostic);
    case UnitFormat::Xliff:
      return read_xliff_file(in, name, sink, on_diagnostic, xliff, header);
    case UnitFormat::Po:
      return read_po_file(in, name, languages, sink, on_diagnostic, header);
  }
  return {};
}

std::variant<TmxWriter, TableWriter, XliffWriter, PoWriter> make_writer(
    std::ostream& out, UnitFormat format, const LanguageTag& source,
    const std::vector<LanguageTag>& languages, const WriterOptions& options) {
  const TmxOptions& tmx = options.tmx;
  if (format != UnitFormat::Tmx && (tmx.level != 2 || tmx.context || tmx.utf16)) {
    throw UsageError(
        message("--level, --context and --utf-16 are for TMX; leave them out, or write TMX"));
  }
  switch (format) {
    case UnitFormat::Tmx: {
      TmxHeader header = tmx_header(options.header);
      header.source_language = source;
      return TmxWriter(out, header, tmx);
    }
    case UnitFormat::Tsv:
      return TableWriter(out, TableFormat::Tsv, languages);
    case UnitFormat::Csv:
      return TableWriter(out, TableFormat::Csv, languages);
    case UnitFormat::Xlsx:
      return TableWriter(out, TableFormat::Xlsx, languages);
    case UnitFormat::Xliff:
      if (languages.size() != 2) {
        throw UsageError(
            message("an XLIFF file holds two languages, not {1}; choose two, or write TMX",
                    languages.size()));
      }
      return XliffWriter(out,
                         {.languages = {languages[0], languages[1]}, .version = options.xliff});
    case UnitFormat::Po:
      break;
  }
  if (languages.size() != 2) {
    throw UsageError(message("a po file holds two languages, not {1}; choose two, or write TMX",
                             languages.size()));
  }
  return PoWriter(out, po_header(options.header, {languages[0], languages[1]}));
}

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

}  // namespace

UnitFormat unit_format(const std::string& path, const std::string& name) {
  std::string wanted = name;
  if (wanted.empty()) {
    wanted = fs::path(path).extension().string();
    if (!wanted.empty()) wanted.erase(0, 1);
  }
  for (const Known& known : formats) {
    if (lower(wanted) == known.name) return known.format;
  }
  throw UsageError(wanted.empty() ? message("{1}: unknown format; give a name that ends in .tmx, "
                                            ".xlf, .po, .tsv, .csv or .xlsx, or say --format",
                                            path)
                                  : message("{1}: unknown format '{2}'; give a name that ends in "
                                            ".tmx, .xlf, .po, .tsv, .csv or .xlsx, or say --format",
                                            path, wanted));
}

bool is_unit_file(const std::string& path) {
  const std::string ending = lower(fs::path(path).extension().string());
  const auto is_ending = [&](const Known& known) {
    return ending == "." + std::string(known.name);
  };
  return path == "-" || std::ranges::any_of(formats, is_ending);
}

ReadSummary read_file(const std::string& path,
                      const std::function<ReadSummary(std::istream& in)>& read,
                      ReadPosition* position) {
  if (path == "-") return read(std::cin);
  // A directory can be opened as a stream, and then looks like an empty file.
  std::error_code ignored;
  errno = fs::is_directory(path, ignored) ? EISDIR : 0;
  std::ifstream in;
  if (errno == 0) in.open(path, std::ios::binary);
  if (!in.is_open()) {
    throw Error(Errc::Io,
                message("cannot be read: {1}; check its name and permissions",
                        message(std::generic_category().message(errno))),
                {.source = path});
  }
  if (position == nullptr) return read(in);
  const std::uintmax_t size = fs::file_size(path, ignored);
  position->begin(in, ignored ? 0 : size);
  const struct End {
    ReadPosition* position;
    ~End() { position->end(); }
  } end{position};
  return read(in);
}

ReadSummary read_units(const std::string& path, UnitFormat format, const LanguagePair& languages,
                       const UnitSink& sink, const DiagnosticSink& on_diagnostic,
                       const XliffReadOptions& xliff, const ReadWatch& watch) {
  return read_file(
      path,
      [&](std::istream& in) {
        return read_stream(in, path, format, languages, sink, on_diagnostic, xliff, watch.header);
      },
      format == UnitFormat::Xlsx ? nullptr : watch.position);
}

ReadSummary read_units(const std::string& path, UnitFormat format, const LanguagePair& languages,
                       const LocatedUnitSink& sink, const DiagnosticSink& on_diagnostic,
                       const XliffReadOptions& xliff, const ReadWatch& watch) {
  return read_file(
      path,
      [&](std::istream& in) {
        return read_stream(in, path, format, languages, sink, on_diagnostic, xliff, watch.header);
      },
      format == UnitFormat::Xlsx ? nullptr : watch.position);
}

UnitWriter::UnitWriter(std::ostream& out, UnitFormat format, const LanguageTag& source,
                       const std::vector<LanguageTag>& languages, const WriterOptions& options)
    : writer_(make_writer(out, format, source, languages, options)) {}

bool UnitWriter::write(const TranslationUnit& unit) {
  if (auto* po = std::get_if<PoWriter>(&writer_)) return po->write(unit);
  std::visit([&](auto& writer) { writer.write(unit); }, writer_);
  return true;
}

void UnitWriter::finish() {
  std::visit([](auto& writer) { writer.finish(); }, writer_);
}

}  // namespace trujaman::cli

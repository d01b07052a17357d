/// Which of the glossary formats a file is in.
#include <filesystem>
#include <fstream>
#include <sstream>
#include <utility>

#include <trujaman/exchange.hpp>
#include <trujaman/message.hpp>

#include "base/ascii.hpp"
#include "base/file.hpp"
#include "exchange/table/concept_column.hpp"

namespace trujaman::inline v0 {
namespace {

/// Whether the first character that is no mark and no white space is "<", in any encoding.
bool looks_like_xml(std::string_view bytes) {
  constexpr std::string_view kMarks("\xEF\xBB\xBF\xFE\xFF\0 \t\r\n", 10);
  const std::size_t first = bytes.find_first_not_of(kMarks);
  return first != std::string_view::npos && bytes[first] == '<';
}

std::string lower_ending(const std::filesystem::path& path) {
  std::string ending = path.extension().string();
  for (char& c : ending) c = base::ascii_lower(c);
  return ending;
}

GlossaryFormat table_format(std::string_view bytes, const std::string& ending) {
  if (ending == ".csv") return GlossaryFormat::Csv;
  if (ending == ".tsv" || ending == ".tab") return GlossaryFormat::Tsv;
  const std::string_view header = bytes.substr(0, bytes.find('\n'));
  return header.find('\t') == std::string_view::npos ? GlossaryFormat::Csv : GlossaryFormat::Tsv;
}

/// OmegaT's files have no header and endings that others have, too.
bool looks_like_omegat(const std::string& bytes, const std::string& ending, bool languages_known) {
  if (ending == ".utf8") return true;
  return languages_known && (ending == ".txt" || ending == ".tab") &&
         !exchange::has_concept_header(bytes, TableFormat::Tsv);
}

bool looks_like_xliff(std::string_view bytes, const std::string& ending) {
  constexpr std::size_t kBeginning = 1000;
  return ending == ".xlf" || ending == ".xliff" ||
         bytes.substr(0, kBeginning).find("<xliff") != std::string_view::npos;
}

GlossaryFormat format_of(const std::string& bytes, const std::string& ending,
                         bool languages_known) {
  if (bytes.starts_with("PK\3\4") || ending == ".xlsx") return GlossaryFormat::Xlsx;
  if (looks_like_xliff(bytes, ending)) return GlossaryFormat::Xliff;
  if (looks_like_xml(bytes) || ending == ".tbx" || ending == ".xml") return GlossaryFormat::Tbx;
  if (looks_like_omegat(bytes, ending, languages_known)) return GlossaryFormat::OmegaT;
  return table_format(bytes, ending);
}

/// What its format can be seen by.
std::string first_bytes(std::istream& in) {
  constexpr std::size_t kEnough = std::size_t{1} << 16U;
  std::string bytes(kEnough, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  in.clear();
  in.seekg(0);
  return bytes;
}

GlossaryFormat format_of(std::string_view bytes, const std::filesystem::path& path,
                         const GlossaryReadOptions& options) {
  return options.format.value_or(
      format_of(std::string(bytes), lower_ending(path), options.languages.has_value()));
}

/// Reads a file whose format is known.
void read(std::istream& in, const std::string& name, GlossaryFile& file,
          const GlossaryReadOptions& options, const ConceptSink& sink,
          const DiagnosticSink& on_diagnostic) {
  switch (file.format) {
    case GlossaryFormat::Tbx:
      file.summary = read_tbx(in, name, sink, on_diagnostic, &file.header);
      break;
    case GlossaryFormat::Tsv:
      file.summary = read_concept_table(in, name, TableFormat::Tsv, sink, on_diagnostic);
      break;
    case GlossaryFormat::Csv:
      file.summary = read_concept_table(in, name, TableFormat::Csv, sink, on_diagnostic);
      break;
    case GlossaryFormat::Xlsx:
      file.summary =
          read_concept_table(in, name, TableFormat::Xlsx, sink, on_diagnostic, {options.sheet});
      break;
    case GlossaryFormat::Xliff:
      file.summary = read_xliff_glossary(in, name, sink, on_diagnostic);
      break;
    case GlossaryFormat::OmegaT:
      if (!options.languages) {
        throw Error(Errc::InvalidArgument,
                    message("does not say in which languages it is; name them (source and target)"),
                    {name, 0, 0});
      }
      file.summary = read_omegat_glossary(in, name, *options.languages, sink, on_diagnostic);
      break;
  }
}

}  // namespace

GlossaryFile read_glossary_file(const std::string& path, const GlossaryReadOptions& options,
                                const DiagnosticSink& on_diagnostic) {
  std::string bytes = base::read_file(path);
  GlossaryFile file;
  file.format = format_of(bytes, path, options);
  std::istringstream in(std::move(bytes));
  const auto keep = [&](ConceptEntry&& entry) { file.concepts.push_back(std::move(entry)); };
  read(in, path, file, options, keep, on_diagnostic);
  return file;
}

GlossaryFormat glossary_format_of(const std::string& path, const GlossaryReadOptions& options) {
  std::ifstream in = base::open_file(path);
  return format_of(first_bytes(in), path, options);
}

GlossaryFile stream_glossary_file(const std::string& path, const GlossaryReadOptions& options,
                                  const ConceptSink& sink, const DiagnosticSink& on_diagnostic) {
  std::ifstream in = base::open_file(path);
  return stream_glossary(in, path, options, sink, on_diagnostic);
}

GlossaryFile stream_glossary(std::istream& in, const std::string& name,
                             const GlossaryReadOptions& options, const ConceptSink& sink,
                             const DiagnosticSink& on_diagnostic) {
  GlossaryFile file;
  file.format = options.format ? *options.format : format_of(first_bytes(in), name, options);
  read(in, name, file, options, sink, on_diagnostic);
  return file;
}

std::vector<ConceptEntry> read_glossary(const std::string& path,
                                        const DiagnosticSink& on_diagnostic) {
  return read_glossary_file(path, {}, on_diagnostic).concepts;
}

}  // namespace trujaman::inline v0

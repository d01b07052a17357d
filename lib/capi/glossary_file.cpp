#include <cctype>
#include <memory>

#include <trujaman/c/glossary_file.h>
#include <trujaman/exchange.hpp>

#include "capi/from_c.hpp"
#include "capi/guard.hpp"
#include "capi/handles.hpp"
#include "capi/input.hpp"
#include "capi/options.hpp"

using namespace trujaman;

namespace {

struct OwnedInfo : trujaman_glossary_info {
  TbxHeader header_values;
  capi::Arena arena;
};

trujaman_glossary_format format_to_c(GlossaryFormat format) {
  switch (format) {
    case GlossaryFormat::Tbx:
      return TRUJAMAN_GLOSSARY_TBX;
    case GlossaryFormat::Tsv:
      return TRUJAMAN_GLOSSARY_TSV;
    case GlossaryFormat::Csv:
      return TRUJAMAN_GLOSSARY_CSV;
    case GlossaryFormat::OmegaT:
      return TRUJAMAN_GLOSSARY_OMEGAT;
    case GlossaryFormat::Xlsx:
      return TRUJAMAN_GLOSSARY_XLSX;
    case GlossaryFormat::Xliff:
      break;
  }
  return TRUJAMAN_GLOSSARY_XLIFF;
}

std::optional<GlossaryFormat> format_from_c(trujaman_glossary_format given) {
  switch (capi::enumerator<trujaman_glossary_format>(given, TRUJAMAN_GLOSSARY_XLIFF,
                                                     "options.format")) {
    case TRUJAMAN_GLOSSARY_TBX:
    case TRUJAMAN_GLOSSARY_TBX_2008:
      return GlossaryFormat::Tbx;
    case TRUJAMAN_GLOSSARY_TSV:
      return GlossaryFormat::Tsv;
    case TRUJAMAN_GLOSSARY_CSV:
      return GlossaryFormat::Csv;
    case TRUJAMAN_GLOSSARY_XLSX:
      return GlossaryFormat::Xlsx;
    case TRUJAMAN_GLOSSARY_OMEGAT:
      return GlossaryFormat::OmegaT;
    case TRUJAMAN_GLOSSARY_XLIFF:
      return GlossaryFormat::Xliff;
    case TRUJAMAN_GLOSSARY_AUTO:
      break;
  }
  return std::nullopt;
}

GlossaryFile stream(const trujaman_input* input, const trujaman_concepts_read_options* options,
                    const ConceptSink& sink) {
  const auto from = capi::complete<trujaman_concepts_read_options>(
      options, TRUJAMAN_CONCEPTS_READ_OPTIONS_INIT, "options");
  capi::need_unused(from.reserved, "options");
  GlossaryReadOptions how;
  how.format = format_from_c(from.format);
  if (from.source != nullptr && from.target != nullptr) {
    how.languages = capi::languages(from.source, from.target);
  }
  how.sheet = capi::text(from.sheet, "options.sheet");
  capi::Input in(input);
  if (!how.format) in.load();  // it is seen by how the file begins
  return stream_glossary(in.stream(), in.name(), how, sink,
                         capi::diagnostic_sink(from.on_diagnostic, from.user));
}

trujaman_tbx_header header_to_c(const TbxHeader& header, capi::Arena& arena) {
  return {.language = header.language.str().c_str(),
          .title = header.title.c_str(),
          .description = capi::to_c(header.description, arena),
          .description_count = header.description.size(),
          .reserved = {}};
}

TbxHeader header_from_c(const trujaman_tbx_header* given) {
  if (given == nullptr) return {};
  capi::need_unused(given->reserved, "options.header");
  return {.language = capi::language(given->language),
          .title = std::string(capi::text(given->title, "options.header.title")),
          .description = capi::text_list(given->description, given->description_count,
                                         "options.header.description")};
}

void tell(GlossaryFile& file, trujaman_glossary_info** info) {
  if (info == nullptr) return;
  auto out = std::make_unique<OwnedInfo>();
  out->header_values = std::move(file.header);
  out->format = format_to_c(file.format);
  out->read = file.summary.read;
  out->passed = file.summary.passed;
  out->header = header_to_c(out->header_values, out->arena);
  *info = out.release();
}

std::vector<ConceptEntry> read_all(const trujaman_input* input,
                                   const trujaman_concepts_read_options* options,
                                   trujaman_glossary_info** info) {
  std::vector<ConceptEntry> entries;
  GlossaryFile file =
      stream(input, options, [&](ConceptEntry&& entry) { entries.push_back(std::move(entry)); });
  tell(file, info);
  return entries;
}

/// By the ending of the path that is written to.
trujaman_glossary_format format_of(const std::string& path) {
  std::string ending = path.substr(std::min(path.rfind('.'), path.size()));
  for (char& c : ending) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  if (ending == ".tbx" || ending == ".xml") return TRUJAMAN_GLOSSARY_TBX;
  if (ending == ".tsv") return TRUJAMAN_GLOSSARY_TSV;
  if (ending == ".csv") return TRUJAMAN_GLOSSARY_CSV;
  if (ending == ".xlsx") return TRUJAMAN_GLOSSARY_XLSX;
  if (ending == ".utf8" || ending == ".txt" || ending == ".tab") return TRUJAMAN_GLOSSARY_OMEGAT;
  throw Error(Errc::InvalidArgument,
              "the format cannot be told by the name; set options.format, or write to a name that "
              "ends in .tbx, .tsv, .csv, .xlsx or .utf8",
              {.source = path});
}

void write(std::ostream& out, const std::vector<ConceptEntry>& concepts,
           const trujaman_concepts_write_options& how, trujaman_glossary_format format) {
  const DiagnosticSink sink = capi::diagnostic_sink(how.on_diagnostic, how.user);
  const std::vector<LanguageTag> languages =
      capi::language_list(how.languages, how.language_count, "options.languages");
  const auto table = [&](TableFormat table_format) {
    ConceptTableOptions options{.format = table_format, .languages = languages};
    options.excel = how.excel;
    options.separator = how.separator;
    if (how.sheet != nullptr) options.sheet = capi::text(how.sheet, "options.sheet");
    write_concept_table(out, concepts, options, sink);
  };
  switch (format) {
    case TRUJAMAN_GLOSSARY_TBX:
      return write_tbx(out, concepts, header_from_c(how.header), sink, TbxVersion::V2019);
    case TRUJAMAN_GLOSSARY_TBX_2008:
      return write_tbx(out, concepts, header_from_c(how.header), sink, TbxVersion::V2008);
    case TRUJAMAN_GLOSSARY_TSV:
      return table(TableFormat::Tsv);
    case TRUJAMAN_GLOSSARY_CSV:
      return table(TableFormat::Csv);
    case TRUJAMAN_GLOSSARY_XLSX:
      return table(TableFormat::Xlsx);
    case TRUJAMAN_GLOSSARY_OMEGAT:
      if (languages.size() != 2) {
        throw Error(Errc::InvalidArgument, "OmegaT's glossaries have two languages: name them");
      }
      return write_omegat_glossary(out, concepts, {languages[0], languages[1]}, sink);
    case TRUJAMAN_GLOSSARY_XLIFF:
    case TRUJAMAN_GLOSSARY_AUTO:
      break;
  }
  throw Error(Errc::Unsupported, "glossaries are not written as XLIFF; write TBX");
}

}  // namespace

void trujaman_glossary_info_free(trujaman_glossary_info* info) {
  delete static_cast<OwnedInfo*>(info);
}

trujaman_status trujaman_concepts_read(const trujaman_input* input,
                                       const trujaman_concepts_read_options* options,
                                       trujaman_concepts** concepts,
                                       trujaman_glossary_info** info) {
  if (info != nullptr) *info = nullptr;
  return capi::give(concepts, "concepts", [&] {
    return std::make_unique<trujaman_concepts>(read_all(input, options, info));
  });
}

trujaman_status trujaman_concepts_stream(const trujaman_input* input,
                                         const trujaman_concepts_read_options* options,
                                         trujaman_concept_sink sink, void* user,
                                         trujaman_glossary_info** info) {
  if (info != nullptr) *info = nullptr;
  return capi::guard([&] {
    capi::need_callback(sink, "sink");
    GlossaryFile file = stream(input, options, [&](ConceptEntry&& entry) {
      capi::Arena arena;
      const trujaman_concept shown = capi::to_c(entry, arena);
      capi::go_on(sink(&shown, user));
    });
    tell(file, info);
  });
}

trujaman_status trujaman_glossary_read(const trujaman_input* input,
                                       const trujaman_concepts_read_options* options,
                                       trujaman_glossary** glossary) {
  return capi::give(glossary, "glossary", [&] {
    return std::make_unique<trujaman_glossary>(trujaman_glossary{
        std::make_shared<capi::SharedGlossary>(read_all(input, options, nullptr))});
  });
}

trujaman_status trujaman_concepts_write(const trujaman_concepts* concepts,
                                        const trujaman_output* output,
                                        const trujaman_concepts_write_options* options) {
  return capi::guard([&] {
    const std::vector<ConceptEntry>& entries = capi::need(concepts, "concepts").values();
    const auto from = capi::complete<trujaman_concepts_write_options>(
        options, TRUJAMAN_CONCEPTS_WRITE_OPTIONS_INIT, "options");
    capi::need_unused(from.reserved, "options");
    auto format = capi::enumerator<trujaman_glossary_format>(from.format, TRUJAMAN_GLOSSARY_XLIFF,
                                                             "options.format");
    const char* const path = capi::need(output, "output").path;
    if (format == TRUJAMAN_GLOSSARY_AUTO) format = format_of(path == nullptr ? "" : path);
    capi::Output out(output);
    write(out.stream(), entries, from, format);
    out.finish();
  });
}

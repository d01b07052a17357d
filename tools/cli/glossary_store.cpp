#include "cli/glossary_store.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <utility>

#include <trujaman/message.hpp>

#include "cli/options.hpp"
#include "cli/output_file.hpp"
#include "cli/shared_files.hpp"
#include "cli/status.hpp"

namespace trujaman::cli {
namespace fs = std::filesystem;
namespace {

std::optional<GlossaryFormat> named_format(const std::string& name) {
  if (name == "tbx") return GlossaryFormat::Tbx;
  if (name == "tsv") return GlossaryFormat::Tsv;
  if (name == "csv") return GlossaryFormat::Csv;
  if (name == "omegat") return GlossaryFormat::OmegaT;
  if (name == "xlsx") return GlossaryFormat::Xlsx;
  return std::nullopt;
}

}  // namespace

GlossaryPlace settled(GlossaryPlace place) {
  if (!place.glossary.empty() || !place.memory.empty()) return place;
  place.memory = memory_of_environment();
  if (place.memory.empty())
    throw UsageError(message("which glossary? give --glossary or --memory"));
  return place;
}

void add_glossary_place(CLI::App& command, GlossaryPlace& place) {
  CLI::Option* glossary = command
                              .add_option("-g,--glossary", place.glossary,
                                          message("The glossary: a file (tbx, tsv or csv)"))
                              ->type_name("FILE");
  command
      .add_option("-m,--memory", place.memory, message("The glossary: the concepts in a memory"))
      ->type_name("FILE")
      ->excludes(glossary);
}

void add_file_options(CLI::App& command, FileOptions& options) {
  command
      .add_option("--format", options.format,
                  message("tbx, tsv, csv, xlsx or omegat, whatever the file is called"))
      ->check(CLI::IsMember({"tbx", "tsv", "csv", "xlsx", "omegat"}))
      ->type_name("FORMAT");
  add_language_option(command, "--from", options.from,
                      message("Source language of an OmegaT glossary"));
  add_language_option(command, "--to", options.to,
                      message("Target language of an OmegaT glossary"));
  command
      .add_option("--sheet", options.sheet,
                  message("Of an xlsx file, by its name; the first without it"))
      ->type_name("NAME");
}

GlossaryReadOptions read_options(const FileOptions& options) {
  GlossaryReadOptions read{.format = named_format(options.format)};
  read.sheet = options.sheet;
  if (!options.from.empty() && !options.to.empty()) {
    read.languages = LanguagePair{LanguageTag(options.from), LanguageTag(options.to)};
  }
  return read;
}

GlossaryFile read_concept_file(const std::string& path, const FileOptions& options,
                               const DiagnosticSink& sink) {
  try {
    return read_glossary_file(path, read_options(options), sink);
  } catch (const Error& e) {
    if (e.code() != Errc::InvalidArgument) throw;
    if (!options.sheet.empty()) throw UsageError(path + ": " + e.what());
    throw UsageError(message("{1} does not say its languages: give --from and --to", path));
  }
}

GlossaryFormat glossary_format(const std::string& path, const std::string& format) {
  if (const auto named = named_format(format)) return *named;
  std::string ending = fs::path(path).extension().string();
  for (char& c : ending) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  if (ending == ".txt" || ending == ".utf8") return GlossaryFormat::OmegaT;
  if (!ending.empty()) {
    if (const auto named = named_format(ending.substr(1))) return *named;
  }
  throw UsageError(
      message("cannot tell the format of {1}: end its name in .tbx, .tsv, .csv, .xlsx or .utf8, or "
              "give --format",
              path));
}

void write_concept_file(const std::string& path, std::span<const ConceptEntry> concepts,
                        const WriteOptions& options, const DiagnosticSink& sink) {
  OutputFile output(path);
  ConceptTableOptions table = options.table;
  table.format = options.format == GlossaryFormat::Csv    ? TableFormat::Csv
                 : options.format == GlossaryFormat::Xlsx ? TableFormat::Xlsx
                                                          : TableFormat::Tsv;
  switch (options.format) {
    case GlossaryFormat::Tbx:
      write_tbx(output.stream(), concepts, options.header, sink, options.tbx);
      break;
    case GlossaryFormat::Tsv:
    case GlossaryFormat::Csv:
    case GlossaryFormat::Xlsx:
      write_concept_table(output.stream(), concepts, table, sink);
      break;
    case GlossaryFormat::OmegaT:
      write_omegat_glossary(output.stream(), concepts, options.languages, sink);
      break;
    case GlossaryFormat::Xliff:
      throw UsageError(message("glossaries are not written as xliff; write tbx"));
  }
  output.close();
  output.publish();
}

GlossaryStore::GlossaryStore(const GlossaryPlace& place, bool create) : place_(settled(place)) {
  if (!place_.memory.empty()) {
    if (!create || fs::exists(place_.memory)) {
      before_ = open_memory(place_.memory, Memory::Mode::ReadOnly).concepts();
    }
  } else if (create && !fs::exists(place_.glossary)) {
    file_.format = glossary_format(place_.glossary, {});
    refuse_to_keep();
  } else {
    // A record that cannot be read would be gone when the file is written again.
    bool defect = false;
    const std::string path = create ? place_.glossary : find_glossary(place_.glossary);
    file_ = read_concept_file(path, {}, [&](const Diagnostic& d) {
      defect = defect || d.severity == Severity::Defect;
      if (d.severity == Severity::Defect || !create) print_warning(d);
    });
    if (create) refuse_to_keep();
    if (create && defect) {
      throw Error(Errc::Malformed, message("has entries that cannot be read; mend them first"),
                  {.source = place_.glossary});
    }
    before_ = std::move(file_.concepts);
  }
  editor_ = GlossaryEditor(before_);
}

/// What is more than a glossary, such as a workbook with other sheets, is not written over.
void GlossaryStore::refuse_to_keep() const {
  if (file_.format == GlossaryFormat::OmegaT || file_.format == GlossaryFormat::Xlsx ||
      file_.format == GlossaryFormat::Xliff) {
    throw UsageError(
        message("a glossary is kept in a tbx, tsv or csv file, or in a memory; import {1} into one",
                place_.glossary));
  }
}

const std::string& GlossaryStore::name() const noexcept {
  return place_.memory.empty() ? place_.glossary : place_.memory;
}

void GlossaryStore::store() {
  if (place_.memory.empty()) {
    store_file();
  } else {
    store_memory();
  }
}

void GlossaryStore::store_file() {
  WriteOptions options{.format = file_.format, .header = file_.header};
  write_concept_file(place_.glossary, editor_.concepts(), options, print_warning);
}

void GlossaryStore::store_memory() {
  std::map<std::string_view, const ConceptEntry*> before;
  for (const ConceptEntry& entry : before_) before.emplace(entry.id, &entry);
  Memory memory = open_memory(place_.memory, Memory::Mode::Create);
  MemoryWriter writer = memory.write();
  for (const ConceptEntry& entry : editor_.concepts()) {
    const auto known = before.find(entry.id);
    if (known == before.end() || *known->second != entry) writer.add(entry);
    if (known != before.end()) before.erase(known);
  }
  for (const auto& [id, entry] : before) static_cast<void>(writer.remove_concept(id));
  writer.commit();
}

}  // namespace trujaman::cli

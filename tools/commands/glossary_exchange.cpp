/// glossary import, glossary export.
#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <trujaman/message.hpp>

#include "cli/glossary_store.hpp"
#include "cli/help.hpp"
#include "cli/json.hpp"
#include "cli/options.hpp"
#include "cli/progress.hpp"
#include "cli/signals.hpp"
#include "cli/status.hpp"
#include "cli/terminal.hpp"
#include "commands/glossary.hpp"
#include "commands/import_file.hpp"

namespace trujaman::cli {
namespace {

/// Most warnings shown of one file, or kept for JSON.
constexpr std::size_t most_warnings_shown = 20;
constexpr std::size_t most_warnings_kept = 10'000;

struct ImportArguments {
  GlossaryPlace place;
  std::vector<std::string> files;
  FileOptions options;
  bool json = false;
};

struct Result {
  std::string file;
  ReadSummary read;
  UpsertSummary done;
  std::vector<Diagnostic> warnings;
  std::size_t warnings_left_off = 0;

  void warn(const Diagnostic& d) {
    if (warnings.size() == most_warnings_kept) {
      ++warnings_left_off;
      return;
    }
    warnings.push_back(d);
    if (d.where.source.empty()) warnings.back().where.source = file;
  }
};

Result import_file(GlossaryEditor& editor, const std::string& path, const FileOptions& options) {
  Result result{.file = path, .read = {}, .done = {}, .warnings = {}};
  const auto warn = [&](const Diagnostic& d) { result.warn(d); };
  const GlossaryFile file = read_concept_file(path, options, warn);
  result.read = file.summary;
  const UpsertOptions upsert{.keep_statuses = file.format == GlossaryFormat::OmegaT};
  result.done = editor.upsert(file.concepts, upsert, warn);
  return result;
}

void print_result(const Result& result) {
  for (std::size_t i = 0; i < result.warnings.size() && i < most_warnings_shown; ++i) {
    print_warning(result.warnings[i]);
  }
  const std::size_t all = result.warnings.size() + result.warnings_left_off;
  if (all > most_warnings_shown) {
    print_warning({.severity = Severity::Warning,
                   .message = result.warnings_left_off == 0
                                  ? counted("{1} further warning; --json has them all",
                                            "{1} further warnings; --json has them all",
                                            all - most_warnings_shown)
                                  : counted("{1} further warning", "{1} further warnings",
                                            all - most_warnings_shown),
                   .where = {.source = result.file}});
  }
  print_line(message("{1}: {2} read, {3} added, {4} updated, {5} unchanged, {6} skipped",
                     result.file, result.read.read, result.done.added, result.done.updated,
                     result.done.unchanged, result.read.read - result.read.passed));
}

Json result_json(const Result& result) {
  Json warnings = Json::array();
  for (const Diagnostic& d : result.warnings) {
    warnings.push_back({{"line", d.where.line}, {"reason", d.message}});
  }
  Json out = {{"file", result.file},
              {"read", result.read.read},
              {"added", result.done.added},
              {"updated", result.done.updated},
              {"unchanged", result.done.unchanged},
              {"skipped", result.read.read - result.read.passed},
              {"warnings", std::move(warnings)}};
  if (result.warnings_left_off != 0) out["warnings_left_off"] = result.warnings_left_off;
  return out;
}

/// Takes in a file concept by concept: it may be larger than memory.
Result import_file(MemoryWriter& writer, const std::string& path, const FileOptions& options) {
  Result result{.file = path, .read = {}, .done = {}, .warnings = {}};
  const auto warn = [&](const Diagnostic& d) { result.warn(d); };
  GlossaryReadOptions read = read_options(options);
  read.format = glossary_format_of(path, read);
  if (*read.format == GlossaryFormat::OmegaT && !read.languages) {
    throw UsageError(message("{1} does not say its languages: give --from and --to", path));
  }
  const UpsertOptions upsert{.keep_statuses = *read.format == GlossaryFormat::OmegaT};
  ConceptUpsert taker(writer.concepts(), upsert, warn);
  ProgressBar bar(path);
  std::size_t count = 0;
  const auto take = [&](ConceptEntry&& entry) {
    if (!bar.count(++count)) stop_if_interrupted();
    taker.add(entry);
  };
  result.read = stream_glossary_file(path, read, take, warn).summary;
  result.done = taker.summary();
  return result;
}

std::vector<Result> import_into_memory(const ImportArguments& args, const std::string& memory) {
  std::vector<Result> results;
  ImportDestination destination(memory);
  MemoryWriter writer = destination.memory().write();
  for (const std::string& file : args.files) {
    results.push_back(import_file(writer, file, args.options));
  }
  stop_if_interrupted();
  writer.commit();
  destination.keep();
  return results;
}

std::vector<Result> import_into_store(const ImportArguments& args) {
  GlossaryStore store(args.place, true);
  std::vector<Result> results;
  for (const std::string& file : args.files) {
    results.push_back(import_file(store.editor(), file, args.options));
  }
  store.store();
  return results;
}

Status import(const ImportArguments& args) {
  const GlossaryPlace place = settled(args.place);
  // Standard input cannot be looked at before it is read.
  const bool streams =
      !place.memory.empty() && std::ranges::find(args.files, "-") == args.files.end();
  const std::vector<Result> results =
      streams ? import_into_memory(args, place.memory) : import_into_store(args);
  for (const Result& result : results) {
    if (args.json) {
      print_json(result_json(result));
    } else {
      print_result(result);
    }
  }
  return Status::Done;
}

struct ExportArguments {
  GlossaryPlace place;
  std::string output;
  FileOptions options;
  std::vector<std::string> languages;
  std::string separator = ",";
  bool excel = false;
  bool tbx_2008 = false;
};

Status export_glossary(const ExportArguments& args) {
  WriteOptions options{.format = glossary_format(args.output, args.options.format)};
  if (options.format == GlossaryFormat::OmegaT) {
    if (args.options.from.empty() || args.options.to.empty()) {
      throw UsageError(message("an OmegaT glossary has two languages: give --from and --to"));
    }
    options.languages = {LanguageTag(args.options.from), LanguageTag(args.options.to)};
  }
  if (args.excel && options.format != GlossaryFormat::Csv) {
    throw UsageError(message("--excel is for csv"));
  }
  if (args.tbx_2008) {
    if (options.format != GlossaryFormat::Tbx) throw UsageError(message("--tbx-2008 is for tbx"));
    options.tbx = TbxVersion::V2008;
  }
  options.table = {
      .languages = to_tags(args.languages), .excel = args.excel, .separator = args.separator[0]};
  if (!args.options.sheet.empty()) options.table.sheet = args.options.sheet;
  GlossaryStore store(args.place, false);
  const auto concepts = store.editor().concepts();
  options.header = store.header();
  write_concept_file(args.output, concepts, options, [&](const Diagnostic& d) {
    Diagnostic placed = d;
    placed.where.source = args.output;
    print_warning(placed);
  });
  if (args.output != "-")
    print_line(args.output + ": " + counted("{1} concept", "{1} concepts", concepts.size()));
  return Status::Done;
}

}  // namespace

void add_glossary_import(CLI::App& glossary, Job& job) {
  const auto args = std::make_shared<ImportArguments>();
  CLI::App* command = glossary.add_subcommand("import", message("Take in the concepts of files"));
  command
      ->add_option(
          "FILE", args->files,
          message("tbx, tsv, csv, xlsx, OmegaT's (.utf8, .txt), or xliff 2 with a glossary"))
      ->required()
      ->type_name("FILE...");
  add_glossary_place(*command, args->place);
  add_file_options(*command, args->options);
  add_json_option(*command, args->json);
  command->footer(with_example(
      message(
          "A concept that is there, by its id, else by its preferred terms, is updated: "
          "alternative\n"
          "terms, notes and properties are added to what it has, and its definition, subject and\n"
          "statuses stay unless the file has others; what is replaced is said. All files are taken "
          "in\n"
          "or none; doing it again changes nothing. The glossary is made when missing."),
      "trujaman glossary import --glossary my.tbx old.tbx terms.csv"));
  command->callback([args, &job] { job = [args] { return import(*args); }; });
}

void add_glossary_export(CLI::App& glossary, Job& job) {
  const auto args = std::make_shared<ExportArguments>();
  CLI::App* command = glossary.add_subcommand("export", message("Write a glossary to a file"));
  command
      ->add_option(
          "-o,--output", args->output,
          message(
              "tbx, tsv, csv, xlsx, or OmegaT's .utf8 and .txt, by its ending; - with --format"))
      ->required()
      ->type_name("FILE");
  add_glossary_place(*command, args->place);
  add_file_options(*command, args->options);
  add_languages_option(*command, "-l,--languages", args->languages, message("Columns of a table"));
  command->add_flag("--excel", args->excel,
                    message("csv that spreadsheets open as it is: with a byte order mark, and "
                            "an\napostrophe before what they would take for a formula"));
  command->add_flag(
      "--tbx-2008", args->tbx_2008,
      message("The older form of TBX (martif), for OmegaT and other tools that know it only"));
  command->add_option("--separator", args->separator, message("Of csv: , or ; (decimal comma)"))
      ->check(CLI::IsMember({",", ";"}))
      ->capture_default_str()
      ->type_name("CHAR");
  command->footer(with_example(
      message("TBX is TBX-Basic (ISO 30042:2019), unless concepts have what that does not. What a "
              "format\n"
              "cannot hold is said."),
      "trujaman glossary export --glossary my.tbx -o my.utf8 --from es --to en"));
  command->callback([args, &job] { job = [args] { return export_glossary(*args); }; });
}

}  // namespace trujaman::cli

#include <cstdio>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <trujaman/analysis.hpp>
#include <trujaman/document.hpp>
#include <trujaman/message.hpp>

#include "cli/help.hpp"
#include "cli/json.hpp"
#include "cli/options.hpp"
#include "cli/progress.hpp"
#include "cli/segmentation.hpp"
#include "cli/signals.hpp"
#include "cli/terminal.hpp"
#include "commands/commands.hpp"

namespace trujaman::cli {
namespace {

struct Arguments {
  std::vector<std::string> files;
  std::string memory;
  std::string from;
  std::string to;
  SegmentationArguments segmentation;
  std::string encoding;
  bool segmented = false;
  bool json = false;
};

SegmentedDocument read_source(const std::string& file, const Arguments& args) {
  const LanguageTag source(args.from);
  // What a page's running lines were is of no interest to a count.
  const auto warn = [](const Diagnostic& diagnostic) {
    if (diagnostic.severity != Severity::Note) print_warning(diagnostic);
  };
  const ReadOptions options{.encoding = args.encoding, .on_diagnostic = warn};
  if (args.segmented) return read_segmented(file, source, options);
  Document document = read_document(file, source, options);
  const Segmenter segmenter = make_segmenter(document.language, args.segmentation);
  return segmenter.segment(std::move(document));
}

Json volume_json(const Volume& volume) {
  return {
      {"segments", volume.segments}, {"words", volume.words}, {"characters", volume.characters}};
}

void print_leverage_json(Json record, const Leverage& leverage) {
  Json bands = Json::object();
  for (std::size_t i = 0; i < kMatchBands; ++i) {
    bands[std::string(to_string(static_cast<MatchBand>(i)))] = volume_json(leverage.bands[i]);
  }
  record.update(volume_json(leverage.total()));
  record["bands"] = std::move(bands);
  print_json(record);
}

/// A line of the table, its numbers under each other.
void print_row(const std::string& name, std::size_t width, const Volume& volume,
               std::size_t all_words) {
  const double share =
      all_words == 0 ? 0.0
                     : 100.0 * static_cast<double>(volume.words) / static_cast<double>(all_words);
  char numbers[100];
  std::snprintf(numbers, sizeof numbers, " %9zu %9zu %11zu %8.1f %%", volume.segments, volume.words,
                volume.characters, share);
  print_line("  " + padded(name, width) + numbers);
}

void print_table(const std::string& name, const Leverage& leverage) {
  const Volume total = leverage.total();
  print_line(name);
  std::size_t width = 10;
  const auto name_of = [](std::size_t band) {
    return message(to_string(static_cast<MatchBand>(band)));
  };
  for (std::size_t i = 0; i < kMatchBands; ++i) width = std::max(width, width_of(name_of(i)));
  const std::string words = message("words");
  print_line("  " + std::string(width, ' ') + ' ' + padded_left(message("segments"), 9) + ' ' +
             padded_left(words, 9) + ' ' + padded_left(message("characters"), 11) + ' ' +
             padded_left(words, 8));
  for (std::size_t i = 0; i < kMatchBands; ++i) {
    print_row(name_of(i), width, leverage.bands[i], total.words);
  }
  print_row(message("total"), width, total, total.words);
}

Status run(const Arguments& args) {
  const Memory memory = open_memory(args.memory, Memory::Mode::ReadOnly);
  Analyser analyser(memory, {LanguageTag(args.from), LanguageTag(args.to)});
  Leverage all;
  for (const std::string& file : args.files) {
    const SegmentedDocument document = read_source(file, args);
    ProgressBar bar(file);
    const Leverage leverage =
        analyser.analyse(document, [&](double done) { return bar.update(done); });
    stop_if_interrupted();
    all += leverage;
    if (args.json) {
      print_leverage_json({{"file", file}}, leverage);
    } else {
      print_table(file, leverage);
    }
  }
  if (args.files.size() < 2) return Status::Done;
  if (args.json) {
    print_leverage_json({{"total", args.files.size()}}, all);
  } else {
    print_table(counted("all {1} file", "all {1} files", args.files.size()), all);
  }
  return Status::Done;
}

}  // namespace

void add_analyse(CLI::App& program, Job& job) {
  const auto args = std::make_shared<Arguments>();
  CLI::App* command = program.add_subcommand(
      "analyse", message("Count how much of documents a memory has already"));
  command->add_option("FILE", args->files, message("The source documents, as align reads them"))
      ->required()
      ->type_name("FILE...");
  add_memory_option(*command, args->memory)->required();
  add_language_option(*command, "--from", args->from, message("Language of the documents"))
      ->required();
  add_language_option(*command, "--to", args->to, message("Language to translate into"))
      ->required();
  CLI::Option* srx = add_segmentation_options(*command, args->segmentation);
  command->add_flag("--segmented", args->segmented, message("The lines are segments already"))
      ->excludes(srx);
  command
      ->add_option("--encoding", args->encoding,
                   message("Their encoding, where they do not say it: windows-1252, macintosh, …"))
      ->type_name("NAME");
  add_json_option(*command, args->json);
  command->footer(with_example(
      message("A repetition has no exact match and stood in the document before; cross-file, in "
              "one before\n"
              "it. Words are counted by Unicode's boundaries, hyphenated ones once (GMX-V)."),
      "trujaman analyse --memory my.tm --from es --to en informe.es.md"));
  command->callback([args, &job] { job = [args] { return run(*args); }; });
}

}  // namespace trujaman::cli

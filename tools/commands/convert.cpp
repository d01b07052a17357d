/// convert, filter: one file of units becomes another.
#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <trujaman/message.hpp>
#include <trujaman/unit_filter.hpp>

#include "cli/help.hpp"
#include "cli/options.hpp"
#include "cli/terminal.hpp"
#include "cli/unit_filter.hpp"
#include "cli/unit_input.hpp"
#include "cli/unit_output.hpp"
#include "commands/commands.hpp"

namespace trujaman::cli {
namespace {

struct Arguments {
  std::string file;
  InputArguments input;
  OutputArguments output;
  FilterArguments filter;
  std::vector<std::string> languages;
  bool json = false;
};

/// Says what was read and written, and what of it was left out.
void report(const Arguments& args, const ReadSummary& summary, const UnitOutput& output,
            std::size_t passed_over, const Warnings& warnings) {
  warnings.finish();
  // Of a plural in a po file comes more than one unit: more may be passed on than were read.
  const std::size_t unread = summary.read - std::min(summary.read, summary.passed);
  const std::size_t left_out = unread + output.left_out();
  if (!args.json) {
    print_losses(args.output.path, output);
    if (args.output.path != "-" || args.output.dry_run) {
      print_line(account_of(args.output, output.written(), left_out));
    }
    return;
  }
  if (args.output.path == "-" && !args.output.dry_run) return;
  print_json({{"file", args.output.path},
              {"read", summary.read},
              {"filtered", passed_over},
              {"written", output.written()},
              {"left_out", left_out},
              {"lost", losses_json(output)},
              {"dry_run", args.output.dry_run},
              {"warnings", warnings.json()}});
}

Status run(const Arguments& args) {
  UnitFilter filter = filter_of(args.filter);
  filter.languages = to_tags(args.languages);
  if (!args.output.from.empty()) filter.source = LanguageTag(args.output.from);
  const UnitSelector selects(filter);
  UnitOutput output(args.output);
  Warnings warnings(args.json);
  std::size_t passed_over = 0;
  const auto write = [&](TranslationUnit&& unit, const Location& /*where*/) {
    if (selects(unit)) {
      output.write(unit);
    } else {
      ++passed_over;
    }
  };
  InputArguments input = args.input;
  input.from = args.output.from;
  if (args.output.to.size() == 1) input.to = args.output.to.front();
  FileHeader header;
  output.follow(header);
  const ReadSummary summary = read_unit_file(args.file, input, write, warnings, &header);
  output.finish();
  output.publish();
  report(args, summary, output, passed_over, warnings);
  return Status::Done;
}

}  // namespace

void add_convert(CLI::App& program, Job& job) {
  const auto args = std::make_shared<Arguments>();
  CLI::App* command =
      program.add_subcommand("convert", message("Make a file of units of another format"));
  command
      ->add_option("IN", args->file,
                   message("tmx, xliff, po, tsv, csv or xlsx; - is standard input"))
      ->required()
      ->type_name("IN");
  command
      ->add_option("OUT", args->output.path,
                   message("tmx, xlf, po, tsv, csv or xlsx by its ending; - with --format"))
      ->required()
      ->type_name("OUT");
  add_input_format_option(*command, args->input);
  add_output_options(*command, args->output);
  add_json_option(*command, args->json);
  command->footer(with_example(
      message(
          "Files of any size are read unit by unit. Tables get a column for each language that is\n"
          "there, XLIFF and po want two. What is not translated yet stays so in xlf and po, and is "
          "a\n"
          "unit in one language in TMX. What the format cannot hold (codes, notes, dates, …) is "
          "counted\n"
          "and said. For a po file that names no languages, --from and --to do. Glossaries: "
          "glossary\n"
          "export."),
      "trujaman convert memory.tmx memory.xlf --from es --to fr"));
  command->callback([args, &job] { job = [args] { return run(*args); }; });
}

void add_filter(CLI::App& program, Job& job) {
  const auto args = std::make_shared<Arguments>();
  CLI::App* command =
      program.add_subcommand("filter", message("Write those units of a file that are wanted"));
  command
      ->add_option("IN", args->file,
                   message("tmx, xliff, po, tsv, csv or xlsx; - is standard input"))
      ->required()
      ->type_name("IN");
  command
      ->add_option("-o,--output", args->output.path,
                   message("tmx, xlf, po, tsv, csv or xlsx by its ending; - with --format"))
      ->required()
      ->type_name("OUT");
  add_languages_option(*command, "--language", args->languages,
                       message("Only units that have text in each of these"));
  add_filter_options(*command, args->filter);
  add_input_format_option(*command, args->input);
  add_output_options(*command, args->output);
  add_json_option(*command, args->json);
  command->footer(with_example(
      message("A unit has to fit all that is asked; --invert takes those that do not. The source "
              "is the\n"
              "language of --from, else what the file says. Of a memory, export takes the same "
              "filters."),
      "trujaman filter all.tmx -o water.tmx --since 2024-01-01 --source-matches '(?i)agua'"));
  command->callback([args, &job] { job = [args] { return run(*args); }; });
}

}  // namespace trujaman::cli

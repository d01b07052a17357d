/// merge: one file of units of several.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <trujaman/message.hpp>
#include <trujaman/unit_merge.hpp>

#include "cli/help.hpp"
#include "cli/options.hpp"
#include "cli/signals.hpp"
#include "cli/terminal.hpp"
#include "cli/unit_input.hpp"
#include "cli/unit_output.hpp"
#include "commands/commands.hpp"

namespace trujaman::cli {
namespace {

struct Arguments {
  std::vector<std::string> files;
  InputArguments input;
  OutputArguments output;
  bool conflicts = false;
  bool newest = false;
  bool json = false;
};

/// 2024-01-31; empty where there is none.
std::string day_of(const std::optional<Timestamp>& time) {
  if (!time) return {};
  const std::chrono::sys_seconds moment = *time;
  const std::chrono::year_month_day date(std::chrono::floor<std::chrono::days>(moment));
  char out[16];
  std::snprintf(out, sizeof out, "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return out;
}

/// FILE:LINE: the source, and under it each translation with its place and date.
void print_conflict(const TranslationConflict& conflict, bool json) {
  if (json) {
    Json choices = Json::array();
    for (const TranslationChoice& c : conflict.choices) {
      choices.push_back({{"text", c.text},
                         {"file", c.where.source},
                         {"line", c.where.line},
                         {"changed", day_of(c.changed)}});
    }
    return print_json({{"conflict", conflict.source},
                       {"source", conflict.source_language.str()},
                       {"target", conflict.language.str()},
                       {"translations", std::move(choices)}});
  }
  print_line(conflict.source_language.str() + "  " + conflict.source);
  for (const TranslationChoice& c : conflict.choices) {
    const std::string day = day_of(c.changed);
    print_line("    " + conflict.language.str() + "  " + c.text + "  (" + to_string(c.where) +
               (day.empty() ? "" : ", " + day) + ")");
  }
}

/// What was read, and what became of it.
struct Count {
  std::size_t read = 0;
  std::size_t united = 0;
  std::size_t conflicts = 0;
};

/// Takes the header of @p file into that of all, and warns of what only one of them can say.
void take_header(FileHeader& all, const FileHeader& header, const std::string& file,
                 Warnings& warnings) {
  std::string names;
  for (const std::string& name : unite(all, header)) names += (names.empty() ? "" : ", ") + name;
  if (names.empty()) return;
  warnings.add({.severity = Severity::Warning,
                .message = message("<header> has another {1}; that of the first file stays", names),
                .where = {.source = file}});
}

Count read_all(const Arguments& args, UnitMerger& merger, FileHeader& header, Warnings& warnings) {
  Count count;
  InputArguments input = args.input;
  input.from = args.output.from;
  if (args.output.to.size() == 1) input.to = args.output.to.front();
  for (const std::string& file : args.files) {
    FileHeader own;
    count.read += read_unit_file(
                      file, input,
                      [&](TranslationUnit&& unit, const Location& where) {
                        if (!merger.add(unit, where)) ++count.united;
                      },
                      warnings, &own)
                      .read;
    take_header(header, own, file, warnings);
  }
  return count;
}

void print_result(const Arguments& args, const Count& count, const UnitOutput& output,
                  const Warnings& warnings) {
  const bool to_stdout = args.output.path == "-" && !args.output.dry_run;
  if (args.json) {
    if (to_stdout) return;
    return print_json({{"file", args.output.path},
                       {"read", count.read},
                       {"united", count.united},
                       {"conflicts", count.conflicts},
                       {"written", output.written()},
                       {"left_out", output.left_out()},
                       {"lost", losses_json(output)},
                       {"dry_run", args.output.dry_run},
                       {"warnings", warnings.json()}});
  }
  print_losses(args.output.path, output);
  if (to_stdout) return;
  const std::string written = message("{1} of {2}, {3} united with equal ones",
                                      account_of(args.output, output.written(), output.left_out()),
                                      count.read, count.united);
  print_line(written + ", " +
             (args.newest
                  ? counted("{1} text with different translations, of which the newest stays",
                            "{1} texts with different translations, of which the newest stays",
                            count.conflicts)
                  : counted("{1} text with different translations",
                            "{1} texts with different translations", count.conflicts)));
}

Status run(const Arguments& args) {
  if (args.conflicts && args.output.path == "-" && !args.output.dry_run) {
    throw UsageError(message("--conflicts and -o - would write to one stream; give -o a name"));
  }
  UnitOutput output(args.output);
  UnitMerger merger({.newest_only = args.newest});
  Warnings warnings(args.json);
  FileHeader header;
  output.follow(header);
  Count count = read_all(args, merger, header, warnings);
  warnings.finish();
  merger.for_each_conflict([&](const TranslationConflict& conflict) {
    ++count.conflicts;
    if (args.conflicts) print_conflict(conflict, args.json);
    stop_if_interrupted();
    return true;
  });
  merger.for_each([&](const TranslationUnit& unit) {
    output.write(unit);
    stop_if_interrupted();
    return true;
  });
  output.finish();
  output.publish();
  print_result(args, count, output, warnings);
  return Status::Done;
}

}  // namespace

void add_merge(CLI::App& program, Job& job) {
  const auto args = std::make_shared<Arguments>();
  CLI::App* command = program.add_subcommand("merge", message("Make one file of units of several"));
  command
      ->add_option("FILE", args->files,
                   message("tmx, xliff, po, tsv, csv or xlsx; - is standard input"))
      ->required()
      ->type_name("FILE...");
  command
      ->add_option("-o,--output", args->output.path,
                   message("tmx, xlf, po, tsv, csv or xlsx by its ending; - with --format"))
      ->required()
      ->type_name("OUT");
  command->add_flag("--conflicts", args->conflicts,
                    message("Show where one text has different translations"));
  command->add_flag("--newest", args->newest, message("Of those, keep only the one changed last"));
  add_input_format_option(*command, args->input);
  add_output_options(*command, args->output);
  add_json_option(*command, args->json);
  command->footer(with_example(
      message("Units with the same texts and codes become one, as in a memory: with all their "
              "properties,\n"
              "notes and places, the earliest date of creation and the latest of change. The order "
              "is that\n"
              "in which each came first. Units are kept in a temporary file (TMPDIR) meanwhile."),
      "trujaman merge ours.tmx theirs.tmx -o both.tmx --conflicts"));
  command->callback([args, &job] { job = [args] { return run(*args); }; });
}

}  // namespace trujaman::cli

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <trujaman/message.hpp>

#include "cli/help.hpp"
#include "cli/json.hpp"
#include "cli/options.hpp"
#include "cli/status.hpp"
#include "cli/terminal.hpp"
#include "commands/commands.hpp"
#include "commands/import_file.hpp"

namespace trujaman::cli {
namespace {

/// Most warnings shown, and reasons for which units were skipped.
constexpr std::size_t most_warnings_shown = 20;
constexpr std::size_t most_reasons_shown = 5;

struct Arguments {
  std::vector<std::string> files;
  std::string memory;
  std::string from = "en";
  std::string to;
  std::string on_conflict = "both";
  ImportChoices choices;
  bool json = false;
};

std::string reasons_text(const ImportSummary& summary) {
  std::string out;
  std::size_t others = 0;
  for (std::size_t i = 0; i < summary.reasons.size(); ++i) {
    const auto& [reason, count] = summary.reasons[i];
    if (i >= most_reasons_shown) {
      others += count;
    } else {
      out += (i == 0 ? ": " : ", ") + reason + " (" + std::to_string(count) + ")";
    }
  }
  if (others != 0) out += ", " + message("other reasons") + " (" + std::to_string(others) + ")";
  return out;
}

void print_result(const FileImport& result) {
  for (std::size_t i = 0; i < result.warnings.size() && i < most_warnings_shown; ++i) {
    print_warning(result.warnings[i]);
  }
  const std::size_t all = result.warnings.size() + result.warnings_left_off;
  if (all > most_warnings_shown) {
    print_warning({.severity = Severity::Warning,
                   .message = counted("{1} further warning", "{1} further warnings",
                                      all - most_warnings_shown),
                   .where = {.source = result.file}});
  }
  if (result.broken) print_warning(*result.broken);
  const ImportSummary& summary = result.summary;
  std::string line = result.file + ": " + counted("{1} unit read", "{1} units read", summary.read);
  if (summary.resumed != 0) {
    line += " (" + message("{1} of them before the interruption", summary.resumed) + ")";
  }
  line += ", " + message("{1} added, {2} already there", summary.added, summary.merged);
  if (summary.replaced != 0) line += ", " + message("{1} replaced", summary.replaced);
  line += ", " + message("{1} skipped", summary.skipped) + reasons_text(summary);
  print_line(line);
}

Json result_json(const FileImport& result) {
  Json warnings = Json::array();
  for (const Diagnostic& d : result.warnings) {
    warnings.push_back({{"line", d.where.line}, {"reason", d.message}});
  }
  if (result.broken) {
    warnings.push_back({{"line", result.broken->where.line}, {"reason", result.broken->message}});
  }
  Json reasons = Json::object();
  for (const auto& [reason, count] : result.summary.reasons) reasons[reason] = count;
  Json out = {{"file", result.file},
              {"read", result.summary.read},
              {"added", result.summary.added},
              {"merged", result.summary.merged},
              {"replaced", result.summary.replaced},
              {"skipped", result.summary.skipped},
              {"reasons", std::move(reasons)},
              {"complete", !result.broken},
              {"warnings", std::move(warnings)}};
  if (result.warnings_left_off != 0) out["warnings_left_off"] = result.warnings_left_off;
  return out;
}

/// Whether an exception concerns one file, so that the next ones can still be tried.
bool concerns_one_file(const Error& error) {
  return error.code() == Errc::Io || error.code() == Errc::Malformed ||
         error.code() == Errc::Unsupported || error.code() == Errc::InvalidArgument;
}

OnConflict conflict_named(const std::string& name) {
  if (name == "keep") return OnConflict::Keep;
  return name == "replace" ? OnConflict::Replace : OnConflict::Both;
}

Status run(const Arguments& args) {
  // The reasons are keys of JSON, which are the same whatever the user's language.
  if (args.json) set_message_language(LanguageTag("en"));
  ImportChoices choices = args.choices;
  choices.on_conflict = conflict_named(args.on_conflict);
  choices.languages = {LanguageTag(args.from),
                       args.to.empty() ? LanguageTag() : LanguageTag(args.to)};
  const std::vector<std::string> files = files_to_import(args.files, choices);
  ImportDestination destination(args.memory);
  Status status = Status::Done;
  for (const std::string& file : files) {
    try {
      const FileImport result = import_file(destination.memory(), file, choices);
      destination.keep();
      if (args.json) {
        print_json(result_json(result));
      } else {
        print_result(result);
      }
    } catch (const Error& e) {
      if (!concerns_one_file(e)) throw;
      print_error(e.what(), e.where());
      status = Status::Input;
    }
    flush_output();
  }
  return status;
}

}  // namespace

void add_import(CLI::App& program, Job& job) {
  const auto args = std::make_shared<Arguments>();
  CLI::App* command =
      program.add_subcommand("import", message("Add the units of files to a memory"));
  command
      ->add_option("FILE", args->files,
                   message("tmx, xliff, po, tsv, csv or xlsx; a folder stands for all of these in "
                           "it;\n- is standard input"))
      ->required()
      ->type_name("FILE...");
  add_memory_option(*command, args->memory)->required();
  add_format_option(*command, args->choices.format);
  add_language_option(*command, "--from", args->from,
                      message("Source language of po files that name none"))
      ->capture_default_str();
  add_language_option(*command, "--to", args->to, message("… and their target language"));
  command
      ->add_option("--on-conflict", args->on_conflict,
                   message("Of a source that the memory has with another translation: keep that "
                           "one,\nreplace it, or have both"))
      ->check(CLI::IsMember({"keep", "replace", "both"}))
      ->capture_default_str()
      ->type_name("WHAT");
  command
      ->add_option("--batch", args->choices.batch,
                   message("Commit after so many units (200000, say): an interrupted import then "
                           "goes\non where it was when it is started again"))
      ->check(CLI::PositiveNumber)
      ->type_name("N");
  command->add_flag(
      "--matches", args->choices.matches,
      message("Of XLIFF, add the matches that it offers (alt-trans, the matches module), too"));
  command->add_flag("--keep-whole", args->choices.keep_whole,
                    message("Of a file that breaks off or is damaged, add the units before that"));
  add_json_option(*command, args->json);
  command->footer(with_example(message("The memory is made when missing. Every file is one "
                                       "transaction: it is added whole or not\n"
                                       "at all, and adding it again changes nothing. With --batch, "
                                       "every N units are one, and stay\n"
                                       "when the import is interrupted; the memory notes how far "
                                       "it has come. A table has a header\n"
                                       "row of language tags, or of names. Of XLIFF and po files, "
                                       "what is not translated yet is\n"
                                       "skipped; of the matches in XLIFF, what was rejected, and "
                                       "what was found for another text\n"
                                       "that the file does not tell."),
                               "trujaman import --memory my.tm old.tmx terms.tsv"));
  command->callback([args, &job] { job = [args] { return run(*args); }; });
}

}  // namespace trujaman::cli

/// The program trujaman: reads the command line and hands over to one of commands/.
#include <iostream>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include <CLI/CLI.hpp>

#include <trujaman/export.hpp>
#include <trujaman/message.hpp>

#include "cli/help.hpp"
#include "cli/messages.hpp"
#include "cli/signals.hpp"
#include "cli/status.hpp"
#include "cli/terminal.hpp"
#include "cli/usage.hpp"
#include "commands/commands.hpp"

namespace trujaman::cli {
namespace {

int run(std::span<const char* const> arguments);

void describe(CLI::App& program, Job& job, std::span<const char* const> arguments) {
  program.name("trujaman");
  program.set_version_flag("--version", "trujaman " TRUJAMAN_VERSION, message("Print the version"));
  program.set_help_flag("-h,--help", message("Print this help"));
  program.formatter(std::make_shared<HelpFormatter>());
  program.require_subcommand(1);
  program.footer(message(
      "Exit status: 0 done, 1 nothing found, 2 wrong usage, 3 bad input, 4 bad memory.\n"
      "Where --memory is missing, the environment variable TRUJAMAN_MEMORY names the memory\n"
      "(but align adds to a memory only when told to).\n"
      "See 'trujaman COMMAND --help' for a command."));
  add_align(program, job, arguments);
  add_segment(program, job);
  add_analyse(program, job);
  add_import(program, job);
  add_export(program, job);
  add_convert(program, job);
  add_filter(program, job);
  add_split(program, job);
  add_merge(program, job);
  add_diff(program, job);
  add_lookup(program, job);
  add_concordance(program, job);
  add_pretranslate(program, job);
  add_terms(program, job);
  add_check(program, job);
  add_clean(program, job);
  add_compact(program, job);
  add_lexicon(program, job);
  add_glossary(program, job);
  add_info(program, job);
  add_demo(program, job, run);
  add_completion(program, job);
  add_manual(program, job);
}

/// Parses the command line and does what it says.
int run(std::span<const char* const> arguments) {
  CLI::App program(message("Align documents, keep a translation memory, look things up in it."));
  Job job;
  std::string command;
  try {
    describe(program, job, arguments);
    try {
      program.parse(static_cast<int>(arguments.size()), arguments.data());
    } catch (const CLI::Success& help) {
      program.exit(help);
      flush_output();
      return static_cast<int>(Status::Done);
    } catch (const CLI::ParseError& error) {
      command = chosen_command(program);
      throw UsageError(usage_message(program, arguments, error));
    }
    command = chosen_command(program);
    const Status status = job();
    flush_output();
    return static_cast<int>(status);
  } catch (...) {
    return report_current_exception(command);
  }
}

}  // namespace
}  // namespace trujaman::cli

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  trujaman::cli::occupy_standard_streams();
  trujaman::cli::catch_signals();
  // The manual page is made when building, in English.
  if (argc < 2 || std::string_view(argv[1]) != "manual") trujaman::cli::set_language_of_user();
  return trujaman::cli::run({argv, static_cast<std::size_t>(argc)});
}

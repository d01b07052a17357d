#include <memory>
#include <string>

#include <trujaman/message.hpp>

#include "cli/help.hpp"
#include "cli/memory_lexicon.hpp"
#include "cli/options.hpp"
#include "cli/output_file.hpp"
#include "cli/progress.hpp"
#include "cli/signals.hpp"
#include "cli/terminal.hpp"
#include "cli/unit_files.hpp"
#include "commands/commands.hpp"

namespace trujaman::cli {
namespace {

struct Arguments {
  std::string memory;
  std::string from;
  std::string to;
  std::string output = "-";
};

Status run(const Arguments& args) {
  const Memory memory = open_memory(args.memory, Memory::Mode::ReadOnly);
  OutputFile output(args.output);
  ProgressBar bar(message("learning"));
  LearnOptions options;
  options.progress = [&](double done) { return bar.update(done); };
  const std::vector<LexiconEntry> entries =
      memory_lexicon(memory, {LanguageTag(args.from), LanguageTag(args.to)}, {}, options);
  stop_if_interrupted();
  write_lexicon(output.stream(), entries);
  output.close();
  output.publish();
  if (args.output != "-")
    print_line(args.output + ": " + counted("{1} word pair", "{1} word pairs", entries.size()));
  return entries.empty() ? Status::None : Status::Done;
}

}  // namespace

void add_lexicon(CLI::App& program, Job& job) {
  const auto args = std::make_shared<Arguments>();
  CLI::App* command = program.add_subcommand(
      "lexicon", message("Write which words translate which, as a memory teaches"));
  add_memory_option(*command, args->memory)->required();
  add_language_option(*command, "--from", args->from, message("Source language"))->required();
  add_language_option(*command, "--to", args->to, message("Target language"))->required();
  command->add_option("-o,--output", args->output, message("Where to; without it, standard output"))
      ->type_name("FILE");
  command->footer(with_example(
      message("A row: source word, target word, weight (0 to 1), with tabs between; surest first. "
              "Words of\n"
              "the newest 20,000 units. Give it to 'trujaman align --lexicon', or edit it first."),
      "trujaman lexicon --memory my.tm --from es --to en -o es-en.tsv"));
  command->callback([args, &job] { job = [args] { return run(*args); }; });
}

}  // namespace trujaman::cli

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <trujaman/message.hpp>

#include "cli/help.hpp"
#include "cli/json.hpp"
#include "cli/options.hpp"
#include "cli/term_finder.hpp"
#include "cli/terminal.hpp"
#include "cli/texts.hpp"
#include "commands/commands.hpp"

namespace trujaman::cli {
namespace {

struct Arguments {
  std::vector<std::string> texts;
  std::vector<std::string> glossaries;
  std::string memory;
  std::string from;
  std::vector<std::string> to;
  RecognizeOptions options;
  bool json = false;
};

std::vector<ConceptEntry> read_concepts(const Arguments& args) {
  std::vector<ConceptEntry> concepts = read_glossaries(args.glossaries);
  if (args.memory.empty()) return concepts;
  for (ConceptEntry& entry : open_memory(args.memory, Memory::Mode::ReadOnly).concepts()) {
    concepts.push_back(std::move(entry));
  }
  return concepts;
}

Status run(Arguments args) {
  if (args.glossaries.empty() && args.memory.empty()) args.memory = memory_of_environment();
  if (args.glossaries.empty() && args.memory.empty()) {
    throw UsageError(message("no terms to look for: give --glossary or --memory"));
  }
  const TermFinder finder(read_concepts(args), LanguageTag(args.from), to_tags(args.to),
                          args.options);
  bool found = false;
  for_each_text(args.texts, [&](const std::string& text) {
    const std::vector<FoundTerm> terms = finder.find(text);
    found = found || !terms.empty();
    if (args.json) {
      print_json({{"text", text}, {"terms", terms_json(terms)}});
    } else {
      print_terms(terms, "");
    }
  });
  return found ? Status::Done : Status::None;
}

}  // namespace

void add_terms(CLI::App& program, Job& job) {
  const auto args = std::make_shared<Arguments>();
  CLI::App* command = program.add_subcommand(
      "terms", message("Find a glossary's terms in a text, inflected ones too"));
  command
      ->add_option("TEXT", args->texts,
                   message("A text (in quotes); - reads one a line from stdin"))
      ->required()
      ->type_name("TEXT...");
  add_glossary_option(*command, args->glossaries);
  add_optional_memory_option(*command, args->memory);
  add_language_option(*command, "--from", args->from, message("Language of the text"))->required();
  add_languages_option(*command, "--to", args->to,
                       message("Languages of the equivalents; all without it"));
  command->add_flag("--nested", args->options.nested,
                    message("Also terms inside longer ones, or across"));
  command
      ->add_option("--gap", args->options.max_gap,
                   message("Words that may be inserted in a term, as adjectives are"))
      ->type_name("N")
      ->check(CLI::Range(0, 10))
      ->capture_default_str();
  add_json_option(*command, args->json);
  command->footer(with_example(
      message("Status 1 when no text has a term."),
      "trujaman terms --glossary glossary.tsv --from es 'los trabajadores migrantes'"));
  command->callback([args, &job] { job = [args] { return run(*args); }; });
}

}  // namespace trujaman::cli

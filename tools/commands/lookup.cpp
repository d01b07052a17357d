#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <trujaman/fragment.hpp>
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
  std::string memory;
  std::string from;
  std::string to;
  std::vector<std::string> glossaries;
  double min_score = 70.0;
  std::size_t limit = 5;
  std::size_t fragments = 5;
  std::string previous;
  std::string next;
  bool repeated = false;
  bool json = false;
};

Json match_json(const FuzzyMatch& match) {
  Json penalties = Json::array();
  for (const Penalty& p : match.penalties) {
    penalties.push_back({{"kind", to_string(p.kind)}, {"amount", rounded(p.amount)}});
  }
  return {{"score", rounded(match.score)},
          {"source", match.source.text},
          {"target", match.target.text},
          {"kind", to_string(match.kind)},
          {"id", match.row},
          {"penalties", std::move(penalties)},
          {"substituted", match.substituted},
          {"similarity", rounded(match.similarity)},
          {"confidence", rounded(match.confidence)},
          {"source_language", match.source.language.str()},
          {"target_language", match.target.language.str()},
          {"occurrences", occurrences_json(match.occurrences)}};
}

Json span_json(TextSpan span) {
  return {{"start", span.begin}, {"end", span.end}};
}

std::string part(const std::string& text, TextSpan span) {
  return text.substr(span.begin, span.size());
}

Json fragment_json(const std::string& text, const Fragment& fragment) {
  return {{"text", part(text, fragment.span)},
          {"start", fragment.span.begin},
          {"end", fragment.span.end},
          {"equivalent", part(fragment.target.text, fragment.target_span)},
          {"confidence", rounded(fragment.confidence)},
          {"units", fragment.units},
          {"id", fragment.row},
          {"source", fragment.source.text},
          {"source_span", span_json(fragment.source_span)},
          {"target", fragment.target.text},
          {"target_span", span_json(fragment.target_span)}};
}

void print_fragment(const std::string& text, const Fragment& fragment, bool in_colour) {
  print_line("  " + message("fragment") + "  " + std::string(part(text, fragment.span)) + " = " +
             std::string(part(fragment.target.text, fragment.target_span)));
  print_line("    " + fragment.source.language.str() + "  " +
             mark(fragment.source.text, {&fragment.source_span, 1}, in_colour));
  print_line("    " + fragment.target.language.str() + "  " +
             mark(fragment.target.text, {&fragment.target_span, 1}, in_colour));
}

void print_match(const FuzzyMatch& match) {
  std::string line = "  " + fixed(match.score, 0) + " %  " + message(to_string(match.kind));
  for (const Penalty& p : match.penalties) {
    line += ", " + message(to_string(p.kind)) + " -" + fixed(p.amount, 0);
  }
  if (match.substituted) line += ", " + message("numbers put in");
  if (!match.occurrences.empty()) line += "  (" + match.occurrences.front().document + ")";
  print_line(line);
  print_line("    " + match.source.language.str() + "  " + match.source.text);
  print_line("    " + match.target.language.str() + "  " + match.target.text);
}

Status run(const Arguments& args) {
  const LanguagePair pair{LanguageTag(args.from), LanguageTag(args.to)};
  const LookupOptions options{.min_score = args.min_score,
                              .limit = args.limit,
                              .previous = args.previous,
                              .next = args.next,
                              .distinct = !args.repeated};
  const Memory memory = open_memory(args.memory, Memory::Mode::ReadOnly);
  std::vector<ConceptEntry> concepts = memory.concepts();
  for (ConceptEntry& entry : read_glossaries(args.glossaries)) concepts.push_back(std::move(entry));
  const TermFinder finder(std::move(concepts), pair.source, {pair.target});

  const bool in_colour = colour_wanted();
  bool found = false;
  for_each_text(args.texts, [&](const std::string& text) {
    const std::vector<FuzzyMatch> matches = memory.lookup(text, pair, options);
    const std::vector<FoundTerm> terms = finder.find(text);
    std::vector<Fragment> fragments;
    if (matches.empty()) {
      fragments = find_fragments(memory, text, pair, {.limit = args.fragments});
    }
    found = found || !matches.empty();
    if (args.json) {
      Json list = Json::array();
      for (const FuzzyMatch& match : matches) list.push_back(match_json(match));
      Json parts = Json::array();
      for (const Fragment& fragment : fragments) parts.push_back(fragment_json(text, fragment));
      print_json({{"query", text},
                  {"matches", std::move(list)},
                  {"fragments", std::move(parts)},
                  {"terms", terms_json(terms)}});
      return;
    }
    print_line(text);
    if (matches.empty())
      print_line("  " + message("no match of {1} % or more", fixed(args.min_score, 0)));
    for (const FuzzyMatch& match : matches) print_match(match);
    for (const Fragment& fragment : fragments) print_fragment(text, fragment, in_colour);
    if (!terms.empty()) print_line("  " + message("terms"));
    print_terms(terms, "    ");
  });
  return found ? Status::Done : Status::None;
}

}  // namespace

void add_lookup(CLI::App& program, Job& job) {
  const auto args = std::make_shared<Arguments>();
  CLI::App* command =
      program.add_subcommand("lookup", message("Find the units whose source resembles a text"));
  command
      ->add_option("TEXT", args->texts,
                   message("A sentence (in quotes); - reads one a line from stdin"))
      ->required()
      ->type_name("TEXT...");
  add_memory_option(*command, args->memory)->required();
  add_language_option(*command, "--from", args->from, message("Language of the text"))->required();
  add_language_option(*command, "--to", args->to, message("Language wanted"))->required();
  add_glossary_option(*command, args->glossaries);
  command->add_option("--min-score", args->min_score, message("Lowest score shown, 50 to 100"))
      ->check(CLI::Range(50.0, 100.0))
      ->capture_default_str()
      ->type_name("N");
  command->add_option("--limit", args->limit, message("Most matches a text"))
      ->capture_default_str()
      ->type_name("N");
  command
      ->add_option("--fragments", args->fragments,
                   message("Most known parts of a text shown when the whole has no match"))
      ->capture_default_str()
      ->type_name("N");
  command
      ->add_option("--previous", args->previous,
                   message("The sentence before, for context matches"))
      ->type_name("TEXT");
  command->add_option("--next", args->next, message("The sentence after"))->type_name("TEXT");
  command->add_flag("--repeated", args->repeated,
                    message("List units with the same source and translation, too"));
  add_json_option(*command, args->json);
  command->footer(
      with_example(message("Status 1 when no text has a match."),
                   "trujaman lookup --memory my.tm --from es --to en 'No dejar a nadie atrás.'"));
  command->callback([args, &job] { job = [args] { return run(*args); }; });
}

}  // namespace trujaman::cli

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/json.hpp"
#include "cli/options.hpp"
#include "cli/terminal.hpp"
#include "cli/texts.hpp"
#include "commands/commands.hpp"

namespace trujaman::cli {
namespace {

struct Arguments {
  std::string phrase;
  std::string memory;
  std::string in;
  std::string with;
  std::size_t limit = 20;
  bool json = false;
};

/// A unit with the phrase in one language, and what it is in others.
struct Hit {
  Variant source;
  std::vector<TextSpan> spans;
  std::vector<Variant> translations;
  std::vector<Occurrence> occurrences;
};

/// Newest unit first; a unit that has the phrase in several languages, once for each.
using Hits = std::map<std::pair<std::int64_t, LanguageTag>, Hit, std::greater<>>;

/// The language asked for, or every primary language of the memory.
std::vector<LanguageTag> languages(const Memory& memory, const std::string& asked) {
  if (!asked.empty()) return {LanguageTag(asked)};
  std::vector<LanguageTag> out;
  for (const auto& [language, count] : memory.statistics().languages) {
    const LanguageTag primary(language.primary());
    if (std::ranges::find(out, primary) == out.end()) out.push_back(primary);
  }
  return out;
}

/// The memory is searched by language pair; a unit's hits in several pairs are put together here.
Hits search(const Memory& memory, const Arguments& args) {
  Hits hits;
  const ConcordanceOptions options{.limit = args.limit};
  for (const LanguageTag& in : languages(memory, args.in)) {
    for (const LanguageTag& with : languages(memory, args.with)) {
      if (in.primary() == with.primary() && args.with.empty()) continue;
      for (ConcordanceHit& found : memory.concordance(args.phrase, {in, with}, options)) {
        Hit& hit = hits[{found.row, found.source.language}];
        hit.source = std::move(found.source);
        hit.spans = std::move(found.hits);
        hit.translations.push_back(std::move(found.target));
        hit.occurrences = std::move(found.occurrences);
      }
    }
  }
  while (hits.size() > args.limit) hits.erase(std::prev(hits.end()));
  return hits;
}

Json hit_json(std::int64_t row, const Hit& hit) {
  Json spans = Json::array();
  for (const TextSpan& span : hit.spans) {
    spans.push_back({{"start", span.begin}, {"end", span.end}});
  }
  Json translations = Json::object();
  for (const Variant& v : hit.translations) translations[v.language.str()] = v.text;
  return {{"id", row},
          {"language", hit.source.language.str()},
          {"text", hit.source.text},
          {"hits", std::move(spans)},
          {"translations", std::move(translations)},
          {"occurrences", occurrences_json(hit.occurrences)}};
}

void print_hit(const Hit& hit, bool in_colour) {
  print_line(hit.source.language.str() + "  " + mark(hit.source.text, hit.spans, in_colour));
  for (const Variant& v : hit.translations) print_line(v.language.str() + "  " + v.text);
}

Status run(const Arguments& args) {
  const Memory memory = open_memory(args.memory, Memory::Mode::ReadOnly);
  const bool in_colour = colour_wanted();
  bool first = true;
  for_each_text({args.phrase}, [&](const std::string&) {
    for (const auto& [key, hit] : search(memory, args)) {
      if (args.json) {
        print_json(hit_json(key.first, hit));
      } else {
        if (!first) print_line();
        print_hit(hit, in_colour);
      }
      first = false;
    }
  });
  return first ? Status::None : Status::Done;
}

}  // namespace

void add_concordance(CLI::App& program, Job& job) {
  const auto args = std::make_shared<Arguments>();
  CLI::App* command = program.add_subcommand("concordance", "Show every unit that has a phrase");
  command->add_option("PHRASE", args->phrase, "Whole words in a row; case and accents do not count")
      ->required()
      ->type_name("PHRASE");
  add_memory_option(*command, args->memory)->required();
  add_language_option(*command, "--in", args->in, "Search this language only");
  add_language_option(*command, "--with", args->with, "Show this language only");
  command->add_option("--limit", args->limit, "Most units shown")
      ->capture_default_str()
      ->type_name("N");
  add_json_option(*command, args->json);
  command->footer(
      "The phrase is red on a terminal, else between ** and **. Status 1 when there is none.\n\n"
      "Example:\n  trujaman concordance --memory my.tm --in es 'movilidad laboral'");
  command->callback([args, &job] { job = [args] { return run(*args); }; });
}

}  // namespace trujaman::cli

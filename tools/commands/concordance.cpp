#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <trujaman/message.hpp>

#include "cli/help.hpp"
#include "cli/json.hpp"
#include "cli/options.hpp"
#include "cli/status.hpp"
#include "cli/terminal.hpp"
#include "cli/texts.hpp"
#include "cli/unit_filter.hpp"
#include "commands/commands.hpp"

namespace trujaman::cli {
namespace {

struct Arguments {
  std::string phrase;
  std::string memory;
  std::string in;
  std::string with;
  ConcordanceOptions options;
  bool wildcards = false;
  bool regex = false;
  bool best = false;
  std::optional<std::size_t> within;
  FilterArguments filter;
  bool json = false;
};

ConcordanceOptions options_of(const Arguments& args) {
  using Syntax = ConcordanceOptions::Syntax;
  ConcordanceOptions options = args.options;
  options.syntax = args.regex ? Syntax::Regex : args.wildcards ? Syntax::Wildcards : Syntax::Text;
  options.distance = args.within;
  if (args.best) options.order = ConcordanceOptions::Order::Best;
  options.filter = filter_of(args.filter);
  return options;
}

/// A unit with the phrase in one language, and what it is in others.
struct Hit {
  Variant source;
  std::vector<TextSpan> spans;
  std::vector<Variant> translations;
  std::vector<Occurrence> occurrences;
};

/// By unit and language: a unit that has the phrase in several languages is there once for each.
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

/// How much of its text a hit is.
double share(const Hit& hit) {
  std::size_t bytes = 0;
  for (const TextSpan& span : hit.spans) bytes += span.size();
  return static_cast<double>(bytes) / static_cast<double>(hit.source.text.size());
}

/// The memory is searched by language pair; a unit's hits in several pairs are put together here,
/// and the page asked for is cut out of all.
std::vector<std::pair<std::int64_t, Hit>> search(const Memory& memory, const Arguments& args) {
  Hits hits;
  ConcordanceOptions options = options_of(args);
  const std::size_t offset = std::exchange(options.offset, 0);
  const std::size_t limit = options.limit;
  options.limit += offset;
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
  std::vector<std::pair<std::int64_t, Hit>> page;
  for (auto& [key, hit] : hits) page.emplace_back(key.first, std::move(hit));
  if (args.best) {
    std::stable_sort(page.begin(), page.end(), [](const auto& a, const auto& b) {
      return share(a.second) > share(b.second);
    });
  }
  page.erase(page.begin(),
             page.begin() + static_cast<std::ptrdiff_t>(std::min(offset, page.size())));
  if (page.size() > limit) page.resize(limit);
  return page;
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
    for (const auto& [row, hit] : search(memory, args)) {
      if (args.json) {
        print_json(hit_json(row, hit));
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
  CLI::App* command =
      program.add_subcommand("concordance", message("Show every unit that has a phrase"));
  command
      ->add_option("PHRASE", args->phrase,
                   message("Whole words in a row; case and accents do not count"))
      ->required()
      ->type_name("PHRASE");
  add_memory_option(*command, args->memory)->required();
  add_language_option(*command, "--in", args->in, message("Search this language only"));
  add_language_option(*command, "--with", args->with, message("Show this language only"));
  command->add_flag("--exact", args->options.exact, message("Case and accents count"));
  CLI::Option* parts = command->add_flag("--parts", args->options.parts_of_words,
                                         message("Find parts of words, too: igra in migración"));
  CLI::Option* within = command
                            ->add_option("--within", args->within,
                                         message("In any order, with up to N other words between"))
                            ->type_name("N");
  CLI::Option* wildcards = command->add_flag(
      "--wildcards", args->wildcards, message("In a word, * is any letters and ? is one: migra*"));
  command->add_flag("--regex", args->regex, message("PHRASE is a regular expression"))
      ->excludes(parts, within, wildcards);
  command->add_flag("--best", args->best, message("Shortest texts first, not newest"));
  add_filter_options(*command, args->filter);
  command->add_option("--limit", args->options.limit, message("Most units shown"))
      ->capture_default_str()
      ->type_name("N");
  command
      ->add_option("--offset", args->options.offset,
                   message("Units passed over, for further pages"))
      ->capture_default_str()
      ->type_name("N");
  add_json_option(*command, args->json);
  command->footer(with_example(
      message(
          "The phrase is red on a terminal, else between ** and **. Status 1 when there is none."),
      "trujaman concordance --memory my.tm --in es 'movilidad laboral'\ntrujaman concordance "
      "--memory my.tm --in es --wildcards 'trabajador* migrante*'"));
  command->callback([args, &job] { job = [args] { return run(*args); }; });
}

}  // namespace trujaman::cli

/// glossary list, glossary search.
#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <trujaman/message.hpp>
#include <trujaman/term_search.hpp>

#include "cli/collation.hpp"
#include "cli/concept_text.hpp"
#include "cli/glossary_store.hpp"
#include "cli/help.hpp"
#include "cli/json.hpp"
#include "cli/options.hpp"
#include "cli/terminal.hpp"
#include "commands/glossary.hpp"

namespace trujaman::cli {
namespace {

struct ListArguments {
  GlossaryPlace place;
  std::vector<std::string> languages;
  std::string subject;
  bool json = false;
};

/// The concepts by their terms in @p language, in its order; those without any come last.
std::vector<const ConceptEntry*> sorted(std::span<const ConceptEntry> concepts,
                                        const LanguageTag& language) {
  const Collation collation(language);
  std::vector<std::pair<std::string, const ConceptEntry*>> keyed;
  std::vector<const ConceptEntry*> without;
  for (const ConceptEntry& entry : concepts) {
    const auto term = std::ranges::find_if(
        entry.terms, [&](const Term& t) { return t.language.matches(language); });
    if (term == entry.terms.end()) {
      without.push_back(&entry);
    } else {
      keyed.emplace_back(collation.key(term->text), &entry);
    }
  }
  std::ranges::stable_sort(keyed, {},
                           [](const auto& one) -> const std::string& { return one.first; });
  std::vector<const ConceptEntry*> out;
  for (const auto& [key, entry] : keyed) out.push_back(entry);
  out.insert(out.end(), without.begin(), without.end());
  return out;
}

/// A cell of a line with tabs between.
std::string cell(std::string text) {
  std::ranges::replace_if(
      text, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return text;
}

Status list(const ListArguments& args) {
  GlossaryStore store(args.place, false);
  const auto concepts = store.editor().concepts();
  std::vector<LanguageTag> languages = to_tags(args.languages);
  if (languages.empty()) languages = languages_of(concepts);
  if (languages.empty()) return Status::None;
  if (!args.json) {
    std::string header = "id";
    for (const LanguageTag& language : languages) header += '\t' + language.str();
    print_line(header);
  }
  bool any = false;
  for (const ConceptEntry* entry : sorted(concepts, languages[0])) {
    if (!args.subject.empty() && entry->subject != args.subject) continue;
    any = true;
    if (args.json) {
      print_json(concept_json(*entry));
      continue;
    }
    std::string line = cell(entry->id);
    for (const LanguageTag& language : languages) line += '\t' + cell(terms_text(*entry, language));
    print_line(line);
  }
  return any ? Status::Done : Status::None;
}

struct SearchArguments {
  GlossaryPlace place;
  std::string text;
  std::vector<std::string> in;
  std::size_t limit = 20;
  bool json = false;
};

const char* name_of(TermMatch::Kind kind) {
  switch (kind) {
    case TermMatch::Kind::Exact:
      return "exact";
    case TermMatch::Kind::Inflected:
      return "inflected";
    case TermMatch::Kind::Part:
      return "part";
  }
  return "";
}

Status search(const SearchArguments& args) {
  GlossaryStore store(args.place, false);
  const auto concepts = store.editor().concepts();
  const std::vector<LanguageTag> in = to_tags(args.in);
  std::set<std::size_t> shown;
  for (const TermMatch& match : search_terms(concepts, args.text, in)) {
    if (shown.size() == args.limit) break;
    if (!shown.insert(match.concept_index).second) continue;
    const ConceptEntry& entry = concepts[match.concept_index];
    if (args.json) {
      Json object = concept_json(entry);
      object["match"] = name_of(match.kind);
      object["matched"] = entry.terms[match.term_index].text;
      print_json(object);
      continue;
    }
    print_line(concept_line(entry, {}));
    if (!entry.definition.empty()) print_line("    " + entry.definition);
    for (const std::string& note : entry.notes) print_line("    " + note);
  }
  return shown.empty() ? Status::None : Status::Done;
}

}  // namespace

void add_glossary_list(CLI::App& glossary, Job& job) {
  const auto args = std::make_shared<ListArguments>();
  CLI::App* command = glossary.add_subcommand("list", message("List the concepts, a line each"));
  add_glossary_place(*command, args->place);
  add_languages_option(*command, "-l,--languages", args->languages,
                       message("Columns, in this order; the first one's alphabet is the order"));
  command->add_option("--subject", args->subject, message("Only concepts of this subject field"))
      ->type_name("TEXT");
  add_json_option(*command, args->json);
  command->footer(
      with_example(message("Columns have tabs between them. Status 1 when there is no concept."),
                   "trujaman glossary list --glossary my.tbx --languages es,en"));
  command->callback([args, &job] { job = [args] { return list(*args); }; });
}

void add_glossary_search(CLI::App& glossary, Job& job) {
  const auto args = std::make_shared<SearchArguments>();
  CLI::App* command =
      glossary.add_subcommand("search", message("Look a term up, in any language and form"));
  command->add_option("TEXT", args->text, message("A term, or part of one"))
      ->required()
      ->type_name("TEXT");
  add_glossary_place(*command, args->place);
  add_languages_option(*command, "--in", args->in, message("Only terms of these languages"));
  command->add_option("--limit", args->limit, message("Most concepts shown"))
      ->capture_default_str()
      ->type_name("N");
  add_json_option(*command, args->json);
  command->footer(with_example(
      message(
          "Case and accents do not count; plural and singular, feminine and masculine find each\n"
          "other. Best matches come first. Status 1 when nothing is found."),
      "trujaman glossary search --glossary my.tbx 'trabajadoras migrantes'"));
  command->callback([args, &job] { job = [args] { return search(*args); }; });
}

}  // namespace trujaman::cli

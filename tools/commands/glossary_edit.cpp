/// glossary add, glossary edit, glossary remove.
#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <trujaman/message.hpp>

#include "cli/concept_text.hpp"
#include "cli/glossary_store.hpp"
#include "cli/help.hpp"
#include "cli/options.hpp"
#include "cli/status.hpp"
#include "cli/terminal.hpp"
#include "commands/glossary.hpp"

namespace trujaman::cli {
namespace {

struct Arguments {
  GlossaryPlace place;
  std::string id;
  std::vector<std::string> ids;
  std::vector<std::string> es, en, fr;
  std::vector<std::string> terms;          // LANG=TERM
  std::vector<std::string> removed_terms;  // LANG=TERM
  std::vector<std::string> notes;
  std::optional<std::string> subject, definition, source;
  std::string status, part_of_speech, gender;
};

struct GivenTerm {
  LanguageTag language;
  std::string text;
};

GivenTerm parse_given(const std::string& text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos) throw UsageError(message("'{1}' is not LANG=TERM", text));
  try {
    return {LanguageTag(text.substr(0, equals)), text.substr(equals + 1)};
  } catch (const Error& e) {
    throw UsageError(message("'{1}' is not LANG=TERM: {2}", text, e.what()));
  }
}

std::vector<GivenTerm> given_terms(const Arguments& args) {
  std::vector<GivenTerm> out;
  for (const std::string& text : args.es) out.push_back({LanguageTag("es"), text});
  for (const std::string& text : args.en) out.push_back({LanguageTag("en"), text});
  for (const std::string& text : args.fr) out.push_back({LanguageTag("fr"), text});
  for (const std::string& text : args.terms) out.push_back(parse_given(text));
  return out;
}

Term checked_term(const GivenTerm& given) {
  try {
    return make_term(given.language, given.text);
  } catch (const Error& e) {
    throw UsageError(e.what());
  }
}

std::optional<TermStatus> given_status(const Arguments& args) {
  for (const TermStatus s : {TermStatus::Preferred, TermStatus::Admitted, TermStatus::Deprecated}) {
    if (to_string(s) == args.status) return s;
  }
  return std::nullopt;
}

bool has_preferred(const ConceptEntry& entry, const LanguageTag& language) {
  return std::ranges::any_of(entry.terms, [&](const Term& t) {
    return t.language == language && t.status == TermStatus::Preferred;
  });
}

/// One full form is preferred in a language: the others step back. An acronym stands beside it.
void prefer(ConceptEntry& entry, const Term& preferred) {
  for (Term& t : entry.terms) {
    const bool rival = t.language == preferred.language && t.text != preferred.text &&
                       t.acronym == preferred.acronym && t.status == TermStatus::Preferred;
    if (rival) t.status = TermStatus::Admitted;
  }
}

/// Adds the term that is given, or changes the one that is there.
void put_term(ConceptEntry& entry, const GivenTerm& given, const Arguments& args) {
  Term term = checked_term(given);
  const auto status = given_status(args);
  auto found = std::ranges::find_if(entry.terms, [&](const Term& t) {
    return t.language == term.language && t.text == term.text;
  });
  if (found == entry.terms.end()) {
    if (has_preferred(entry, term.language) && !term.acronym) term.status = TermStatus::Admitted;
    entry.terms.push_back(std::move(term));
    found = std::prev(entry.terms.end());
  }
  if (status) {
    if (found->status != *status) {
      std::erase_if(found->properties, [](const Property& p) {
        return p.type == "administrativeStatus" || p.type == "normativeAuthorization";
      });
    }
    found->status = *status;
    if (*status == TermStatus::Preferred) prefer(entry, Term(*found));
  }
  if (!args.part_of_speech.empty()) found->part_of_speech = args.part_of_speech;
  if (!args.gender.empty()) found->gender = args.gender;
}

void apply(ConceptEntry& entry, const Arguments& args) {
  for (const std::string& text : args.removed_terms) {
    const Term term = checked_term(parse_given(text));
    const auto removed = std::erase_if(entry.terms, [&](const Term& t) {
      return t.language == term.language && t.text == term.text;
    });
    if (removed == 0) throw UsageError(message("concept {1} has no term {2}", entry.id, text));
  }
  for (const GivenTerm& given : given_terms(args)) put_term(entry, given, args);
  if (args.subject) entry.subject = *args.subject;
  if (args.definition) {
    entry.definition = *args.definition;
    entry.definition_language = {};
  }
  if (args.source) entry.source = *args.source;
  for (const std::string& note : args.notes) {
    if (std::ranges::find(entry.notes, note) == entry.notes.end()) entry.notes.push_back(note);
  }
  if (entry.terms.empty()) {
    throw UsageError(message("a concept needs a term: give --es, --en, --fr or --term"));
  }
}

Status add(const Arguments& args) {
  GlossaryStore store(args.place, true);
  ConceptEntry entry;
  entry.id = args.id;
  apply(entry, args);
  GlossaryEditor& editor = store.editor();
  if (editor.find(args.id) != nullptr || editor.upsert({&entry, 1}).added == 0) {
    print_error(message("the concept is there already; change it with 'trujaman glossary edit'"),
                {.source = store.name()});
    return Status::None;
  }
  store.store();
  print_line(concept_line(editor.concepts().back(), {}));
  return Status::Done;
}

Status unknown_id(const GlossaryStore& store, const std::string& id) {
  print_error(message("has no concept {1}; 'trujaman glossary search' tells ids", id),
              {.source = store.name()});
  return Status::None;
}

Status edit(const Arguments& args) {
  GlossaryStore store(args.place, true);
  const ConceptEntry* found = store.editor().find(args.id);
  if (found == nullptr) return unknown_id(store, args.id);
  ConceptEntry entry = *found;
  apply(entry, args);
  const bool changed = entry != *found;
  store.editor().put(entry);
  if (changed) store.store();
  print_line(concept_line(entry, {}));
  return Status::Done;
}

Status remove(const Arguments& args) {
  GlossaryStore store(args.place, true);
  for (const std::string& id : args.ids) {
    if (!store.editor().remove(id)) return unknown_id(store, id);
  }
  store.store();
  print_line(store.name() + ": " +
             counted("{1} concept removed", "{1} concepts removed", args.ids.size()));
  return Status::Done;
}

void add_content_options(CLI::App& command, Arguments& args) {
  const auto texts = [&](const char* name, std::vector<std::string>& to, const std::string& about) {
    return command.add_option(name, to, about)->allow_extra_args(false);
  };
  texts("--es", args.es, message("A Spanish term; may be repeated"))->type_name("TERM");
  texts("--en", args.en, message("An English term"))->type_name("TERM");
  texts("--fr", args.fr, message("A French term"))->type_name("TERM");
  texts("--term", args.terms, message("A term of any language"))->type_name("LANG=TERM");
  command
      .add_option("--status", args.status,
                  message("preferred, admitted or deprecated: of these terms"))
      ->check(CLI::IsMember({"preferred", "admitted", "deprecated"}))
      ->type_name("STATUS");
  command
      .add_option("--part-of-speech", args.part_of_speech, message("noun, verb, …: of these terms"))
      ->type_name("WORD");
  command.add_option("--gender", args.gender, message("masculine, feminine, …: of these terms"))
      ->type_name("WORD");
  command.add_option("--subject", args.subject, message("Subject field"))->type_name("TEXT");
  command.add_option("--definition", args.definition, message("Definition"))->type_name("TEXT");
  command.add_option("--source", args.source, message("Where it was taken from"))
      ->type_name("TEXT");
  texts("--note", args.notes, message("A note; may be repeated"))->type_name("TEXT");
}

}  // namespace

void add_glossary_add(CLI::App& glossary, Job& job) {
  const auto args = std::make_shared<Arguments>();
  CLI::App* command = glossary.add_subcommand("add", message("Add a concept"));
  add_glossary_place(*command, args->place);
  command
      ->add_option("--id", args->id, message("Its id; without it, one is made of the first term"))
      ->type_name("ID");
  add_content_options(*command, *args);
  command->footer(with_example(
      message(
          "The first term of a language is the preferred one, the others are admitted. The file "
          "or\n"
          "memory is made when missing. Status 1, and nothing changed, when the concept is there."),
      "trujaman glossary add --glossary my.tbx --es 'trata de personas' \\\n  --en 'trafficking in "
      "persons' --note 'No es tráfico ilícito de migrantes.'"));
  command->callback([args, &job] { job = [args] { return add(*args); }; });
}

void add_glossary_edit(CLI::App& glossary, Job& job) {
  const auto args = std::make_shared<Arguments>();
  CLI::App* command = glossary.add_subcommand("edit", message("Change a concept"));
  command->add_option("ID", args->id, message("The concept's id"))->required()->type_name("ID");
  add_glossary_place(*command, args->place);
  add_content_options(*command, *args);
  command
      ->add_option("--remove-term", args->removed_terms,
                   message("Take a term away; may be repeated"))
      ->allow_extra_args(false)
      ->type_name("LANG=TERM");
  command->footer(with_example(message("A term that the concept has is changed (--status, "
                                       "--gender, --part-of-speech), any other\n"
                                       "added. Notes are added, other texts replaced; an empty one "
                                       "is taken away. Status 1 when\n"
                                       "there is no such concept."),
                               "trujaman glossary edit trata-de-personas --glossary my.tbx \\\n  "
                               "--es 'tráfico de personas' --status deprecated"));
  command->callback([args, &job] { job = [args] { return edit(*args); }; });
}

void add_glossary_remove(CLI::App& glossary, Job& job) {
  const auto args = std::make_shared<Arguments>();
  CLI::App* command = glossary.add_subcommand("remove", message("Remove concepts"));
  command->add_option("ID", args->ids, message("Ids of the concepts"))
      ->required()
      ->type_name("ID...");
  add_glossary_place(*command, args->place);
  command->footer(
      with_example(message("Status 1, and nothing removed, when one of them is not there."),
                   "trujaman glossary remove trata-de-personas --glossary my.tbx"));
  command->callback([args, &job] { job = [args] { return remove(*args); }; });
}

}  // namespace trujaman::cli

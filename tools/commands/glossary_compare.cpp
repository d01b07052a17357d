/// glossary merge, glossary diff.
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <trujaman/message.hpp>

#include "cli/concept_text.hpp"
#include "cli/glossary_store.hpp"
#include "cli/help.hpp"
#include "cli/json.hpp"
#include "cli/options.hpp"
#include "cli/status.hpp"
#include "cli/terminal.hpp"
#include "commands/glossary.hpp"

namespace trujaman::cli {
namespace {

struct Arguments {
  std::string first;
  std::string second;
  FileOptions options;
  std::string output;
  std::string output_format;
  std::string preference;
  bool json = false;
};

/// A value on one line, quoted; a dash where there is none.
std::string shown(const std::string& value) {
  return value.empty() ? "–" : "\"" + value + "\"";
}

Status merge(const Arguments& args) {
  const WriteOptions base{.format = glossary_format(args.output, args.output_format)};
  if (base.format == GlossaryFormat::OmegaT) {
    throw UsageError(
        message("merge writes tbx, tsv, csv or xlsx; export makes an OmegaT glossary of it"));
  }
  const GlossaryFile first = read_concept_file(args.first, args.options, print_warning);
  const GlossaryFile second = read_concept_file(args.second, args.options, print_warning);
  const MergePreference preference = args.preference == "first"    ? MergePreference::First
                                     : args.preference == "second" ? MergePreference::Second
                                                                   : MergePreference::None;
  const MergeResult merged = merge_glossaries(first.concepts, second.concepts, preference);
  const bool undecided = preference == MergePreference::None && !merged.conflicts.empty();
  const bool to_stdout = args.output == "-";
  if (!to_stdout || undecided) {
    for (const MergeConflict& c : merged.conflicts) {
      if (args.json) {
        print_json(
            {{"concept", c.id}, {"field", c.field}, {"first", c.first}, {"second", c.second}});
      } else {
        print_line(c.id + ": " + field_in_words(c.field) + ": " + shown(c.first) + " / " +
                   shown(c.second));
      }
    }
  }
  if (undecided) {
    print_error(counted(
        "{1} conflict, nothing written; mend the files, or give --prefer first or --prefer second",
        "{1} conflicts, nothing written; mend the files, or give --prefer first or --prefer second",
        merged.conflicts.size()));
    return Status::None;
  }
  WriteOptions options = base;
  options.header = first.header;
  write_concept_file(args.output, merged.concepts, options, print_warning);
  if (!to_stdout && !args.json) {
    print_line(args.output + ": " + counted("{1} concept", "{1} concepts", merged.concepts.size()));
  }
  return Status::Done;
}

const char* name_of(ConceptDifference::Kind kind) {
  switch (kind) {
    case ConceptDifference::Kind::Added:
      return "added";
    case ConceptDifference::Kind::Removed:
      return "removed";
    case ConceptDifference::Kind::Changed:
      return "changed";
  }
  return "";
}

void print_difference(const ConceptDifference& difference) {
  const char* sign = difference.kind == ConceptDifference::Kind::Added     ? "+ "
                     : difference.kind == ConceptDifference::Kind::Removed ? "- "
                                                                           : "~ ";
  print_line(sign + (difference.id.empty() ? message("(no id)") : difference.id));
  for (const FieldDifference& f : difference.fields) {
    if (difference.kind == ConceptDifference::Kind::Changed) {
      print_line("    " + field_in_words(f.field) + ": " + shown(f.before) + " → " +
                 shown(f.after));
    } else {
      print_line("    " + field_in_words(f.field) + ": " +
                 shown(f.before.empty() ? f.after : f.before));
    }
  }
}

Json difference_json(const ConceptDifference& difference) {
  Json fields = Json::array();
  for (const FieldDifference& f : difference.fields) {
    fields.push_back({{"field", f.field}, {"before", f.before}, {"after", f.after}});
  }
  return {{"concept", difference.id},
          {"change", name_of(difference.kind)},
          {"fields", std::move(fields)}};
}

Status diff(const Arguments& args) {
  const GlossaryFile first = read_concept_file(args.first, args.options, print_warning);
  const GlossaryFile second = read_concept_file(args.second, args.options, print_warning);
  const auto differences = diff_glossaries(first.concepts, second.concepts);
  for (const ConceptDifference& d : differences) {
    if (args.json) {
      print_json(difference_json(d));
    } else {
      print_difference(d);
    }
  }
  return differences.empty() ? Status::Done : Status::None;
}

void add_two_files(CLI::App& command, Arguments& args) {
  command.add_option("FIRST", args.first, message("A glossary file"))
      ->required()
      ->type_name("FIRST");
  command.add_option("SECOND", args.second, message("Another one"))
      ->required()
      ->type_name("SECOND");
}

}  // namespace

void add_glossary_merge(CLI::App& glossary, Job& job) {
  const auto args = std::make_shared<Arguments>();
  CLI::App* command = glossary.add_subcommand("merge", message("Make one glossary of two files"));
  add_two_files(*command, *args);
  command->add_option("-o,--output", args->output, message("tbx, tsv, csv or xlsx, by its ending"))
      ->required()
      ->type_name("FILE");
  command
      ->add_option(
          "--prefer", args->preference,
          message("first or second: whose value is taken where they contradict one another"))
      ->check(CLI::IsMember({"first", "second"}))
      ->type_name("WHICH");
  add_language_option(*command, "--from", args->options.from,
                      message("Source language of an OmegaT glossary"));
  add_language_option(*command, "--to", args->options.to,
                      message("Target language of an OmegaT glossary"));
  command
      ->add_option("--format", args->output_format, message("Of the output: tbx, tsv, csv or xlsx"))
      ->check(CLI::IsMember({"tbx", "tsv", "csv", "xlsx"}))
      ->type_name("FORMAT");
  add_json_option(*command, args->json);
  command->footer(
      with_example(message("Concepts with the same id, else with the same preferred terms, become "
                           "one; terms, notes and\n"
                           "properties are added up. Contradictions are listed (concept: field: "
                           "first / second); then\n"
                           "the status is 1 and nothing is written, unless --prefer decides."),
                   "trujaman glossary merge ours.tbx theirs.csv -o both.tbx"));
  command->callback([args, &job] { job = [args] { return merge(*args); }; });
}

void add_glossary_diff(CLI::App& glossary, Job& job) {
  const auto args = std::make_shared<Arguments>();
  CLI::App* command =
      glossary.add_subcommand("diff", message("Tell what differs between two files"));
  add_two_files(*command, *args);
  add_file_options(*command, args->options);
  add_json_option(*command, args->json);
  command->footer(
      with_example(message("A line a concept (+ added, - removed, ~ changed), and under it one a "
                           "field. The order of\n"
                           "concepts, terms and notes does not count. Status 1 when they differ."),
                   "trujaman glossary diff old.tbx new.tbx"));
  command->callback([args, &job] { job = [args] { return diff(*args); }; });
}

}  // namespace trujaman::cli

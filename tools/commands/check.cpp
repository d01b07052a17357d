#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <trujaman/checker.hpp>
#include <trujaman/message.hpp>

#include "cli/help.hpp"
#include "cli/json.hpp"
#include "cli/options.hpp"
#include "cli/term_finder.hpp"
#include "cli/terminal.hpp"
#include "commands/check_input.hpp"
#include "commands/commands.hpp"

namespace trujaman::cli {
namespace {

struct Arguments {
  std::vector<std::string> files;
  std::vector<std::string> glossaries;
  std::string from;
  std::vector<std::string> to;
  std::vector<std::string> only;
  std::vector<std::string> disabled;
  std::string format;
  std::string min_severity = "note";
  bool json = false;
};

std::vector<CheckRule> disabled_rules(const Arguments& args) {
  std::vector<CheckRule> out;
  for (const CheckRule rule : check_rules()) {
    const auto named = [&](const std::vector<std::string>& names) {
      return std::ranges::find(names, name_of(rule)) != names.end();
    };
    if ((!args.only.empty() && !named(args.only)) || named(args.disabled)) out.push_back(rule);
  }
  return out;
}

const char* name_of(Severity severity) {
  switch (severity) {
    case Severity::Note:
      return "note";
    case Severity::Warning:
      return "warning";
    case Severity::Defect:
      return "defect";
  }
  return "";
}

constexpr Severity severities[] = {Severity::Note, Severity::Warning, Severity::Defect};

/// The severity of that name.
Severity severity_called(const std::string& name) {
  return *std::ranges::find(severities, name,
                            [](Severity severity) { return std::string(name_of(severity)); });
}

/// File and line of one finding.
struct FoundAt {
  const std::string& file;
  std::size_t line = 0;
};

/// A finding about words of the source alone stands where the source does.
FoundAt found_at(const Finding& finding, const UnitPlace& where) {
  const bool in_source = std::ranges::all_of(finding.places, [&](const FindingPlace& place) {
    return place.language == finding.languages.source;
  });
  const bool at_source = where.target_line == 0 || (in_source && where.source_line != 0);
  return at_source ? FoundAt{*where.source_file, where.source_line}
                   : FoundAt{*where.target_file, where.target_line};
}

std::string to_text(FoundAt at) {
  return at.line == 0 ? at.file : at.file + ":" + std::to_string(at.line);
}

/// Prints findings as they come.
class Printer {
 public:
  Printer(bool json, Severity least) : json_(json), least_(least) {}

  [[nodiscard]] bool printed() const { return printed_; }

  /// @p other: where the unit is that the finding compares with; null where there is none.
  void print(const Finding& finding, const UnitPlace& where, const std::string& id,
             const UnitPlace* other) {
    if (finding.severity < least_) return;
    printed_ = true;
    const FoundAt at = found_at(finding, where);
    if (json_) return print_json(to_json(finding, at, where, id, other));
    std::string line =
        to_text(at) + ": " + std::string(trujaman::name_of(finding.rule)) + ": " + finding.message;
    if (other != nullptr) line += " (" + to_text(found_at(finding, *other)) + ")";
    print_line(line);
  }

 private:
  static Json to_json(const Finding& finding, FoundAt at, const UnitPlace& where,
                      const std::string& id, const UnitPlace* other) {
    Json words = Json::array();
    Json places = Json::array();
    for (const FindingPlace& place : finding.places) {
      words.push_back(place.words);
      places.push_back({{"language", place.language.str()},
                        {"start", place.span.begin},
                        {"end", place.span.end},
                        {"words", place.words}});
    }
    Json out = {{"file", at.file},
                {"line", at.line},
                {"unit", where.number},
                {"id", id},
                {"rule", trujaman::name_of(finding.rule)},
                {"severity", name_of(finding.severity)},
                {"source", finding.languages.source.str()},
                {"target", finding.languages.target.str()},
                {"words", std::move(words)},
                {"places", std::move(places)},
                {"message", finding.message}};
    if (other != nullptr) {
      const FoundAt there = found_at(finding, *other);
      out["other"] = {{"file", there.file}, {"line", there.line}, {"unit", other->number}};
    }
    return out;
  }

  bool json_;
  Severity least_;
  bool printed_ = false;
};

Status run(const Arguments& args) {
  const bool documents = are_documents(args.files, args.format);
  if (documents && args.to.size() > 1) {
    throw UsageError(message("--to names several languages for one translation; name one"));
  }
  const std::vector<ConceptEntry> concepts = read_glossaries(args.glossaries);
  const Glossary glossary(concepts);
  const CheckOptions options{.disabled = disabled_rules(args),
                             .glossary = &glossary,
                             .source = args.from.empty() ? LanguageTag() : LanguageTag(args.from),
                             .targets = to_tags(args.to)};
  const Checker checker(options);
  ConsistencyChecker consistency(options);
  Printer printer(args.json, severity_called(args.min_severity));
  std::vector<std::pair<UnitPlace, std::string>> places;  // with the unit's id
  const auto check = [&](TranslationUnit&& unit, const UnitPlace& where) {
    for (const Finding& finding : checker.check(unit)) {
      printer.print(finding, where, unit.id, nullptr);
    }
    consistency.add(unit);
    places.emplace_back(where, std::move(unit.id));
  };
  if (documents) {
    read_document_pair(args.files[0], args.files[1], args.from,
                       args.to.empty() ? "" : args.to.front(), concepts, check);
  } else {
    const LanguagePair languages{args.from.empty() ? LanguageTag("en") : options.source,
                                 args.to.size() == 1 ? LanguageTag(args.to[0]) : LanguageTag()};
    for (const std::string& file : args.files) {
      read_units_with_places(file, args.format, languages, check);
    }
  }
  for (const Finding& finding : consistency.findings()) {
    const auto& [where, id] = places[finding.unit];
    const UnitPlace* other = finding.other_unit ? &places[*finding.other_unit].first : nullptr;
    printer.print(finding, where, id, other);
  }
  return printer.printed() ? Status::None : Status::Done;
}

/// "  name  what it finds", a line a rule.
std::string rules_help() {
  constexpr std::size_t width = 20;
  std::string out = message("Rules:") + "\n";
  for (const CheckRule rule : check_rules()) {
    out += "  " + padded(trujaman::name_of(rule), width) + message(description_of(rule)) + "\n";
  }
  return out;
}

CLI::Option* add_rules_option(CLI::App& command, const std::string& name,
                              std::vector<std::string>& rules, const std::string& description) {
  const auto check = [](const std::string& rule) {
    return find_check_rule(rule) ? std::string()
                                 : message("there is no rule '{1}'; --help lists them", rule);
  };
  return command.add_option(name, rules, description)
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(check)
      ->type_name("RULE,...");
}

}  // namespace

void add_check(CLI::App& program, Job& job) {
  const auto args = std::make_shared<Arguments>();
  CLI::App* command = program.add_subcommand(
      "check",
      message("Find what is likely to be wrong in translations: terms, numbers, marks, …"));
  command
      ->add_option("FILE", args->files,
                   message("tmx, tsv, csv, xlsx, xliff, po; - is standard input; or a document and "
                           "its translation"))
      ->required()
      ->type_name("FILE...");
  add_glossary_option(*command, args->glossaries);
  add_language_option(*command, "--from", args->from,
                      message("Language of the source; without it, what the file says"));
  add_languages_option(*command, "--to", args->to,
                       message("Languages of the translations; all without it"));
  add_rules_option(*command, "--only", args->only,
                   message("Apply these rules only; may be repeated"));
  add_rules_option(*command, "--disable", args->disabled,
                   message("Leave these out; may be repeated"));
  command
      ->add_option("--min-severity", args->min_severity,
                   message("Leave out what is less than this"))
      ->check(CLI::IsMember({"note", "warning", "defect"}))
      ->capture_default_str()
      ->type_name("note|warning|defect");
  command->add_option("--format", args->format, message("Of the files, whatever they are called"))
      ->check(CLI::IsMember({"tmx", "tsv", "csv", "xlsx", "xliff", "po"}))
      ->type_name("FORMAT");
  add_json_option(*command, args->json);
  command->footer(
      rules_help() + "\n" +
      with_example(
          message(
              "A finding a line: FILE:LINE: RULE: what is wrong. Status 1 when there are any.\n"
              "A defect is hardly ever right, a warning is to be looked into, a note may be "
              "meant.\n"
              "Two files of other formats are a document and its translation, and aligned first.\n"
              "A po file that does not say its languages is taken to be from en to --to."),
          "trujaman check -g glossaries/oim-iom.tbx --from es --to en my.tmx"));
  command->callback([args, &job] { job = [args] { return run(*args); }; });
}

}  // namespace trujaman::cli

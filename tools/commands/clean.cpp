#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <trujaman/checker.hpp>

#include "cli/json.hpp"
#include "cli/options.hpp"
#include "cli/progress.hpp"
#include "cli/signals.hpp"
#include "cli/terminal.hpp"
#include "commands/commands.hpp"

namespace trujaman::cli {
namespace {

constexpr const char* duplicate = "duplicate";

/// What may be found wrong with a unit, by the name it has here.
struct Rule {
  const char* name;
  CheckRule rule;
};
constexpr Rule rules[] = {{"empty", CheckRule::Empty},
                          {"same-as-source", CheckRule::Untranslated},
                          {"language", CheckRule::Language}};

struct Arguments {
  std::string memory;
  std::vector<std::string> only;
  bool apply = false;
  bool dry_run = false;  ///< Says what is so anyway without apply.
  bool json = false;
};

/// What is to be done about one unit.
struct Remedy {
  std::int64_t row = 0;
  std::string rule;
  std::string reason;
  std::string source;                  ///< The unit's first text, to know it by.
  std::vector<LanguageTag> languages;  ///< Variants to take out; empty: the whole unit.
};

/// Goes through a memory and finds what to take out of it.
class Search {
 public:
  explicit Search(const std::vector<std::string>& only) : only_(only), checker_(options()) {}

  void look_at(std::int64_t row, const TranslationUnit& unit) {
    Remedy remedy{.row = row, .rule = {}, .reason = {}, .source = {}, .languages = {}};
    if (!unit.variants.empty()) remedy.source = unit.variants.front().text;
    for (const Finding& finding : checker_.check(unit)) {
      // A note is worth a look, no more: a name is the same in both languages.
      if (finding.severity == Severity::Note) continue;
      const LanguageTag language = finding.rule == CheckRule::Language
                                       ? finding.places.front().language
                                       : finding.languages.target;
      if (std::ranges::find(remedy.languages, language) != remedy.languages.end()) continue;
      remedy.languages.push_back(language);
      if (!remedy.rule.empty()) continue;
      remedy.rule = name_of(finding.rule);
      remedy.reason = finding.message;
    }
    const std::size_t kept = unit.variants.size() - remedy.languages.size();
    if (kept < 2) remedy.languages.clear();
    if (!remedy.rule.empty()) remedies_.push_back(remedy);
    if (remedy.rule.empty() && wanted(duplicate)) compare(std::move(remedy), unit);
  }

  [[nodiscard]] std::vector<Remedy> take() { return std::move(remedies_); }

 private:
  [[nodiscard]] bool wanted(const std::string& name) const {
    return only_.empty() || std::ranges::find(only_, name) != only_.end();
  }

  [[nodiscard]] CheckOptions options() const {
    CheckOptions out;
    for (const CheckRule rule : check_rules()) {
      const auto* known = std::ranges::find(rules, rule, &Rule::rule);
      if (known == std::ranges::end(rules) || !wanted(known->name)) out.disabled.push_back(rule);
    }
    return out;
  }

  static std::string name_of(CheckRule rule) {
    return std::ranges::find(rules, rule, &Rule::rule)->name;
  }

  /// Of units with the same texts, the one that was added last stays.
  void compare(Remedy&& remedy, const TranslationUnit& unit) {
    std::vector<std::string> texts;
    for (const Variant& variant : unit.variants) {
      texts.push_back(variant.language.str() + '\t' + variant.text);
    }
    std::ranges::sort(texts);
    const auto [seen, is_new] = seen_.try_emplace(std::move(texts), remedy.row);
    if (is_new) return;
    remedy.row = std::exchange(seen->second, remedy.row);
    remedy.rule = duplicate;
    remedy.reason = "has the same texts as unit " + std::to_string(seen->second);
    remedies_.push_back(std::move(remedy));
  }

  const std::vector<std::string>& only_;
  Checker checker_;
  std::map<std::vector<std::string>, std::int64_t> seen_;
  std::vector<Remedy> remedies_;
};

std::vector<Remedy> search(const Memory& memory, const std::vector<std::string>& only) {
  ProgressBar bar("checking");
  Search found(only);
  std::size_t units = 0;
  memory.for_each([&](std::int64_t row, const TranslationUnit& unit) {
    found.look_at(row, unit);
    return bar.count(++units);
  });
  stop_if_interrupted();
  return found.take();
}

void apply(Memory& memory, const std::vector<Remedy>& remedies) {
  // Read before the transaction begins: the memory is not read through its writer.
  std::vector<std::pair<std::int64_t, TranslationUnit>> changed;
  for (const Remedy& remedy : remedies) {
    if (remedy.languages.empty()) continue;
    auto unit = memory.get(remedy.row);
    if (!unit) continue;
    std::erase_if(unit->variants, [&](const Variant& variant) {
      return std::ranges::find(remedy.languages, variant.language) != remedy.languages.end();
    });
    changed.emplace_back(remedy.row, *std::move(unit));
  }
  MemoryWriter writer = memory.write();
  for (const Remedy& remedy : remedies) {
    stop_if_interrupted();
    if (remedy.languages.empty()) writer.remove(remedy.row);
  }
  for (const auto& [row, unit] : changed) writer.update(row, unit);
  writer.commit();
}

std::string languages_of(const Remedy& remedy) {
  std::string out;
  for (const LanguageTag& language : remedy.languages) {
    out += (out.empty() ? "" : ", ") + language.str();
  }
  return out;
}

void print(const Remedy& remedy, bool json) {
  if (json) {
    Json languages = Json::array();
    for (const LanguageTag& language : remedy.languages) languages.push_back(language.str());
    return print_json({{"unit", remedy.row},
                       {"rule", remedy.rule},
                       {"reason", remedy.reason},
                       {"source", remedy.source},
                       {"removed", remedy.languages.empty() ? "unit" : "variants"},
                       {"languages", std::move(languages)}});
  }
  constexpr std::size_t enough = 60;
  print_line("unit " + std::to_string(remedy.row) + ": " + remedy.rule + ": " +
             shorten(remedy.source, enough) + ": " + remedy.reason +
             (remedy.languages.empty() ? "" : " (only " + languages_of(remedy) + ")"));
}

Status run(const Arguments& args) {
  Memory memory =
      open_memory(args.memory, args.apply ? Memory::Mode::ReadWrite : Memory::Mode::ReadOnly);
  const std::vector<Remedy> remedies = search(memory, args.only);
  for (const Remedy& remedy : remedies) print(remedy, args.json);
  if (args.apply && !remedies.empty()) apply(memory, remedies);
  if (args.json) return remedies.empty() ? Status::None : Status::Done;
  const auto whole = static_cast<std::size_t>(std::ranges::count_if(
      remedies, [](const Remedy& remedy) { return remedy.languages.empty(); }));
  const std::size_t parts = remedies.size() - whole;
  const std::string what =
      count_of(whole, "unit") + (parts == 0 ? "" : " and parts of " + count_of(parts, "more unit"));
  if (remedies.empty()) {
    print_line("nothing to take out");
    return Status::None;
  }
  print_line(args.apply ? what + " taken out"
                        : what + " to take out; nothing is changed yet: add --apply");
  return Status::Done;
}

}  // namespace

void add_clean(CLI::App& program, Job& job) {
  const auto args = std::make_shared<Arguments>();
  CLI::App* command = program.add_subcommand(
      "clean", "Take useless units out of a memory, after showing which they are");
  add_memory_option(*command, args->memory)->required();
  command
      ->add_option("--only", args->only,
                   "Only these rules: empty, same-as-source, language, duplicate")
      ->delimiter(',')
      ->check(CLI::IsMember({"empty", "same-as-source", "language", duplicate}))
      ->type_name("RULE,...");
  CLI::Option* apply = command->add_flag("--apply", args->apply, "Do it");
  command->add_flag("--dry-run", args->dry_run, "Show what would be done, as without --apply")
      ->excludes(apply);
  add_json_option(*command, args->json);
  command->footer(
      "empty: a translation without text; same-as-source: the source where a translation should\n"
      "be; language: a text in another language than it is said to be in; duplicate: the same\n"
      "texts as a newer unit. Of a unit with three languages the bad one goes. One transaction.\n"
      "Status 1 when there is nothing to take out.\n\n"
      "Example:\n  trujaman clean --memory my.tm");
  command->callback([args, &job] { job = [args] { return run(*args); }; });
}

}  // namespace trujaman::cli

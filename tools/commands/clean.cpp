/// clean: what is of no use in a memory or a file, and the same without it.
#include <algorithm>
#include <cstdint>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <trujaman/cleaner.hpp>
#include <trujaman/message.hpp>
#include <trujaman/unit_pool.hpp>

#include "cli/help.hpp"
#include "cli/json.hpp"
#include "cli/options.hpp"
#include "cli/progress.hpp"
#include "cli/signals.hpp"
#include "cli/terminal.hpp"
#include "cli/unit_input.hpp"
#include "cli/unit_output.hpp"
#include "commands/commands.hpp"

namespace trujaman::cli {
namespace {

struct Arguments {
  std::string memory;
  std::string file;
  InputArguments input;
  OutputArguments output;
  std::vector<std::string> only;
  std::vector<std::string> skip;
  bool apply = false;
  bool json = false;
};

CleanOptions options_of(const Arguments& args) {
  CleanOptions out;
  for (const CleanRule rule : clean_rules()) {
    const auto named = [&](const std::vector<std::string>& names) {
      return std::ranges::find(names, name_of(rule)) != names.end();
    };
    if ((!args.only.empty() && !named(args.only)) || named(args.skip)) out.disabled.push_back(rule);
  }
  return out;
}

/// "unit 12" of a memory, or the unit's place in a file.
struct Place {
  std::int64_t unit = 0;
  Location where;
};

std::string to_text(const Place& place) {
  return place.where.source.empty() ? message("unit {1}", place.unit) : to_string(place.where);
}

Json to_json(const Place& place) {
  if (place.where.source.empty()) return {{"unit", place.unit}};
  return {{"unit", place.unit}, {"file", place.where.source}, {"line", place.where.line}};
}

/// A finding with what a person knows the unit by.
struct Shown {
  const Remedy& remedy;
  Place place;
  std::string source;
  std::optional<Place> kept;
};

std::string list(const std::vector<LanguageTag>& languages) {
  std::string out;
  for (const LanguageTag& language : languages) {
    out += (out.empty() ? "" : ", ") + language.str();
  }
  return out;
}

/// Prints findings; on standard error where the output is the clean file.
class Printer {
 public:
  explicit Printer(const Arguments& args)
      : json_(args.json), beside_(!args.file.empty() && args.output.path == "-") {}

  void print(const Shown& shown) const {
    const Remedy& remedy = shown.remedy;
    if (json_) return print_object(shown);
    constexpr std::size_t enough = 60;
    std::string line = to_text(shown.place) + ": " + std::string(name_of(remedy.rule)) + ": " +
                       message("“{1}”", shorten(shown.source, enough)) + ": " + remedy.reason;
    if (shown.kept) line += " (" + to_text(*shown.kept) + ")";
    if (!remedy.languages.empty()) line += " (" + message("only {1}", list(remedy.languages)) + ")";
    say(line);
  }
  void say(const std::string& line) const {
    if (beside_) {
      std::cerr << line + '\n';
    } else {
      print_line(line);
    }
  }
  [[nodiscard]] bool json() const noexcept { return json_; }

 private:
  void print_object(const Shown& shown) const {
    const Remedy& remedy = shown.remedy;
    Json languages = Json::array();
    for (const LanguageTag& language : remedy.languages) languages.push_back(language.str());
    Json out = to_json(shown.place);
    out["rule"] = name_of(remedy.rule);
    out["reason"] = remedy.reason;
    out["source"] = shown.source;
    out["removed"] = remedy.languages.empty() ? "unit" : "variants";
    out["languages"] = std::move(languages);
    if (shown.kept) out["kept"] = to_json(*shown.kept);
    if (!beside_) print_json(out);
  }

  bool json_;
  bool beside_;
};

/// "2 units and parts of 1 more unit".
std::string amount(const std::vector<Remedy>& remedies) {
  const auto whole = static_cast<std::size_t>(std::ranges::count_if(
      remedies, [](const Remedy& remedy) { return remedy.languages.empty(); }));
  const std::size_t parts = remedies.size() - whole;
  const std::string units = counted("{1} unit", "{1} units", whole);
  if (parts == 0) return units;
  return counted("{2} and parts of {1} more unit", "{2} and parts of {1} more units", parts, units);
}

std::string first_text(const TranslationUnit& unit) {
  return unit.variants.empty() ? std::string() : unit.variants.front().text;
}

// A memory ----------------------------------------------------------------------------------------

std::vector<Remedy> search(const Memory& memory, const CleanOptions& options) {
  ProgressBar bar(message("checking"));
  Cleaner cleaner(options);
  std::size_t units = 0;
  memory.for_each([&](std::int64_t row, const TranslationUnit& unit) {
    cleaner.add(row, unit);
    return bar.count(++units);
  });
  stop_if_interrupted();
  return cleaner.remedies();
}

void apply_to(Memory& memory, const std::vector<Remedy>& remedies) {
  // Read before the transaction begins: the memory is not read through its writer.
  std::vector<std::pair<std::int64_t, TranslationUnit>> changed;
  for (const Remedy& remedy : remedies) {
    if (remedy.languages.empty()) continue;
    auto unit = memory.get(remedy.unit);
    if (unit && trujaman::apply(remedy, *unit)) changed.emplace_back(remedy.unit, *std::move(unit));
  }
  MemoryWriter writer = memory.write();
  for (const Remedy& remedy : remedies) {
    stop_if_interrupted();
    if (remedy.languages.empty()) writer.remove(remedy.unit);
  }
  for (const auto& [row, unit] : changed) writer.update(row, unit);
  writer.commit();
}

Place at_row(std::int64_t row) {
  Place place;
  place.unit = row;
  return place;
}

Status clean_memory(const Arguments& args) {
  if (!args.output.path.empty()) {
    throw UsageError(message("-o is for files; a memory is cleaned with --apply"));
  }
  Memory memory =
      open_memory(args.memory, args.apply ? Memory::Mode::ReadWrite : Memory::Mode::ReadOnly);
  const std::vector<Remedy> remedies = search(memory, options_of(args));
  const Printer printer(args);
  for (const Remedy& remedy : remedies) {
    const auto unit = memory.get(remedy.unit);
    std::string source = unit ? first_text(*unit) : std::string();
    Shown shown{remedy, at_row(remedy.unit), std::move(source), std::nullopt};
    if (remedy.kept) shown.kept = at_row(*remedy.kept);
    printer.print(shown);
  }
  if (args.apply && !remedies.empty()) apply_to(memory, remedies);
  if (!args.json) {
    printer.say(remedies.empty() ? message("nothing to take out")
                : args.apply     ? message("{1} taken out", amount(remedies))
                                 : message("{1} to take out; nothing is changed yet: add --apply",
                                           amount(remedies)));
  }
  return remedies.empty() ? Status::None : Status::Done;
}

// A file ------------------------------------------------------------------------------------------

void write_clean(const UnitPool& pool, const std::vector<Remedy>& remedies, UnitOutput& output) {
  auto remedy = remedies.begin();
  for (std::size_t n = 0; n < pool.size(); ++n) {
    stop_if_interrupted();
    TranslationUnit unit = pool.get(n).unit;
    const bool has_remedy = remedy != remedies.end() && static_cast<std::size_t>(remedy->unit) == n;
    if (!has_remedy || trujaman::apply(*remedy, unit)) output.write(unit);
    if (has_remedy) ++remedy;
  }
  output.finish();
  output.publish();
}

Status clean_file(const Arguments& args) {
  if (args.apply)
    throw UsageError(message("--apply is for memories; a file is written anew with -o"));
  const bool writes = !args.output.path.empty();
  std::optional<UnitOutput> output;
  if (writes) output.emplace(args.output);
  UnitPool pool;
  Cleaner cleaner(options_of(args));
  // What a reader says of records would stand among the findings of JSON.
  Warnings warnings(false);
  InputArguments input = args.input;
  input.from = args.output.from;
  if (args.output.to.size() == 1) input.to = args.output.to.front();
  FileHeader header;
  if (output) output->follow(header);
  read_unit_file(
      args.file, input,
      [&](TranslationUnit&& unit, const Location& where) {
        cleaner.add(static_cast<std::int64_t>(pool.size()), unit);
        pool.add(unit, where);
      },
      warnings, &header);
  warnings.finish();
  const std::vector<Remedy> remedies = cleaner.remedies();
  const Printer printer(args);
  const auto place = [](std::int64_t number, Location where) {
    return Place{number + 1, std::move(where)};
  };
  for (const Remedy& remedy : remedies) {
    PlacedUnit placed = pool.get(static_cast<std::size_t>(remedy.unit));
    Shown shown{remedy, place(remedy.unit, placed.where), first_text(placed.unit), std::nullopt};
    if (remedy.kept) {
      shown.kept = place(*remedy.kept, pool.get(static_cast<std::size_t>(*remedy.kept)).where);
    }
    printer.print(shown);
  }
  if (writes) write_clean(pool, remedies, *output);
  if (args.json) return remedies.empty() ? Status::None : Status::Done;
  printer.say(remedies.empty() ? message("nothing to take out")
                               : message("{1} to take out", amount(remedies)));
  if (writes) {
    print_losses(args.output.path, *output);
    printer.say(account_of(args.output, output->written(), output->left_out()));
  }
  return remedies.empty() ? Status::None : Status::Done;
}

/// "  name  what it finds", a line a rule.
std::string rules_help() {
  constexpr std::size_t width = 16;
  std::string out = message("Rules, in the order in which they are tried:") + "\n";
  for (const CleanRule rule : clean_rules()) {
    out += "  " + padded(name_of(rule), width) + message(description_of(rule)) + "\n";
  }
  return out;
}

void add_rules_option(CLI::App& command, const std::string& name, std::vector<std::string>& rules,
                      const std::string& description) {
  const auto check = [](const std::string& rule) {
    return find_clean_rule(rule) ? std::string()
                                 : message("there is no rule '{1}'; --help lists them", rule);
  };
  command.add_option(name, rules, description)
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(check)
      ->type_name("RULE,...");
}

}  // namespace

void add_clean(CLI::App& program, Job& job) {
  const auto args = std::make_shared<Arguments>();
  CLI::App* command = program.add_subcommand(
      "clean",
      message("Take useless units out of a memory or a file, after showing which they are"));
  add_optional_memory_option(*command, args->memory);
  command
      ->add_option("IN", args->file,
                   message("A file instead of a memory: tmx, xliff, po, tsv, csv or xlsx"))
      ->type_name("IN");
  command->add_option("-o,--output", args->output.path, message("Where the clean file goes"))
      ->type_name("OUT");
  add_rules_option(*command, "--only", args->only,
                   message("Apply these rules only; may be repeated"));
  add_rules_option(*command, "--skip", args->skip, message("Leave these out; may be repeated"));
  command->add_flag("--apply", args->apply, message("Do it, to the memory"));
  add_input_format_option(*command, args->input);
  add_output_options(*command, args->output);
  command->get_option("--apply")->excludes("--dry-run");
  add_json_option(*command, args->json);
  command->footer(
      rules_help() + "\n" +
      with_example(
          message("Of a unit with three languages only the bad one goes, where two good ones are "
                  "left. A\n"
                  "memory is changed by --apply only, in one transaction; a file never: -o makes a "
                  "new one.\n"
                  "Status 1 when there is nothing to take out."),
          "trujaman clean --memory my.tm\ntrujaman clean old.tmx -o new.tmx --skip length"));
  command->callback([args, &job] {
    job = [args] {
      if (!args->file.empty()) return clean_file(*args);
      if (args->memory.empty()) args->memory = memory_of_environment();
      if (args->memory.empty()) throw UsageError(message("neither a file nor a memory is given"));
      return clean_memory(*args);
    };
  });
}

}  // namespace trujaman::cli

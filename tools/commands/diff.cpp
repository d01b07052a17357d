/// diff: what differs between two files of units.
#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <trujaman/message.hpp>
#include <trujaman/unit_diff.hpp>
#include <trujaman/unit_filter.hpp>

#include "cli/help.hpp"
#include "cli/json.hpp"
#include "cli/options.hpp"
#include "cli/signals.hpp"
#include "cli/terminal.hpp"
#include "cli/unit_input.hpp"
#include "commands/commands.hpp"

namespace trujaman::cli {
namespace {

struct Arguments {
  std::string first;
  std::string second;
  InputArguments input;
  bool details = false;
  bool summary = false;
  bool json = false;
};

struct Count {
  std::size_t removed = 0;
  std::size_t added = 0;
  std::size_t changed = 0;
};

const char* name_of(UnitDifference::Kind kind) {
  switch (kind) {
    case UnitDifference::Kind::Removed:
      return "removed";
    case UnitDifference::Kind::Added:
      return "added";
    case UnitDifference::Kind::Changed:
      return "changed";
  }
  return "";
}

Json texts_json(const std::optional<TranslationUnit>& unit) {
  if (!unit) return nullptr;
  Json out = Json::object();
  for (const Variant& v : unit->variants) out[v.language.str()] = v.text;
  return out;
}

Json place_json(const std::optional<TranslationUnit>& unit, const Location& where) {
  if (!unit) return nullptr;
  return {{"file", where.source}, {"line", where.line}};
}

Json to_json(const UnitDifference& d) {
  return {{"change", name_of(d.kind)},
          {"id", d.after && !d.after->id.empty() ? d.after->id
                 : d.before                      ? d.before->id
                                                 : ""},
          {"before", texts_json(d.before)},
          {"after", texts_json(d.after)},
          {"before_place", place_json(d.before, d.before_where)},
          {"after_place", place_json(d.after, d.after_where)}};
}

/// Red and green as git has them; [-…-] and {+…+} where there is no colour, as its word diff has
/// those.
struct Marks {
  const char* removed[2];
  const char* added[2];
};
constexpr Marks coloured{{"\x1b[1;31m", "\x1b[0m"}, {"\x1b[1;32m", "\x1b[0m"}};
constexpr Marks plain{{"[-", "-]"}, {"{+", "+}"}};

std::string marked(const std::string& text, const std::vector<TextSpan>& spans,
                   const char* const (&marks)[2]) {
  std::string out;
  std::size_t done = 0;
  for (const TextSpan& span : spans) {
    out.append(text, done, span.begin - done).append(marks[0]);
    out.append(text, span.begin, span.size()).append(marks[1]);
    done = span.end;
  }
  return out.append(text, done);
}

/// Prints differences for people.
class Printer {
 public:
  Printer() : marks_(colour_wanted() ? coloured : plain) {}

  void print(const UnitDifference& d) const {
    const Location& where =
        d.kind == UnitDifference::Kind::Removed ? d.before_where : d.after_where;
    const std::string& id = d.after ? d.after->id : d.before->id;
    std::string head = to_string(d.before ? d.before_where : where);
    if (d.kind == UnitDifference::Kind::Changed) head += " → " + to_string(where);
    print_line(head + ": " + name_of(d.kind) + (id.empty() ? "" : " (" + id + ")"));
    if (d.kind != UnitDifference::Kind::Changed) {
      const bool removed = d.kind == UnitDifference::Kind::Removed;
      for (const Variant& v : (removed ? d.before : d.after)->variants) {
        print_text(removed ? '-' : '+', v.language, v.text);
      }
      return;
    }
    print_changed(*d.before, *d.after);
  }

 private:
  static void print_text(char sign, const LanguageTag& language, const std::string& text) {
    print_line(std::string(1, sign) + ' ' + language.str() + "  " + text);
  }

  void print_changed(const TranslationUnit& before, const TranslationUnit& after) const {
    bool same_texts = true;
    for (const Variant& old : before.variants) {
      const Variant* now = exact(after, old.language);
      if (now == nullptr) {
        print_text('-', old.language, old.text);
        same_texts = false;
      } else if (now->text == old.text) {
        print_text(' ', old.language, old.text);
        if (now->codes != old.codes) print_line("    " + message("its codes differ"));
        same_texts = same_texts && now->codes == old.codes;
      } else {
        const TextDifference words = compare_words(old.text, now->text);
        print_text('-', old.language, marked(old.text, words.before, marks_.removed));
        print_text('+', now->language, marked(now->text, words.after, marks_.added));
        same_texts = false;
      }
    }
    for (const Variant& now : after.variants) {
      if (exact(before, now.language) != nullptr) continue;
      print_text('+', now.language, now.text);
      same_texts = false;
    }
    if (same_texts) print_line("    " + message("dates, notes, properties or the like differ"));
  }

  static const Variant* exact(const TranslationUnit& unit, const LanguageTag& language) {
    const auto found = std::ranges::find(unit.variants, language, &Variant::language);
    return found == unit.variants.end() ? nullptr : &*found;
  }

  const Marks& marks_;
};

void read(const Arguments& args, UnitDiffer& differ, Warnings& warnings) {
  read_unit_file(
      args.first, args.input,
      [&](TranslationUnit&& unit, const Location& where) { differ.add_first(unit, where); },
      warnings);
  read_unit_file(
      args.second, args.input,
      [&](TranslationUnit&& unit, const Location& where) { differ.add_second(unit, where); },
      warnings);
  warnings.finish();
}

void count_in(Count& count, UnitDifference::Kind kind) {
  count.removed += kind == UnitDifference::Kind::Removed ? 1 : 0;
  count.added += kind == UnitDifference::Kind::Added ? 1 : 0;
  count.changed += kind == UnitDifference::Kind::Changed ? 1 : 0;
}

Status run(const Arguments& args) {
  if (args.first == "-" && args.second == "-") {
    throw UsageError(message("standard input can be one of the two only"));
  }
  UnitDiffer differ({.details = args.details});
  // What a reader says of records would stand among the differences of JSON.
  Warnings warnings(false);
  read(args, differ, warnings);
  Count count;
  const Printer printer;
  differ.for_each([&](const UnitDifference& d) {
    stop_if_interrupted();
    count_in(count, d.kind);
    if (args.json && !args.summary) {
      print_json(to_json(d));
    } else if (!args.summary) {
      printer.print(d);
    }
    return true;
  });
  const bool same = count.removed + count.added + count.changed == 0;
  if (args.json && args.summary) {
    print_json({{"removed", count.removed}, {"added", count.added}, {"changed", count.changed}});
  } else if (!args.json && !same) {
    print_line(
        message("{1} removed, {2} added, {3} changed", count.removed, count.added, count.changed));
  }
  return same ? Status::Done : Status::None;
}

}  // namespace

void add_diff(CLI::App& program, Job& job) {
  const auto args = std::make_shared<Arguments>();
  CLI::App* command =
      program.add_subcommand("diff", message("Tell what differs between two files of units"));
  command
      ->add_option("FIRST", args->first, message("tmx, xliff, po, tsv or csv; - is standard input"))
      ->required()
      ->type_name("FIRST");
  command->add_option("SECOND", args->second, message("Another one, of any of these formats"))
      ->required()
      ->type_name("SECOND");
  command->add_flag("--details", args->details,
                    message("Dates, notes, properties, places and ids count, too"));
  command->add_flag("--summary", args->summary,
                    message("Only say how many were removed, added, changed"));
  add_input_format_option(*command, args->input);
  add_language_option(*command, "--from", args->input.from,
                      message("Source language of po files that name none"));
  add_language_option(*command, "--to", args->input.to, message("… and their target language"));
  add_json_option(*command, args->json);
  command->footer(with_example(
      message("The order of units does not count, how often one stands there does. A unit has "
              "changed when\n"
              "one with its id, or with its source text, stands in the second file and is not in "
              "the first.\n"
              "The words that differ are red and green on a terminal, else [-so-] and {+so+}. "
              "Status 1 when\n"
              "there is any difference. Units are kept in temporary files (TMPDIR) meanwhile."),
      "trujaman diff old.tmx new.tmx"));
  command->callback([args, &job] { job = [args] { return run(*args); }; });
}

}  // namespace trujaman::cli

#include "cli/unit_input.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include <trujaman/error.hpp>
#include <trujaman/message.hpp>

#include "cli/progress.hpp"
#include "cli/signals.hpp"
#include "cli/status.hpp"
#include "cli/unit_files.hpp"

namespace trujaman::cli {
namespace {

bool is_glossary(const std::string& file) {
  const std::string ending = std::filesystem::path(file).extension().string();
  return ending == ".tbx" || ending == ".TBX" || ending == ".tbxm";
}

bool is_table(UnitFormat format) {
  return format == UnitFormat::Tsv || format == UnitFormat::Csv || format == UnitFormat::Xlsx;
}

/// Takes out of a unit of XLIFF or po the target that says nothing but that there is none yet.
void drop_empty_target(TranslationUnit& unit) {
  if (unit.variants.size() != 2) return;
  const Variant& target = unit.variants.back();
  const auto says_nothing = [](const Property& p) {
    return p.type == "x-state" &&
           (p.value == "new" || p.value == "needs-translation" || p.value == "initial");
  };
  if (target.text.empty() && target.codes.empty() && target.notes.empty() &&
      std::ranges::all_of(target.properties, says_nothing)) {
    unit.variants.pop_back();
  }
}

/// Gives the texts of a file that does not name its languages those that the user named.
void name_languages(TranslationUnit& unit, const InputArguments& args, const std::string& file) {
  const auto undetermined = [](const Variant& v) { return v.language.undetermined(); };
  if (std::ranges::none_of(unit.variants, undetermined)) return;
  if (args.from.empty() || args.to.empty() || unit.variants.size() > 2) {
    throw Error(Errc::InvalidArgument, message("does not name its languages; give --from and --to"),
                {.source = file});
  }
  for (Variant& v : unit.variants) {
    if (undetermined(v)) v.language = LanguageTag(&v == unit.variants.data() ? args.from : args.to);
  }
  if (unit.source_language.undetermined()) unit.source_language = LanguageTag(args.from);
}

}  // namespace

void add_input_format_option(CLI::App& command, InputArguments& args) {
  command
      .add_option("--input-format", args.format, message("Of what is read, whatever it is called"))
      ->check(CLI::IsMember({"tmx", "tsv", "csv", "xlsx", "xlf", "xliff", "po"}))
      ->type_name("FORMAT");
}

ReadSummary read_unit_file(const std::string& file, const InputArguments& args,
                           const LocatedUnitSink& sink, Warnings& warnings, FileHeader* header) {
  if (args.format.empty() && is_glossary(file)) {
    throw UsageError(message("{1} is a glossary; 'trujaman glossary export' converts those", file));
  }
  const UnitFormat format = unit_format(file, args.format);
  const LanguagePair languages{args.from.empty() ? LanguageTag("en") : LanguageTag(args.from),
                               args.to.empty() ? LanguageTag() : LanguageTag(args.to)};
  ProgressBar bar(file);
  ReadPosition position;
  std::size_t units = 0;
  std::size_t passed = 0;
  const auto pass = [&](TranslationUnit&& unit, const Location& where) {
    if (!bar.count(++units, position)) stop_if_interrupted();
    name_languages(unit, args, file);
    if (format == UnitFormat::Xliff || format == UnitFormat::Po) drop_empty_target(unit);
    if (unit.variants.size() < 2 && is_table(format)) {
      return warnings.add({.severity = Severity::Note,
                           .message = message("text in one language only; skipped"),
                           .where = where});
    }
    ++passed;
    sink(std::move(unit), where);
  };
  const DiagnosticSink warn = [&](const Diagnostic& diagnostic) { warnings.add(diagnostic); };
  FileHeader own;
  ReadSummary summary = read_units(file, format, languages, LocatedUnitSink(pass), warn, {},
                                   {header == nullptr ? &own : header, &position});
  stop_if_interrupted();
  summary.passed = passed;
  return summary;
}

}  // namespace trujaman::cli

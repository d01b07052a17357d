#include "cli/unit_input.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include <trujaman/error.hpp>

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

/// Readers that tell the line pass on everything that stands in a file. Of TMX that is what is
/// wanted, of a table all but rows in one language; of XLIFF and po, only the reader knows what is
/// a translation.
bool tells_lines(UnitFormat format) {
  return format == UnitFormat::Tmx || format == UnitFormat::Tsv || format == UnitFormat::Csv ||
         format == UnitFormat::Xlsx;
}

/// Gives the texts of a file that does not name its languages those that the user named.
void name_languages(TranslationUnit& unit, const InputArguments& args, const std::string& file) {
  const auto undetermined = [](const Variant& v) { return v.language.undetermined(); };
  if (std::ranges::none_of(unit.variants, undetermined)) return;
  if (args.from.empty() || args.to.empty() || unit.variants.size() > 2) {
    throw Error(Errc::InvalidArgument, "does not name its languages; give --from and --to",
                {.source = file});
  }
  for (Variant& v : unit.variants) {
    if (undetermined(v)) v.language = LanguageTag(&v == unit.variants.data() ? args.from : args.to);
  }
  if (unit.source_language.undetermined()) unit.source_language = LanguageTag(args.from);
}

}  // namespace

void add_input_format_option(CLI::App& command, InputArguments& args) {
  command.add_option("--input-format", args.format, "Of what is read, whatever it is called")
      ->check(CLI::IsMember({"tmx", "tsv", "csv", "xlsx", "xlf", "xliff", "po"}))
      ->type_name("FORMAT");
}

ReadSummary read_unit_file(const std::string& file, const InputArguments& args,
                           const LocatedUnitSink& sink, Warnings& warnings, FileHeader* header) {
  if (args.format.empty() && is_glossary(file)) {
    throw UsageError(file + " is a glossary; 'trujaman glossary export' converts those");
  }
  const UnitFormat format = unit_format(file, args.format);
  const LanguagePair languages{args.from.empty() ? LanguageTag("en") : LanguageTag(args.from),
                               args.to.empty() ? LanguageTag() : LanguageTag(args.to)};
  ProgressBar bar(file);
  std::size_t units = 0;
  std::size_t passed = 0;
  const auto pass = [&](TranslationUnit&& unit, const Location& where) {
    if (!bar.count(++units)) stop_if_interrupted();
    name_languages(unit, args, file);
    if (unit.variants.size() < 2 && format != UnitFormat::Tmx) {
      return warnings.add({.severity = Severity::Note,
                           .message = "text in one language only; skipped",
                           .where = where});
    }
    ++passed;
    sink(std::move(unit), where);
  };
  const DiagnosticSink warn = [&](const Diagnostic& diagnostic) { warnings.add(diagnostic); };
  ReadSummary summary;
  if (tells_lines(format)) {
    summary = read_units(file, format, languages, LocatedUnitSink(pass), warn, {}, header);
  } else {
    summary = read_units(file, format, languages, UnitSink([&](TranslationUnit&& unit) {
                           pass(std::move(unit), {.source = file});
                         }),
                         warn, {}, header);
  }
  stop_if_interrupted();
  summary.passed = passed;
  return summary;
}

}  // namespace trujaman::cli

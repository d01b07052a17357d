#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <trujaman/message.hpp>

#include "cli/help.hpp"
#include "cli/options.hpp"
#include "cli/output_file.hpp"
#include "cli/progress.hpp"
#include "cli/signals.hpp"
#include "cli/terminal.hpp"
#include "cli/unit_files.hpp"
#include "cli/unit_filter.hpp"
#include "commands/commands.hpp"

namespace trujaman::cli {
namespace {

struct Arguments {
  std::string memory;
  std::string output;
  std::string format;
  XliffVersion xliff_version = XliffVersion::V1_2;
  std::string from;
  std::vector<std::string> to;
  TmxOptions tmx;
  FilterArguments filter;
};

bool falls_under(const LanguageTag& tag, const std::vector<LanguageTag>& ranges) {
  return std::ranges::any_of(ranges, [&](const LanguageTag& range) { return tag.matches(range); });
}

/// The languages that were asked for; none when all are wanted.
std::vector<LanguageTag> wanted_languages(const Arguments& args) {
  std::vector<LanguageTag> out;
  if (!args.from.empty()) out.emplace_back(args.from);
  for (const std::string& tag : args.to) out.emplace_back(tag);
  return out;
}

/// A column for each wanted language, or for each that the memory has.
std::vector<LanguageTag> columns(const Memory& memory, const std::vector<LanguageTag>& wanted) {
  if (!wanted.empty()) return wanted;
  std::vector<LanguageTag> out;
  for (const auto& [language, count] : memory.statistics().languages) out.push_back(language);
  return out;
}

struct Count {
  std::size_t written = 0;
  std::size_t repeated = 0;  ///< Left out of a po file, which has their text already.
};

/// Writes the units that have every wanted language, without their other variants.
Count write_units(const Memory& memory, UnitWriter& writer, const std::vector<LanguageTag>& wanted,
                  UnitFilter filter) {
  filter.languages = wanted;
  ProgressBar bar(message("exporting"));
  Count count;
  const auto write = [&](std::int64_t /*row*/, const TranslationUnit& unit) {
    TranslationUnit part = unit;
    if (!wanted.empty()) {
      std::erase_if(part.variants,
                    [&](const Variant& v) { return !falls_under(v.language, wanted); });
    }
    ++(writer.write(part) ? count.written : count.repeated);
    return bar.count(count.written + count.repeated);
  };
  memory.for_each(write, filter);
  stop_if_interrupted();
  writer.finish();
  return count;
}

Status run(const Arguments& args) {
  const UnitFormat format = unit_format(args.output, args.format);
  const UnitFilter filter = filter_of(args.filter);
  const Memory memory = open_memory(args.memory, Memory::Mode::ReadOnly);
  const std::vector<LanguageTag> wanted = wanted_languages(args);
  const LanguageTag source = args.from.empty() ? LanguageTag() : LanguageTag(args.from);
  OutputFile output(args.output);
  UnitWriter writer(output.stream(), format, source, columns(memory, wanted),
                    {.tmx = args.tmx, .xliff = args.xliff_version});
  const Count count = write_units(memory, writer, wanted, filter);
  output.close();
  output.publish();
  if (count.repeated != 0) {
    print_warning({.severity = Severity::Warning,
                   .message = counted("{1} unit left out, whose text is there already with another "
                                      "translation; TMX holds all",
                                      "{1} units left out, whose text is there already with "
                                      "another translation; TMX holds all",
                                      count.repeated),
                   .where = {.source = args.output}});
  }
  if (args.output != "-")
    print_line(args.output + ": " + counted("{1} unit", "{1} units", count.written));
  return Status::Done;
}

}  // namespace

void add_export(CLI::App& program, Job& job) {
  const auto args = std::make_shared<Arguments>();
  CLI::App* command = program.add_subcommand("export", message("Write a memory's units to a file"));
  add_memory_option(*command, args->memory)->required();
  command
      ->add_option("-o,--output", args->output,
                   message("tmx, xlf, po, tsv, csv or xlsx by its ending; - with --format"))
      ->required()
      ->type_name("FILE");
  add_format_option(*command, args->format);
  add_xliff_version_option(*command, args->xliff_version);
  CLI::Option* from = add_language_option(*command, "--from", args->from,
                                          message("Only units that have this language"));
  add_languages_option(*command, "--to", args->to,
                       message("… and these; other languages are left out"))
      ->needs(from);
  add_filter_options(*command, args->filter);
  add_tmx_options(*command, args->tmx);
  command->footer(
      with_example("", "trujaman export --memory my.tm --from es --to en -o es-en.tmx"));
  command->callback([args, &job] { job = [args] { return run(*args); }; });
}

}  // namespace trujaman::cli

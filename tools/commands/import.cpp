#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/json.hpp"
#include "cli/options.hpp"
#include "cli/progress.hpp"
#include "cli/signals.hpp"
#include "cli/terminal.hpp"
#include "cli/unit_files.hpp"
#include "commands/commands.hpp"

namespace trujaman::cli {
namespace fs = std::filesystem;
namespace {

/// Most warnings shown, or kept for JSON: a broken file of gigabytes must not fill the memory.
constexpr std::size_t most_warnings_shown = 20;
constexpr std::size_t most_warnings_kept = 10'000;

struct Arguments {
  std::vector<std::string> files;
  std::string memory;
  std::string format;
  std::string from = "en";
  std::string to;
  bool json = false;
};

/// What became of one file.
struct Result {
  std::string file;
  ReadSummary summary;
  std::size_t added = 0;
  std::size_t merged = 0;
  std::vector<Diagnostic> warnings;
  std::size_t warnings_left_off = 0;
};

/// Adds the units of one file in one transaction.
Result import_file(Memory& memory, const std::string& file, UnitFormat format,
                   const LanguagePair& languages) {
  Result result{.file = file, .summary = {}, .warnings = {}};
  ProgressBar bar(file);
  MemoryWriter writer = memory.write();
  std::size_t units = 0;
  const auto add = [&](TranslationUnit&& unit) {
    if (!bar.count(++units)) stop_if_interrupted();
    for (const Variant& variant : unit.variants) {
      if (variant.language.undetermined()) {
        throw Error(Errc::InvalidArgument, "does not name its languages; give --from and --to",
                    {.source = file});
      }
    }
    writer.add(unit);
  };
  const auto warn = [&](const Diagnostic& diagnostic) {
    if (result.warnings.size() < most_warnings_kept) {
      result.warnings.push_back(diagnostic);
    } else {
      ++result.warnings_left_off;
    }
  };
  result.summary = read_units(file, format, languages, add, warn);
  stop_if_interrupted();
  writer.commit();
  result.added = writer.summary().added;
  result.merged = writer.summary().merged;
  return result;
}

/// Units that stand in the file but not in the memory now.
std::size_t skipped(const Result& result) {
  return result.summary.read - result.added - result.merged;
}

void print_result(const Result& result) {
  for (std::size_t i = 0; i < result.warnings.size() && i < most_warnings_shown; ++i) {
    print_warning(result.warnings[i]);
  }
  const std::size_t all = result.warnings.size() + result.warnings_left_off;
  if (all > most_warnings_shown) {
    print_warning({.severity = Severity::Warning,
                   .message = count_of(all - most_warnings_shown, "further warning"),
                   .where = {.source = result.file}});
  }
  print_line(result.file + ": " + count_of(result.summary.read, "unit") + ", " +
             std::to_string(result.added) + " added, " + std::to_string(result.merged) +
             " already there, " + std::to_string(skipped(result)) + " skipped");
}

Json result_json(const Result& result) {
  Json warnings = Json::array();
  for (const Diagnostic& d : result.warnings) {
    warnings.push_back({{"line", d.where.line}, {"reason", d.message}});
  }
  Json out = {{"file", result.file},        {"read", result.summary.read},
              {"added", result.added},      {"merged", result.merged},
              {"skipped", skipped(result)}, {"warnings", std::move(warnings)}};
  if (result.warnings_left_off != 0) out["warnings_left_off"] = result.warnings_left_off;
  return out;
}

/// Whether an exception concerns one file, so that the next ones can still be tried.
bool concerns_one_file(const Error& error) {
  return error.code() == Errc::Io || error.code() == Errc::Malformed ||
         error.code() == Errc::Unsupported || error.code() == Errc::InvalidArgument;
}

/// The memory that is imported into. One that was made for it goes again when no file could be
/// read.
class Destination {
 public:
  explicit Destination(const std::string& path)
      : path_(path), made_(!fs::exists(path)), memory_(open_memory(path, Memory::Mode::Create)) {}
  ~Destination() {
    try {
      const bool unused = made_ && !kept_ && memory_->statistics().units == 0;
      memory_.reset();
      if (unused) fs::remove(path_);
    } catch (...) {  // an empty memory that stays does no harm
    }
  }
  Destination(const Destination&) = delete;
  Destination& operator=(const Destination&) = delete;
  [[nodiscard]] Memory& memory() { return *memory_; }
  void keep() { kept_ = true; }

 private:
  std::string path_;
  bool made_;
  bool kept_ = false;
  std::optional<Memory> memory_;
};

Status run(const Arguments& args) {
  std::vector<UnitFormat> formats;
  for (const std::string& file : args.files) formats.push_back(unit_format(file, args.format));
  const LanguagePair languages{LanguageTag(args.from),
                               args.to.empty() ? LanguageTag() : LanguageTag(args.to)};
  Destination destination(args.memory);
  Status status = Status::Done;
  for (std::size_t i = 0; i < args.files.size(); ++i) {
    try {
      const Result result = import_file(destination.memory(), args.files[i], formats[i], languages);
      destination.keep();
      if (args.json) {
        print_json(result_json(result));
      } else {
        print_result(result);
      }
    } catch (const Error& e) {
      if (!concerns_one_file(e)) throw;
      print_error(e.what(), e.where());
      status = Status::Input;
    }
    flush_output();
  }
  return status;
}

}  // namespace

void add_import(CLI::App& program, Job& job) {
  const auto args = std::make_shared<Arguments>();
  CLI::App* command = program.add_subcommand("import", "Add the units of files to a memory");
  command->add_option("FILE", args->files, "tmx, xliff, po, tsv or csv; - is standard input")
      ->required()
      ->type_name("FILE...");
  add_memory_option(*command, args->memory)->required();
  add_format_option(*command, args->format);
  add_language_option(*command, "--from", args->from, "Source language of po files that name none")
      ->capture_default_str();
  add_language_option(*command, "--to", args->to, "… and their target language");
  add_json_option(*command, args->json);
  command->footer(
      "The memory is made when missing. Every file is one transaction: it is added whole or not\n"
      "at all, and adding it again changes nothing. A table has a header row of language tags.\n"
      "Of XLIFF and po files, what is not translated yet is skipped.\n\n"
      "Example:\n  trujaman import --memory my.tm old.tmx terms.tsv");
  command->callback([args, &job] { job = [args] { return run(*args); }; });
}

}  // namespace trujaman::cli

#include "commands/import_file.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include <trujaman/message.hpp>

#include "cli/options.hpp"
#include "cli/progress.hpp"
#include "cli/signals.hpp"
#include "cli/status.hpp"
#include "cli/terminal.hpp"

namespace trujaman::cli {
namespace fs = std::filesystem;
namespace {

/// Most warnings kept: a broken file of gigabytes must not fill the memory.
constexpr std::size_t most_warnings_kept = 10'000;

/// An import that took fewer units than this is soon done again.
constexpr std::size_t worth_a_batch = 100'000;

/// Names the file whatever the working folder; "" for what cannot be read twice.
std::string name_of(const std::string& file) {
  std::error_code error;
  const fs::path path = fs::canonical(file, error);
  return file == "-" || error || !fs::is_regular_file(path, error) ? "" : path.string();
}

/// What the import of a file depends on, beside its name: as long as it is the same, so are the
/// units and their order.
std::string version_of(const std::string& file, const ImportChoices& choices) {
  std::error_code error;
  const auto size = fs::file_size(file, error);
  const auto time = fs::last_write_time(file, error).time_since_epoch().count();
  return std::to_string(size) + ' ' + std::to_string(time) + ' ' +
         std::to_string(static_cast<int>(unit_format(file, choices.format))) + ' ' +
         choices.languages.source.str() + ' ' + choices.languages.target.str() +
         (choices.matches ? " matches" : "");
}

ImportOptions options_of(const std::string& file, const ImportChoices& choices) {
  ImportOptions options{.on_conflict = choices.on_conflict, .batch = choices.batch};
  options.name = name_of(file);
  if (!options.name.empty()) options.version = version_of(file, choices);
  return options;
}

void check_languages(const TranslationUnit& unit, const std::string& file) {
  for (const Variant& variant : unit.variants) {
    if (variant.language.undetermined()) {
      throw Error(Errc::InvalidArgument,
                  message("does not name its languages; give --from and --to"), {.source = file});
    }
  }
}

void stop_if_interrupted_in(const UnitImport& import) {
  if (caught_signal() == 0) return;
  if (import.committed() != 0) {
    throw Interrupted(counted(
        "interrupted; {1} unit is dealt with and stays; the same command goes on behind it",
        "interrupted; {1} units are dealt with and stay; the same command goes on behind them",
        import.committed()));
  }
  if (import.passed() >= worth_a_batch) {
    throw Interrupted(
        message("interrupted; what was added has been taken back; with --batch, it would stay, and "
                "the same command would go on behind it"));
  }
  stop_if_interrupted();
}

/// @p what is wrong with a file, and what there is to do about it where some units before that are
/// whole.
std::string with_advice(const std::string& what, const UnitImport& import) {
  if (import.passed() == 0) return what;
  if (import.committed() == 0) {
    return counted(
        "{2}; {1} unit before that can be read, and none was added; --keep-whole adds them",
        "{2}; {1} units before that can be read, and none was added; --keep-whole adds them",
        import.passed(), what);
  }
  return counted(
      "{2}; {1} unit before that can be read, and the first {3} were added; --keep-whole adds them",
      "{2}; {1} units before that can be read, and the first {3} were added; --keep-whole adds "
      "them",
      import.passed(), what, import.committed());
}

}  // namespace

std::vector<std::string> files_to_import(const std::vector<std::string>& paths,
                                         const ImportChoices& choices) {
  std::vector<std::string> out;
  for (const std::string& path : paths) {
    std::error_code error;
    if (path == "-" || !fs::is_directory(path, error)) {
      static_cast<void>(unit_format(path, choices.format));
      out.push_back(path);
      continue;
    }
    const std::size_t before = out.size();
    for (const auto& entry : fs::recursive_directory_iterator(path, error)) {
      const std::string name = entry.path().string();
      if (entry.is_regular_file(error) && is_unit_file(name)) out.push_back(name);
    }
    if (error || out.size() == before) {
      throw Error(Errc::Io,
                  error ? message("cannot be read: {1}", message(error.message()))
                        : message("is a folder without a file of units"),
                  {.source = path});
    }
    std::sort(out.begin() + static_cast<std::ptrdiff_t>(before), out.end());
  }
  return out;
}

FileImport import_file(Memory& memory, const std::string& file, const ImportChoices& choices) {
  FileImport result{.file = file, .summary = {}, .warnings = {}, .broken = {}};
  ProgressBar bar(file);
  ReadPosition position;
  UnitImport import(memory, options_of(file, choices));
  const auto add = [&](TranslationUnit&& unit) {
    check_languages(unit, file);
    import.add(unit);
    if (!bar.count(import.passed(), position)) stop_if_interrupted_in(import);
  };
  const auto note = [&](const Diagnostic& diagnostic) {
    import.note(diagnostic);
    if (result.warnings.size() < most_warnings_kept) {
      result.warnings.push_back(diagnostic);
    } else {
      ++result.warnings_left_off;
    }
  };
  try {
    read_units(file, unit_format(file, choices.format), choices.languages, add, note,
               {.segments = true, .matches = choices.matches},
               {.header = nullptr, .position = &position});
  } catch (const Error& e) {
    if (e.code() != Errc::Malformed) throw;
    if (!choices.keep_whole || import.passed() == 0) {
      throw Error(e.code(), with_advice(e.what(), import), e.where());
    }
    result.broken = {.severity = Severity::Warning,
                     .message = message("{1}; what came before was read", e.what()),
                     .where = e.where()};
  }
  stop_if_interrupted_in(import);
  result.summary = import.finish();
  return result;
}

ImportDestination::ImportDestination(const std::string& path)
    : path_(path), made_(!fs::exists(path)), memory_(open_memory(path, Memory::Mode::Create)) {}

ImportDestination::~ImportDestination() {
  try {
    const bool unused = made_ && !kept_ && memory_->statistics().units == 0;
    memory_.reset();
    if (unused) fs::remove(path_);
  } catch (...) {  // an empty memory that stays does no harm
  }
}

}  // namespace trujaman::cli

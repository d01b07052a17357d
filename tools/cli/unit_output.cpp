#include "cli/unit_output.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <trujaman/message.hpp>
#include <trujaman/unit_filter.hpp>
#include <trujaman/unit_pool.hpp>

#include "cli/options.hpp"
#include "cli/output_file.hpp"
#include "cli/progress.hpp"
#include "cli/signals.hpp"
#include "cli/status.hpp"
#include "cli/terminal.hpp"
#include "cli/unit_files.hpp"

namespace trujaman::cli {
namespace {

const UnitCapacity& capacity_of(UnitFormat format) {
  switch (format) {
    case UnitFormat::Tmx:
      return kTmxCapacity;
    case UnitFormat::Xliff:
      return kXliffCapacity;
    case UnitFormat::Tsv:
    case UnitFormat::Csv:
    case UnitFormat::Xlsx:
    case UnitFormat::Po:
      break;
  }
  return kTableCapacity;
}

void add_new(std::vector<LanguageTag>& languages, const LanguageTag& language) {
  if (std::ranges::find(languages, language) == languages.end()) languages.push_back(language);
}

/// One tag for each language without its region, where these are fewer.
std::vector<LanguageTag> without_regions(const std::vector<LanguageTag>& languages) {
  std::vector<LanguageTag> out;
  for (const LanguageTag& language : languages) add_new(out, LanguageTag(language.primary()));
  return out;
}

std::string list(const std::vector<LanguageTag>& languages) {
  std::string out;
  for (const LanguageTag& language : languages) {
    out += (out.empty() ? "" : ", ") + language.str();
  }
  return out;
}

}  // namespace

struct UnitOutput::Impl {
  explicit Impl(const OutputArguments& a)
      : args(a),
        format(unit_format(a.path, a.format)),
        languages(a.from.empty() ? std::vector<LanguageTag>() : std::vector{LanguageTag(a.from)}) {
    if (format == UnitFormat::Po) {
      throw UsageError(message("po files are read, not written; write tmx, xlf, tsv or csv"));
    }
    std::ranges::move(to_tags(a.to), std::back_inserter(languages));
    chosen = !languages.empty();
    if (!chosen) languages = fitting(args.known_languages);
    if (format == UnitFormat::Xliff && chosen && languages.size() != 2) {
      throw UsageError(
          message("an XLIFF file holds two languages, not {1}; choose two, or write TMX",
                  languages.size()));
    }
    if (languages.empty() && !capacity_of(format).any_languages) pool.emplace();
    if (!args.dry_run) file.emplace(args.path);
  }

  [[nodiscard]] bool is_wanted(const Variant& variant) const {
    return std::ranges::any_of(
        languages, [&](const LanguageTag& range) { return variant.language.matches(range); });
  }

  /// Writes the unit in the languages known by now.
  void write(const TranslationUnit& unit) {
    if (!chosen) return write_part(unit);
    TranslationUnit part = unit;
    std::erase_if(part.variants, [&](const Variant& v) { return !is_wanted(v); });
    write_part(part);
  }

  void write_part(const TranslationUnit& unit) {
    const auto has_text = [&](const LanguageTag& range) {
      const Variant* found = unit.find(range);
      return found != nullptr && !found->text.empty();
    };
    const auto texts = std::ranges::count_if(languages, has_text);
    // Of chosen languages all must be there, as in an export; a file of two has no place for one.
    if ((chosen && texts < std::ssize(languages)) ||
        (!capacity_of(format).any_languages && texts < 2) || unit.variants.empty()) {
      ++left_out;
      return;
    }
    for (const UnitPart part : parts_left_out(unit, capacity_of(format), languages)) ++losses[part];
    ++written;
    open_writer(unit.source_language);
    if (writer) writer->write(unit);
  }

  void open_writer(const LanguageTag& source) {
    if (writer || args.dry_run) return;
    const XliffVersion version =
        args.xliff_version == "2.0" ? XliffVersion::V2_0 : XliffVersion::V1_2;
    writer.emplace(file->stream(), format, args.from.empty() ? source : LanguageTag(args.from),
                   languages, WriterOptions{.tmx = {}, .xliff = version});
  }

  /// Those of @p found that the format takes; none where it takes two and there are others.
  [[nodiscard]] std::vector<LanguageTag> fitting(const std::vector<LanguageTag>& found) const {
    if (format != UnitFormat::Xliff || found.size() == 2) return found;
    std::vector<LanguageTag> pair = without_regions(found);
    return pair.size() == 2 ? pair : std::vector<LanguageTag>();
  }

  /// Writes what was kept until the languages were known.
  void write_pool() {
    const std::vector<LanguageTag> found = std::exchange(languages, fitting(languages));
    if (format == UnitFormat::Xliff && found.empty()) {
      throw UsageError(message("there are no units; an empty XLIFF file wants --from and --to"));
    }
    if (format == UnitFormat::Xliff && languages.empty()) {
      throw UsageError(message(
          "an XLIFF file holds two languages, and these are {1}; choose two with --from and --to",
          list(found)));
    }
    ProgressBar bar(args.path);
    for (std::size_t n = 0; n < pool->size(); ++n) {
      if (!bar.update(static_cast<double>(n) / static_cast<double>(pool->size()))) {
        stop_if_interrupted();
      }
      write_part(pool->get(n).unit);
    }
    pool.reset();
  }

  OutputArguments args;
  UnitFormat format;
  std::vector<LanguageTag> languages;
  bool chosen = false;  ///< The user said which languages.
  std::optional<UnitPool> pool;
  std::optional<OutputFile> file;
  std::optional<UnitWriter> writer;
  std::size_t written = 0;
  std::size_t left_out = 0;
  std::map<UnitPart, std::size_t> losses;
};

bool wants_languages(const OutputArguments& args) {
  return args.from.empty() && !capacity_of(unit_format(args.path, args.format)).any_languages;
}

void add_languages_of(const TranslationUnit& unit, std::vector<LanguageTag>& languages) {
  if (const Variant* source = source_of(unit)) add_new(languages, source->language);
  for (const Variant& v : unit.variants) add_new(languages, v.language);
}

UnitOutput::UnitOutput(const OutputArguments& args) : impl_(std::make_unique<Impl>(args)) {}
UnitOutput::~UnitOutput() = default;
UnitOutput::UnitOutput(UnitOutput&&) noexcept = default;
UnitOutput& UnitOutput::operator=(UnitOutput&&) noexcept = default;

void UnitOutput::write(const TranslationUnit& unit) {
  if (!impl_->pool) {
    if (impl_->file) impl_->file->resume();
    return impl_->write(unit);
  }
  add_languages_of(unit, impl_->languages);
  impl_->pool->add(unit);
}

void UnitOutput::finish() {
  if (impl_->file) impl_->file->resume();
  if (impl_->pool) impl_->write_pool();
  impl_->open_writer({});
  if (!impl_->file) return;
  impl_->writer->finish();
  impl_->file->close();
}

void UnitOutput::publish() {
  if (impl_->file) impl_->file->publish();
}

void UnitOutput::suspend() {
  if (impl_->file) impl_->file->suspend();
}

std::size_t UnitOutput::written() const noexcept {
  return impl_->written;
}

std::size_t UnitOutput::left_out() const noexcept {
  return impl_->left_out;
}

const std::map<UnitPart, std::size_t>& UnitOutput::losses() const noexcept {
  return impl_->losses;
}

void add_output_options(CLI::App& command, OutputArguments& args) {
  command.add_option("--format", args.format, message("Of what is written: tmx, xlf, tsv or csv"))
      ->check(CLI::IsMember({"tmx", "tsv", "csv", "xlsx", "xlf", "xliff"}))
      ->type_name("FORMAT");
  CLI::Option* from =
      add_language_option(command, "--from", args.from,
                          message("Write only units that have this language, as the source"));
  add_languages_option(command, "--to", args.to,
                       message("… and these; other languages are left out"))
      ->needs(from);
  command.add_option("--xliff-version", args.xliff_version, message("1.2 or 2.0"))
      ->check(CLI::IsMember({"1.2", "2.0"}))
      ->capture_default_str()
      ->type_name("VERSION");
  command.add_flag("--dry-run", args.dry_run,
                   message("Say what would be written, and write nothing"));
}

void print_losses(const std::string& path, const std::map<UnitPart, std::size_t>& losses) {
  for (const auto& [part, units] : losses) {
    print_warning(
        {.severity = Severity::Warning,
         .message = counted("{2} of {1} unit left out, which the format does not hold; TMX does",
                            "{2} of {1} units left out, which the format does not hold; TMX does",
                            units, message(to_string(part))),
         .where = {.source = path}});
  }
}

Json losses_json(const std::map<UnitPart, std::size_t>& losses) {
  Json out = Json::object();
  for (const auto& [part, units] : losses) out[std::string(to_string(part))] = units;
  return out;
}

std::string account_of(const OutputArguments& args, std::size_t written, std::size_t left_out) {
  const std::string units =
      args.dry_run ? counted("{1} unit would be written", "{1} units would be written", written)
                   : counted("{1} unit", "{1} units", written);
  if (left_out == 0) return args.path + ": " + units;
  return args.path + ": " + message("{1}, {2} left out", units, left_out);
}

}  // namespace trujaman::cli

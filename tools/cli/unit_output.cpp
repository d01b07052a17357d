#include "cli/unit_output.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <ostream>
#include <streambuf>
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
    case UnitFormat::Po:
      return kPoCapacity;
    case UnitFormat::Tsv:
    case UnitFormat::Csv:
    case UnitFormat::Xlsx:
      break;
  }
  return kTableCapacity;
}

/// Formats from one language to another.
bool is_bilingual(UnitFormat format) {
  return format == UnitFormat::Xliff || format == UnitFormat::Po;
}

/// Takes what is written to it, for a writer that has to be asked what it would write.
class NullBuffer : public std::streambuf {
  std::streamsize xsputn(const char* /*text*/, std::streamsize size) override { return size; }
  int overflow(int c) override { return c; }
};

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
    std::ranges::move(to_tags(a.to), std::back_inserter(languages));
    chosen = !languages.empty();
    if (!chosen) languages = fitting(args.known_languages);
    if (is_bilingual(format) && chosen && languages.size() != 2) {
      throw UsageError(
          format == UnitFormat::Po
              ? message("a po file holds two languages, not {1}; choose two, or write TMX",
                        languages.size())
              : message("an XLIFF file holds two languages, not {1}; choose two, or write TMX",
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
    if (!chosen) return write_part(unit, false);
    TranslationUnit part = unit;
    std::erase_if(part.variants, [&](const Variant& v) { return !is_wanted(v); });
    write_part(part, texts_of(unit) <= 1);
  }

  /// @p untranslated_yet: it had no text but one, before others were taken out.
  void write_part(const TranslationUnit& unit, bool untranslated_yet) {
    if (!fits(unit, untranslated_yet)) {
      ++left_out;
      if (!capacity_of(format).untranslated && texts_of(unit) == 1) ++untranslated;
      return;
    }
    open_writer(unit.source_language);
    if (writer && !writer->write(unit)) {
      ++left_out;
      ++repeated;
      return;
    }
    for (const UnitPart part : parts_left_out(unit, capacity_of(format), languages)) ++losses[part];
    ++written;
  }

  /// Of chosen languages all must be there, as in an export; but XLIFF and po also take what is not
  /// translated into any language yet. Tables want two texts.
  [[nodiscard]] bool fits(const TranslationUnit& unit, bool untranslated_yet) const {
    const auto has_text = [&](const LanguageTag& range) {
      const Variant* found = unit.find(range);
      return found != nullptr && (!found->text.empty() || !found->codes.empty());
    };
    if (unit.variants.empty()) return false;
    const auto texts = std::ranges::count_if(languages, has_text);
    if (is_bilingual(format) && (!chosen || untranslated_yet)) {
      return format == UnitFormat::Xliff ? unit.find(languages.front()) != nullptr
                                         : has_text(languages.front());
    }
    if (chosen) return texts == std::ssize(languages);
    return capacity_of(format).any_languages || texts >= 2;
  }

  [[nodiscard]] static std::ptrdiff_t texts_of(const TranslationUnit& unit) {
    return std::ranges::count_if(unit.variants, [](const Variant& v) { return !v.text.empty(); });
  }

  void open_writer(const LanguageTag& source) {
    // What a po file has already, only its writer knows.
    if (writer || (args.dry_run && format != UnitFormat::Po)) return;
    WriterOptions options{.tmx = {}, .xliff = args.xliff_version, .header = {}};
    if (header != nullptr) options.header = *header;
    const LanguageTag& first = options.header.tmx ? options.header.tmx->source_language : source;
    std::ostream& out = file ? file->stream() : nowhere;
    writer.emplace(out, format, args.from.empty() ? first : LanguageTag(args.from), languages,
                   options);
  }

  /// Those of @p found that the format takes; none where it takes two and there are others.
  [[nodiscard]] std::vector<LanguageTag> fitting(const std::vector<LanguageTag>& found) const {
    if (!is_bilingual(format) || found.size() == 2) return found;
    std::vector<LanguageTag> pair = without_regions(found);
    return pair.size() == 2 ? pair : std::vector<LanguageTag>();
  }

  /// Adds what the file that was read says of its languages, where no unit has a text in them.
  void add_named(const LanguagePair& pair) {
    for (const LanguageTag& language : {pair.source, pair.target}) {
      const auto is_it = [&](const LanguageTag& known) { return known.matches(language); };
      if (!language.undetermined() && std::ranges::none_of(languages, is_it)) {
        languages.push_back(language);
      }
    }
  }

  /// Writes what was kept until the languages were known.
  void write_pool() {
    if (header != nullptr && is_bilingual(format)) add_named(header->languages);
    const std::vector<LanguageTag> found = std::exchange(languages, fitting(languages));
    if (is_bilingual(format) && found.empty()) {
      throw UsageError(
          format == UnitFormat::Po
              ? message("there are no units; a po file without any wants --from and --to")
              : message("there are no units; an XLIFF file without any wants --from and --to"));
    }
    if (is_bilingual(format) && languages.empty()) {
      throw UsageError(format == UnitFormat::Po
                           ? counted("a po file holds two languages, and this is {2}; choose two "
                                     "with --from and --to",
                                     "a po file holds two languages, and these are {2}; choose two "
                                     "with --from and --to",
                                     found.size(), list(found))
                           : counted("an XLIFF file holds two languages, and this is {2}; choose "
                                     "two with --from and --to",
                                     "an XLIFF file holds two languages, and these are {2}; choose "
                                     "two with --from and --to",
                                     found.size(), list(found)));
    }
    ProgressBar bar(args.path);
    for (std::size_t n = 0; n < pool->size(); ++n) {
      if (!bar.update(static_cast<double>(n) / static_cast<double>(pool->size()))) {
        stop_if_interrupted();
      }
      write_part(pool->get(n).unit, false);
    }
    pool.reset();
  }

  OutputArguments args;
  UnitFormat format;
  std::vector<LanguageTag> languages;
  bool chosen = false;  ///< The user said which languages.
  std::optional<UnitPool> pool;
  std::optional<OutputFile> file;
  const FileHeader* header = nullptr;  ///< The caller's; or nullptr.
  NullBuffer null;
  std::ostream nowhere{&null};
  std::optional<UnitWriter> writer;
  std::size_t written = 0;
  std::size_t left_out = 0;
  std::size_t untranslated = 0;  ///< Of those, as the format has no place for them.
  std::size_t repeated = 0;      ///< Of those, as their text stands in the file already.
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

void UnitOutput::follow(const FileHeader& header) {
  impl_->header = &header;
}

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
  if (impl_->writer) impl_->writer->finish();
  if (impl_->file) impl_->file->close();
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

std::vector<std::pair<std::string, std::size_t>> UnitOutput::losses() const {
  std::vector<std::pair<std::string, std::size_t>> out;
  for (const auto& [part, units] : impl_->losses) out.emplace_back(to_string(part), units);
  if (impl_->untranslated != 0)
    out.emplace_back(message_id("texts without a translation"), impl_->untranslated);
  if (impl_->repeated != 0)
    out.emplace_back(message_id("texts that are there already"), impl_->repeated);
  return out;
}

void add_output_options(CLI::App& command, OutputArguments& args) {
  command
      .add_option("--format", args.format,
                  message("Of what is written: tmx, xlf, po, tsv, csv or xlsx"))
      ->check(CLI::IsMember({"tmx", "tsv", "csv", "xlsx", "xlf", "xliff", "po"}))
      ->type_name("FORMAT");
  CLI::Option* from =
      add_language_option(command, "--from", args.from,
                          message("Write only units that have this language, as the source"));
  add_languages_option(command, "--to", args.to,
                       message("… and these; other languages are left out"))
      ->needs(from);
  add_xliff_version_option(command, args.xliff_version);
  command.add_flag("--dry-run", args.dry_run,
                   message("Say what would be written, and write nothing"));
}

void print_losses(const std::string& path, const UnitOutput& output) {
  for (const auto& [part, units] : output.losses()) {
    print_warning(
        {.severity = Severity::Warning,
         .message = counted("{2} of {1} unit left out, which the format does not hold; TMX does",
                            "{2} of {1} units left out, which the format does not hold; TMX does",
                            units, message(part)),
         .where = {.source = path}});
  }
}

Json losses_json(const UnitOutput& output) {
  Json out = Json::object();
  for (const auto& [part, units] : output.losses()) out[part] = units;
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

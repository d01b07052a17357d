/// gettext's po files → units, an entry at a time.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <trujaman/message.hpp>
#include <trujaman/po.hpp>

#include "base/ascii.hpp"
#include "base/unicode.hpp"
#include "exchange/language.hpp"
#include "exchange/po/po_text.hpp"
#include "exchange/table/record_reader.hpp"

namespace trujaman::inline v0 {
namespace {

using namespace exchange;

/// Comment lines of one kind in a row.
struct Note {
  std::string text;
  bool developer = false;
};

/// What stands between two blank lines.
struct Entry {
  std::size_t line = 0;  ///< Of its msgid.
  std::optional<std::string> id;
  std::string context;
  std::string plural;
  std::vector<std::string> translations;  ///< msgstr, or msgstr[0], msgstr[1], …
  std::vector<Note> notes;                ///< Comments of translators and of programmers.
  std::vector<std::string> references;
  std::vector<std::string> previous;
  std::string flags;  ///< All but "fuzzy".
  bool fuzzy = false;
};

/// By byte order mark, else as the header declares it: it is ASCII in all encodings that have none.
Encoding encoding_of_po(std::string_view head) {
  const Encoding marked = encoding_of_text(head);
  if (marked.skip != 0) return marked;
  const std::size_t type = head.find("\"Content-Type:");
  if (type == std::string_view::npos) return {};
  const std::string_view line = head.substr(type, head.find('\n', type) - type);
  constexpr std::string_view kCharset = "charset=";
  const std::size_t at = line.find(kCharset);
  if (at == std::string_view::npos) return {};
  const std::string_view rest = line.substr(at + kCharset.size());
  std::string name(rest.substr(0, rest.find_first_of("\\\"; \t")));
  for (char& c : name) c = base::ascii_upper(c);
  // A template's "CHARSET"; and what is read here is ASCII, so it is no wide encoding.
  for (const std::string_view none : {"CHARSET", "UTF-", "UTF8", "UCS-", "US-ASCII", "ASCII"}) {
    if (name.starts_with(none)) return {};
  }
  return {std::move(name), 0};
}

/// @p text without white space at its end.
std::string_view without_end(std::string_view text) {
  return text.substr(0, text.find_last_not_of(" \t\r\n") + 1);
}

/// Adds @p word to a list with commas.
void add_to_list(std::string& list, std::string_view word) {
  if (!list.empty()) list += ", ";
  list += word;
}

class PoReader {
 public:
  PoReader(std::istream& in, const std::string& name, LanguagePair languages,
           const LocatedUnitSink& sink, const DiagnosticSink& on_diagnostic,
           const PoReadOptions& options, PoHeader* header)
      : lines_(in, name, encoding_of_po),
        name_(name),
        languages_(std::move(languages)),
        sink_(&sink),
        on_diagnostic_(&on_diagnostic),
        options_(&options),
        header_(header) {
    if (header_ != nullptr) *header_ = {};
  }

  ReadSummary read() {
    std::string line;
    while (lines_.read(line)) {
      if (base::find_invalid_utf8(line) == std::string_view::npos) {
        take(base::trim(line));
      } else if (!line.starts_with('#')) {
        fail(message("has bytes that are not UTF-8"));
      }
    }
    finish();
    if (!any_) throw_no_po();
    if (options_->whole && obsolete_ != 0) {
      report(Severity::Note,
             message("has obsolete entries (#~), which were passed over: {1}", obsolete_), 0);
    }
    return summary_;
  }

 private:
  void take(std::string_view line) {
    if (line.empty()) return finish();
    if (line.front() == '#') return take_comment(line);
    if (line.front() == '"') return append(line);
    const std::size_t end = line.find_first_of(" \t\"");
    const std::string_view keyword = line.substr(0, end);
    if (keyword == "msgctxt" || (keyword == "msgid" && entry_.id)) {
      if (entry_.id) finish();
    }
    if (keyword == "msgctxt") {
      field_ = &entry_.context;
    } else if (keyword == "msgid") {
      any_ = true;
      entry_.line = lines_.line_number();
      field_ = &entry_.id.emplace();
    } else if (keyword == "msgid_plural") {
      field_ = &entry_.plural;
    } else if (keyword.starts_with("msgstr")) {
      field_ = &entry_.translations.emplace_back();
    } else {
      return fail(message("is no line of a po file"));
    }
    append(end == std::string_view::npos ? std::string_view() : line.substr(end));
  }

  void take_comment(std::string_view line) {
    if (entry_.id) finish();
    const char kind = line.size() < 2 ? ' ' : line[1];
    std::string_view text = line.substr(std::min<std::size_t>(2, line.size()));
    if (kind == ',') {
      take_flags(text);
    } else if (kind == ':') {
      entry_.references.emplace_back(base::trim(text));
    } else if (kind == '|') {
      entry_.previous.emplace_back(base::trim(text));
    } else if (kind == '~') {  // no longer used
      if (base::trim(text).starts_with("msgid ")) ++obsolete_;
    } else if (kind == '.') {
      add_note(text.starts_with(' ') ? text.substr(1) : text, true);
    } else {
      add_note(kind == ' ' ? text : line.substr(1), false);
    }
  }

  void take_flags(std::string_view flags) {
    while (!flags.empty()) {
      const std::string_view flag = flags.substr(0, flags.find(','));
      flags.remove_prefix(std::min(flag.size() + 1, flags.size()));
      const std::string_view name = base::trim(flag);
      if (name == "fuzzy") {
        entry_.fuzzy = true;
      } else if (!name.empty()) {
        add_to_list(entry_.flags, name);
      }
    }
  }

  void add_note(std::string_view line, bool developer) {
    std::vector<Note>& notes = entry_.notes;
    if (!notes.empty() && notes.back().developer == developer) {
      notes.back().text.append("\n").append(line);
    } else {
      notes.push_back({std::string(line), developer});
    }
  }

  void append(std::string_view quoted) {
    const auto text = po_unquoted(quoted);
    if (!text) return fail(message("has no text in quotes"));
    if (field_ == nullptr) return fail(message("stands outside an entry"));
    *field_ += *text;
  }

  void finish() {
    Entry entry = std::exchange(entry_, {});
    field_ = nullptr;
    const bool failed = std::exchange(failed_, false);
    if (!entry.id) return;
    if (entry.id->empty()) return read_header(entry);
    ++summary_.read;
    if (failed) return;
    if (entry.fuzzy && !options_->whole) {
      return report(Severity::Note, message("is marked fuzzy; entry skipped"), entry.line);
    }
    ++summary_.passed;
    const std::string none;
    const auto translation = [&](std::size_t i) {
      return i < entry.translations.size() ? entry.translations[i] : none;
    };
    TranslationUnit unit = unit_of(entry, *entry.id, translation(0));
    const bool plural = !entry.plural.empty();
    if (plural) unit.properties.push_back({std::string(kPoPlural), base::to_nfc(entry.plural)});
    send(std::move(unit), entry);
    // The last form is the one for many in all languages that have no more than one plural.
    if (!plural || entry.translations.size() < 2) return;
    unit = unit_of(entry, entry.plural, entry.translations.back());
    unit.properties.push_back({std::string(kPoPluralOf), base::to_nfc(*entry.id)});
    for (std::size_t i = 1; i + 1 < entry.translations.size(); ++i) {
      unit.variants[1].properties.push_back({std::string(kPoForm), entry.translations[i]});
    }
    send(std::move(unit), entry);
  }

  [[nodiscard]] TranslationUnit unit_of(const Entry& entry, const std::string& source,
                                        const std::string& target) const {
    TranslationUnit unit;
    const auto add = [&](std::string_view type, const std::string& value) {
      if (!value.empty()) unit.properties.push_back({std::string(type), value});
    };
    add(kPoContext, entry.context);
    for (const Note& note : entry.notes) {
      if (base::trim(note.text).empty()) continue;
      unit.notes.emplace_back(without_end(note.text));
      if (note.developer) {
        add("x-note-" + std::to_string(unit.notes.size()) + "-from", std::string(kPoDeveloper));
      }
    }
    add(kPoFlags, entry.flags);
    if (options_->whole) {
      for (const std::string& reference : entry.references) add(kPoReference, reference);
      for (const std::string& line : entry.previous) add(kPoPrevious, line);
    }
    unit.source_language = languages_.source;
    unit.variants.resize(2);
    unit.variants[0].language = languages_.source;
    unit.variants[0].text = base::to_nfc(source);
    unit.variants[1].language = languages_.target;
    unit.variants[1].text = base::to_nfc(target);
    if (entry.fuzzy && !target.empty()) {
      unit.variants[1].properties.push_back({"x-state", "needs-review-translation"});
    }
    return unit;
  }

  void send(TranslationUnit&& unit, const Entry& entry) {
    if (*sink_) (*sink_)(std::move(unit), {name_, entry.line, 0});
  }

  void read_header(const Entry& entry) {
    if (entry.translations.empty()) return;
    std::vector<Property> fields = po_fields(entry.translations.front());
    PoHeader header;
    read_language(po_field(fields, "X-Source-Language"), header.languages.source);
    read_language(po_field(fields, "Language"), header.languages.target);
    const auto take = [](const LanguageTag& language, LanguageTag& into) {
      if (!language.undetermined()) into = language;
    };
    take(header.languages.source, languages_.source);
    take(header.languages.target, languages_.target);
    if (header_ == nullptr || !header_->fields.empty()) return;
    header.fields = std::move(fields);
    for (const Note& note : entry.notes) header.notes.emplace_back(without_end(note.text));
    *header_ = std::move(header);
  }

  static void read_language(std::string_view text, LanguageTag& language) {
    if (text.empty()) return;
    if (auto parsed = parse_language(text)) language = *std::move(parsed);
  }

  [[noreturn]] void throw_no_po() const {
    throw Error(Errc::Malformed, message("is not a po file: has no msgid; is it the right file?"),
                {name_, lines_.line_number(), 0});
  }

  void fail(const std::string& what) {
    if (!any_ && !entry_.id) throw_no_po();
    if (std::exchange(failed_, true)) return;
    report(Severity::Defect, message("{1}; entry skipped", what), lines_.line_number());
  }

  void report(Severity severity, const std::string& message, std::size_t line) {
    if (*on_diagnostic_) (*on_diagnostic_)({severity, message, {name_, line, 0}});
  }

  LineReader lines_;
  std::string name_;
  LanguagePair languages_;
  const LocatedUnitSink* sink_;
  const DiagnosticSink* on_diagnostic_;
  ReadSummary summary_;
  Entry entry_;
  std::string* field_ = nullptr;  ///< Where the next string goes.
  const PoReadOptions* options_;
  PoHeader* header_;  ///< The caller's; or nullptr.
  std::size_t obsolete_ = 0;
  bool failed_ = false;
  bool any_ = false;
};

}  // namespace

ReadSummary read_po(std::istream& in, const std::string& name, const LanguagePair& languages,
                    const UnitSink& sink, const DiagnosticSink& on_diagnostic,
                    const PoReadOptions& options, PoHeader* header) {
  std::size_t skipped = 0;
  const LocatedUnitSink translated = [&](TranslationUnit&& unit, const Location& where) {
    if (unit.variants[1].text.empty()) {
      ++skipped;
      if (on_diagnostic) {
        on_diagnostic({Severity::Note, message("has no translation; entry skipped"), where});
      }
    } else if (sink) {
      sink(std::move(unit));
    }
  };
  ReadSummary summary = read_po(in, name, languages, translated, on_diagnostic, options, header);
  summary.passed -= std::min(skipped, summary.passed);
  return summary;
}

ReadSummary read_po(std::istream& in, const std::string& name, const LanguagePair& languages,
                    const LocatedUnitSink& sink, const DiagnosticSink& on_diagnostic,
                    const PoReadOptions& options, PoHeader* header) {
  return PoReader(in, name, languages, sink, on_diagnostic, options, header).read();
}

}  // namespace trujaman::inline v0

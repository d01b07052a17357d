/// gettext's po files → units, an entry at a time.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <trujaman/exchange.hpp>

#include "base/ascii.hpp"
#include "base/unicode.hpp"
#include "exchange/language.hpp"
#include "exchange/table/record_reader.hpp"

namespace trujaman::inline v0 {
namespace {

using namespace exchange;

/// What stands between two blank lines.
struct Entry {
  std::size_t line = 0;  ///< Of its msgid.
  std::optional<std::string> id;
  std::string context;
  std::string plural;
  std::vector<std::string> translations;  ///< msgstr, or msgstr[0], msgstr[1], …
  std::vector<std::string> notes;         ///< Comments of translators and of programmers.
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

/// The content of a quoted string with C's escapes, as gettext writes them; nothing when @p text is
/// none.
std::optional<std::string> unquoted(std::string_view text) {
  text = base::trim(text);
  if (text.size() < 2 || text.front() != '"' || text.back() != '"') return {};
  text = text.substr(1, text.size() - 2);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') return {};
    if (text[i] != '\\') {
      out += text[i];
      continue;
    }
    if (++i == text.size()) return {};
    constexpr std::string_view letters = "ntr\"\\";
    constexpr std::string_view meant = "\n\t\r\"\\";
    const std::size_t known = letters.find(text[i]);
    if (known == std::string_view::npos) out += '\\';
    out += known == std::string_view::npos ? text[i] : meant[known];
  }
  return out;
}

/// The value of a field of the header: "Language: es\n".
std::string header_field(const std::string& header, const std::string& name) {
  const std::string start = name + ":";
  for (std::size_t begin = 0; begin < header.size();) {
    const std::size_t end = std::min(header.find('\n', begin), header.size());
    const std::string_view line = std::string_view(header).substr(begin, end - begin);
    if (line.starts_with(start)) return std::string(base::trim(line.substr(start.size())));
    begin = end + 1;
  }
  return {};
}

class PoReader {
 public:
  PoReader(std::istream& in, const std::string& name, LanguagePair languages,
           const LocatedUnitSink& sink, const DiagnosticSink& on_diagnostic)
      : lines_(in, name, encoding_of_po),
        name_(name),
        languages_(std::move(languages)),
        sink_(&sink),
        on_diagnostic_(&on_diagnostic) {}

  ReadSummary read() {
    std::string line;
    while (lines_.read(line)) {
      if (base::find_invalid_utf8(line) == std::string_view::npos) {
        take(base::trim(line));
      } else if (!line.starts_with('#')) {
        fail("has bytes that are not UTF-8");
      }
    }
    finish();
    if (!any_) throw_no_po();
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
      return fail("is no line of a po file");
    }
    append(end == std::string_view::npos ? std::string_view() : line.substr(end));
  }

  void take_comment(std::string_view line) {
    if (entry_.id) finish();
    const std::string_view text = base::trim(line.substr(std::min<std::size_t>(2, line.size())));
    if (line.starts_with("#,")) {
      entry_.fuzzy = entry_.fuzzy || text.find("fuzzy") != std::string_view::npos;
    } else if (line.starts_with("# ") || line.starts_with("#.")) {
      if (!text.empty()) entry_.notes.emplace_back(text);
    }
    // Else where it stands (#:), what it was before (#|), or what is no longer used (#~).
  }

  void append(std::string_view quoted) {
    const auto text = unquoted(quoted);
    if (!text) return fail("has no text in quotes");
    if (field_ == nullptr) return fail("stands outside an entry");
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
    if (entry.fuzzy) return report(Severity::Note, "is marked fuzzy; entry skipped", entry.line);
    ++summary_.passed;
    const std::string none;
    const auto translation = [&](std::size_t i) {
      return i < entry.translations.size() ? entry.translations[i] : none;
    };
    send(entry, *entry.id, translation(0));
    // The last form is the one for many in all languages that have no more than one plural.
    if (!entry.plural.empty() && entry.translations.size() > 1) {
      send(entry, entry.plural, entry.translations.back());
    }
  }

  void send(const Entry& entry, const std::string& source, const std::string& target) {
    TranslationUnit unit;
    unit.notes = entry.notes;
    if (!entry.context.empty()) unit.properties.push_back({"x-context", entry.context});
    unit.source_language = languages_.source;
    unit.variants.resize(2);
    unit.variants[0].language = languages_.source;
    unit.variants[0].text = base::to_nfc(source);
    unit.variants[1].language = languages_.target;
    unit.variants[1].text = base::to_nfc(target);
    if (*sink_) (*sink_)(std::move(unit), {name_, entry.line, 0});
  }

  void read_header(const Entry& entry) {
    if (entry.translations.empty()) return;
    const std::string& header = entry.translations.front();
    read_language(header_field(header, "X-Source-Language"), languages_.source);
    read_language(header_field(header, "Language"), languages_.target);
  }

  static void read_language(const std::string& text, LanguageTag& language) {
    if (text.empty()) return;
    if (auto parsed = parse_language(text)) language = *std::move(parsed);
  }

  [[noreturn]] void throw_no_po() const {
    throw Error(Errc::Malformed, "is not a po file: has no msgid; is it the right file?",
                {name_, lines_.line_number(), 0});
  }

  void fail(const std::string& message) {
    if (!any_ && !entry_.id) throw_no_po();
    if (std::exchange(failed_, true)) return;
    report(Severity::Defect, message + "; entry skipped", lines_.line_number());
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
  bool failed_ = false;
  bool any_ = false;
};

}  // namespace

ReadSummary read_po(std::istream& in, const std::string& name, const LanguagePair& languages,
                    const UnitSink& sink, const DiagnosticSink& on_diagnostic) {
  std::size_t skipped = 0;
  const LocatedUnitSink translated = [&](TranslationUnit&& unit, const Location& where) {
    if (unit.variants[1].text.empty()) {
      ++skipped;
      if (on_diagnostic) {
        on_diagnostic({Severity::Note, "has no translation; entry skipped", where});
      }
    } else if (sink) {
      sink(std::move(unit));
    }
  };
  ReadSummary summary = read_po(in, name, languages, translated, on_diagnostic);
  summary.passed -= std::min(skipped, summary.passed);
  return summary;
}

ReadSummary read_po(std::istream& in, const std::string& name, const LanguagePair& languages,
                    const LocatedUnitSink& sink, const DiagnosticSink& on_diagnostic) {
  return PoReader(in, name, languages, sink, on_diagnostic).read();
}

}  // namespace trujaman::inline v0

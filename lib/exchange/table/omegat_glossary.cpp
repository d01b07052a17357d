/// OmegaT's glossaries: source, target and comment with tabs between, one pair a line, no header
/// (OmegaT manual, "Glossaries").
#include <algorithm>
#include <utility>

#include <trujaman/exchange.hpp>
#include <trujaman/message.hpp>

#include "base/unicode.hpp"
#include "exchange/output.hpp"
#include "exchange/table/record_reader.hpp"
#include "exchange/table/table_header.hpp"
#include "exchange/tbx/term_text.hpp"

namespace trujaman::inline v0 {
namespace {

using namespace exchange;

std::vector<std::string> fields_of(std::string_view line) {
  std::vector<std::string> fields;
  for (;;) {
    const std::size_t tab = line.find('\t');
    fields.push_back(collapse_space(line.substr(0, tab)));
    if (tab == std::string_view::npos) return fields;
    line.remove_prefix(tab + 1);
  }
}

Term make_term(const LanguageTag& language, const std::string& text) {
  Term term;
  term.language = language;
  term.text = text;
  term.acronym = looks_like_acronym(text);
  return term;
}

/// A header that some programs write: the tags of the two languages. Almost any short word is a
/// tag, so it must be these.
bool is_header(const std::vector<std::string>& fields, const LanguagePair& languages) {
  const auto names = [](const std::string& field, const LanguageTag& language) {
    const auto tag = column_language(field);
    return tag && tag->primary() == language.primary();
  };
  return fields.size() >= 2 && names(fields[0], languages.source) &&
         names(fields[1], languages.target);
}

class OmegatReader {
 public:
  OmegatReader(const std::string& name, const LanguagePair& languages, const ConceptSink& sink,
               const DiagnosticSink& on_diagnostic)
      : name_(&name), languages_(&languages), sink_(&sink), on_diagnostic_(&on_diagnostic) {}

  ReadSummary read(std::istream& in) {
    LineReader lines(in, *name_);
    bool first = true;
    for (std::string line; lines.read(line);) {
      if (line.ends_with('\r')) line.pop_back();
      if (base::trim(line).empty() || line.starts_with('#')) continue;
      read_line(line, lines.line_number(), std::exchange(first, false));
    }
    pass_on();
    return summary_;
  }

 private:
  void read_line(std::string& line, std::size_t number, bool first) {
    const bool utf8 = base::find_invalid_utf8(line) == std::string::npos;
    if (!utf8) line = base::replace_invalid_utf8(line);
    const std::vector<std::string> fields = fields_of(base::to_nfc(line));
    if (first && is_header(fields, *languages_)) return;
    ++summary_.read;
    if (!utf8)
      return report(Severity::Defect, message("has bytes that are not UTF-8; line skipped"),
                    number);
    if (fields.size() < 2 || fields[0].empty() || fields[1].empty()) {
      return report(Severity::Defect, message("is not SOURCE, tab, TARGET; line skipped"), number);
    }
    ++summary_.passed;
    add(fields[0], fields[1], fields.size() > 2 ? fields[2] : std::string());
    if (std::any_of(fields.begin() + std::min<std::ptrdiff_t>(3, std::ssize(fields)), fields.end(),
                    [](const std::string& f) { return !f.empty(); })) {
      report(Severity::Warning, message("has more than three fields; the others were left out"),
             number);
    }
  }

  /// Lines in a row with the same source and comment are its several translations.
  void add(const std::string& source, const std::string& target, const std::string& comment) {
    const std::string& note = entry_.notes.empty() ? std::string() : entry_.notes[0];
    const bool same = !entry_.terms.empty() && entry_.terms[0].text == source && note == comment;
    if (!same) {
      pass_on();
      entry_.terms.push_back(make_term(languages_->source, source));
      if (!comment.empty()) entry_.notes.push_back(comment);
    }
    const bool known = same && std::ranges::any_of(entry_.terms, [&](const Term& t) {
                         return t.language == languages_->target && t.text == target;
                       });
    if (known) return;
    entry_.terms.push_back(make_term(languages_->target, target));
    if (same) entry_.terms.back().status = TermStatus::Admitted;
  }

  void pass_on() {
    if (!entry_.terms.empty() && *sink_) (*sink_)(std::move(entry_));
    entry_ = {};
  }

  void report(Severity severity, const std::string& message, std::size_t line) {
    if (*on_diagnostic_) (*on_diagnostic_)({severity, message, {*name_, line, 0}});
  }

  const std::string* name_;
  const LanguagePair* languages_;
  const ConceptSink* sink_;
  const DiagnosticSink* on_diagnostic_;
  ReadSummary summary_;
  ConceptEntry entry_;
};

/// The terms under @p range that may be used, the preferred ones first.
std::vector<std::string> usable(const ConceptEntry& entry, const LanguageTag& range) {
  std::vector<std::string> out;
  for (const TermStatus status : {TermStatus::Preferred, TermStatus::Admitted}) {
    for (const Term& t : entry.terms) {
      if (t.status == status && t.language.matches(range)) out.push_back(collapse_space(t.text));
    }
  }
  return out;
}

/// Definition and notes in the one line that there is.
std::string comment_of(const ConceptEntry& entry) {
  std::string out = collapse_space(entry.definition);
  for (const std::string& note : entry.notes) {
    if (!out.empty()) out += " · ";
    out += collapse_space(note);
  }
  return out;
}

}  // namespace

ReadSummary read_omegat_glossary(std::istream& in, const std::string& name,
                                 const LanguagePair& languages, const ConceptSink& sink,
                                 const DiagnosticSink& on_diagnostic) {
  return OmegatReader(name, languages, sink, on_diagnostic).read(in);
}

void write_omegat_glossary(std::ostream& out, std::span<const ConceptEntry> concepts,
                           const LanguagePair& languages, const DiagnosticSink& on_diagnostic) {
  std::size_t without = 0;
  std::size_t commented_out = 0;
  std::string lines;
  for (const ConceptEntry& entry : concepts) {
    const std::vector<std::string> sources = usable(entry, languages.source);
    const std::vector<std::string> targets = usable(entry, languages.target);
    if (sources.empty() || targets.empty()) ++without;
    const std::string comment = comment_of(entry);
    for (const std::string& source : sources) {
      if (source.starts_with('#')) {
        ++commented_out;
        continue;
      }
      for (const std::string& target : targets) {
        lines.append(source).append("\t").append(target);
        if (!comment.empty()) lines.append("\t").append(comment);
        lines += '\n';
      }
    }
    flush_to(out, lines);
  }
  out.flush();
  if (!out) throw Error(Errc::Io, message("cannot be written; check the disk's free space"));
  const auto warn = [&](std::size_t n, const std::string& what) {
    if (n > 0 && on_diagnostic) on_diagnostic({Severity::Warning, what, {}});
  };
  warn(without,
       counted("{1} concept without a usable term in both languages was left out",
               "{1} concepts without a usable term in both languages were left out", without));
  warn(commented_out,
       counted("{1} term that begins with # was left out: OmegaT takes it for a remark",
               "{1} terms that begin with # were left out: OmegaT takes them for remarks",
               commented_out));
}

}  // namespace trujaman::inline v0

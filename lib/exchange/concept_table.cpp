/// A table of concepts: columns of terms by language, and of what is said of the concept.
#include <optional>
#include <utility>

#include <trujaman/exchange.hpp>

#include "base/ascii.hpp"
#include "base/unicode.hpp"
#include "exchange/record_reader.hpp"
#include "exchange/table_header.hpp"
#include "exchange/term_text.hpp"

namespace trujaman::inline v0 {
namespace {

using namespace exchange;

/// A column is of a language's terms, or of a field of the concept.
struct Column {
  std::optional<LanguageTag> language;
  std::string field;
};

constexpr std::string_view kFields[] = {"id", "subject", "definition", "source", "note"};

std::optional<Column> column_of(const std::string& name) {
  std::string lower = name;
  for (char& c : lower) c = base::ascii_lower(c);
  // Before the languages: "id" is Indonesian's tag, too.
  for (const std::string_view field : kFields) {
    if (lower == field) return Column{std::nullopt, lower};
  }
  if (auto language = column_language(name)) return Column{std::move(language), {}};
  return std::nullopt;
}

std::vector<Column> read_header(RecordReader& records, const std::string& name) {
  const char* const advice =
      "its first row must name languages, like es and en, or id, subject, definition, source, note";
  Record header;
  if (!records.read(header)) {
    throw Error(Errc::Malformed, std::string("is empty; ") + advice, {name, 1, 0});
  }
  std::vector<Column> columns;
  bool any_language = false;
  for (const std::string& field : trimmed_header(header)) {
    auto column = column_of(field);
    if (!column) {
      throw Error(Errc::Malformed,
                  "column \"" + clipped(field) + "\" is no language tag; " + advice,
                  {name, header.line, 0});
    }
    any_language = any_language || column->language;
    columns.push_back(*std::move(column));
  }
  if (!any_language) {
    throw Error(Errc::Malformed, std::string("has no column of a language; ") + advice,
                {name, header.line, 0});
  }
  return columns;
}

void add_terms(ConceptEntry& entry, std::string_view cell, const LanguageTag& language) {
  constexpr std::string_view kBetween = " | ";
  TermStatus status = TermStatus::Preferred;
  while (!cell.empty()) {
    const std::size_t end = std::min(cell.find(kBetween), cell.size());
    std::string text = collapse_space(cell.substr(0, end));
    cell.remove_prefix(std::min(end + kBetween.size(), cell.size()));
    if (text.empty()) continue;
    Term& term = entry.terms.emplace_back();
    term.language = language;
    term.status = std::exchange(status, TermStatus::Admitted);
    term.acronym = looks_like_acronym(text);
    term.text = std::move(text);
  }
}

void set_field(ConceptEntry& entry, const std::string& field, std::string_view cell) {
  std::string text(base::trim(cell));
  if (text.empty()) return;
  if (field == "id")
    entry.id = std::move(text);
  else if (field == "subject")
    entry.subject = std::move(text);
  else if (field == "definition")
    entry.definition = std::move(text);
  else if (field == "source")
    entry.source = std::move(text);
  else
    entry.notes.push_back(std::move(text));
}

ConceptEntry to_concept(const Record& record, const std::vector<Column>& columns) {
  ConceptEntry entry;
  for (std::size_t i = 0; i < record.fields.size() && i < columns.size(); ++i) {
    if (columns[i].language) {
      add_terms(entry, record.fields[i], *columns[i].language);
    } else {
      set_field(entry, columns[i].field, record.fields[i]);
    }
  }
  return entry;
}

}  // namespace

ReadSummary read_concept_table(std::istream& in, const std::string& name, TableFormat format,
                               const ConceptSink& sink, const DiagnosticSink& on_diagnostic) {
  RecordReader records(in, name, format);
  const std::vector<Column> columns = read_header(records, name);
  ReadSummary summary;
  for (Record record; records.read(record);) {
    ++summary.read;
    std::string problem = record.problem;
    if (problem.empty() && has_text_beyond(record, columns.size())) {
      problem = "has more fields than the header has columns";
    }
    ConceptEntry entry = to_concept(record, columns);
    if (problem.empty() && entry.terms.empty()) problem = "has no term";
    if (!problem.empty()) {
      if (on_diagnostic) {
        on_diagnostic({Severity::Defect, problem + "; row skipped", {name, record.line, 0}});
      }
      continue;
    }
    ++summary.passed;
    if (sink) sink(std::move(entry));
  }
  return summary;
}

}  // namespace trujaman::inline v0

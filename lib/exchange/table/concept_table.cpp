/// A table of concepts → concepts, a row each. concept_column.hpp says which columns there are.
#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include <trujaman/exchange.hpp>
#include <trujaman/message.hpp>

#include "base/unicode.hpp"
#include "exchange/table/concept_column.hpp"
#include "exchange/table/rows.hpp"
#include "exchange/table/table_cell.hpp"
#include "exchange/table/table_header.hpp"
#include "exchange/tbx/tbx_format.hpp"
#include "exchange/tbx/term_text.hpp"

namespace trujaman::inline v0 {
namespace {

using namespace exchange;

std::vector<ConceptColumn> read_header(RowSource& records, const std::string& name) {
  const std::string advice = message(
      "its first row must name languages, like es and en, or id, subject, definition, source, "
      "note");
  Record header;
  if (!records.read(header)) {
    throw Error(Errc::Malformed, message("is empty; {1}", advice), {name, 1, 0});
  }
  std::vector<ConceptColumn> columns;
  bool any_language = false;
  for (const std::string& field : trimmed_header(header)) {
    auto column = parse_concept_column(field);
    if (!column) column = parse_column_of_people(field);
    if (!column) {
      throw Error(Errc::Malformed,
                  message("column \"{1}\" is no language tag; {2}", clipped(field), advice),
                  {name, header.line, 0});
    }
    any_language = any_language || column->language;
    columns.push_back(*std::move(column));
  }
  if (!any_language) {
    throw Error(Errc::Malformed, message("has no column of a language; {1}", advice),
                {name, header.line, 0});
  }
  return columns;
}

/// What stands between " | ", each trimmed. Blanks at the cell's ends may have been cut off, so
/// "| noun" has two parts.
std::vector<std::string> parts_of(std::string_view cell) {
  std::vector<std::string> parts;
  if (base::trim(cell).empty()) return parts;
  const std::string padded = " " + std::string(base::trim(cell)) + " ";
  std::string_view rest = padded;
  for (;;) {
    const std::size_t end = rest.find(kBetweenTerms);
    parts.emplace_back(base::trim(rest.substr(0, end)));
    if (end == std::string_view::npos) return parts;
    // The blank behind may be the one before the next bar.
    rest.remove_prefix(end + kBetweenTerms.size() - 1);
  }
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string line(base::trim(std::string_view(text).substr(begin, end - begin)));
    if (!line.empty()) lines.push_back(std::move(line));
    begin = end + 1;
  }
  return lines;
}

/// A row of the table on its way to a concept.
class RowReader {
 public:
  explicit RowReader(const std::vector<ConceptColumn>& columns) : columns_(&columns) {}

  ConceptEntry read(const Record& record, TableFormat format) {
    entry_ = {};
    problems_.clear();
    // Terms first: the columns that say more of them may stand before them.
    for (const bool terms : {true, false}) {
      for (std::size_t i = 0; i < record.fields.size() && i < columns_->size(); ++i) {
        const ConceptColumn& column = (*columns_)[i];
        const bool is_terms = column.language && column.of_term == TermField::Text;
        if (is_terms != terms) continue;
        std::string_view cell = record.fields[i];
        if (format == TableFormat::Csv) cell = without_guard(cell);
        if (is_terms) {
          add_terms(cell, *column.language);
        } else if (column.language) {
          set_term_field(column, parts_of(cell));
        } else {
          set_field(column, std::string(base::trim(cell)));
        }
      }
    }
    return std::move(entry_);
  }
  /// What of the last row could not be used.
  [[nodiscard]] const std::vector<std::string>& problems() const noexcept { return problems_; }

 private:
  void add_terms(std::string_view cell, const LanguageTag& language) {
    TermStatus status = TermStatus::Preferred;
    for (const std::string& part : parts_of(cell)) {
      std::string text = collapse_space(part);
      if (text.empty()) continue;
      Term& term = entry_.terms.emplace_back();
      term.language = language;
      term.status = std::exchange(status, TermStatus::Admitted);
      term.acronym = looks_like_acronym(text);
      term.text = std::move(text);
    }
  }

  void set_term_field(const ConceptColumn& column, const std::vector<std::string>& values) {
    std::size_t i = 0;
    for (Term& term : entry_.terms) {
      if (term.language != *column.language) continue;
      if (i == values.size()) break;
      if (const std::string& value = values[i++]; !value.empty()) set(term, column, value);
    }
    if (i < values.size()) {
      problems_.push_back(
          message("{1} says something of more terms than there are", column_name(column)));
    }
  }

  void set(Term& term, const ConceptColumn& column, const std::string& value) {
    switch (column.of_term) {
      case TermField::Text:
        return;
      case TermField::Status:
        if (const auto status = parse_status(value)) {
          term.status = *status;
        } else {
          problems_.push_back(
              message("status \"{1}\" is none of preferred, admitted, deprecated; left out",
                      clipped(value)));
        }
        return;
      case TermField::PartOfSpeech:
        term.part_of_speech = value;
        return;
      case TermField::Gender:
        term.gender = value;
        return;
      case TermField::Acronym:
        term.acronym = value == "yes";
        return;
      case TermField::Source:
        term.source = value;
        return;
      case TermField::Note:
        for (std::string& line : lines_of(value)) term.notes.push_back(std::move(line));
        return;
      case TermField::Property:
        for (std::string& line : lines_of(value)) {
          term.properties.push_back({column.property, std::move(line)});
        }
        return;
    }
  }

  void set_field(const ConceptColumn& column, std::string text) {
    if (text.empty()) return;
    switch (column.of_concept) {
      case ConceptField::Id:
        entry_.id = std::move(text);
        return;
      case ConceptField::Subject:
        entry_.subject = std::move(text);
        return;
      case ConceptField::Definition:
        entry_.definition = std::move(text);
        entry_.definition_language = column.definition_language;
        return;
      case ConceptField::Source:
        entry_.source = std::move(text);
        return;
      case ConceptField::Note:
        entry_.notes.push_back(std::move(text));
        return;
      case ConceptField::Property:
        entry_.properties.push_back({column.property, std::move(text)});
        return;
    }
  }

  const std::vector<ConceptColumn>* columns_;
  ConceptEntry entry_;
  std::vector<std::string> problems_;
};

}  // namespace

ReadSummary read_concept_table(std::istream& in, const std::string& name, TableFormat format,
                               const ConceptSink& sink, const DiagnosticSink& on_diagnostic,
                               const TableReadOptions& options) {
  const std::unique_ptr<RowSource> records = open_rows(in, name, format, options.sheet);
  const std::vector<ConceptColumn> columns = read_header(*records, name);
  RowReader row(columns);
  ReadSummary summary;
  const auto report = [&](Severity severity, const std::string& message, std::size_t line) {
    if (on_diagnostic) on_diagnostic({severity, message, {name, line, 0}});
  };
  for (Record record; records->read(record);) {
    ++summary.read;
    std::string problem = record.problem;
    if (problem.empty() && has_text_beyond(record, columns.size())) {
      problem = message("has more fields than the header has columns");
    }
    ConceptEntry entry = row.read(record, format);
    if (problem.empty() && entry.terms.empty()) problem = message("has no term");
    if (!problem.empty()) {
      report(Severity::Defect, message("{1}; row skipped", problem), record.line);
      continue;
    }
    for (const std::string& p : row.problems()) report(Severity::Warning, p, record.line);
    ++summary.passed;
    if (sink) sink(std::move(entry));
  }
  return summary;
}

}  // namespace trujaman::inline v0

/// Concepts → a table, a row each. concept_column.hpp says which columns there are.
#include <algorithm>
#include <functional>
#include <memory>
#include <ostream>
#include <set>
#include <utility>

#include <trujaman/exchange.hpp>
#include <trujaman/message.hpp>

#include "exchange/table/concept_column.hpp"
#include "exchange/table/rows.hpp"
#include "exchange/table/table_cell.hpp"
#include "exchange/tbx/term_text.hpp"
#include "exchange/xlsx/sheet_writer.hpp"

namespace trujaman::inline v0 {
namespace {

using namespace exchange;

ConceptColumn concept_column(ConceptField field, std::string property = {}) {
  return {std::nullopt, {}, field, std::move(property), {}};
}

ConceptColumn term_column(const LanguageTag& language, TermField field, std::string property = {}) {
  return {language, field, {}, std::move(property), {}};
}

/// The terms of one language of a concept.
std::vector<const Term*> terms_in(const ConceptEntry& entry, const LanguageTag& language) {
  std::vector<const Term*> terms;
  for (const Term& t : entry.terms) {
    if (t.language == language) terms.push_back(&t);
  }
  return terms;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) {
    if (!out.empty()) out += '\n';
    out += collapse_space(line);
  }
  return out;
}

/// What @p column says of a term; empty where it is what a reader would suppose. @p first: the term
/// is the first of its language.
std::string term_value(const Term& term, bool first, const ConceptColumn& column) {
  switch (column.of_term) {
    case TermField::Text:
      return term.text;
    case TermField::Status: {
      const TermStatus supposed = first ? TermStatus::Preferred : TermStatus::Admitted;
      return std::string(term.status == supposed ? "" : to_string(term.status));
    }
    case TermField::PartOfSpeech:
      return term.part_of_speech;
    case TermField::Gender:
      return term.gender;
    case TermField::Acronym:
      if (term.acronym == looks_like_acronym(term.text)) return {};
      return term.acronym ? "yes" : "no";
    case TermField::Source:
      return term.source;
    case TermField::Note:
      return joined(term.notes);
    case TermField::Property: {
      std::vector<std::string> values;
      for (const Property& p : term.properties) {
        if (p.type == column.property) values.push_back(p.value);
      }
      return joined(values);
    }
  }
  return {};
}

class ConceptTableWriter {
 public:
  ConceptTableWriter(std::ostream& out, const ConceptTableOptions& options,
                     const DiagnosticSink& on_diagnostic)
      : out_(&out),
        options_(&options),
        on_diagnostic_(&on_diagnostic),
        rows_(make_row_writer(out, {options.format, options.separator, options.sheet})) {}

  void write(std::span<const ConceptEntry> concepts) {
    choose_columns(concepts);
    if (options_->excel && options_->format == TableFormat::Csv) *out_ << "\xEF\xBB\xBF";
    std::vector<std::string> cells;
    for (const ConceptColumn& column : columns_) cells.push_back(column_name(column));
    write_row(std::move(cells));
    for (const ConceptEntry& entry : concepts) write_concept(entry);
    rows_->finish();
  }

 private:
  void choose_columns(std::span<const ConceptEntry> concepts) {
    std::vector<LanguageTag> languages = options_->languages;
    std::size_t notes = 0;
    std::set<LanguageTag> definitions;
    std::vector<std::string> properties;
    bool source = false;
    bool subject = false;
    for (const ConceptEntry& entry : concepts) {
      if (options_->languages.empty()) {
        for (const Term& t : entry.terms) {
          if (std::ranges::find(languages, t.language) == languages.end()) {
            languages.push_back(t.language);
          }
        }
      }
      notes = std::max(notes, entry.notes.size());
      if (!entry.definition.empty()) definitions.insert(entry.definition_language);
      source = source || !entry.source.empty();
      subject = subject || !entry.subject.empty();
      add_properties(properties, entry);
    }
    columns_.push_back(concept_column(ConceptField::Id));
    if (subject) columns_.push_back(concept_column(ConceptField::Subject));
    for (const LanguageTag& language : languages) add_language(language, concepts);
    for (const LanguageTag& language : definitions) {
      columns_.push_back(concept_column(ConceptField::Definition));
      columns_.back().definition_language = language;
    }
    if (source) columns_.push_back(concept_column(ConceptField::Source));
    while (notes-- > 0) columns_.push_back(concept_column(ConceptField::Note));
    for (const std::string& type : properties) {
      columns_.push_back(concept_column(ConceptField::Property, type));
    }
  }

  /// Adds what @p order lacks to have the entry's properties in their order, beside those that it
  /// has: transactions stay with their dates.
  static void add_properties(std::vector<std::string>& order, const ConceptEntry& entry) {
    std::size_t at = 0;
    for (const Property& p : entry.properties) {
      std::size_t found = at;
      while (found < order.size() && order[found] != p.type) ++found;
      if (found == order.size()) {
        found = at;
        order.insert(order.begin() + static_cast<std::ptrdiff_t>(at), p.type);
      }
      at = found + 1;
    }
  }

  /// The language's terms, and a column for each thing that is said of any of them.
  void add_language(const LanguageTag& language, std::span<const ConceptEntry> concepts) {
    std::vector<std::string> properties;
    std::vector<ConceptColumn> further;
    for (const TermField field : {TermField::Status, TermField::PartOfSpeech, TermField::Gender,
                                  TermField::Acronym, TermField::Source, TermField::Note}) {
      further.push_back(term_column(language, field));
    }
    for (const ConceptEntry& entry : concepts) {
      for (const Term* t : terms_in(entry, language)) {
        for (const Property& p : t->properties) {
          if (std::ranges::find(properties, p.type) != properties.end()) continue;
          properties.push_back(p.type);
          further.push_back(term_column(language, TermField::Property, p.type));
        }
      }
    }
    columns_.push_back(term_column(language, TermField::Text));
    for (ConceptColumn& column : further) {
      const auto says = [&](const ConceptEntry& entry) {
        return !term_cell(entry, column).empty();
      };
      if (std::ranges::any_of(concepts, says)) columns_.push_back(std::move(column));
    }
  }

  std::string term_cell(const ConceptEntry& entry, const ConceptColumn& column) {
    std::string cell;
    bool any = false;
    bool first = true;
    for (const Term* term : terms_in(entry, *column.language)) {
      std::string value = term_value(*term, first, column);
      any = any || !value.empty();
      if (!std::exchange(first, false)) cell += kBetweenTerms;
      cell += without_bars(std::move(value), entry);
    }
    return any ? cell : std::string();
  }

  /// A bar between blanks would part one value into two.
  std::string without_bars(std::string value, const ConceptEntry& entry) {
    const bool bars = value.find(kBetweenTerms) != std::string::npos || value.starts_with("| ") ||
                      value.ends_with(" |") || value == "|";
    if (!bars) return value;
    std::ranges::replace(value, '|', '/');
    warn(message("\"|\" in \"{1}\" was written as \"/\"", value.substr(0, 40)), entry);
    return value;
  }

  void write_concept(const ConceptEntry& entry) {
    std::vector<std::string> cells;
    std::size_t note = 0;
    std::size_t property = 0;
    for (const ConceptColumn& column : columns_) {
      if (column.language) {
        cells.push_back(term_cell(entry, column));
        continue;
      }
      const bool here = column.of_concept != ConceptField::Property ||
                        (property < entry.properties.size() &&
                         entry.properties[property].type == column.property);
      cells.emplace_back();
      switch (column.of_concept) {
        case ConceptField::Id:
          cells.back() = entry.id;
          break;
        case ConceptField::Subject:
          cells.back() = entry.subject;
          break;
        case ConceptField::Definition:
          if (column.definition_language == entry.definition_language) {
            cells.back() = entry.definition;
          }
          break;
        case ConceptField::Source:
          cells.back() = entry.source;
          break;
        case ConceptField::Note:
          if (note < entry.notes.size()) cells.back() = entry.notes[note++];
          break;
        case ConceptField::Property:
          if (here) cells.back() = entry.properties[property++].value;
          break;
      }
    }
    const auto left_out = std::ranges::count_if(entry.terms, [&](const Term& t) {
      return std::ranges::none_of(columns_,
                                  [&](const auto& c) { return c.language == t.language; });
    });
    if (static_cast<std::size_t>(left_out) == entry.terms.size()) {
      return warn(message("has no term in these languages; left out"), entry);
    }
    const bool workbook = options_->format == TableFormat::Xlsx;
    if (workbook && !std::ranges::all_of(cells, fits_cell)) {
      warn(message("has a text longer than a spreadsheet's cell holds; cut"), entry);
    }
    write_row(std::move(cells));
  }

  void write_row(std::vector<std::string> cells) {
    if (options_->format == TableFormat::Csv) {
      for (std::string& cell : cells) {
        // What has an apostrophe there already gets another one, for readers take one away.
        const bool guard = looks_like_formula(cell) && (options_->excel || cell.starts_with('\''));
        if (guard) cell.insert(0, 1, '\'');
      }
    }
    rows_->write(cells);
  }

  void warn(const std::string& what, const ConceptEntry& entry) {
    if (!*on_diagnostic_ || !warned_.insert(what + entry.id).second) return;
    (*on_diagnostic_)({Severity::Warning, message("concept {1}: {2}", entry.id, what), {}});
  }

  std::ostream* out_;
  const ConceptTableOptions* options_;
  const DiagnosticSink* on_diagnostic_;
  std::unique_ptr<RowWriter> rows_;
  std::vector<ConceptColumn> columns_;
  std::set<std::string> warned_;
};

}  // namespace

void write_concept_table(std::ostream& out, std::span<const ConceptEntry> concepts,
                         const ConceptTableOptions& options, const DiagnosticSink& on_diagnostic) {
  ConceptTableWriter(out, options, on_diagnostic).write(concepts);
}

}  // namespace trujaman::inline v0

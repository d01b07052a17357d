/// A table of units: a column a language.
#include <algorithm>
#include <memory>
#include <utility>

#include <trujaman/exchange.hpp>
#include <trujaman/message.hpp>

#include "base/unicode.hpp"
#include "exchange/table/rows.hpp"
#include "exchange/table/table_header.hpp"

namespace trujaman::inline v0 {
namespace {

using namespace exchange;

std::vector<LanguageTag> read_header(RowSource& records, const std::string& name) {
  const std::string advice =
      message("its first row must name two languages or more, like es and en");
  Record header;
  if (!records.read(header)) {
    throw Error(Errc::Malformed, message("is empty; {1}", advice), {name, 1, 0});
  }
  std::vector<LanguageTag> languages;
  for (const std::string& field : trimmed_header(header)) {
    auto language = language_named(field);
    if (!language || std::count(languages.begin(), languages.end(), *language) > 0) {
      throw Error(Errc::Malformed,
                  message("column \"{1}\" is no language tag, or stands twice; {2}", clipped(field),
                          advice),
                  {name, header.line, 0});
    }
    languages.push_back(*std::move(language));
  }
  if (languages.size() < 2) {
    throw Error(Errc::Malformed, message("has one column; {1}", advice), {name, header.line, 0});
  }
  return languages;
}

TranslationUnit to_unit(Record& record, const std::vector<LanguageTag>& languages) {
  TranslationUnit unit;
  unit.source_language = languages.front();
  for (std::size_t i = 0; i < record.fields.size() && i < languages.size(); ++i) {
    if (base::trim(record.fields[i]).empty()) continue;
    Variant& variant = unit.variants.emplace_back();
    variant.language = languages[i];
    variant.text = std::move(record.fields[i]);
  }
  return unit;
}

/// Reads all rows; those with text in fewer than @p fewest languages are skipped.
ReadSummary read_rows(std::istream& in, const std::string& name, TableFormat format,
                      std::size_t fewest, const LocatedUnitSink& sink,
                      const DiagnosticSink& on_diagnostic, const TableReadOptions& options) {
  const std::unique_ptr<RowSource> records = open_rows(in, name, format, options.sheet);
  const std::vector<LanguageTag> languages = read_header(*records, name);
  ReadSummary summary;
  const auto skip = [&](const Record& record, const std::string& reason) {
    if (on_diagnostic) {
      on_diagnostic(
          {Severity::Defect, message("{1}; row skipped", reason), {name, record.line, 0}});
    }
  };
  for (Record record; records->read(record);) {
    ++summary.read;
    if (!record.problem.empty()) {
      skip(record, record.problem);
      continue;
    }
    if (has_text_beyond(record, languages.size())) {
      skip(record, message("has more fields than the header has columns"));
      continue;
    }
    TranslationUnit unit = to_unit(record, languages);
    if (unit.variants.size() < fewest) {
      skip(record,
           fewest == 1 ? message("has no text") : message("has text in fewer than two languages"));
      continue;
    }
    ++summary.passed;
    if (sink) sink(std::move(unit), {name, record.line, 0});
  }
  return summary;
}

}  // namespace

ReadSummary read_table(std::istream& in, const std::string& name, TableFormat format,
                       const UnitSink& sink, const DiagnosticSink& on_diagnostic,
                       const TableReadOptions& options) {
  LocatedUnitSink located;
  if (sink) located = [&](TranslationUnit&& unit, const Location&) { sink(std::move(unit)); };
  return read_rows(in, name, format, 2, located, on_diagnostic, options);
}

ReadSummary read_table(std::istream& in, const std::string& name, TableFormat format,
                       const LocatedUnitSink& sink, const DiagnosticSink& on_diagnostic,
                       const TableReadOptions& options) {
  return read_rows(in, name, format, 1, sink, on_diagnostic, options);
}

}  // namespace trujaman::inline v0

/// @file
/// XLIFF read and written for tests.
#pragma once

#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <trujaman/exchange.hpp>

namespace test {

struct ReadXliff {
  std::vector<trujaman::TranslationUnit> units;
  std::vector<std::size_t> lines;
  std::vector<trujaman::Diagnostic> diagnostics;
  trujaman::ReadSummary summary;
  trujaman::XliffContents contents;
};

/// All that stands in the file.
inline ReadXliff read_xliff(std::istream& in, const trujaman::XliffReadOptions& options = {}) {
  ReadXliff out;
  out.summary = trujaman::read_xliff(
      in, "informe.xlf",
      [&](trujaman::TranslationUnit&& unit, const trujaman::Location& where) {
        out.units.push_back(std::move(unit));
        out.lines.push_back(where.line);
      },
      [&](const trujaman::Diagnostic& d) { out.diagnostics.push_back(d); }, options, &out.contents);
  return out;
}

inline ReadXliff read_xliff(const std::string& xliff,
                            const trujaman::XliffReadOptions& options = {}) {
  std::istringstream in(xliff);
  return read_xliff(in, options);
}

/// What is for a memory.
inline ReadXliff read_xliff_for_memory(const std::string& xliff,
                                       const trujaman::XliffReadOptions& options = {}) {
  std::istringstream in(xliff);
  ReadXliff out;
  out.summary = trujaman::read_xliff(
      in, "informe.xlf",
      [&](trujaman::TranslationUnit&& unit) { out.units.push_back(std::move(unit)); },
      [&](const trujaman::Diagnostic& d) { out.diagnostics.push_back(d); }, options, &out.contents);
  return out;
}

/// XLIFF 1.2, Spanish to English; @p units begin on line 2.
inline std::string xliff_1(const std::string& units) {
  return "<xliff version='1.2' xmlns='urn:oasis:names:tc:xliff:document:1.2'>"
         "<file source-language='es' target-language='en' original='a' datatype='x'><body>\n" +
         units + "</body></file></xliff>";
}

/// The same in XLIFF 2.0.
inline std::string xliff_2(const std::string& units) {
  return "<xliff version='2.0' srcLang='es' trgLang='en' "
         "xmlns='urn:oasis:names:tc:xliff:document:2.0'><file id='f'>\n" +
         units + "</file></xliff>";
}

inline std::string write_xliff(const std::vector<trujaman::TranslationUnit>& units,
                               trujaman::XliffVersion version,
                               const trujaman::LanguagePair& languages) {
  std::ostringstream out;
  trujaman::XliffWriter writer(out, {.languages = languages, .version = version});
  for (const trujaman::TranslationUnit& unit : units) writer.write(unit);
  writer.finish();
  return out.str();
}

}  // namespace test

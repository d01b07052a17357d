/// Any bytes read as a table, TSV and CSV: only Error comes out, and units that were read are the
/// same after writing and reading.
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

#include <trujaman/exchange.hpp>

using namespace trujaman;

namespace {

std::vector<TranslationUnit> read(const std::string& text, TableFormat format) {
  std::vector<TranslationUnit> units;
  std::istringstream in(text);
  try {
    const ReadSummary summary = read_table(
        in, "fuzz.tsv", format, [&](TranslationUnit&& u) { units.push_back(std::move(u)); },
        [](const Diagnostic&) {});
    if (summary.passed != units.size() || summary.read < summary.passed) std::abort();
  } catch (const Error&) {
    // No header of language tags, or not in its encoding.
  }
  return units;
}

/// Languages of the units, the source first: it is the first column's.
std::vector<LanguageTag> languages_of(const std::vector<TranslationUnit>& units) {
  std::vector<LanguageTag> out{units.front().source_language};
  for (const TranslationUnit& unit : units) {
    for (const Variant& v : unit.variants) {
      bool known = false;
      for (const LanguageTag& language : out) known = known || language == v.language;
      if (!known) out.push_back(v.language);
    }
  }
  return out;
}

void check_round_trip(const std::string& text, TableFormat format) {
  const auto units = read(text, format);
  if (units.empty()) return;
  std::ostringstream out;
  TableWriter writer(out, format, languages_of(units));
  for (const TranslationUnit& unit : units) writer.write(unit);
  writer.finish();
  const auto again = read(out.str(), format);
  if (again.size() != units.size()) std::abort();
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (again[i].variants.size() != units[i].variants.size()) std::abort();
    for (const Variant& v : units[i].variants) {
      bool found = false;
      for (const Variant& w : again[i].variants) found = found || w == v;
      if (!found) std::abort();
    }
  }
}

void check_concepts(const std::string& text, TableFormat format) {
  std::istringstream in(text);
  try {
    read_concept_table(
        in, "fuzz.tsv", format,
        [](ConceptEntry&& entry) {
          if (entry.terms.empty()) std::abort();
        },
        [](const Diagnostic&) {});
  } catch (const Error&) {
    // No header of language tags and fields, or not in its encoding.
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  for (const TableFormat format : {TableFormat::Tsv, TableFormat::Csv}) {
    check_round_trip(text, format);
    check_concepts(text, format);
  }
  return 0;
}

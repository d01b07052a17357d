/// Any bytes read as XLIFF, with its matches and its glossary: only Error comes out, codes stand
/// inside their texts, and what was written once is the same when it is read and written again.
#include <algorithm>
#include <cstdint>
#include <sstream>
#include <string>
#include <vector>

#include <trujaman/exchange.hpp>

#include "fuzz.hpp"

using namespace trujaman;

namespace {

std::vector<TranslationUnit> read(const std::string& xliff, const XliffReadOptions& options) {
  std::istringstream in(xliff);
  std::vector<TranslationUnit> units;
  try {
    const ReadSummary summary = read_xliff(
        in, "fuzz.xlf",
        [&](TranslationUnit&& unit, const Location&) { units.push_back(std::move(unit)); },
        [](const Diagnostic&) {}, options);
    fuzz::require(summary.passed == units.size(), "what is passed on is counted");
    fuzz::require(summary.read >= summary.passed, "no more is passed than read");
  } catch (const Error&) {
    // Not XLIFF, or broken off: what was read before stands.
  }
  return units;
}

void check_codes(const TranslationUnit& unit) {
  for (const Variant& variant : unit.variants) {
    std::size_t last = 0;
    for (const InlineCode& code : variant.codes) {
      fuzz::require(code.position >= last, "codes stand in order");
      fuzz::require(fuzz::on_boundary(variant.text, code.position),
                    "codes stand between two characters");
      last = code.position;
    }
  }
}

/// The unit as it is read back.
TranslationUnit written_and_read(const TranslationUnit& unit, XliffVersion version) {
  std::ostringstream out;
  XliffWriter writer(out, {.languages = {unit.variants[0].language, unit.variants[1].language},
                           .version = version});
  writer.write(unit);
  writer.finish();
  const std::vector<TranslationUnit> units = read(out.str(), {});
  fuzz::require(units.size() == 1, "a unit that is written is read");
  return units.front();
}

/// Whether a text has characters that XML cannot hold, and 1.2 therefore not.
bool has_controls(const TranslationUnit& unit) {
  return std::ranges::any_of(unit.variants, [](const Variant& variant) {
    return std::ranges::any_of(variant.text, [](char c) { return c >= 0 && c < ' '; }) ||
           variant.text.find("\xEF\xBF") != std::string::npos;
  });
}

/// Whether a file of XLIFF can hold all of it, and it is not passed over there.
bool can_be_written(const TranslationUnit& unit) {
  if (unit.variants.size() != 2) return false;
  const LanguageTag& source = unit.variants[0].language;
  const LanguageTag& target = unit.variants[1].language;
  for (const Property& p : unit.properties) {
    if (p.type == "x-translate") return false;
  }
  return !source.undetermined() && !target.undetermined() && source.primary() != target.primary();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string input(fuzz::bytes(data, size));
  (void)read(input, {.segments = false});
  for (const TranslationUnit& unit : read(input, {.matches = true})) {
    check_codes(unit);
    if (!can_be_written(unit)) continue;
    for (const XliffVersion version : {XliffVersion::V1_2, XliffVersion::V2_0}) {
      const TranslationUnit once = written_and_read(unit, version);
      if (version == XliffVersion::V2_0 || !has_controls(unit)) {
        fuzz::require(once.variants[0].text == unit.variants[0].text, "the source's text is kept");
        fuzz::require(once.variants[1].text == unit.variants[1].text, "the target's text is kept");
      }
      fuzz::require(written_and_read(once, version) == once, "what was written once stays");
    }
  }
  std::istringstream in(input);
  try {
    read_xliff_glossary(
        in, "fuzz.xlf",
        [](ConceptEntry&& entry) {
          for (const Term& term : entry.terms) fuzz::require_clean(term.text);
        },
        [](const Diagnostic&) {});
  } catch (const Error&) {
    // Not XLIFF, or broken off.
  }
  return 0;
}

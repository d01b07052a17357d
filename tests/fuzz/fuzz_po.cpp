/// Any bytes read as a po file: only Error comes out, texts are clean, and what was written once is
/// the same when it is read and written again.
#include <cstdint>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <trujaman/po.hpp>

#include "fuzz.hpp"

using namespace trujaman;

namespace {

/// The file as it is written after it was read whole.
std::string written(const std::string& po) {
  std::istringstream in(po);
  std::vector<TranslationUnit> units;
  PoHeader header;
  (void)read_po(
      in, "fuzz.po", {LanguageTag("en"), LanguageTag("es")},
      [&](TranslationUnit&& unit, const Location&) { units.push_back(std::move(unit)); },
      [](const Diagnostic&) {}, {.whole = true}, &header);
  if (header.languages.source.undetermined()) header.languages.source = LanguageTag("en");
  if (header.languages.target.undetermined()) header.languages.target = LanguageTag("es");
  std::ostringstream out;
  PoWriter writer(out, header);
  for (const TranslationUnit& unit : units) writer.write(unit);
  writer.finish();
  return out.str();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::istringstream in(std::string(fuzz::bytes(data, size)));
  try {
    const ReadSummary summary = read_po(
        in, "fuzz.po", {LanguageTag("en"), LanguageTag("es")},
        [](TranslationUnit&& unit, const Location&) {
          for (const Variant& variant : unit.variants) {
            fuzz::require(base::find_invalid_utf8(variant.text) == std::string_view::npos,
                          "text is UTF-8");
          }
        },
        [](const Diagnostic&) {});
    fuzz::require(summary.passed <= summary.read, "no more is passed than read");
    const std::string once = written(std::string(fuzz::bytes(data, size)));
    fuzz::require(written(once) == once, "a file that was written is written again as it is");
  } catch (const Error&) {
    // No po file.
  }
  return 0;
}

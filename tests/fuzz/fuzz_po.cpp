/// Any bytes read as a po file: only Error comes out, and texts are clean.
#include <cstdint>
#include <sstream>
#include <string>

#include <trujaman/exchange.hpp>

#include "fuzz.hpp"

using namespace trujaman;

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
  } catch (const Error&) {
    // No po file.
  }
  return 0;
}

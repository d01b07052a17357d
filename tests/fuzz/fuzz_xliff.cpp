/// Any bytes read as XLIFF: only Error comes out, and codes stand inside their texts.
#include <cstdint>
#include <sstream>
#include <string>

#include <trujaman/exchange.hpp>

#include "fuzz.hpp"

using namespace trujaman;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::istringstream in(std::string(fuzz::bytes(data, size)));
  try {
    read_xliff(
        in, "fuzz.xlf",
        [](TranslationUnit&& unit, const Location&) {
          for (const Variant& variant : unit.variants) {
            std::size_t last = 0;
            for (const InlineCode& code : variant.codes) {
              fuzz::require(code.position >= last, "codes stand in order");
              fuzz::require(fuzz::on_boundary(variant.text, code.position),
                            "codes stand between two characters");
              last = code.position;
            }
          }
        },
        [](const Diagnostic&) {});
  } catch (const Error&) {
    // Not XLIFF, or broken off.
  }
  return 0;
}

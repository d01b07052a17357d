/// Any bytes read as TMX: only Error comes out, and units that were read are the same after writing
/// and reading.
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

#include <trujaman/exchange.hpp>

using namespace trujaman;

namespace {

std::vector<TranslationUnit> read(const std::string& tmx, bool& whole) {
  std::vector<TranslationUnit> units;
  std::istringstream in(tmx);
  whole = false;
  try {
    const ReadSummary summary = read_tmx(
        in, "fuzz.tmx", [&](TranslationUnit&& u) { units.push_back(std::move(u)); },
        [](const Diagnostic&) {});
    if (summary.passed != units.size() || summary.read < summary.passed) std::abort();
    whole = true;
  } catch (const Error&) {
    // Not TMX, or broken off: what was read before stands.
  }
  return units;
}

std::string write(const std::vector<TranslationUnit>& units) {
  std::ostringstream out;
  TmxWriter writer(out, {});
  for (const TranslationUnit& unit : units) writer.write(unit);
  writer.finish();
  return out.str();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  bool whole = false;
  const auto units = read(std::string(reinterpret_cast<const char*>(data), size), whole);
  const std::string written = write(units);
  if (read(written, whole) != units || !whole) std::abort();
  return 0;
}

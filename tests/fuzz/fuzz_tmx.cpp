/// Any bytes read as TMX: only Error comes out, and header and units that were read are the same
/// after writing and reading.
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

#include <trujaman/exchange.hpp>

using namespace trujaman;

namespace {

struct File {
  TmxHeader header;
  std::vector<TranslationUnit> units;
  bool whole = false;
};

File read(const std::string& tmx) {
  File file;
  std::istringstream in(tmx);
  try {
    const ReadSummary summary = read_tmx(
        in, "fuzz.tmx", [&](TranslationUnit&& u) { file.units.push_back(std::move(u)); },
        [](const Diagnostic&) {}, &file.header);
    if (summary.passed != file.units.size() || summary.read < summary.passed) std::abort();
    file.whole = true;
  } catch (const Error&) {
    // Not TMX, or broken off: what was read before stands.
  }
  return file;
}

std::string write(const File& file, const TmxOptions& options = {}) {
  std::ostringstream out;
  TmxWriter writer(out, file.header, options);
  for (const TranslationUnit& unit : file.units) writer.write(unit);
  writer.finish();
  return out.str();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const File first = read(std::string(reinterpret_cast<const char*>(data), size));
  for (const bool utf16 : {false, true}) {
    const File second = read(write(first, {.utf16 = utf16}));
    if (second.header != first.header || second.units != first.units || !second.whole) std::abort();
  }
  if (!read(write(first, {.level = 1, .context = true})).whole) std::abort();
  return 0;
}

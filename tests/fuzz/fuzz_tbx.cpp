/// Any bytes read as TBX: only Error comes out, and every term has a text.
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

#include <trujaman/exchange.hpp>

using namespace trujaman;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::istringstream in(std::string(reinterpret_cast<const char*>(data), size));
  std::size_t concepts = 0;
  const auto check = [&](ConceptEntry&& entry) {
    ++concepts;
    for (const Term& term : entry.terms) {
      if (term.text.empty() || term.text.front() == ' ' || term.text.back() == ' ') std::abort();
    }
  };
  try {
    const ReadSummary summary = read_tbx(in, "fuzz.tbx", check, [](const Diagnostic&) {});
    if (summary.passed != concepts || summary.read < summary.passed) std::abort();
  } catch (const Error&) {
    // Not TBX, or broken off.
  }
  return 0;
}

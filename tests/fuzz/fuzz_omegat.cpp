/// Any bytes read as an OmegaT glossary: only Error comes out, every term is clean, and what is
/// written of it and read again has the same pairs.
#include <cstdint>
#include <sstream>
#include <string>
#include <vector>

#include <trujaman/exchange.hpp>

#include "fuzz.hpp"

using namespace trujaman;

namespace {

const LanguagePair kLanguages{LanguageTag("es"), LanguageTag("fr")};

std::vector<ConceptEntry> read(const std::string& text) {
  std::vector<ConceptEntry> concepts;
  std::istringstream in(text);
  const ReadSummary summary = read_omegat_glossary(
      in, "fuzz.utf8", kLanguages, [&](ConceptEntry&& c) { concepts.push_back(std::move(c)); },
      [](const Diagnostic&) {});
  fuzz::require(summary.passed <= summary.read, "no more passed than read");
  fuzz::require(concepts.size() <= summary.passed, "a concept takes a line at least");
  return concepts;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const auto concepts = read(std::string(fuzz::bytes(data, size)));
    for (const ConceptEntry& entry : concepts) {
      fuzz::require(entry.terms.size() >= 2, "a concept has both languages");
      for (const Term& term : entry.terms) {
        fuzz::require(!term.text.empty(), "a term has a text");
        fuzz::require_clean(term.text);
      }
    }
    std::ostringstream out;
    write_omegat_glossary(out, concepts, kLanguages);
    std::ostringstream again;
    write_omegat_glossary(again, read(out.str()), kLanguages);
    // A pair that is no header in its place may be one when it stands first.
    if (again.str().size() == out.str().size()) {
      fuzz::require(again.str() == out.str(), "written, read and written again it is the same");
    }
  } catch (const Error&) {
    // Not in its encoding.
  }
  return 0;
}

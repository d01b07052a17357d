/// Any two texts checked as translations of each other: findings name words that stand there.
#include <cstdint>
#include <string>
#include <vector>

#include <trujaman/checker.hpp>

#include "fuzz.hpp"

using namespace trujaman;

namespace {

ConceptEntry entry() {
  ConceptEntry entry;
  for (const auto& [language, text] :
       {std::pair("es", "OIM"), {"en", "IOM"}, {"fr", "OIM"}, {"es", "agua"}, {"en", "water"}}) {
    Term& term = entry.terms.emplace_back();
    term.language = LanguageTag(language);
    term.text = text;
  }
  return entry;
}

const Checker& checker() {
  static const Glossary glossary({entry()});
  static const Checker all([] {
    CheckOptions options;
    options.glossary = &glossary;
    return options;
  }());
  return all;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = base::to_nfc(base::replace_invalid_utf8(fuzz::bytes(data, size)));
  const std::size_t cut = std::min(text.find('\n'), text.size());
  TranslationUnit unit;
  for (const char* language : {"es", "en", "fr"}) {
    Variant& variant = unit.variants.emplace_back();
    variant.language = LanguageTag(language);
    variant.text = language[0] == 'e' && language[1] == 's'
                       ? text.substr(0, cut)
                       : text.substr(std::min(cut + 1, text.size()));
  }
  for (const char* source : {"es", "fr"}) {
    unit.source_language = LanguageTag(source);
    for (const Finding& finding : checker().check(unit)) {
      fuzz::require(!finding.places.empty() && !finding.message.empty(), "findings say what");
      fuzz::require(finding.message.find('\n') == std::string::npos, "a message is one line");
      for (const FindingPlace& place : finding.places) {
        const std::string& whole = unit.find(place.language)->text;
        fuzz::require(fuzz::on_boundary(whole, place.span.begin) &&
                          fuzz::on_boundary(whole, place.span.end) &&
                          whole.substr(place.span.begin, place.span.size()) == place.words,
                      "words stand at their span");
      }
    }
  }
  return 0;
}

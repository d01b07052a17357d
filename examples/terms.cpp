// Finds the terms of a glossary in a text, inflected ones too, and says what they are in English.
#include <iostream>
#include <string_view>

#include <trujaman/trujaman.hpp>

using namespace trujaman;

int main(int argc, char** argv) try {
  if (argc != 3) return 2;  // GLOSSARY.tbx 'Un texto en español.'
  const Glossary glossary(read_glossary(argv[1]));
  const LanguageTag spanish("es");
  const LanguageTag english("en");
  const std::string_view text = argv[2];
  for (const TermHit& hit : glossary.recognize(text, spanish)) {
    const ConceptEntry& entry = glossary.concepts()[hit.concept_index];
    std::cout << text.substr(hit.span.begin, hit.span.size()) << " (" << entry.subject << ")\n";
    for (const Term& term : entry.terms) {
      if (!term.language.matches(english)) continue;
      std::cout << "  " << term.text << ", " << to_string(term.status) << '\n';
    }
  }
} catch (const Error& e) {
  std::cerr << to_string(e.where()) << ": " << e.what() << '\n';
  return 1;
}

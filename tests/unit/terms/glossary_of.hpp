/// @file
/// Small glossaries for tests.
#pragma once

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include <trujaman/glossary.hpp>

namespace trujaman::tests {

inline Term term_of(const char* language, const std::string& text) {
  Term term;
  term.language = LanguageTag(language);
  term.text = text;
  return term;
}

/// A glossary of one language, a concept a term.
inline Glossary glossary_of(const char* language, const std::vector<std::string>& terms) {
  std::vector<ConceptEntry> concepts;
  for (const std::string& text : terms) {
    ConceptEntry entry;
    entry.id = text;
    entry.terms.push_back(term_of(language, text));
    concepts.push_back(std::move(entry));
  }
  return Glossary(std::move(concepts));
}

/// What was found, as it stands in the text.
inline std::vector<std::string> found_in(const Glossary& glossary, const char* language,
                                         const std::string& text,
                                         const RecognizeOptions& options = {}) {
  std::vector<std::string> out;
  for (const TermHit& hit : glossary.recognize(text, LanguageTag(language), options)) {
    out.push_back(text.substr(hit.span.begin, hit.span.size()));
  }
  return out;
}

using Found = std::vector<std::string>;

/// A term of lower-case words, and a form of it that a text has.
struct Pair {
  const char* term;
  const char* form;
};

}  // namespace trujaman::tests

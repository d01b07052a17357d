#include "commands/align_lexicon.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include <trujaman/exchange.hpp>

#include "cli/memory_lexicon.hpp"
#include "cli/status.hpp"
#include "cli/term_finder.hpp"

namespace trujaman::cli {
namespace {

/// Appends the pairs of terms that @p concepts give for @p languages.
void append_terms(std::vector<LexiconEntry>& lexicon, const std::vector<ConceptEntry>& concepts,
                  const LanguagePair& languages) {
  const auto in = [](const Term& term, const LanguageTag& language) {
    return term.language.primary() == language.primary();
  };
  for (const ConceptEntry& entry : concepts) {
    for (const Term& source : entry.terms) {
      if (!in(source, languages.source)) continue;
      for (const Term& target : entry.terms) {
        if (in(target, languages.target)) {
          lexicon.push_back({.source = source.text, .target = target.text, .weight = 1.0});
        }
      }
    }
  }
}

}  // namespace

KnownWords read_known_words(const std::vector<std::string>& glossaries,
                            const std::vector<std::string>& word_lists) {
  KnownWords known;
  known.concepts = read_glossaries(glossaries);
  for (const std::string& path : word_lists) {
    std::ranges::move(read_lexicon(path, print_warning), std::back_inserter(known.words));
  }
  return known;
}

std::vector<LexiconEntry> lexicon_for(const KnownWords& known, const LanguagePair& languages,
                                      const std::string& document) {
  std::vector<LexiconEntry> lexicon = known.words;
  append_terms(lexicon, known.concepts, languages);
  if (known.memory != nullptr) {
    std::ranges::move(memory_lexicon(*known.memory, languages, document, {}),
                      std::back_inserter(lexicon));
  }
  return lexicon;
}

}  // namespace trujaman::cli

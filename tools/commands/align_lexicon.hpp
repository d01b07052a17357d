/// @file
/// What the user of `trujaman align` knows about words: glossaries, word lists, a memory.
#pragma once

#include <string>
#include <vector>

#include <trujaman/aligner.hpp>
#include <trujaman/concept.hpp>
#include <trujaman/memory.hpp>

namespace trujaman::cli {

/// Read once, used for each language pair.
struct KnownWords {
  std::vector<ConceptEntry> concepts;
  std::vector<LexiconEntry> words;  ///< Of whatever pair: those of others meet no words.
  const Memory* memory = nullptr;   ///< Borrowed; null where there is none yet.
};

/// @throws Error that names file and line.
[[nodiscard]] KnownWords read_known_words(const std::vector<std::string>& glossaries,
                                          const std::vector<std::string>& word_lists);

/// All of it that concerns @p languages, when the document @p document is aligned.
[[nodiscard]] std::vector<LexiconEntry> lexicon_for(const KnownWords& known,
                                                    const LanguagePair& languages,
                                                    const std::string& document);

}  // namespace trujaman::cli

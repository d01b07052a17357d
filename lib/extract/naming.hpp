/// @file
/// What to call a phrase of which only the key is known: the forms in which it stands.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include <trujaman/term_extractor.hpp>

#include "extract/phrase_pairs.hpp"

namespace trujaman::extract {

/// A proposed pair with its texts.
struct NamedPair {
  CandidateTerm source;
  CandidateTerm target;
};

/// Names of the pairs @p wanted, in their order. One pass over @p corpus, which was made of
/// @p units.
[[nodiscard]] std::vector<NamedPair> name_pairs(const AlignedCorpus& corpus,
                                                std::span<const TranslationUnit> units,
                                                const LanguagePair& languages,
                                                std::span<const PhrasePair> wanted);

}  // namespace trujaman::extract

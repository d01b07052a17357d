/// @file
/// What a memory teaches about words.
#pragma once

#include <string>
#include <vector>

#include <trujaman/aligner.hpp>
#include <trujaman/memory.hpp>

namespace trujaman::cli {

/// The lexicon that the newest units of @p memory teach, at most some ten thousand of them, so that
/// it takes seconds whatever the memory's size. Units that occur in no other document than
/// @p except_document are passed over: a document that is aligned again must not learn from itself.
[[nodiscard]] std::vector<LexiconEntry> memory_lexicon(const Memory& memory,
                                                       const LanguagePair& languages,
                                                       const std::string& except_document,
                                                       const LearnOptions& options);

}  // namespace trujaman::cli

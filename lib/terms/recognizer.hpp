/// @file
/// One pass over a text: every place where a term of an index stands.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include <trujaman/concept.hpp>
#include <trujaman/glossary.hpp>

#include "terms/index.hpp"
#include "terms/selection.hpp"

namespace trujaman::terms {

/// All hits in @p text (valid UTF-8), overlapping ones too, in no useful order. @p concepts are
/// those the index was built from.
[[nodiscard]] std::vector<RankedHit> find_terms(const LanguageIndex& index,
                                                std::span<const ConceptEntry> concepts,
                                                std::string_view text,
                                                const RecognizeOptions& options);

}  // namespace trujaman::terms

/// @file
/// What a glossary has already.
#pragma once

#include <span>
#include <vector>

#include <trujaman/glossary.hpp>
#include <trujaman/term_extractor.hpp>

namespace trujaman::extract {

/// Sets novelty and known of @p candidate. Terms are compared as Glossary::recognize does it,
/// without regard to inflection.
void compare_with(const Glossary& glossary, TermCandidate& candidate);

/// The terms of @p glossary as units, from which words can be learned: each that may be used with
/// the preferred one of the other language, both ways.
[[nodiscard]] std::vector<TranslationUnit> as_units(const Glossary& glossary,
                                                    const LanguagePair& languages);

}  // namespace trujaman::extract

/// @file
/// Concepts as people and programs see them.
#pragma once

#include <string>
#include <vector>

#include <trujaman/concept.hpp>
#include <trujaman/glossary_editor.hpp>

#include "cli/json.hpp"

namespace trujaman::cli {

/// {"id","subject","definition","source","notes","terms":{"es":[{"term","status",…}]},…}; what is
/// not said is left out, but for id and terms.
[[nodiscard]] Json concept_json(const ConceptEntry& entry);

/// "id · es: trata de personas, tráfico de personas [deprecated] · en: …"; only @p languages, where
/// any are given.
[[nodiscard]] std::string concept_line(const ConceptEntry& entry,
                                       const std::vector<LanguageTag>& languages);

/// The languages of all terms, each once, in the order in which they come.
[[nodiscard]] std::vector<LanguageTag> languages_of(std::span<const ConceptEntry> concepts);

/// The terms of @p entry under @p language in one text, with their statuses where not usable.
[[nodiscard]] std::string terms_text(const ConceptEntry& entry, const LanguageTag& language);

}  // namespace trujaman::cli

/// @file
/// Searching a glossary by what a user types.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include <trujaman/concept.hpp>
#include <trujaman/export.hpp>

namespace trujaman::inline v0 {

/// A term that answers a search.
struct TermMatch {
  /// How near a term is to the text.
  enum class Kind {
    Exact,      ///< The same but for case, accents and the like.
    Inflected,  ///< The same word or words in another number, gender or verb form.
    Part        ///< The text is in the term, as it stands or inflected.
  };
  Kind kind{};                    ///< How near it is.
  std::size_t concept_index = 0;  ///< In the concepts that were searched.
  std::size_t term_index = 0;     ///< In that concept's terms.
};

/// Terms that @p text (UTF-8) stands for, best kind first, then in the glossary's order; only terms
/// under one of @p languages, where any are given. Plural and singular, feminine and masculine find
/// each other in Spanish, English and French, whichever of them the glossary has. Empty for a blank
/// text. O(letters of all terms): an index is built for each call. Any thread.
[[nodiscard]] TRUJAMAN_API std::vector<TermMatch> search_terms(
    std::span<const ConceptEntry> concepts, std::string_view text,
    std::span<const LanguageTag> languages = {});

}  // namespace trujaman::inline v0

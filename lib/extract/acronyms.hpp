/// @file
/// Acronyms that a text introduces, with their long forms.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <trujaman/language.hpp>
#include <trujaman/text.hpp>
#include <trujaman/unit.hpp>

namespace trujaman::extract {

struct Acronym {
  TextSpan short_form;
  TextSpan long_form;
};

/// "Objetivos de Desarrollo Sostenible (ODS)" and "ODS (Objetivos de Desarrollo Sostenible)", left
/// to right. The letters of the acronym are found in its long form from right to left, the first at
/// the beginning of a word (Schwartz & Hearst, *A simple algorithm for identifying abbreviation
/// definitions in biomedical text*, 2003), and most of them at the beginnings of words. O(bytes).
[[nodiscard]] std::vector<Acronym> find_acronyms(std::string_view text,
                                                 const LanguageTag& language);

/// An acronym with its long form in both languages.
struct AcronymPair {
  std::string source;
  std::string source_long;
  std::string target;
  std::string target_long;
  std::size_t count = 0;    ///< Units that introduce it.
  std::size_t example = 0;  ///< The first of them.
  TextSpan source_span;     ///< Of the long form, there.
  TextSpan target_span;
};

/// What both sides of the same units introduce, matched by likeness where a unit introduces
/// several; each once, in the order in which they are first seen. O(bytes), but for the square of
/// the acronyms of one unit.
[[nodiscard]] std::vector<AcronymPair> pair_acronyms(std::span<const TranslationUnit> units,
                                                     const LanguagePair& languages);

}  // namespace trujaman::extract

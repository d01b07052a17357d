/// @file
/// Words that are spelt alike in two languages.
#pragma once

#include <string>
#include <string_view>

#include "align/lexicon.hpp"
#include "align/side.hpp"

namespace trujaman::align {

/// Spelling without what differs between languages by rule: ph → f, th → t, y → i, qu and k → c,
/// double consonants single, silent h gone, "es" before a consonant → "s" (estado, state).
/// @p folded is a folded stem; bytes outside ASCII stay.
[[nodiscard]] std::string skeleton(std::string_view folded);

/// Likeness of two skeletons in [0, 1]: the mean of common prefix and longest common subsequence,
/// each over the mean length (Melamed 1999 uses the latter, Simard et al. 1992 the former).
[[nodiscard]] double likeness(std::string_view a, std::string_view b);

/// Probability that two words of likeness @p like whose shorter skeleton has @p length letters are
/// translations of each other, given that both occur in a document and its translation.
[[nodiscard]] double cognate_probability(double like, std::size_t length);

/// Adds the cognates between the two sides' words to @p lexicon. Compares words that begin alike:
/// about O(types · types with the same three first letters).
void add_cognates(const Side& source, const Side& target, Lexicon& lexicon);

}  // namespace trujaman::align

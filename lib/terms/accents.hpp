/// @file
/// When a word may stand in a text with other accents than in the glossary.
#pragma once

#include "terms/inflect.hpp"
#include "terms/key.hpp"

namespace trujaman::terms {

enum class AccentMatch : unsigned char {
  Agree,
  /// All but the last letter's is there: "marche" for "marché". Another word, unless the words
  /// beside it say what is meant.
  LastMissing,
  Differ
};

/// Do the accents of @p word agree with those of @p term, whose folded forms stand in @p relation?
/// Accents tell words apart (término, terminó; traité, traite), and are left out by people who type
/// without them, on capitals, and where inflection moves them (joven, jóvenes). So a text that has
/// accents is held to them, @p text_accented says that it has; one that has none is not.
[[nodiscard]] AccentMatch match_accents(Inflection inflection, const WordKey& term,
                                        const WordKey& word, Relation relation, bool text_accented);

}  // namespace trujaman::terms

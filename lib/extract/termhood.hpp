/// @file
/// How much of a term a phrase is, as far as one language tells.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/corpus.hpp"
#include "extract/phrase_table.hpp"

namespace trujaman::extract {

struct Termhood {
  std::uint8_t content = 0;  ///< Content words.
  float independent = 0.0F;  ///< Times that it stands by itself, not as part of a longer term.
  float nominal = 0.0F;      ///< Share of times behind an article, determiner or preposition.
  float worth = 1.0F;        ///< In [0, 1]: less for light words, open ends, two terms in one.
  bool general = false;      ///< A single word that any report has.
};

/// By phrase. O(phrases of all segments · phrases of each).
[[nodiscard]] std::vector<Termhood> measure_termhood(const Corpus& corpus,
                                                     const PhraseTable& phrases);

}  // namespace trujaman::extract

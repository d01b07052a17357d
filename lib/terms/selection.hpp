/// @file
/// Which of the hits in a text to keep.
#pragma once

#include <cstdint>
#include <vector>

#include <trujaman/concept.hpp>
#include <trujaman/glossary.hpp>

namespace trujaman::terms {

/// How much a hit differs from the term, best first.
enum class Rank : unsigned char { Exact, Recased, Inflected, Interrupted };

struct RankedHit {
  TextSpan span;
  std::uint32_t concept_index = 0;
  std::uint32_t term_index = 0;
  TermStatus status = TermStatus::Preferred;
  Rank rank = Rank::Exact;
};

/// One hit for a concept and a place, the best one; without @p nested only the best-ranked hits of
/// a place, and of overlapping places the longest, then the leftmost. Left to right, at one place
/// the longer and better first. O(h log h + n) for h hits
/// in n bytes.
[[nodiscard]] std::vector<TermHit> select_hits(std::vector<RankedHit> hits, bool nested);

}  // namespace trujaman::terms

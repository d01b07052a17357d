#include "terms/selection.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>

namespace trujaman::terms {
namespace {

/// One hit for a concept and a place: the best rank, then the best status, then the first term.
void keep_one_a_concept(std::vector<RankedHit>& hits, std::span<const ConceptEntry> concepts) {
  const auto key = [&](const RankedHit& h) {
    const TermStatus status = concepts[h.concept_index].terms[h.term_index].status;
    return std::tuple(h.span.begin, h.span.end, h.concept_index, h.rank, status, h.term_index);
  };
  std::ranges::sort(hits, {}, key);
  const auto same = [](const RankedHit& a, const RankedHit& b) {
    return a.span == b.span && a.concept_index == b.concept_index;
  };
  hits.erase(std::unique(hits.begin(), hits.end(), same), hits.end());
}

/// A place that a term has as it is written is not an inflected form of another term. Hits of one
/// place stand together.
void keep_best_rank(std::vector<RankedHit>& hits) {
  auto kept = hits.begin();
  for (auto first = hits.begin(); first != hits.end();) {
    auto last = first;
    Rank best = first->rank;
    for (; last != hits.end() && last->span == first->span; ++last) {
      best = std::min(best, last->rank);
    }
    kept = std::copy_if(first, last, kept, [&](const RankedHit& h) { return h.rank == best; });
    first = last;
  }
  hits.erase(kept, hits.end());
}

/// Longest first, whatever overlaps one that is taken goes.
void keep_longest(std::vector<RankedHit>& hits) {
  const auto longer = [](const RankedHit& h) { return std::tuple(~h.span.size(), h.span.begin); };
  std::ranges::sort(hits, {}, longer);
  std::set<TextSpan> taken;
  std::erase_if(hits, [&](const RankedHit& h) {
    const auto after = taken.lower_bound(h.span);
    if (after != taken.end() && *after == h.span) return false;
    const bool free = (after == taken.end() || after->begin >= h.span.end) &&
                      (after == taken.begin() || std::prev(after)->end <= h.span.begin);
    if (free) taken.insert(h.span);
    return !free;
  });
}

}  // namespace

std::vector<TermHit> select_hits(std::vector<RankedHit> hits,
                                 std::span<const ConceptEntry> concepts, bool nested) {
  keep_one_a_concept(hits, concepts);
  if (!nested) {
    keep_best_rank(hits);
    keep_longest(hits);
  }
  const auto order = [](const RankedHit& h) {
    return std::tuple(h.span.begin, ~h.span.end, h.rank, h.concept_index);
  };
  std::ranges::sort(hits, {}, order);
  std::vector<TermHit> out;
  out.reserve(hits.size());
  for (const RankedHit& h : hits) {
    out.push_back({h.span, h.concept_index, h.term_index, h.rank == Rank::Exact});
  }
  return out;
}

}  // namespace trujaman::terms

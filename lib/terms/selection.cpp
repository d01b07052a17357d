#include "terms/selection.hpp"

#include <algorithm>
#include <tuple>

namespace trujaman::terms {
namespace {

/// One hit for a concept and a place: the best rank, then the best status, then the first term.
void keep_one_a_concept(std::vector<RankedHit>& hits) {
  const auto key = [](const RankedHit& h) {
    return std::tuple(h.span.begin, h.span.end, h.concept_index, h.rank, h.status, h.term_index);
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

/// Longest first; whatever overlaps one that is taken goes.
void keep_longest(std::vector<RankedHit>& hits) {
  const auto longer = [](const RankedHit& h) { return std::tuple(~h.span.size(), h.span.begin); };
  std::ranges::sort(hits, {}, longer);
  std::size_t size = 0;
  for (const RankedHit& h : hits) size = std::max(size, h.span.end);
  std::vector<bool> covered(size);
  TextSpan last;
  std::erase_if(hits, [&](const RankedHit& h) {
    if (h.span == last) return false;
    // What is taken is at least as long as h, so that it covers an end of h if they overlap.
    if (covered[h.span.begin] || covered[h.span.end - 1]) return true;
    std::fill_n(covered.begin() + static_cast<std::ptrdiff_t>(h.span.begin), h.span.size(), true);
    last = h.span;
    return false;
  });
}

}  // namespace

std::vector<TermHit> select_hits(std::vector<RankedHit> hits, bool nested) {
  keep_one_a_concept(hits);
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

#include "align/band.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <unordered_map>

namespace trujaman::align {
namespace {

/// Lattices of up to this many nodes are searched whole.
constexpr std::size_t kWholeLattice = 20'000;
/// Words and numbers that stand in more segments of one side are no anchors.
constexpr std::size_t kRarest = 4;
/// Links less certain than this make no anchors.
constexpr float kAnchorLink = 0.3F;
/// An anchor is believed when another one stands within so many source segments …
constexpr std::size_t kNearby = 15;
/// … and about so many target segments off its diagonal.
constexpr std::int64_t kOffDiagonal = 3;
/// Columns added on either side of what the anchors ask for.
constexpr std::size_t kMargin = 10;
/// Rectangles between neighbouring anchors are searched whole up to this many nodes, else along
/// their sides and diagonal.
constexpr std::size_t kWholeGap = 40'000;
constexpr std::size_t kGapMargin = 60;

struct Anchor {
  std::size_t i = 0;
  std::size_t j = 0;
  double weight = 0.0;
};

/// Segments by what stands in them; a list longer than kRarest means "too many".
std::vector<std::vector<std::uint32_t>> segments_of(const Side& side, std::size_t types,
                                                    std::vector<TypeId> SegmentView::*member) {
  std::vector<std::vector<std::uint32_t>> out(types);
  for (std::uint32_t i = 0; i < side.size(); ++i) {
    for (const TypeId id : side.segments[i].*member) {
      if (id >= out.size()) out.resize(id + 1);
      auto& list = out[id];
      if (list.size() <= kRarest && (list.empty() || list.back() != i)) list.push_back(i);
    }
  }
  return out;
}

/// Weights of segment pairs that share rare words or numbers.
class AnchorCounter {
 public:
  void add(const std::vector<std::uint32_t>& source, const std::vector<std::uint32_t>& target,
           double weight) {
    if (source.size() > kRarest || target.size() > kRarest) return;
    const double share = weight / static_cast<double>(source.size() * target.size());
    for (const std::uint32_t i : source) {
      for (const std::uint32_t j : target) {
        weights_[(std::uint64_t{i} << 32U) | j] += share;
      }
    }
  }
  /// By source segment, then target segment.
  [[nodiscard]] std::vector<Anchor> sorted() const {
    std::vector<Anchor> anchors;
    for (const auto& [cell, weight] : weights_) {
      anchors.push_back({cell >> 32U, cell & UINT32_MAX, weight});
    }
    std::sort(anchors.begin(), anchors.end(),
              [](const Anchor& a, const Anchor& b) { return a.i != b.i ? a.i < b.i : a.j < b.j; });
    return anchors;
  }

 private:
  std::unordered_map<std::uint64_t, double> weights_;
};

std::vector<Anchor> find_anchors(const Side& source, const Side& target, const Lexicon& lexicon) {
  AnchorCounter counter;
  const auto source_words = segments_of(source, source.vocabulary.size(), &SegmentView::words);
  const auto target_words = segments_of(target, target.vocabulary.size(), &SegmentView::words);
  for (TypeId s = 0; s < source_words.size(); ++s) {
    for (const Link& link : lexicon.links(s)) {
      if (link.forward < kAnchorLink || link.backward < kAnchorLink) continue;
      counter.add(source_words[s], target_words[link.target],
                  static_cast<double>(std::min(link.forward, link.backward)));
    }
  }
  const auto source_numbers = segments_of(source, 0, &SegmentView::numbers);
  const auto target_numbers = segments_of(target, 0, &SegmentView::numbers);
  for (std::size_t n = 0; n < std::min(source_numbers.size(), target_numbers.size()); ++n) {
    counter.add(source_numbers[n], target_numbers[n], 1.0);
  }
  return counter.sorted();
}

/// Anchors with company near their diagonal: a chance pair stands alone. O(anchors · those within
/// kNearby rows).
std::vector<Anchor> supported(const std::vector<Anchor>& anchors) {
  std::vector<double> support(anchors.size(), 0.0);
  for (std::size_t a = 0; a < anchors.size(); ++a) {
    for (std::size_t b = a + 1; b < anchors.size() && anchors[b].i <= anchors[a].i + kNearby; ++b) {
      if (anchors[b].i == anchors[a].i) continue;
      const auto off = static_cast<std::int64_t>(anchors[b].j) -
                       static_cast<std::int64_t>(anchors[a].j) -
                       static_cast<std::int64_t>(anchors[b].i - anchors[a].i);
      if (std::abs(off) > kOffDiagonal) continue;
      support[a] += anchors[b].weight;
      support[b] += anchors[a].weight;
    }
  }
  std::vector<Anchor> out;
  for (std::size_t a = 0; a < anchors.size(); ++a) {
    if (support[a] <= 0.0) continue;
    out.push_back(anchors[a]);
    out.back().weight *= std::min(support[a], 3.0);
  }
  return out;
}

/// Largest value over a prefix of positions, and where it was set.
class PrefixMaximum {
 public:
  explicit PrefixMaximum(std::size_t n) : tree_(n + 1, {0.0, -1}) {}
  void set(std::size_t position, double value, std::int64_t owner) {
    for (std::size_t k = position + 1; k < tree_.size(); k += k & (~k + 1)) {
      if (value > tree_[k].first) tree_[k] = {value, owner};
    }
  }
  [[nodiscard]] std::pair<double, std::int64_t> below(std::size_t position) const {
    std::pair<double, std::int64_t> best{0.0, -1};
    for (std::size_t k = position; k > 0; k -= k & (~k + 1)) best = std::max(best, tree_[k]);
    return best;
  }

 private:
  std::vector<std::pair<double, std::int64_t>> tree_;
};

/// The heaviest chain of anchors that increases on both sides (Fenwick tree, O(a log m)).
std::vector<Anchor> heaviest_chain(const std::vector<Anchor>& anchors, std::size_t m) {
  PrefixMaximum best(m);
  std::vector<std::int64_t> previous(anchors.size(), -1);
  std::vector<double> value(anchors.size(), 0.0);
  for (std::size_t a = 0; a < anchors.size();) {
    std::size_t end = a;
    for (; end < anchors.size() && anchors[end].i == anchors[a].i; ++end) {
      const auto [before, owner] = best.below(anchors[end].j);
      value[end] = before + anchors[end].weight;
      previous[end] = owner;
    }
    for (; a < end; ++a) best.set(anchors[a].j, value[a], static_cast<std::int64_t>(a));
  }
  std::vector<Anchor> chain;
  for (std::int64_t a = best.below(m).second; a >= 0; a = previous[static_cast<std::size_t>(a)]) {
    chain.push_back(anchors[static_cast<std::size_t>(a)]);
  }
  std::reverse(chain.begin(), chain.end());
  return chain;
}

/// Opens the rectangle between two anchors.
void open_gap(std::vector<Band::Row>& rows, const Anchor& from, const Anchor& to) {
  const std::size_t height = to.i - from.i;
  const std::size_t width = to.j - from.j;
  const bool whole = (height + 1) * (width + 1) <= kWholeGap;
  for (std::size_t i = from.i; i <= to.i; ++i) {
    std::size_t begin = from.j;
    std::size_t end = to.j + 1;
    if (!whole) {
      const std::size_t middle = from.j + width * (i - from.i) / std::max<std::size_t>(height, 1);
      begin = std::max(begin, middle > kGapMargin ? middle - kGapMargin : 0);
      end = std::min(end, middle + kGapMargin + 1);
    }
    rows[i].begin = std::min(rows[i].begin, begin > kMargin ? begin - kMargin : 0);
    rows[i].end = std::max(rows[i].end, end + kMargin);
  }
}

/// Keeps rows on their side of each anchor; see Band::anchors.
void clip(std::vector<Band::Row>& rows, std::span<const AnchorPair> anchors) {
  std::size_t row = 0;
  std::size_t least = 0;  // what the last anchor above leaves
  for (const AnchorPair& anchor : anchors) {
    for (; row <= anchor.source; ++row) {
      rows[row].begin = std::clamp(rows[row].begin, least, anchor.target);
      rows[row].end = std::clamp(rows[row].end, rows[row].begin + 1, anchor.target + 1);
    }
    rows[anchor.source].end = anchor.target + 1;  // the way across begins and ends here
    least = anchor.target + 1;
    rows[row].begin = least;
  }
  for (; row < rows.size(); ++row) rows[row].begin = std::max(rows[row].begin, least);
}

/// Anchors that a user gave, and those found that do not contradict them.
std::vector<Anchor> with_given(const std::vector<Anchor>& found,
                               std::span<const AnchorPair> given) {
  constexpr double kCertain = 1e6;  // outweighs any chain without it
  std::vector<Anchor> out;
  auto next = given.begin();
  for (const Anchor& anchor : found) {
    for (; next != given.end() && next->source <= anchor.i; ++next) {
      out.push_back({next->source, next->target, kCertain});
    }
    const bool after = next == given.begin() ||
                       (std::prev(next)->source < anchor.i && std::prev(next)->target < anchor.j);
    const bool before = next == given.end() || next->target > anchor.j;
    if (after && before) out.push_back(anchor);
  }
  for (; next != given.end(); ++next) out.push_back({next->source, next->target, kCertain});
  return out;
}

}  // namespace

Band make_band(std::vector<Band::Row> rows, std::size_t target_segments,
               std::vector<AnchorPair> anchors) {
  rows.front().begin = 0;
  rows.back().end = target_segments + 1;
  for (Band::Row& row : rows) row.end = std::min(row.end, target_segments + 1);
  for (std::size_t i = 1; i < rows.size(); ++i) {
    rows[i].end = std::max(rows[i].end, rows[i - 1].end);
  }
  for (std::size_t i = rows.size() - 1; i-- > 0;) {
    rows[i].begin = std::min(rows[i].begin, rows[i + 1].begin);
  }
  clip(rows, anchors);
  Band band;
  band.rows = std::move(rows);
  band.anchors = std::move(anchors);
  auto anchor = band.anchors.begin();
  std::size_t offset = 0;
  for (std::size_t i = 0; i < band.rows.size(); ++i) {
    Band::Row& row = band.rows[i];
    row.end = std::max(row.end, row.begin + 1);
    const bool crossing = anchor != band.anchors.end() && anchor->source + 1 == i;
    if (crossing) ++anchor;
    if (i > 0 && !crossing) row.begin = std::min(row.begin, band.rows[i - 1].end - 1);
    row.offset = offset;
    offset += row.end - row.begin;
  }
  return band;
}

Band first_band(const Side& source, const Side& target, const Lexicon& lexicon,
                std::span<const AnchorPair> given) {
  const std::size_t n = source.size();
  const std::size_t m = target.size();
  std::vector<AnchorPair> anchors(given.begin(), given.end());
  if ((n + 1) * (m + 1) <= kWholeLattice) {
    return make_band(std::vector<Band::Row>(n + 1, {0, m + 1, 0}), m, std::move(anchors));
  }
  std::vector<Anchor> chain =
      heaviest_chain(with_given(supported(find_anchors(source, target, lexicon)), given), m);
  chain.push_back({n, m, 0.0});
  std::vector<Band::Row> rows(n + 1, {m + 1, 0, 0});
  Anchor from;
  for (const Anchor& to : chain) {
    open_gap(rows, from, to);
    from = to;
  }
  return make_band(std::move(rows), m, std::move(anchors));
}

}  // namespace trujaman::align

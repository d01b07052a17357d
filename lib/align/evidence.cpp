#include "align/evidence.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace trujaman::align {
namespace {

/// No single word may decide: bounds of its log-likelihood ratio.
constexpr double kLeastWord = -2.0;
constexpr double kMostWord = 5.0;
/// A repeated number or sign carries at most this much information.
constexpr double kMostShared = 5.0;
/// Probability that a translation begins (ends) the way its original does.
constexpr double kEdgeKept = 0.7;
/// Variance of the log length ratio: kVarianceScale ÷ mean length + kVarianceFloor.
constexpr double kVarianceScale = 4.35;
constexpr double kVarianceFloor = 0.01;

double own_count(std::span<const Contribution> own, TypeId source, TypeId target) {
  const auto it = std::lower_bound(
      own.begin(), own.end(), std::pair(source, target),
      [](const Contribution& c, const auto& key) { return std::pair(c.source, c.target) < key; });
  return it != own.end() && it->source == source && it->target == target
             ? static_cast<double>(it->count)
             : 0.0;
}

double occurrences(const Side& side, SegmentRange range, TypeId word) {
  double n = 0.0;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    const auto& words = side.segments[i].words;
    n += static_cast<double>(std::count(words.begin(), words.end(), word));
  }
  return n;
}

/// Sum of the bounded logarithms of many ratios, as the logarithm of their product: taking
/// logarithms one by one would be most of the aligner's work.
class LogSum {
 public:
  void add(double ratio) noexcept {
    // Ratios are bounded by e^±5, so that the product of kMany stays within a double.
    constexpr int kMany = 100;
    product_ *= std::clamp(ratio, kLeastRatio, kMostRatio);
    if (++factors_ < kMany) return;
    sum_ = value();
    product_ = 1.0;
    factors_ = 0;
  }
  [[nodiscard]] double value() const noexcept { return sum_ + std::log(product_); }

 private:
  inline static const double kLeastRatio = std::exp(kLeastWord);
  inline static const double kMostRatio = std::exp(kMostWord);
  double sum_ = 0.0;
  double product_ = 1.0;
  int factors_ = 0;
};

double log_normal(double x, double mean, double variance) {
  return -0.5 * (std::log(2.0 * std::numbers::pi * variance) + (x - mean) * (x - mean) / variance);
}

bool ends_sentence(Edge e) {
  return e == Edge::Stop || e == Edge::Question || e == Edge::Exclamation || e == Edge::Ellipsis;
}

}  // namespace

Evidence::Evidence(const Side& source, const Side& target, const Lexicon& lexicon,
                   const Teaching& teaching, const Habits& habits)
    : source_(&source),
      target_(&target),
      lexicon_(&lexicon),
      teaching_(&teaching),
      habits_(habits),
      partner_begin_(target.vocabulary.size(), 0),
      partner_stamp_(target.vocabulary.size(), 0),
      wanted_stamp_(target.vocabulary.size(), 0) {
  for (std::size_t i = 0; i < source.size(); ++i) {
    const auto own = teaching.of_source(i);
    double chance = 0.0;
    for (const TypeId s : source.segments[i].words) {
      double count = 0.0;
      for (const Contribution& c : own) count += c.source == s ? static_cast<double>(c.count) : 0.0;
      const double seen = occurrences(source, teaching.source_range(i), s);
      chance += 1.0 - lexicon.forward_mass(s, count, seen);
    }
    chance_source_.push_back(chance);
  }
  for (std::size_t j = 0; j < target.size(); ++j) {
    const auto own = teaching.of_target(j);
    double chance = 0.0;
    for (const TypeId t : target.segments[j].words) {
      double count = 0.0;
      for (const Contribution& c : own) count += c.target == t ? static_cast<double>(c.count) : 0.0;
      const double seen = occurrences(target, teaching.target_range(j), t);
      chance += 1.0 - lexicon.backward_mass(t, count, seen);
    }
    chance_target_.push_back(chance);
  }
  std::vector<double> in_segments;
  const auto count_shared = [&](const std::vector<TypeId>& ids) {
    for (std::size_t k = 0; k < ids.size(); ++k) {
      if (k > 0 && ids[k] == ids[k - 1]) continue;
      if (ids[k] >= in_segments.size()) in_segments.resize(ids[k] + 1, 0.0);
      in_segments[ids[k]] += 1.0;
    }
  };
  for (const Side* side : {&source, &target}) {
    for (const SegmentView& s : side->segments) {
      count_shared(s.numbers);
      count_shared(s.symbols);
    }
  }
  const auto all = static_cast<double>(source.size() + target.size());
  for (const double n : in_segments) {
    shared_information_.push_back(std::min(kMostShared, std::log((all + 1.0) / (n + 1.0))));
  }
}

const Evidence::Cell& Evidence::cell(std::size_t i, std::size_t j) const {
  const Row& row = rows_[i % kMaxBead];
  return row.cells[j - row.begin];
}

void Evidence::prepare(std::size_t i, std::size_t begin, std::size_t end) {
  ++stamp_;
  partners_.clear();
  // Frequent words have many links: only those to words that stand in these target segments count.
  for (std::size_t j = begin; j < end; ++j) {
    for (const TypeId t : target_->segments[j].words) wanted_stamp_[t] = stamp_;
  }
  const SegmentView& segment = source_->segments[i];
  const auto own = teaching_->of_source(i);
  const SegmentRange own_range = teaching_->source_range(i);
  for (std::uint32_t p = 0; p < segment.words.size(); ++p) {
    const TypeId s = segment.words[p];
    const double seen = occurrences(*source_, own_range, s);
    for (const Link& link : lexicon_->links(s)) {
      if (wanted_stamp_[link.target] != stamp_) continue;
      const double f = lexicon_->forward(s, link, own_count(own, s, link.target), seen);
      partners_.push_back({link.target, {p, s, &link, f}});
    }
  }
  std::sort(partners_.begin(), partners_.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : a.second.position < b.second.position;
  });
  for (std::uint32_t k = 0; k < partners_.size(); ++k) {
    const TypeId t = partners_[k].first;
    if (partner_stamp_[t] == stamp_) continue;
    partner_stamp_[t] = stamp_;
    partner_begin_[t] = k;
  }
  Row& row = rows_[i % kMaxBead];
  row.begin = begin;
  row.cells.resize(end - begin);
  for (std::size_t j = begin; j < end; ++j) compare(i, j, row.cells[j - begin]);
}

void Evidence::compare(std::size_t i, std::size_t j, Cell& cell) {
  (void)i;
  cell.forward.clear();
  cell.backward.clear();
  const auto& words = target_->segments[j].words;
  const auto own = teaching_->of_target(j);
  const SegmentRange own_range = teaching_->target_range(j);
  for (std::uint32_t q = 0; q < words.size(); ++q) {
    const TypeId t = words[q];
    if (partner_stamp_[t] != stamp_) continue;
    const double seen = occurrences(*target_, own_range, t);
    double forward = 0.0;
    for (std::size_t k = partner_begin_[t]; k < partners_.size() && partners_[k].first == t; ++k) {
      const Partner& partner = partners_[k].second;
      forward += partner.forward;
      const double b = lexicon_->backward(*partner.link, own_count(own, partner.source, t), seen);
      if (b > 0.0) {
        cell.backward.push_back(
            {partner.position, static_cast<float>(b / source_->probability(partner.source))});
      }
    }
    if (forward > 0.0) {
      cell.forward.push_back({q, static_cast<float>(forward / target_->probability(t))});
    }
  }
}

double Evidence::explained(std::size_t words, double chance, double explaining_words) {
  LogSum without_partner;
  without_partner.add(chance / explaining_words);
  LogSum with_partner;
  for (const std::uint32_t position : touched_) {
    with_partner.add((chance + sum_[position]) / explaining_words);
    sum_[position] = 0.0;
  }
  const auto others = static_cast<double>(words - touched_.size());
  touched_.clear();
  return others * without_partner.value() + with_partner.value();
}

void Evidence::gather(const std::vector<Gain>& gains) {
  for (const Gain& g : gains) {
    if (g.position >= sum_.size()) sum_.resize(g.position + 1, 0.0);
    if (sum_[g.position] == 0.0) touched_.push_back(g.position);
    sum_[g.position] += static_cast<double>(g.gain);
  }
}

double Evidence::word_ratio(std::size_t i, std::size_t j, BeadType type) {
  const std::size_t i0 = i + 1 - type.source;
  const std::size_t j0 = j + 1 - type.target;
  double source_words = 0.0;
  double target_words = 0.0;
  double source_chance = 0.0;
  double target_chance = 0.0;
  for (std::size_t s = i0; s <= i; ++s) {
    source_words += static_cast<double>(source_->segments[s].words.size());
    source_chance += chance_source_[s];
  }
  for (std::size_t t = j0; t <= j; ++t) {
    target_words += static_cast<double>(target_->segments[t].words.size());
    target_chance += chance_target_[t];
  }
  if (source_words == 0.0 || target_words == 0.0) return 0.0;
  double sum = 0.0;
  for (std::size_t t = j0; t <= j; ++t) {
    for (std::size_t s = i0; s <= i; ++s) gather(cell(s, t).forward);
    sum += explained(target_->segments[t].words.size(), source_chance, source_words);
  }
  for (std::size_t s = i0; s <= i; ++s) {
    for (std::size_t t = j0; t <= j; ++t) gather(cell(s, t).backward);
    sum += explained(source_->segments[s].words.size(), target_chance, target_words);
  }
  return sum;
}

void Evidence::shared_features(std::size_t i, std::size_t j, BeadType type,
                               std::vector<TypeId> SegmentView::*member, Feature match,
                               Feature orphan, FeatureVector& f) {
  const auto collect = [&](const Side& side, std::size_t begin, std::size_t last,
                           std::vector<TypeId>& all) {
    all.clear();
    for (std::size_t k = begin; k <= last; ++k) {
      const auto& ids = side.segments[k].*member;
      all.insert(all.end(), ids.begin(), ids.end());
    }
    if (begin != last) std::sort(all.begin(), all.end());
  };
  std::vector<TypeId>& a = source_shared_;
  std::vector<TypeId>& b = target_shared_;
  collect(*source_, i + 1 - type.source, i, a);
  collect(*target_, j + 1 - type.target, j, b);
  std::size_t x = 0;
  std::size_t y = 0;
  while (x < a.size() && y < b.size()) {
    if (a[x] == b[y]) {
      at(f, match) += shared_information_[a[x]];
      ++x, ++y;
    } else {
      at(f, orphan) += 1.0;
      ++(a[x] < b[y] ? x : y);
    }
  }
  at(f, orphan) += static_cast<double>(a.size() - x + b.size() - y);
}

void Evidence::length_features(std::size_t i, std::size_t j, BeadType type,
                               FeatureVector& f) const {
  double source_length = 1.0;
  double target_length = 1.0;
  for (std::size_t s = i + 1 - type.source; s <= i; ++s)
    source_length += source_->segments[s].length;
  for (std::size_t t = j + 1 - type.target; t <= j; ++t)
    target_length += target_->segments[t].length;
  const double mean = 0.5 * (source_length + target_length);
  const double variance = kVarianceScale / mean + kVarianceFloor;
  const double off = std::log(target_length / source_length) - habits_.log_ratio;
  const double by_chance =
      log_normal(std::log(target_length), target_->mean_log_length + std::log(type.target),
                 target_->var_log_length + variance);
  at(f, Feature::Length) = std::max(-15.0, log_normal(off, 0.0, variance) - by_chance);
  at(f, Feature::LengthOff) = std::min(10.0, std::abs(off) / std::sqrt(variance));
}

void Evidence::edge_features(std::size_t i, std::size_t j, BeadType type, FeatureVector& f) const {
  const auto ratio = [](Edge a, Edge b, const std::vector<double>& share) {
    const double same = a == b ? kEdgeKept / share[static_cast<std::size_t>(b)] : 0.0;
    return std::log(same + 1.0 - kEdgeKept);
  };
  const std::size_t i0 = i + 1 - type.source;
  const std::size_t j0 = j + 1 - type.target;
  at(f, Feature::Start) =
      ratio(source_->segments[i0].start, target_->segments[j0].start, target_->start_share);
  at(f, Feature::End) =
      ratio(source_->segments[i].end, target_->segments[j].end, target_->end_share);
  const auto joins = [&](const Side& side, std::size_t begin, std::size_t last) {
    for (std::size_t k = begin; k < last; ++k) {
      const bool strong =
          ends_sentence(side.segments[k].end) && side.segments[k + 1].start != Edge::Lower;
      at(f, strong ? Feature::StrongJoin : Feature::WeakJoin) += 1.0;
    }
  };
  joins(*source_, i0, i);
  joins(*target_, j0, j);
}

FeatureVector Evidence::bead(std::size_t i, std::size_t j, BeadType type) {
  FeatureVector f{};
  const double words = word_ratio(i, j, type);
  double n = 1.0;
  for (std::size_t s = i + 1 - type.source; s <= i; ++s) {
    n += static_cast<double>(source_->segments[s].words.size());
  }
  for (std::size_t t = j + 1 - type.target; t <= j; ++t) {
    n += static_cast<double>(target_->segments[t].words.size());
  }
  at(f, Feature::Words) = words;
  at(f, Feature::WordsRoot) = words / std::sqrt(n);
  shared_features(i, j, type, &SegmentView::numbers, Feature::NumberMatch, Feature::NumberOrphan,
                  f);
  shared_features(i, j, type, &SegmentView::symbols, Feature::SymbolMatch, Feature::SymbolOrphan,
                  f);
  length_features(i, j, type, f);
  edge_features(i, j, type, f);
  const int low = std::min(type.source, type.target);
  const int high = std::max(type.source, type.target);
  at(f, low == 2    ? (high == 2 ? Feature::Type22 : Feature::Type23)
        : high == 1 ? Feature::Type11
        : high == 2 ? Feature::Type12
        : high == 3 ? Feature::Type13
                    : Feature::Type14) = 1.0;
  if (high > 1) at(f, Feature::JoinHabit) = habits_.join;
  return f;
}

FeatureVector Evidence::null_features(const SegmentView& segment) const {
  FeatureVector f{};
  at(f, Feature::NullHabit) = habits_.null;
  at(f, Feature::NullShort) = segment.words.size() <= 2 ? 1.0 : 0.0;
  at(f, Feature::NullRepeated) = segment.repeats > 0 ? 1.0 : 0.0;
  return f;
}

FeatureVector Evidence::null_source(std::size_t i) const {
  return null_features(source_->segments[i]);
}

FeatureVector Evidence::null_target(std::size_t j) const {
  return null_features(target_->segments[j]);
}

}  // namespace trujaman::align

#include "align/evidence.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace trujaman::align {
namespace {

/// A repeated number or sign carries at most this much information.
constexpr double kMostShared = 5.0;
/// Probability that a translation begins (ends) the way its original does.
constexpr double kEdgeKept = 0.7;
/// Variance of the log length ratio: kVarianceScale ÷ mean length + kVarianceFloor.
constexpr double kVarianceScale = 4.35;
constexpr double kVarianceFloor = 0.01;

/// log(n): lengths are small and asked for again and again.
double log_of(std::uint32_t n) {
  static const std::vector<double> table = [] {
    std::vector<double> logs{0.0};
    for (int k = 1; k < 4096; ++k) logs.push_back(std::log(k));
    return logs;
  }();
  return n < table.size() ? table[n] : std::log(n);
}

bool ends_sentence(Edge e) {
  return e == Edge::Stop || e == Edge::Question || e == Edge::Exclamation || e == Edge::Ellipsis;
}

}  // namespace

Evidence::Evidence(const Side& source, const Side& target, const Lexicon& lexicon,
                   const Teaching& teaching, const Habits& habits)
    : source_(&source),
      target_(&target),
      habits_(habits),
      words_(source, target, lexicon, teaching) {
  for (std::size_t e = 0; e < kEdgeCount; ++e) {
    same_start_[e] = std::log(kEdgeKept / target.start_share[e] + 1.0 - kEdgeKept);
    same_end_[e] = std::log(kEdgeKept / target.end_share[e] + 1.0 - kEdgeKept);
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
      count_shared(s.terms);
    }
  }
  const auto all = static_cast<double>(source.size() + target.size());
  for (const double n : in_segments) {
    shared_information_.push_back(std::min(kMostShared, std::log((all + 1.0) / (n + 1.0))));
  }
}

void Evidence::word_features(std::size_t i, std::size_t j, BeadType type, FeatureVector& f) {
  std::size_t n = 1;
  for (std::size_t s = i + 1 - type.source; s <= i; ++s) n += source_->segments[s].words.size();
  for (std::size_t t = j + 1 - type.target; t <= j; ++t) n += target_->segments[t].words.size();
  const double words = words_.ratio(i, j, type);
  at(f, Feature::Words) = words;
  at(f, Feature::WordsRoot) = words / std::sqrt(static_cast<double>(n));
}

Evidence::Shared Evidence::shared(std::size_t i, std::size_t j, BeadType type,
                                  std::vector<TypeId> SegmentView::*member) {
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
  Shared out;
  std::size_t x = 0;
  std::size_t y = 0;
  while (x < a.size() && y < b.size()) {
    if (a[x] == b[y]) {
      out.information += shared_information_[a[x]];
      ++x, ++y;
    } else {
      out.orphans += 1.0;
      ++(a[x] < b[y] ? x : y);
    }
  }
  out.orphans += static_cast<double>(a.size() - x + b.size() - y);
  return out;
}

void Evidence::length_features(std::size_t i, std::size_t j, BeadType type,
                               FeatureVector& f) const {
  std::uint32_t source_length = 1;
  std::uint32_t target_length = 1;
  for (std::size_t s = i + 1 - type.source; s <= i; ++s) {
    source_length += source_->segments[s].length;
  }
  for (std::size_t t = j + 1 - type.target; t <= j; ++t) {
    target_length += target_->segments[t].length;
  }
  const double mean = 0.5 * (static_cast<double>(source_length) + target_length);
  const double variance = kVarianceScale / mean + kVarianceFloor;
  const double off = log_of(target_length) - log_of(source_length) - habits_.log_ratio;
  const double by_chance = log_of(target_length) - target_->mean_log_length - log_of(type.target);
  const double chance_variance = target_->var_log_length + variance;
  // Of two normal densities.
  const double log_ratio = 0.5 * (std::log(chance_variance / variance) +
                                  by_chance * by_chance / chance_variance - off * off / variance);
  at(f, Feature::Length) = std::max(-15.0, log_ratio);
  at(f, Feature::LengthOff) = std::min(10.0, std::abs(off) / std::sqrt(variance));
}

void Evidence::edge_features(std::size_t i, std::size_t j, BeadType type, FeatureVector& f) const {
  static const double differs = std::log(1.0 - kEdgeKept);
  const auto ratio = [](Edge a, Edge b, const std::array<double, kEdgeCount>& same) {
    return a == b ? same[static_cast<std::size_t>(b)] : differs;
  };
  const std::size_t i0 = i + 1 - type.source;
  const std::size_t j0 = j + 1 - type.target;
  at(f, Feature::Start) =
      ratio(source_->segments[i0].start, target_->segments[j0].start, same_start_);
  at(f, Feature::End) = ratio(source_->segments[i].end, target_->segments[j].end, same_end_);
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
  word_features(i, j, type, f);
  const Shared numbers = shared(i, j, type, &SegmentView::numbers);
  // A known phrase on both sides is as good as a number on both; where it stands on one only, it
  // may have been said in other words.
  const Shared terms = shared(i, j, type, &SegmentView::terms);
  at(f, Feature::NumberMatch) = numbers.information + terms.information;
  at(f, Feature::NumberOrphan) = numbers.orphans;
  const Shared symbols = shared(i, j, type, &SegmentView::symbols);
  at(f, Feature::SymbolMatch) = symbols.information;
  at(f, Feature::SymbolOrphan) = symbols.orphans;
  length_features(i, j, type, f);
  edge_features(i, j, type, f);
  const int low = std::min(type.source, type.target);
  const int high = std::max(type.source, type.target);
  at(f, low >= 2    ? (high == 2 ? Feature::Type22 : Feature::Type23)
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

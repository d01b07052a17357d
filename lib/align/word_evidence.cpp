#include "align/word_evidence.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace trujaman::align {
namespace {

/// No single word may decide: bounds of its log-likelihood ratio.
constexpr double kLeastWord = -2.0;
constexpr double kMostWord = 5.0;

double own_count(std::span<const Contribution> own, TypeId source, TypeId target) {
  const auto it = std::lower_bound(
      own.begin(), own.end(), std::pair(source, target),
      [](const Contribution& c, const auto& key) { return std::pair(c.source, c.target) < key; });
  return it != own.end() && it->source == source && it->target == target
             ? static_cast<double>(it->count)
             : 0.0;
}

}  // namespace

/// Sum of the bounded logarithms of many ratios, as the logarithm of their product: taking
/// logarithms one by one would be most of the aligner's work.
class WordEvidence::Sum {
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
  void add(double ratio, std::size_t times) {
    if (times == 0) return;
    sum_ += static_cast<double>(times) * std::log(std::clamp(ratio, kLeastRatio, kMostRatio));
  }
  [[nodiscard]] double value() const noexcept { return sum_ + std::log(product_); }

 private:
  inline static const double kLeastRatio = std::exp(kLeastWord);
  inline static const double kMostRatio = std::exp(kMostWord);
  double sum_ = 0.0;
  double product_ = 1.0;
  int factors_ = 0;
};

void WordEvidence::Gatherer::add(const Gain& gain) {
  if (gain.position >= sums_.size()) sums_.resize(gain.position + 1, 0.0F);
  if (sums_[gain.position] == 0.0F) touched_.push_back(gain.position);
  sums_[gain.position] += gain.gain;
}

template <typename F>
void WordEvidence::Gatherer::take_all(F take) {
  for (const std::uint32_t position : touched_) {
    take(Gain{position, std::exchange(sums_[position], 0.0F)});
  }
  touched_.clear();
}

WordEvidence::WordEvidence(const Side& source, const Side& target, const Lexicon& lexicon,
                           const Teaching& teaching)
    : source_(&source),
      target_(&target),
      lexicon_(&lexicon),
      teaching_(&teaching),
      wanted_(target.vocabulary.size(), 0) {
  struct Own {
    float count = 0.0F;
    float seen = 0.0F;
  };
  const auto look = [](const Side& side, auto lesson_of, auto word_of, auto mass) {
    Words words;
    std::vector<Own> own(side.vocabulary.size());
    for (std::size_t i = 0; i < side.size(); ++i) {
      const auto [range, contributions] = lesson_of(i);
      for (std::size_t k = range.begin; k < range.end; ++k) {
        for (const TypeId w : side.segments[k].words) own[w].seen += 1.0F;
      }
      for (const Contribution& c : contributions) own[word_of(c)].count += c.count;
      words.begin.push_back(words.seen.size());
      double chance = 0.0;
      for (const TypeId w : side.segments[i].words) {
        words.seen.push_back(own[w].seen);
        chance += 1.0 - mass(w, own[w]);
      }
      words.chance.push_back(chance);
      for (std::size_t k = range.begin; k < range.end; ++k) {
        for (const TypeId w : side.segments[k].words) own[w] = {};
      }
      for (const Contribution& c : contributions) own[word_of(c)] = {};
    }
    return words;
  };
  source_words_ = look(
      source,
      [&](std::size_t i) { return std::pair(teaching.source_range(i), teaching.of_source(i)); },
      [](const Contribution& c) { return c.source; },
      [&](TypeId w, Own own) {
        return lexicon.forward_mass(w, static_cast<double>(own.count),
                                    static_cast<double>(own.seen));
      });
  target_words_ = look(
      target,
      [&](std::size_t j) { return std::pair(teaching.target_range(j), teaching.of_target(j)); },
      [](const Contribution& c) { return c.target; },
      [&](TypeId w, Own own) {
        return lexicon.backward_mass(w, static_cast<double>(own.count),
                                     static_cast<double>(own.seen));
      });
  for (Row& row : rows_) row.slots.resize(target.vocabulary.size());
}

void WordEvidence::begin_row(std::size_t i, std::size_t begin, std::size_t end) {
  Row& row = rows_[i % kMaxBead];
  row.stamp = ++stamp_;
  row.begin = begin;
  row.cells.resize(end - begin);
  for (Cell& cell : row.cells) cell.compared = false;
  row.partners.clear();
  // Frequent words have many links: only those to words that stand in these target segments count.
  for (std::size_t j = begin; j < end; ++j) {
    for (const TypeId t : target_->segments[j].words) wanted_[t] = stamp_;
  }
  const SegmentView& segment = source_->segments[i];
  const auto own = teaching_->of_source(i);
  const float* seen = source_words_.seen.data() + source_words_.begin[i];
  for (std::uint32_t p = 0; p < segment.words.size(); ++p) {
    const TypeId s = segment.words[p];
    for (const Link& link : lexicon_->links(s)) {
      if (wanted_[link.target] != stamp_) continue;
      const double forward =
          lexicon_->forward(s, link, own_count(own, s, link.target), static_cast<double>(seen[p]));
      row.partners.push_back({link.target, s, p, forward, &link});
    }
  }
  std::sort(row.partners.begin(), row.partners.end(), [](const Partner& a, const Partner& b) {
    return a.target != b.target ? a.target < b.target : a.position < b.position;
  });
  for (std::uint32_t k = 0; k < row.partners.size(); ++k) {
    Slot& slot = row.slots[row.partners[k].target];
    if (slot.stamp != stamp_) slot = {stamp_, k};
  }
}

const WordEvidence::Cell& WordEvidence::cell(std::size_t i, std::size_t j) {
  Row& row = rows_[i % kMaxBead];
  Cell& cell = row.cells[j - row.begin];
  if (!cell.compared) compare(i, j, cell);
  return cell;
}

void WordEvidence::compare(std::size_t i, std::size_t j, Cell& cell) {
  cell.compared = true;
  cell.forward.clear();
  cell.backward.clear();
  const Row& row = rows_[i % kMaxBead];
  const auto& words = target_->segments[j].words;
  const auto own = teaching_->of_target(j);
  const float* seen = target_words_.seen.data() + target_words_.begin[j];
  for (std::uint32_t q = 0; q < words.size(); ++q) {
    const TypeId t = words[q];
    const Slot& slot = row.slots[t];
    if (slot.stamp != row.stamp) continue;
    double forward = 0.0;
    for (std::size_t k = slot.begin; k < row.partners.size() && row.partners[k].target == t; ++k) {
      const Partner& partner = row.partners[k];
      forward += partner.forward;
      const double b = lexicon_->backward(*partner.link, own_count(own, partner.source, t),
                                          static_cast<double>(seen[q]));
      if (b <= 0.0) continue;
      in_cell_.add(
          {partner.position, static_cast<float>(b / source_->probability(partner.source))});
    }
    if (forward <= 0.0) continue;
    cell.forward.push_back({q, static_cast<float>(forward / target_->probability(t))});
  }
  in_cell_.take_all([&](Gain sum) { cell.backward.push_back(sum); });
}

double WordEvidence::ratio(std::size_t i, std::size_t j, BeadType type) {
  const SegmentRange sources{i + 1 - type.source, i + 1};
  const SegmentRange targets{j + 1 - type.target, j + 1};
  struct Total {
    std::size_t words = 0;
    double chance = 0.0;
  };
  const auto total = [](const Side& side, const Words& words, SegmentRange range) {
    Total sum;
    for (std::size_t k = range.begin; k < range.end; ++k) {
      sum.words += side.segments[k].words.size();
      sum.chance += words.chance[k];
    }
    return sum;
  };
  const Total source = total(*source_, source_words_, sources);
  const Total target = total(*target_, target_words_, targets);
  if (source.words == 0 || target.words == 0) return 0.0;
  Sum sum;
  // The words of one side given those of the other, segment by segment; gains_of(e, x) are those
  // that explaining segment e brings segment x.
  const auto explain = [&](SegmentRange explained, SegmentRange explaining, std::size_t words,
                           const Total& other, auto gains_of) {
    const double each = 1.0 / static_cast<double>(other.words);
    for (std::size_t x = explained.begin; x < explained.end; ++x) {
      if (explaining.size() == 1) {
        const std::vector<Gain>& gains = gains_of(explaining.begin, x);
        for (const Gain& g : gains) {
          sum.add((other.chance + static_cast<double>(g.gain)) * each);
        }
        words -= gains.size();
        continue;
      }
      for (std::size_t e = explaining.begin; e < explaining.end; ++e) {
        for (const Gain& g : gains_of(e, x)) in_bead_.add(g);
      }
      in_bead_.take_all([&](Gain g) {
        sum.add((other.chance + static_cast<double>(g.gain)) * each);
        --words;
      });
    }
    sum.add(other.chance * each, words);
  };
  explain(
      targets, sources, target.words,
      source, [&](std::size_t s, std::size_t t) -> const auto& { return cell(s, t).forward; });
  explain(
      sources, targets, source.words,
      target, [&](std::size_t t, std::size_t s) -> const auto& { return cell(s, t).backward; });
  return sum.value();
}

}  // namespace trujaman::align

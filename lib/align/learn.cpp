#include "align/learn.hpp"

#include <algorithm>
#include <cmath>

namespace trujaman::align {
namespace {

constexpr int kRounds = 4;
/// Links expected less often than this are noise that only takes room.
constexpr float kSmallestCount = 0.02F;
/// Chance of a link between two words of which nothing is known.
constexpr double kUnknown = 0.05;
/// Share of a word's links that go to nothing.
constexpr double kNull = 0.1;

std::vector<TypeId> words_of(const Side& side, SegmentRange range) {
  std::vector<TypeId> words;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    const auto& more = side.segments[i].words;
    words.insert(words.end(), more.begin(), more.end());
  }
  return words;
}

void sum_equal(std::vector<Contribution>& all) {
  std::sort(all.begin(), all.end(), [](const Contribution& a, const Contribution& b) {
    return a.source != b.source ? a.source < b.source : a.target < b.target;
  });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < all.size();) {
    Contribution sum = all[i];
    for (++i; i < all.size() && all[i].source == sum.source && all[i].target == sum.target; ++i) {
      sum.count += all[i].count;
    }
    all[kept++] = sum;
  }
  all.resize(kept);
}

/// The expected links of one bead: E-step. Works on a matrix of source by target words.
class BeadLinks {
 public:
  BeadLinks(const Lexicon& lexicon, bool first_round) : lexicon_(&lexicon), first_(first_round) {}

  std::vector<Contribution> operator()(const std::vector<TypeId>& source,
                                       const std::vector<TypeId>& target, double weight) {
    fill(source, target);
    std::vector<Contribution> links;
    const std::size_t n = target.size();
    for (std::size_t s = 0; s < source.size(); ++s) {
      for (std::size_t t = 0; t < n; ++t) {
        const double f = forward_[s * n + t] / (column_[t] + kNull * mean_column_);
        const double b = backward_[s * n + t] / (row_[s] + kNull * mean_row_);
        const auto count = static_cast<float>(weight * std::sqrt(f * b));
        if (count >= kSmallestCount) links.push_back({source[s], target[t], count});
      }
    }
    sum_equal(links);
    return links;
  }

 private:
  void fill(const std::vector<TypeId>& source, const std::vector<TypeId>& target) {
    const std::size_t n = target.size();
    forward_.assign(source.size() * n, 0.0);
    backward_.assign(source.size() * n, 0.0);
    row_.assign(source.size(), 0.0);
    column_.assign(n, 0.0);
    mean_row_ = mean_column_ = 0.0;
    for (std::size_t s = 0; s < source.size(); ++s) {
      for (std::size_t t = 0; t < n; ++t) {
        double f = first_ ? kUnknown : 0.0;
        double b = f;
        if (const Link* link = lexicon_->find(source[s], target[t])) {
          f += lexicon_->forward(source[s], *link, 0.0, 0.0);
          b += lexicon_->backward(*link, 0.0, 0.0);
        }
        forward_[s * n + t] = f;
        backward_[s * n + t] = b;
        column_[t] += f;
        row_[s] += b;
      }
    }
    for (const double c : column_) mean_column_ += c / static_cast<double>(n);
    for (const double r : row_) mean_row_ += r / static_cast<double>(source.size());
  }

  const Lexicon* lexicon_;
  bool first_;
  std::vector<double> forward_;
  std::vector<double> backward_;
  std::vector<double> row_;
  std::vector<double> column_;
  double mean_row_ = 0.0;
  double mean_column_ = 0.0;
};

}  // namespace

Teaching::Teaching(std::size_t source_segments, std::size_t target_segments)
    : by_source_(source_segments, kNone), by_target_(target_segments, kNone) {}

void Teaching::add(const Bead& bead, std::vector<Contribution> sorted) {
  const auto index = static_cast<std::uint32_t>(lessons_.size());
  lessons_.push_back({bead, std::move(sorted)});
  for (std::size_t i = bead.source.begin; i < bead.source.end; ++i) by_source_[i] = index;
  for (std::size_t j = bead.target.begin; j < bead.target.end; ++j) by_target_[j] = index;
}

std::span<const Contribution> Teaching::of_source(std::size_t segment) const noexcept {
  if (segment >= by_source_.size() || by_source_[segment] == kNone) return {};
  return lessons_[by_source_[segment]].contributions;
}

std::span<const Contribution> Teaching::of_target(std::size_t segment) const noexcept {
  if (segment >= by_target_.size() || by_target_[segment] == kNone) return {};
  return lessons_[by_target_[segment]].contributions;
}

SegmentRange Teaching::source_range(std::size_t segment) const noexcept {
  if (segment >= by_source_.size() || by_source_[segment] == kNone) return {};
  return lessons_[by_source_[segment]].bead.source;
}

SegmentRange Teaching::target_range(std::size_t segment) const noexcept {
  if (segment >= by_target_.size() || by_target_[segment] == kNone) return {};
  return lessons_[by_target_[segment]].bead.target;
}

Teaching learn(const Side& source, const Side& target, std::span<const Bead> beads,
               Lexicon& lexicon) {
  std::vector<float> source_seen(source.vocabulary.size(), 0.0F);
  std::vector<float> target_seen(target.vocabulary.size(), 0.0F);
  struct Pair {
    const Bead* bead;
    std::vector<TypeId> source;
    std::vector<TypeId> target;
  };
  std::vector<Pair> pairs;
  for (const Bead& bead : beads) {
    if (bead.is_null()) continue;
    Pair pair{&bead, words_of(source, bead.source), words_of(target, bead.target)};
    if (pair.source.empty() || pair.target.empty()) continue;
    const auto weight = static_cast<float>(bead.confidence);
    for (const TypeId s : pair.source) source_seen[s] += weight;
    for (const TypeId t : pair.target) target_seen[t] += weight;
    pairs.push_back(std::move(pair));
  }
  for (int round = 0; round < kRounds; ++round) {
    BeadLinks links(lexicon, round == 0);
    const bool last = round + 1 == kRounds;
    Teaching teaching(source.size(), target.size());
    std::vector<Contribution> all;
    for (const Pair& pair : pairs) {
      auto contributions = links(pair.source, pair.target, pair.bead->confidence);
      all.insert(all.end(), contributions.begin(), contributions.end());
      if (last) teaching.add(*pair.bead, std::move(contributions));
    }
    sum_equal(all);
    lexicon.set_counts(all, source_seen, target_seen);
    if (last) return teaching;
  }
  return {};
}

}  // namespace trujaman::align

#include "align/learn.hpp"

#include <algorithm>
#include <cmath>
#include <deque>

namespace trujaman::align {
namespace {

constexpr int kRounds = 2;
/// Links expected less often than this are noise that only takes room.
constexpr double kSmallestCount = 0.02;
/// Chance of a link between two words of which nothing is known.
constexpr double kUnknown = 0.05;
/// Share of a word's links that go to nothing.
constexpr double kNull = 0.1;

/// A word type and how often it stands in a bead.
struct WordCount {
  TypeId word = 0;
  double times = 0.0;
};

/// The words of a range of segments, each once, by id.
std::vector<WordCount> words_of(const Side& side, SegmentRange range) {
  std::vector<TypeId> words;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    const auto& more = side.segments[i].words;
    words.insert(words.end(), more.begin(), more.end());
  }
  std::sort(words.begin(), words.end());
  std::vector<WordCount> counts;
  for (const TypeId word : words) {
    if (counts.empty() || counts.back().word != word) counts.push_back({word, 0.0});
    counts.back().times += 1.0;
  }
  return counts;
}

/// A bead to learn from.
struct Example {
  const Bead* bead;
  std::vector<WordCount> source;
  std::vector<WordCount> target;
};

/// The expected links of one bead: E-step. Works on a matrix of source by target words.
class BeadLinks {
 public:
  explicit BeadLinks(Lexicon& lexicon) : lexicon_(&lexicon) {}

  /// By source, then target. @p unknown is the chance of a link of which the lexicon knows nothing.
  const std::vector<Contribution>& expect(const Example& example, double unknown) {
    fill(example, unknown);
    const std::size_t n = example.target.size();
    contributions_.clear();
    links_of_contributions_.clear();
    for (std::size_t s = 0; s < example.source.size(); ++s) {
      for (std::size_t t = 0; t < n; ++t) {
        const Cell& cell = cells_[s * n + t];
        if (cell.forward <= 0.0 || cell.backward <= 0.0) continue;
        const double f = cell.forward / (column_[t] + kNull * mean_column_);
        const double b = cell.backward / (row_[s] + kNull * mean_row_);
        const double once = example.bead->confidence * std::sqrt(f * b);
        if (once < kSmallestCount) continue;
        const double count = once * example.source[s].times * example.target[t].times;
        contributions_.push_back(
            {example.source[s].word, example.target[t].word, static_cast<float>(count)});
        links_of_contributions_.push_back(cell.link);
      }
    }
    return contributions_;
  }
  /// The lexicon's links for what expect() gave last; null where it has none.
  [[nodiscard]] const std::vector<Link*>& links() const noexcept { return links_of_contributions_; }

 private:
  struct Cell {
    double forward = 0.0;
    double backward = 0.0;
    Link* link = nullptr;
  };

  void fill(const Example& example, double unknown) {
    const std::size_t n = example.target.size();
    cells_.assign(example.source.size() * n, {unknown, unknown, nullptr});
    row_.assign(example.source.size(), 0.0);
    column_.assign(n, 0.0);
    double source_words = 0.0;
    double target_words = 0.0;
    for (const WordCount& w : example.source) source_words += w.times;
    for (const WordCount& w : example.target) target_words += w.times;
    for (std::size_t s = 0; s < example.source.size(); ++s) {
      find_links(example.source[s].word, example.target, &cells_[s * n]);
      for (std::size_t t = 0; t < n; ++t) {
        const Cell& cell = cells_[s * n + t];
        column_[t] += cell.forward * example.source[s].times;
        row_[s] += cell.backward * example.target[t].times;
      }
    }
    mean_row_ = mean_column_ = 0.0;
    for (std::size_t t = 0; t < n; ++t) {
      mean_column_ += column_[t] * example.target[t].times / target_words;
    }
    for (std::size_t s = 0; s < example.source.size(); ++s) {
      mean_row_ += row_[s] * example.source[s].times / source_words;
    }
  }

  /// Both lists are sorted by target: each search begins where the last one ended.
  void find_links(TypeId source, const std::vector<WordCount>& targets, Cell* cells) {
    const std::span<Link> links = lexicon_->links(source);
    auto link = links.begin();
    for (std::size_t t = 0; t < targets.size() && link != links.end(); ++t) {
      link = std::lower_bound(link, links.end(), targets[t].word,
                              [](const Link& l, TypeId word) { return l.target < word; });
      if (link == links.end() || link->target != targets[t].word) continue;
      cells[t].link = &*link;
      cells[t].forward += lexicon_->forward(source, *link, 0.0, 0.0);
      cells[t].backward += lexicon_->backward(*link, 0.0, 0.0);
    }
  }

  Lexicon* lexicon_;
  std::vector<Cell> cells_;  ///< By source word, then target word.
  std::vector<double> row_;
  std::vector<double> column_;
  double mean_row_ = 0.0;
  double mean_column_ = 0.0;
  std::vector<Contribution> contributions_;
  std::vector<Link*> links_of_contributions_;
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
  std::vector<Example> examples;
  for (const Bead& bead : beads) {
    if (bead.is_null()) continue;
    Example example{&bead, words_of(source, bead.source), words_of(target, bead.target)};
    if (example.source.empty() || example.target.empty()) continue;
    const double weight = bead.confidence;
    for (const WordCount& w : example.source) {
      source_seen[w.word] += static_cast<float>(weight * w.times);
    }
    for (const WordCount& w : example.target) {
      target_seen[w.word] += static_cast<float>(weight * w.times);
    }
    examples.push_back(std::move(example));
  }
  // Links are made in the first round, where any two words of a bead may be linked; later rounds
  // only weigh them anew.
  BeadLinks links(lexicon);
  std::deque<Contribution> all;  // many millions: a vector would be copied as it grows
  for (const Example& example : examples) {
    const auto& contributions = links.expect(example, kUnknown);
    all.insert(all.end(), contributions.begin(), contributions.end());
  }
  lexicon.set_seen(std::move(source_seen), std::move(target_seen));
  lexicon.replace_counts(std::move(all));
  Teaching teaching(source.size(), target.size());
  for (int round = 1; round < kRounds; ++round) {
    for (const Example& example : examples) {
      const auto& contributions = links.expect(example, 0.0);
      for (std::size_t k = 0; k < contributions.size(); ++k) {
        links.links()[k]->next_count += contributions[k].count;
      }
      if (round + 1 == kRounds) teaching.add(*example.bead, contributions);
    }
    lexicon.take_next_counts();
  }
  return teaching;
}

}  // namespace trujaman::align

#include "align/learn.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace trujaman::align {
namespace {

constexpr int kRounds = 2;
/// Links expected less often than this are noise that only takes room.
constexpr float kSmallestCount = 0.02F;
/// Chance of a link between two words of which nothing is known.
constexpr float kUnknown = 0.05F;
/// Share of a word's links that go to nothing.
constexpr float kNull = 0.1F;

/// A word type in a bead.
struct BeadWord {
  TypeId id = 0;
  float times = 0.0F;
  float scale = 0.0F;  ///< 1 ÷ the root of what all its links within the bead sum to.
};

/// The words of a range of segments, each once, by id.
void append_words(const Side& side, SegmentRange range, std::vector<BeadWord>& all) {
  std::vector<TypeId> words;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    const auto& more = side.segments[i].words;
    words.insert(words.end(), more.begin(), more.end());
  }
  std::sort(words.begin(), words.end());
  const std::size_t begin = all.size();
  for (const TypeId word : words) {
    if (all.size() == begin || all.back().id != word) all.push_back({word, 0.0F, 0.0F});
    all.back().times += 1.0F;
  }
}

/// A bead to learn from. Its words are ranges of Learner's.
struct Example {
  const Bead* bead = nullptr;
  SegmentRange source;
  SegmentRange target;
};

/// Expectation maximisation over the beads.
class Learner {
 public:
  Learner(const Side& source, const Side& target, std::span<const Bead> beads, Lexicon& lexicon);

  /// The first round, where any two words of a bead may be linked.
  void make_links();
  /// A later round, which weighs the links anew. @p taught may be null.
  void weigh_links(Teaching* taught);

 private:
  /// Two words of a bead that the lexicon links.
  struct Linked {
    BeadWord* source;
    BeadWord* target;
    Link* link;
    float forward;
    float backward;
  };

  [[nodiscard]] std::span<BeadWord> source_words(const Example& e) {
    return std::span(source_words_).subspan(e.source.begin, e.source.size());
  }
  [[nodiscard]] std::span<BeadWord> target_words(const Example& e) {
    return std::span(target_words_).subspan(e.target.begin, e.target.size());
  }
  void find_linked(const Example& example);
  void scale(const Example& example, float unknown);

  Lexicon* lexicon_;
  std::size_t source_types_;
  std::size_t target_types_;
  std::vector<Example> examples_;
  std::vector<BeadWord> source_words_;
  std::vector<BeadWord> target_words_;
  std::vector<Linked> linked_;  ///< Of one example.
};

Learner::Learner(const Side& source, const Side& target, std::span<const Bead> beads,
                 Lexicon& lexicon)
    : lexicon_(&lexicon),
      source_types_(source.vocabulary.size()),
      target_types_(target.vocabulary.size()) {
  std::vector<float> source_seen(source_types_, 0.0F);
  std::vector<float> target_seen(target_types_, 0.0F);
  for (const Bead& bead : beads) {
    if (bead.is_null()) continue;
    Example example{&bead, {source_words_.size(), 0}, {target_words_.size(), 0}};
    append_words(source, bead.source, source_words_);
    append_words(target, bead.target, target_words_);
    example.source.end = source_words_.size();
    example.target.end = target_words_.size();
    if (example.source.empty() || example.target.empty()) continue;
    const auto weight = static_cast<float>(bead.confidence);
    for (const BeadWord& w : source_words(example)) source_seen[w.id] += weight * w.times;
    for (const BeadWord& w : target_words(example)) target_seen[w.id] += weight * w.times;
    examples_.push_back(example);
  }
  lexicon.set_seen(std::move(source_seen), std::move(target_seen));
}

/// Both lists are sorted by target: each search begins where the last one ended.
void Learner::find_linked(const Example& example) {
  linked_.clear();
  const std::span<BeadWord> targets = target_words(example);
  for (BeadWord& source : source_words(example)) {
    const std::span<Link> links = lexicon_->links(source.id);
    auto link = links.begin();
    for (auto target = targets.begin(); target != targets.end() && link != links.end(); ++target) {
      link = std::lower_bound(link, links.end(), target->id,
                              [](const Link& l, TypeId word) { return l.target < word; });
      if (link == links.end() || link->target != target->id) continue;
      linked_.push_back({&source, &*target, &*link,
                         static_cast<float>(lexicon_->forward(source.id, *link, 0.0, 0.0)),
                         static_cast<float>(lexicon_->backward(*link, 0.0, 0.0))});
    }
  }
}

/// Sets the words' scales. @p unknown is the chance of a link of which the lexicon knows nothing.
void Learner::scale(const Example& example, float unknown) {
  const auto count = [](std::span<const BeadWord> words) {
    float sum = 0.0F;
    for (const BeadWord& w : words) sum += w.times;
    return sum;
  };
  const std::span<BeadWord> sources = source_words(example);
  const std::span<BeadWord> targets = target_words(example);
  const float source_count = count(sources);
  const float target_count = count(targets);
  for (BeadWord& w : sources) w.scale = unknown * target_count;
  for (BeadWord& w : targets) w.scale = unknown * source_count;
  for (const Linked& l : linked_) {
    l.target->scale += l.forward * l.source->times;
    l.source->scale += l.backward * l.target->times;
  }
  const auto invert = [](std::span<BeadWord> words, float all) {
    float mean = 0.0F;
    for (const BeadWord& w : words) mean += w.scale * w.times / all;
    for (BeadWord& w : words) {
      const float sum = w.scale + kNull * mean;
      w.scale = sum > 0.0F ? 1.0F / std::sqrt(sum) : 0.0F;
    }
  };
  invert(sources, source_count);
  invert(targets, target_count);
}

/// Word by word rather than bead by bead: only one word's counts are held at a time, where all of
/// them would be hundreds a segment.
void Learner::make_links() {
  struct Occurrence {
    std::uint32_t example;
    std::uint32_t word;  ///< Into source_words_.
  };
  std::vector<std::size_t> end(source_types_ + 1, 0);
  for (const Example& e : examples_) {
    find_linked(e);
    scale(e, kUnknown);
    for (const BeadWord& w : source_words(e)) ++end[w.id + 1];
  }
  for (std::size_t s = 0; s < source_types_; ++s) end[s + 1] += end[s];
  std::vector<Occurrence> occurrences(end.back());
  for (std::uint32_t e = 0; e < examples_.size(); ++e) {
    for (std::size_t w = examples_[e].source.begin; w < examples_[e].source.end; ++w) {
      occurrences[end[source_words_[w].id]++] = {e, static_cast<std::uint32_t>(w)};
    }
  }
  // end[s] is now where the occurrences of s end.
  struct Partner {
    float chance = kUnknown;  ///< Geometric mean of both directions'.
    float count = 0.0F;
  };
  std::vector<Partner> partners(target_types_);
  std::vector<std::pair<TypeId, float>> counts;
  for (TypeId s = 0; s < source_types_; ++s) {
    for (const Link& link : std::as_const(*lexicon_).links(s)) {
      const auto f = kUnknown + static_cast<float>(lexicon_->forward(s, link, 0.0, 0.0));
      const auto b = kUnknown + static_cast<float>(lexicon_->backward(link, 0.0, 0.0));
      partners[link.target].chance = std::sqrt(f * b);
    }
    for (std::size_t o = s == 0 ? 0 : end[s - 1]; o < end[s]; ++o) {
      const Example& example = examples_[occurrences[o].example];
      const BeadWord& source = source_words_[occurrences[o].word];
      const float weight = static_cast<float>(example.bead->confidence) * source.scale;
      for (const BeadWord& target : target_words(example)) {
        Partner& partner = partners[target.id];
        const float once = weight * target.scale * partner.chance;
        if (once < kSmallestCount) continue;
        if (partner.count == 0.0F) counts.emplace_back(target.id, 0.0F);
        partner.count += once * source.times * target.times;
      }
    }
    for (auto& [target, count] : counts) count = std::exchange(partners[target].count, 0.0F);
    for (const Link& link : std::as_const(*lexicon_).links(s)) partners[link.target] = {};
    std::sort(counts.begin(), counts.end());
    lexicon_->replace_counts(s, counts);
    counts.clear();
  }
  lexicon_->settle();
}

void Learner::weigh_links(Teaching* taught) {
  for (const Example& example : examples_) {
    find_linked(example);
    scale(example, 0.0F);
    std::vector<Contribution> contributions;
    for (const Linked& l : linked_) {
      const float once = static_cast<float>(example.bead->confidence) * l.source->scale *
                         l.target->scale * std::sqrt(l.forward * l.backward);
      if (once < kSmallestCount) continue;
      const float count = once * l.source->times * l.target->times;
      l.link->next_count += count;
      if (taught != nullptr) contributions.push_back({l.source->id, l.target->id, count});
    }
    if (taught != nullptr) taught->add(*example.bead, std::move(contributions));
  }
  lexicon_->take_next_counts();
}

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
  Learner learner(source, target, beads, lexicon);
  Teaching teaching(source.size(), target.size());
  learner.make_links();
  for (int round = 1; round < kRounds; ++round) {
    learner.weigh_links(round + 1 == kRounds ? &teaching : nullptr);
  }
  return teaching;
}

}  // namespace trujaman::align

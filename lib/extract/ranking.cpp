#include "extract/ranking.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <tuple>

#include "extract/termhood.hpp"

namespace trujaman::extract {
namespace {

// What the weights below were chosen on, and how to measure anew: README.md, "Measured".

/// Pairs that are less strongly associated, or have fewer of their words linked, are chance.
constexpr double kLeastDice = 0.3;
constexpr double kLeastCoverage = 0.3;
/// How much of the association is that both stand in the same segments, the rest being that they
/// face each other there: words that are seen twice are not always aligned.
constexpr double kTogether = 0.7;
/// How much of its strength a pair has though none of its words are linked.
constexpr double kUnlinked = 0.5;
/// A phrase that hardly ever stands by itself is part of another.
constexpr float kLeastIndependent = 0.2F;
/// How far the language in which a phrase stands by itself more often is believed.
constexpr double kMoreIndependent = 0.3;
/// What each further content word adds, up to the third.
constexpr double kLength = 0.7;
/// What a general noun leaves, in both languages or in one.
constexpr double kBothGeneral = 0.25;
constexpr double kOneGeneral = 0.7;
/// Spanish and French nouns stand behind articles, determiners or prepositions this often.
constexpr float kNoun = 0.36F;
/// Where no language tells nouns by what is before them: places without content words beside.
constexpr double kFree = 0.25;
/// Turns the sum of evidence into a score below 1.
constexpr double kScale = 0.3;

std::size_t count_together(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
  std::size_t n = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    const bool next_a = a[i] <= b[j];
    const bool next_b = b[j] <= a[i];
    if (next_a && next_b) ++n;
    i += next_a ? 1 : 0;
    j += next_b ? 1 : 0;
  }
  return n;
}

bool tells_nouns(Grammar grammar) noexcept {
  return grammar == Grammar::Spanish || grammar == Grammar::French;
}

class Ranking {
 public:
  Ranking(const AlignedCorpus& corpus, std::size_t min_count)
      : corpus_(&corpus),
        min_count_(min_count),
        source_(measure_termhood(corpus.source(), corpus.source_phrases())),
        target_(measure_termhood(corpus.target(), corpus.target_phrases())) {}

  [[nodiscard]] std::vector<RankedPair> rank() const {
    std::vector<RankedPair> out;
    for (const RankedPair& linked : one_to_one()) {
      const double termhood = termhood_of(linked.pair);
      if (termhood <= 0.0) continue;
      out.push_back({linked.pair, 1.0 - std::exp(-kScale * termhood * linked.score)});
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const RankedPair& a, const RankedPair& b) { return a.score > b.score; });
    return out;
  }

 private:
  [[nodiscard]] bool stands_by_itself(const Termhood& phrase) const {
    return phrase.worth > 0.0F && phrase.independent > kLeastIndependent;
  }

  /// How sure it is that the two phrases are equivalents, in [0, 1]; 0 when it is not worth asking.
  [[nodiscard]] double strength(const PhrasePair& pair) const {
    if (!stands_by_itself(source_[pair.source]) || !stands_by_itself(target_[pair.target]))
      return 0;
    const auto coverage = static_cast<double>(pair.coverage);
    if (coverage < kLeastCoverage) return 0.0;
    const std::size_t together = count_together(corpus_->source_phrases().segments(pair.source),
                                                corpus_->target_phrases().segments(pair.target));
    if (together < min_count_) return 0.0;
    const double both = kTogether * static_cast<double>(together) + (1.0 - kTogether) * pair.count;
    const double dice = 2.0 * both /
                        static_cast<double>(corpus_->source_phrases().count(pair.source) +
                                            corpus_->target_phrases().count(pair.target));
    return dice < kLeastDice ? 0.0 : dice * (kUnlinked + (1.0 - kUnlinked) * coverage);
  }

  /// Competitive linking (Melamed, *Models of translational equivalence among words*, 2000): the
  /// strongest pair is taken, then the strongest of what is left. Scores are strengths.
  [[nodiscard]] std::vector<RankedPair> one_to_one() const {
    std::vector<RankedPair> linked;
    for (const PhrasePair& pair : corpus_->pairs()) {
      const double s = strength(pair);
      if (s > 0.0) linked.push_back({pair, s});
    }
    // Keys last, so that the result does not depend on the order in a hash table.
    const auto order = [&](const RankedPair& r) {
      return std::tuple(-r.score, -static_cast<std::int64_t>(r.pair.count),
                        corpus_->source_phrases().key(r.pair.source),
                        corpus_->target_phrases().key(r.pair.target));
    };
    std::sort(linked.begin(), linked.end(),
              [&](const RankedPair& a, const RankedPair& b) { return order(a) < order(b); });
    std::vector<bool> source_taken(source_.size(), false);
    std::vector<bool> target_taken(target_.size(), false);
    std::erase_if(linked, [&](const RankedPair& r) {
      if (source_taken[r.pair.source] || target_taken[r.pair.target]) return true;
      source_taken[r.pair.source] = target_taken[r.pair.target] = true;
      return false;
    });
    return linked;
  }

  [[nodiscard]] bool is_noun(const PhrasePair& pair) const {
    const Termhood& s = source_[pair.source];
    const Termhood& t = target_[pair.target];
    const bool by_source = tells_nouns(corpus_->source().grammar());
    const bool by_target = tells_nouns(corpus_->target().grammar());
    if (by_source && s.content == 1 && s.nominal < kNoun) return false;
    if (by_target && t.content == 1 && t.nominal < kNoun) return false;
    if (by_source || by_target || s.content > 1 || t.content > 1) return true;
    return pair.free >= kFree * pair.count;
  }

  [[nodiscard]] double termhood_of(const PhrasePair& pair) const {
    if (!is_noun(pair)) return 0.0;
    const Termhood& s = source_[pair.source];
    const Termhood& t = target_[pair.target];
    const auto less = static_cast<double>(std::min(s.independent, t.independent));
    const auto more = static_cast<double>(std::max(s.independent, t.independent));
    const double alone = less + kMoreIndependent * (more - less);
    const double length = 0.5 * (std::min<int>(s.content, 3) + std::min<int>(t.content, 3));
    double worth = static_cast<double>(std::min(s.worth, t.worth));
    if (s.general || t.general) worth *= s.general && t.general ? kBothGeneral : kOneGeneral;
    return std::log2(1.0 + alone) * (1.0 + kLength * (length - 1.0)) * worth;
  }

  const AlignedCorpus* corpus_;
  std::size_t min_count_;
  std::vector<Termhood> source_;
  std::vector<Termhood> target_;
};

}  // namespace

std::vector<RankedPair> rank_pairs(const AlignedCorpus& corpus, std::size_t min_count) {
  return Ranking(corpus, min_count).rank();
}

}  // namespace trujaman::extract

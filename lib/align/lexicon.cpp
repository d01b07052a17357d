#include "align/lexicon.hpp"

#include <algorithm>
#include <utility>

namespace trujaman::align {
namespace {

/// Weight of the prior, in occurrences: a word seen this often and never linked as the prior says
/// is believed half.
constexpr double kPriorWeight = 2.0;
/// Occurrences by which every word's links are held back: nothing is certain from one sight.
constexpr double kReserve = 1.0;
/// Links of which nothing is known beforehand and that are expected less often than this only take
/// room and time.
constexpr float kLeastCount = 0.1F;
/// … and so do those whose probabilities in both directions have a product below this. Without it
/// the links of frequent words grow with the document, and the time with its square.
constexpr float kLeastProduct = 1e-4F;
/// Most that the links of one word may account for by prior knowledge alone.
constexpr float kMaxPriorMass = 0.9F;

}  // namespace

double Lexicon::estimate(float count, double own_count, float prior, const Totals& word,
                         double own_seen) noexcept {
  const double seen = std::max(0.0, static_cast<double>(word.seen) - own_seen);
  const double weight = word.prior > 0.0F ? kPriorWeight : 0.0;
  const double held = weight > 0.0 && seen <= 0.0 ? 0.0 : kReserve;
  const double links =
      std::max(0.0, static_cast<double>(count) - own_count) + weight * static_cast<double>(prior);
  return links <= 0.0 ? 0.0 : links / (seen + weight + held);
}

Lexicon::Lexicon(std::size_t source_types, std::size_t target_types)
    : rows_(source_types), source_(source_types), target_(target_types) {}

void Lexicon::add_prior(TypeId source, TypeId target, double strength) {
  for (Link& link : rows_[source]) {
    if (link.target != target) continue;
    link.forward = std::max(link.forward, static_cast<float>(strength));
    return;
  }
  rows_[source].push_back({target, static_cast<float>(strength), 0.0F, 0.0F, 0.0F});
}

void Lexicon::add_absent_target(TypeId source, double strength) {
  source_[source].absent = std::max(source_[source].absent, static_cast<float>(strength));
}

void Lexicon::add_absent_source(TypeId target, double strength) {
  target_[target].absent = std::max(target_[target].absent, static_cast<float>(strength));
}

/// Several candidates share what the best of them deserves, in proportion to their odds.
void Lexicon::finish_priors() {
  struct Best {
    float max = 0.0F;
    float odds = 0.0F;
  };
  const auto odds = [](float p) { return p / (1.0F - std::min(p, 0.98F)); };
  std::vector<Best> of_target(target_.size());
  for (const auto& row : rows_) {
    for (const Link& link : row) {
      Best& best = of_target[link.target];
      best.max = std::max(best.max, link.forward);
      best.odds += odds(link.forward);
    }
  }
  for (std::size_t s = 0; s < rows_.size(); ++s) {
    auto& row = rows_[s];
    std::sort(row.begin(), row.end(),
              [](const Link& a, const Link& b) { return a.target < b.target; });
    Best best;
    for (const Link& link : row) {
      best.max = std::max(best.max, link.forward);
      best.odds += odds(link.forward);
    }
    for (Link& link : row) {
      const float share = odds(link.forward);
      const Best& other = of_target[link.target];
      link.backward = std::min(other.max, kMaxPriorMass) * share / other.odds;
      link.forward = std::min(best.max, kMaxPriorMass) * share / best.odds;
      source_[s].prior += link.forward;
      target_[link.target].prior += link.backward;
    }
  }
  for (auto* words : {&source_, &target_}) {
    for (Totals& word : *words) {
      if (word.prior == 0.0F) word.prior = std::min(word.absent, kMaxPriorMass);
    }
  }
}

void Lexicon::replace_counts(TypeId source, std::span<const std::pair<TypeId, float>> sorted) {
  std::vector<Link> row;
  const auto keep = [&](const Link& link) {
    if (worth_keeping(source, link)) row.push_back(link);
  };
  auto known = rows_[source].begin();
  for (const auto& [target, count] : sorted) {
    for (; known != rows_[source].end() && known->target < target; ++known) {
      known->count = 0.0F;
      keep(*known);
    }
    Link link{target, 0.0F, 0.0F, 0.0F, 0.0F};
    if (known != rows_[source].end() && known->target == target) link = *known++;
    link.count = count;
    keep(link);
  }
  for (; known != rows_[source].end(); ++known) {
    known->count = 0.0F;
    keep(*known);
  }
  row.shrink_to_fit();
  rows_[source] = std::move(row);
}

void Lexicon::take_next_counts() {
  for (auto& row : rows_) {
    for (Link& link : row) link.count = std::exchange(link.next_count, 0.0F);
  }
  settle();
}

void Lexicon::set_seen(std::vector<float> source, std::vector<float> target) {
  for (std::size_t s = 0; s < source_.size(); ++s) source_[s].seen = source[s];
  for (std::size_t t = 0; t < target_.size(); ++t) target_[t].seen = target[t];
}

bool Lexicon::worth_keeping(TypeId source, const Link& link) const noexcept {
  if (link.forward > 0.0F) return true;
  const float least = kLeastProduct * source_[source].seen * target_[link.target].seen;
  return link.count >= kLeastCount && link.count * link.count >= least;
}

void Lexicon::settle() {
  for (Totals& t : target_) t.count = 0.0F;
  for (TypeId s = 0; s < rows_.size(); ++s) {
    std::erase_if(rows_[s], [&](const Link& link) { return !worth_keeping(s, link); });
    source_[s].count = 0.0F;
    for (const Link& link : rows_[s]) {
      source_[s].count += link.count;
      target_[link.target].count += link.count;
    }
  }
}

double Lexicon::forward(TypeId source, const Link& link, double own_count,
                        double own_seen) const noexcept {
  return estimate(link.count, own_count, link.forward, source_[source], own_seen);
}

double Lexicon::backward(const Link& link, double own_count, double own_seen) const noexcept {
  return estimate(link.count, own_count, link.backward, target_[link.target], own_seen);
}

double Lexicon::forward_mass(TypeId source, double own_count, double own_seen) const noexcept {
  const Totals& t = source_[source];
  return estimate(t.count, own_count, t.prior, t, own_seen);
}

double Lexicon::backward_mass(TypeId target, double own_count, double own_seen) const noexcept {
  const Totals& t = target_[target];
  return estimate(t.count, own_count, t.prior, t, own_seen);
}

}  // namespace trujaman::align

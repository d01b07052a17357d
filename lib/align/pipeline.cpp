#include "align/pipeline.hpp"

#include <algorithm>
#include <cmath>

#include "align/cognate.hpp"

namespace trujaman::align {

Prepared prepare(const SegmentedDocument& source, const SegmentedDocument& target,
                 const LanguagePair& languages, const KnownTranslations& known) {
  Vocabulary shared;
  Side source_side = make_side(source, languages.source, shared);
  Side target_side = make_side(target, languages.target, shared);
  known.mark_terms(source_side, target_side, shared);
  Lexicon lexicon(source_side.vocabulary.size(), target_side.vocabulary.size());
  add_cognates(source_side, target_side, lexicon);
  known.add_to(lexicon, source_side, target_side);
  lexicon.finish_priors();
  return {std::move(shared), std::move(source_side), std::move(target_side), std::move(lexicon)};
}

namespace {

/// Log of how much oftener than @p usual, a share, something was @p seen among @p of beads.
double times_usual(double seen, double of, double usual) {
  constexpr double kBelief = 20.0;  // in how many beads the usual share is believed
  return std::log((seen + kBelief * usual) / ((of + kBelief) * usual));
}

}  // namespace

Habits guess_habits(const Prepared& documents) {
  constexpr double kMostApart = 0.35;
  return {std::clamp(documents.target.mean_log_length - documents.source.mean_log_length,
                     -kMostApart, kMostApart),
          0.0, 0.0};
}

Habits measure_habits(const Prepared& documents, std::span<const Bead> draft,
                      const Habits& fallback) {
  constexpr double kUsualNulls = 0.05;
  constexpr double kEnough = 500.0;  // code points: a few sentences
  double source_length = 0.0;
  double target_length = 0.0;
  double nulls = 0.0;
  for (const Bead& bead : draft) {
    if (bead.is_null()) {
      nulls += 1.0;
      continue;
    }
    if (bead.confidence < 0.5) continue;
    for (std::size_t i = bead.source.begin; i < bead.source.end; ++i) {
      source_length += documents.source.segments[i].length;
    }
    for (std::size_t j = bead.target.begin; j < bead.target.end; ++j) {
      target_length += documents.target.segments[j].length;
    }
  }
  Habits habits = fallback;
  habits.null = times_usual(nulls, static_cast<double>(draft.size()), kUsualNulls);
  habits.join = join_habit(draft);
  if (source_length >= kEnough && target_length >= kEnough) {
    habits.log_ratio = std::log(target_length / source_length);
  }
  return habits;
}

double join_habit(std::span<const Bead> beads) {
  constexpr double kUsualJoins = 0.08;
  double linked = 0.0;
  double joins = 0.0;
  for (const Bead& bead : beads) {
    if (bead.is_null()) continue;
    linked += 1.0;
    if (bead.source.size() > 1 || bead.target.size() > 1) joins += 1.0;
  }
  return times_usual(joins, linked, kUsualJoins);
}

double calibrated(double posterior, double join, double too_careful) noexcept {
  const double p = std::clamp(posterior, 1e-9, 1.0 - 1e-9);
  const double odds = p / (1.0 - p) * std::exp(too_careful * std::exp(-std::max(0.0, join)));
  return odds / (1.0 + odds);
}

}  // namespace trujaman::align

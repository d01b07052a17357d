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
  Lexicon lexicon(source_side.vocabulary.size(), target_side.vocabulary.size());
  add_cognates(source_side, target_side, lexicon);
  known.add_to(lexicon, source_side, target_side);
  lexicon.finish_priors();
  return {std::move(shared), std::move(source_side), std::move(target_side), std::move(lexicon)};
}

Habits guess_habits(const Prepared& documents) {
  constexpr double kMostApart = 0.35;
  return {std::clamp(documents.target.mean_log_length - documents.source.mean_log_length,
                     -kMostApart, kMostApart),
          0.0, 0.0};
}

Habits measure_habits(const Prepared& documents, std::span<const Bead> draft,
                      const Habits& fallback) {
  // Shares in ordinary translations, and in how many beads they are believed.
  constexpr double kUsualNulls = 0.05;
  constexpr double kUsualJoins = 0.08;
  constexpr double kBelief = 20.0;
  constexpr double kEnough = 500.0;  // code points: a few sentences
  double source_length = 0.0;
  double target_length = 0.0;
  double nulls = 0.0;
  double joins = 0.0;
  for (const Bead& bead : draft) {
    if (bead.is_null()) {
      nulls += 1.0;
      continue;
    }
    if (bead.source.size() > 1 || bead.target.size() > 1) joins += 1.0;
    if (bead.confidence < 0.5) continue;
    for (std::size_t i = bead.source.begin; i < bead.source.end; ++i) {
      source_length += documents.source.segments[i].length;
    }
    for (std::size_t j = bead.target.begin; j < bead.target.end; ++j) {
      target_length += documents.target.segments[j].length;
    }
  }
  const auto all = static_cast<double>(draft.size());
  const auto times_usual = [](double seen, double of, double usual) {
    return std::log((seen + kBelief * usual) / ((of + kBelief) * usual));
  };
  Habits habits = fallback;
  habits.null = times_usual(nulls, all, kUsualNulls);
  habits.join = times_usual(joins, all - nulls, kUsualJoins);
  if (source_length >= kEnough && target_length >= kEnough) {
    habits.log_ratio = std::log(target_length / source_length);
  }
  return habits;
}

double calibrated(double posterior) noexcept {
  constexpr double kShift = 1.25;   // in log odds, for what is likely right
  constexpr double kBegins = -0.6;  // log odds at which half of it is given
  constexpr double kWidth = 0.5;    // and how gradually it sets in
  const double p = std::clamp(posterior, 1e-9, 1.0 - 1e-9);
  const double odds = std::log(p / (1.0 - p));
  const double shifted = odds + kShift / (1.0 + std::exp((kBegins - odds) / kWidth));
  return 1.0 / (1.0 + std::exp(-shifted));
}

}  // namespace trujaman::align

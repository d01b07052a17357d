#include "align/pipeline.hpp"

#include <algorithm>
#include <cmath>

#include "align/cognate.hpp"
#include "base/stem.hpp"
#include "base/token.hpp"

namespace trujaman::align {

namespace {

/// Stems of the words of @p phrase, as the side's vocabulary has them; empty when one is missing.
std::vector<TypeId> types_of(std::string_view phrase, const base::Stemmer& stemmer,
                             const Vocabulary& vocabulary) {
  std::vector<TypeId> types;
  for (const base::Token& token : base::tokenize(phrase)) {
    if (token.kind != base::TokenKind::Word) continue;
    const TypeId type =
        vocabulary.find(stemmer.stem(phrase.substr(token.span.begin, token.span.size())));
    if (type == Vocabulary::npos) return {};
    types.push_back(type);
  }
  return types;
}

/// Dictionary entries of one word a side are believed this far; the words of longer entries share
/// it, because any of them may render any other.
constexpr double kKnownTranslation = 0.6;

void add_known(std::span<const LexiconEntry> known, const LanguagePair& languages,
               const Side& source, const Side& target, Lexicon& lexicon) {
  const base::Stemmer source_stemmer(languages.source);
  const base::Stemmer target_stemmer(languages.target);
  for (const LexiconEntry& entry : known) {
    const auto from = types_of(entry.source, source_stemmer, source.vocabulary);
    if (from.empty()) continue;
    const auto to = types_of(entry.target, target_stemmer, target.vocabulary);
    if (to.empty()) continue;
    const double strength = kKnownTranslation * std::clamp(entry.weight, 0.0, 1.0) /
                            static_cast<double>(std::max(from.size(), to.size()));
    for (const TypeId s : from) {
      for (const TypeId t : to) lexicon.add_prior(s, t, strength);
    }
  }
}

}  // namespace

Prepared prepare(const SegmentedDocument& source, const SegmentedDocument& target,
                 const LanguagePair& languages, std::span<const LexiconEntry> known) {
  Vocabulary shared;
  Side source_side = make_side(source, languages.source, shared);
  Side target_side = make_side(target, languages.target, shared);
  Lexicon lexicon(source_side.vocabulary.size(), target_side.vocabulary.size());
  add_cognates(source_side, target_side, lexicon);
  add_known(known, languages, source_side, target_side, lexicon);
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

}  // namespace trujaman::align

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

double guess_log_ratio(const Prepared& documents) {
  return std::clamp(documents.target.mean_log_length - documents.source.mean_log_length, -0.35,
                    0.35);
}

double measure_log_ratio(const Prepared& documents, std::span<const Bead> beads, double fallback) {
  double source = 0.0;
  double target = 0.0;
  for (const Bead& bead : beads) {
    if (bead.is_null() || bead.confidence < 0.5) continue;
    for (std::size_t i = bead.source.begin; i < bead.source.end; ++i) {
      source += documents.source.segments[i].length;
    }
    for (std::size_t j = bead.target.begin; j < bead.target.end; ++j) {
      target += documents.target.segments[j].length;
    }
  }
  constexpr double kEnough = 500.0;  // code points: a few sentences
  return source < kEnough || target < kEnough ? fallback : std::log(target / source);
}

}  // namespace trujaman::align

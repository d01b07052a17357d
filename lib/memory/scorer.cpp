#include <algorithm>
#include <string>

#include "memory/lookup.hpp"

namespace trujaman::memory {
namespace {

/// An aligned unit that the aligner is surer of than this counts as human work.
constexpr double kSureConfidence = 0.9;
constexpr double kConfidenceWeight = 10.0;  ///< Points for each unit of confidence below.
constexpr double kMaxConfidencePenalty = 5.0;

/// A region was asked for, and the variant is not from it.
bool other_region(const LanguageTag& wanted, const LanguageTag& found) {
  return wanted.str() != wanted.primary() && !found.matches(wanted);
}

}  // namespace

const Variant* best_variant(const TranslationUnit& unit, const LanguageTag& wanted) {
  const auto rank = [&](const Variant& v) {
    if (v.language == wanted) return 0;
    if (v.language.matches(wanted)) return 1;
    return 2;
  };
  const Variant* best = nullptr;
  for (const Variant& v : unit.variants) {
    if (v.text.empty() || v.language.primary() != wanted.primary()) continue;
    if (best == nullptr || rank(v) < rank(*best)) best = &v;
  }
  return best;
}

Scorer::Scorer(std::string_view text, const LanguagePair& languages,
               std::span<const InlineCode> codes)
    : query_({text, make_key(text), codes}), languages_(&languages) {}

std::optional<FuzzyMatch> Scorer::compare(const TranslationUnit& unit, const Variant& source,
                                          const Variant& target, double min_score) const {
  const KeyedText other{source.text, make_key(source.text), source.codes};
  FuzzyMatch match;
  match.similarity = query_.similarity(other.key);
  if (match.similarity < min_score) return std::nullopt;
  match.penalties = query_.penalties(other);
  const auto penalise = [&](Penalty::Kind kind, double amount) {
    if (amount > 0.0) match.penalties.push_back({kind, amount});
  };
  penalise(Penalty::Kind::Region, other_region(languages_->source, source.language) ||
                                          other_region(languages_->target, target.language)
                                      ? 1.0
                                      : 0.0);
  penalise(
      Penalty::Kind::Confidence,
      std::min(kMaxConfidencePenalty, kConfidenceWeight * (kSureConfidence - unit.confidence)));
  match.score = match.similarity;
  for (const Penalty& p : match.penalties) match.score -= p.amount;
  match.score = std::max(match.score, 0.0);
  if (match.score < min_score) return std::nullopt;
  if (match.similarity == 100.0 && match.penalties.empty()) match.kind = MatchKind::Exact;
  match.source = source;
  match.target = target;
  match.confidence = unit.confidence;
  match.occurrences = unit.occurrences;
  return match;
}

std::optional<FuzzyMatch> Scorer::score(const TranslationUnit& unit, double min_score) const {
  const Variant* target = best_variant(unit, languages_->target);
  if (target == nullptr) return std::nullopt;
  std::optional<FuzzyMatch> best;
  for (const Variant& source : unit.variants) {
    if (source.language.primary() != languages_->source.primary() || source.text.empty()) continue;
    if (&source == target) continue;
    std::optional<FuzzyMatch> match = compare(unit, source, *target, min_score);
    if (match && (!best || match->score > best->score)) best = std::move(match);
  }
  return best;
}

bool is_better(const FuzzyMatch& a, const FuzzyMatch& b) noexcept {
  const bool a_context = a.kind == MatchKind::Context;
  const bool b_context = b.kind == MatchKind::Context;
  if (a_context != b_context) return a_context;
  if (a.score != b.score) return a.score > b.score;
  return a.row > b.row;
}

}  // namespace trujaman::memory

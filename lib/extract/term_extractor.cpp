#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

#include <trujaman/message.hpp>
#include <trujaman/term_extractor.hpp>

#include "base/unicode.hpp"
#include "extract/acronyms.hpp"
#include "extract/naming.hpp"
#include "extract/novelty.hpp"
#include "extract/phrase_pairs.hpp"
#include "extract/ranking.hpp"

namespace trujaman::inline v0 {
namespace {

using namespace extract;

constexpr std::size_t kMostContent = 8;

/// Puts the pairs of the source with each target together.
class Collector {
 public:
  Collector(std::span<const TranslationUnit> units, const LanguageTag& source,
            std::span<const LanguageTag> targets, const ExtractOptions& options)
      : units_(units), source_(source), targets_(targets), options_(&options) {}

  void add_pairs() {
    for (std::size_t t = 0; t < targets_.size(); ++t) add_pairs_with(t);
  }

  /// After add_pairs: most long forms have been found as phrases.
  void add_acronyms() {
    for (std::size_t t = 0; t < targets_.size(); ++t) {
      for (const AcronymPair& pair : pair_acronyms(units_, {source_, targets_[t]})) {
        add_acronym(pair, t);
      }
    }
  }

  std::vector<TermCandidate> finish() {
    for (TermCandidate& candidate : candidates_) {
      if (options_->glossary != nullptr) compare_with(*options_->glossary, candidate);
    }
    if (!options_->keep_known) {
      std::erase_if(candidates_, [](const TermCandidate& c) {
        return c.novelty == TermCandidate::Novelty::Known;
      });
    }
    std::sort(candidates_.begin(), candidates_.end(),
              [](const TermCandidate& a, const TermCandidate& b) {
                const auto order = [](const TermCandidate& c) {
                  return std::tie(c.terms[0].text, c.terms[1].text);
                };
                return a.score != b.score ? a.score > b.score : order(a) < order(b);
              });
    if (options_->limit > 0 && candidates_.size() > options_->limit) {
      candidates_.resize(options_->limit);
    }
    return std::move(candidates_);
  }

 private:
  void add_pairs_with(std::size_t target) {
    const LanguagePair languages{source_, targets_[target]};
    const std::vector<TranslationUnit> known = options_->glossary == nullptr
                                                   ? std::vector<TranslationUnit>()
                                                   : as_units(*options_->glossary, languages);
    const Progress progress = [&](double done) {
      const double all =
          (static_cast<double>(target) + done) / static_cast<double>(targets_.size());
      return !options_->progress || options_->progress(all);
    };
    const AlignedCorpus corpus(units_, known, languages, options_->min_count,
                               std::min(options_->max_words, kMostContent), progress);
    const std::vector<RankedPair> ranked = rank_pairs(corpus, options_->min_count);
    std::vector<PhrasePair> pairs;
    pairs.reserve(ranked.size());
    for (const RankedPair& r : ranked) pairs.push_back(r.pair);
    std::vector<NamedPair> named = name_pairs(corpus, units_, languages, pairs);
    for (std::size_t i = 0; i < named.size(); ++i) {
      const auto [it, fresh] =
          by_key_.try_emplace(corpus.source_phrases().key(pairs[i].source), candidates_.size());
      if (fresh) candidates_.push_back(empty_candidate(std::move(named[i].source)));
      TermCandidate& candidate = candidates_[it->second];
      candidate.terms[target + 1] = std::move(named[i].target);
      add_evidence(candidate, ranked[i].score, pairs[i].count);
    }
  }

  /// A candidate's score is the mean over the targets: one without an equivalent counts as 0.
  void add_evidence(TermCandidate& candidate, double score, std::size_t count) const {
    candidate.score += score / static_cast<double>(targets_.size());
    if (candidate.count == 0) candidate.count = count;
  }

  [[nodiscard]] TermCandidate empty_candidate(CandidateTerm source) const {
    TermCandidate candidate;
    candidate.terms.push_back(std::move(source));
    for (const LanguageTag& target : targets_) {
      candidate.terms.emplace_back();
      candidate.terms.back().language = target;
    }
    return candidate;
  }

  void add_acronym(const AcronymPair& pair, std::size_t target) {
    index_forms();
    const std::string key = base::fold(pair.source_long);
    auto it = by_form_.find(key);
    if (it == by_form_.end()) {
      it = by_form_.emplace(key, candidates_.size()).first;
      CandidateTerm source;
      source.language = source_;
      introduce(source, pair.source_long, pair, pair.source_span);
      candidates_.push_back(empty_candidate(std::move(source)));
    }
    TermCandidate& candidate = candidates_[it->second];
    CandidateTerm& equivalent = candidate.terms[target + 1];
    // A word that is not in the acronym may be only in this place: "produit intérieur brut mondial
    // (PIB)". But for that, what a text introduces outweighs what the words say.
    const std::string target_long = base::fold(pair.target_long);
    const bool found = std::ranges::any_of(equivalent.forms, [&](const TermForm& form) {
      return target_long.find(base::fold(form.text)) != std::string::npos;
    });
    if (!found) {
      if (equivalent.text.empty())
        add_evidence(candidate, introduced_score(pair.count), pair.count);
      introduce(equivalent, pair.target_long, pair, pair.target_span);
    }
    candidate.terms.front().acronym = pair.source;
    equivalent.acronym = pair.target;
  }

  static void introduce(CandidateTerm& term, const std::string& text, const AcronymPair& pair,
                        TextSpan span) {
    term.text = text;
    term.forms = {{text, pair.count}};
    term.example_unit = pair.example;
    term.example = span;
  }

  /// As much as a phrase of three words that stands by itself as often.
  static double introduced_score(std::size_t count) {
    return 1.0 - std::exp(-0.72 * std::log2(1.0 + static_cast<double>(count)));
  }

  void index_forms() {
    if (indexed_) return;
    indexed_ = true;
    for (std::size_t c = 0; c < candidates_.size(); ++c) {
      for (const TermForm& form : candidates_[c].terms.front().forms) {
        by_form_.emplace(base::fold(form.text), c);
      }
    }
  }

  std::span<const TranslationUnit> units_;
  LanguageTag source_;
  std::span<const LanguageTag> targets_;
  const ExtractOptions* options_;
  std::vector<TermCandidate> candidates_;
  std::unordered_map<std::uint64_t, std::size_t> by_key_;  ///< Of the source phrase.
  std::unordered_map<std::string, std::size_t> by_form_;   ///< Folded forms of the source term.
  bool indexed_ = false;
};

}  // namespace

std::string_view to_string(TermCandidate::Novelty novelty) noexcept {
  switch (novelty) {
    case TermCandidate::Novelty::New:
      return "new";
    case TermCandidate::Novelty::Differs:
      return "differs";
    case TermCandidate::Novelty::Known:
      return "known";
  }
  return "";
}

std::vector<TermCandidate> extract_terms(std::span<const TranslationUnit> units,
                                         const LanguageTag& source,
                                         std::span<const LanguageTag> targets,
                                         const ExtractOptions& options) {
  if (targets.empty()) {
    throw Error(Errc::InvalidArgument, message("no target language; name one at least"));
  }
  Collector collector(units, source, targets, options);
  collector.add_pairs();
  collector.add_acronyms();
  return collector.finish();
}

}  // namespace trujaman::inline v0

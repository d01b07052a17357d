/// Words of a source against words of a target: links of IBM model 1 with a preference for the
/// diagonal (Dyer, Chahuneau & Smith, *A simple, fast, and effective reparameterization of IBM
/// model 2*, 2013), and the contiguous target words that have most to do with a part of the source.
#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>
#include <vector>

#include <trujaman/word_aligner.hpp>

#include "align/learn.hpp"
#include "align/pipeline.hpp"
#include "align/unit_sides.hpp"
#include "base/local.hpp"
#include "base/stem.hpp"
#include "base/token.hpp"

namespace trujaman::inline v0 {
namespace {

using align::TypeId;

/// How fast links lose belief away from the diagonal.
constexpr double kDiagonal = 2.0;
/// What a target word must bring for a part to grow over it: words that nothing is known of are
/// taken in between known ones, not at the ends.
constexpr double kPrice = 0.02;
/// A word whose best link is weaker is not known to be rendered at all.
constexpr double kKnown = 0.1;

struct TextWord {
  TextSpan span;
  TypeId type = align::Vocabulary::npos;
};

std::vector<TextWord> words_of(std::string_view text, const LanguageTag& language,
                               const align::Vocabulary& vocabulary) {
  const base::Stemmer stemmer(language);
  std::vector<TextWord> out;
  for (const base::Token& token : base::tokenize(text)) {
    if (token.kind == base::TokenKind::Punctuation) continue;
    TextWord word{token.span};
    if (token.kind == base::TokenKind::Word) {
      word.type = vocabulary.find(stemmer.stem(text.substr(token.span.begin, token.span.size())));
    }
    out.push_back(word);
  }
  return out;
}

/// The stretch with the largest sum of values, at least one long (Kadane).
std::pair<std::size_t, std::size_t> best_stretch(const std::vector<double>& values) {
  std::pair<std::size_t, std::size_t> best{0, 0};
  double best_sum = 0.0;
  double sum = 0.0;
  std::size_t begin = 0;
  for (std::size_t k = 0; k < values.size(); ++k) {
    if (sum <= 0.0) {
      sum = 0.0;
      begin = k;
    }
    sum += values[k];
    if (sum > best_sum) {
      best_sum = sum;
      best = {begin, k + 1};
    }
  }
  return best;
}

/// How much of a link between word @p s of @p sources and word @p t of @p targets is believed,
/// where they stand in their texts.
double diagonal(std::size_t s, std::size_t sources, std::size_t t, std::size_t targets) {
  const double off = (static_cast<double>(s) + 0.5) / static_cast<double>(sources) -
                     (static_cast<double>(t) + 0.5) / static_cast<double>(targets);
  return std::exp(-kDiagonal * std::abs(off));
}

}  // namespace

struct TRUJAMAN_LOCAL WordAligner::Impl {
  LanguagePair languages;
  align::Prepared learned;

  [[nodiscard]] double link(std::string_view source_text, const TextWord& source,
                            std::string_view target_text, const TextWord& target) const {
    const auto raw = [](std::string_view text, const TextWord& word) {
      return text.substr(word.span.begin, word.span.size());
    };
    if (source.type == align::Vocabulary::npos || target.type == align::Vocabulary::npos) {
      // Numbers, and names that no example has.
      const std::string_view s = raw(source_text, source);
      const std::string_view t = raw(target_text, target);
      const std::string value = base::number_value(s);
      return s == t || (!value.empty() && value == base::number_value(t)) ? 0.9 : 0.0;
    }
    const auto links = learned.lexicon.links(source.type);
    const auto it =
        std::lower_bound(links.begin(), links.end(), target.type,
                         [](const align::Link& l, TypeId word) { return l.target < word; });
    if (it == links.end() || it->target != target.type) return 0.0;
    return std::sqrt(learned.lexicon.forward(source.type, *it, 0.0, 0.0) *
                     learned.lexicon.backward(*it, 0.0, 0.0));
  }
};

WordAligner::WordAligner(const LanguagePair& languages, std::span<const TranslationUnit> examples) {
  constexpr int kPasses = 2;  // the second begins with what the first learned
  const align::UnitSides sides = align::sides_of(examples, languages);
  const align::KnownTranslations known(languages, align::shipped_lexicon(languages));
  auto impl = std::make_unique<Impl>(
      Impl{languages, align::prepare(sides.source, sides.target, languages, known)});
  for (int pass = 0; pass < kPasses && !sides.beads.empty(); ++pass) {
    static_cast<void>(align::learn(impl->learned.source, impl->learned.target, sides.beads,
                                   impl->learned.lexicon));
  }
  impl_ = std::move(impl);
}
WordAligner::~WordAligner() = default;
WordAligner::WordAligner(WordAligner&&) noexcept = default;
WordAligner& WordAligner::operator=(WordAligner&&) noexcept = default;

std::optional<Counterpart> WordAligner::counterpart(std::string_view source, TextSpan part,
                                                    std::string_view target) const {
  const auto sources = words_of(source, impl_->languages.source, impl_->learned.source.vocabulary);
  const auto targets = words_of(target, impl_->languages.target, impl_->learned.target.vocabulary);
  const auto inside = [&](const TextWord& word) {
    return word.span.begin >= part.begin && word.span.end <= part.end;
  };
  // The best link of each target word into the part and out of it, and of each source word.
  std::vector<double> in(targets.size(), 0.0);
  std::vector<double> out(targets.size(), 0.0);
  std::vector<std::vector<double>> links(sources.size(), std::vector<double>(targets.size(), 0.0));
  for (std::size_t s = 0; s < sources.size(); ++s) {
    for (std::size_t t = 0; t < targets.size(); ++t) {
      links[s][t] = impl_->link(source, sources[s], target, targets[t]) *
                    diagonal(s, sources.size(), t, targets.size());
      double& best = inside(sources[s]) ? in[t] : out[t];
      best = std::max(best, links[s][t]);
    }
  }
  std::vector<double> values(targets.size());
  for (std::size_t t = 0; t < targets.size(); ++t) values[t] = in[t] - out[t] - kPrice;
  const auto [begin, end] = best_stretch(values);
  if (begin == end) return std::nullopt;
  const auto at = [](auto& v, std::size_t k) { return v.begin() + static_cast<std::ptrdiff_t>(k); };
  // Of what is known to be linked at all, how much is linked across.
  double source_all = 0.0;
  double source_in = 0.0;
  double target_all = 0.0;
  double target_in = 0.0;
  for (std::size_t s = 0; s < sources.size(); ++s) {
    if (!inside(sources[s])) continue;
    const double best = *std::max_element(links[s].begin(), links[s].end());
    source_all += std::max(best, kKnown);
    source_in += best < kKnown ? 0.0 : *std::max_element(at(links[s], begin), at(links[s], end));
  }
  for (std::size_t t = begin; t < end; ++t) {
    target_all += std::max({in[t], out[t], kKnown});
    target_in += in[t] >= out[t] ? in[t] : 0.0;
  }
  const double confidence = std::sqrt(source_in / source_all * target_in / target_all);
  return Counterpart{{targets[begin].span.begin, targets[end - 1].span.end}, confidence};
}

std::vector<WordLink> WordAligner::links(std::string_view source, std::string_view target,
                                         double least) const {
  const auto sources = words_of(source, impl_->languages.source, impl_->learned.source.vocabulary);
  const auto targets = words_of(target, impl_->languages.target, impl_->learned.target.vocabulary);
  std::vector<WordLink> out;
  for (std::size_t s = 0; s < sources.size(); ++s) {
    for (std::size_t t = 0; t < targets.size(); ++t) {
      const double link = impl_->link(source, sources[s], target, targets[t]);
      // The diagonal takes away, never adds.
      if (link <= 0.0 || link < least) continue;
      const double probability = link * diagonal(s, sources.size(), t, targets.size());
      if (probability < least) continue;
      out.push_back({sources[s].span, targets[t].span, probability});
    }
  }
  return out;
}

}  // namespace trujaman::inline v0

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include <trujaman/fragment.hpp>
#include <trujaman/word_aligner.hpp>

#include "base/token.hpp"
#include "base/unicode.hpp"

namespace trujaman::inline v0 {
namespace {

/// Units with a stretch that are looked at, newest first.
constexpr std::size_t kUnitsOfStretch = 32;
/// Units with each of a unit's other words: they show which target words belong to those.
constexpr std::size_t kUnitsOfWord = 6;
/// A stretch begins and ends with a word of so many letters: "de los", or the "y" at the end of "la
/// ley y", help nobody.
constexpr std::size_t kTellingWord = 4;

/// Words first … last of the text.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
};

class Finder {
 public:
  Finder(const Memory& memory, std::string_view text, const LanguagePair& languages,
         const FragmentOptions& options)
      : memory_(&memory), text_(text), languages_(&languages), options_(&options) {
    for (const base::Token& token : base::tokenize(text)) {
      if (token.kind != base::TokenKind::Punctuation) words_.push_back(token.span);
    }
  }

  /// Every stretch that is known, and not part of a longer one that is.
  [[nodiscard]] std::vector<Stretch> stretches() const {
    const std::size_t shortest = std::max<std::size_t>(options_->min_words, 1);
    std::vector<Stretch> out;
    std::size_t end = 0;
    for (std::size_t begin = 0; begin + shortest <= words_.size(); ++begin) {
      // What stands behind a known stretch's first word is known, too: the end never moves back.
      std::size_t reach = std::max(end, begin + shortest);
      if (reach > end && !known({begin, reach})) continue;
      while (reach < words_.size() && known({begin, reach + 1})) ++reach;
      if (reach == end) continue;  // part of the one before
      end = reach;
      const Stretch stretch = trimmed({begin, end});
      if (stretch.end - stretch.begin < shortest) continue;
      if (!out.empty() && stretch.end <= out.back().end) continue;  // part of it, without its ends
      out.push_back(stretch);
    }
    std::stable_sort(out.begin(), out.end(), [](const Stretch& a, const Stretch& b) {
      return a.end - a.begin > b.end - b.begin;
    });
    return out;
  }

  /// How a stretch was rendered most often.
  [[nodiscard]] std::optional<Fragment> rendering(const Stretch& stretch) const {
    const std::vector<ConcordanceHit> hits = concordance(span_of(stretch), kUnitsOfStretch);
    const WordAligner aligner(*languages_, examples(hits));
    std::map<std::string, Fragment> by_target;  // folded
    for (const ConcordanceHit& hit : hits) {
      const auto part = aligner.counterpart(hit.source.text, hit.hits.front(), hit.target.text);
      if (!part || part->confidence < options_->min_confidence) continue;
      const std::string key =
          base::fold(std::string_view(hit.target.text).substr(part->span.begin, part->span.size()));
      Fragment& fragment = by_target[key];
      if (fragment.units++ > 0 && fragment.confidence >= part->confidence) continue;
      fragment.span = span_of(stretch);
      fragment.row = hit.row;
      fragment.source = hit.source;
      fragment.source_span = hit.hits.front();
      fragment.target = hit.target;
      fragment.target_span = part->span;
      fragment.confidence = part->confidence;
    }
    const auto best = std::max_element(by_target.begin(), by_target.end(), [](auto& a, auto& b) {
      return worth(a.second) < worth(b.second);
    });
    if (best == by_target.end()) return std::nullopt;
    return best->second;
  }

 private:
  [[nodiscard]] static double worth(const Fragment& fragment) {
    return static_cast<double>(fragment.units) * fragment.confidence;
  }
  [[nodiscard]] TextSpan span_of(const Stretch& s) const {
    return {words_[s.begin].begin, words_[s.end - 1].end};
  }
  [[nodiscard]] std::vector<ConcordanceHit> concordance(TextSpan span, std::size_t limit) const {
    ConcordanceOptions options;
    options.limit = limit;
    return memory_->concordance(text_.substr(span.begin, span.size()), *languages_, options);
  }
  [[nodiscard]] bool known(const Stretch& stretch) const {
    return !concordance(span_of(stretch), 1).empty();
  }
  [[nodiscard]] bool telling(TextSpan word) const {
    return base::count_code_points(text_.substr(word.begin, word.size())) >= kTellingWord;
  }
  [[nodiscard]] Stretch trimmed(Stretch s) const {
    while (s.begin < s.end && !telling(words_[s.begin])) ++s.begin;
    while (s.begin < s.end && !telling(words_[s.end - 1])) --s.end;
    return s;
  }

  /// The units themselves, and some with each word of the first of them.
  [[nodiscard]] std::vector<TranslationUnit> examples(
      const std::vector<ConcordanceHit>& hits) const {
    std::map<std::int64_t, std::pair<Variant, Variant>> units;
    for (const ConcordanceHit& hit : hits) units[hit.row] = {hit.source, hit.target};
    constexpr std::size_t kUnitsExplained = 4;
    ConcordanceOptions few;
    few.limit = kUnitsOfWord;
    for (std::size_t h = 0; h < std::min(hits.size(), kUnitsExplained); ++h) {
      const std::string& text = hits[h].source.text;
      for (const base::Token& token : base::tokenize(text)) {
        if (token.kind != base::TokenKind::Word) continue;
        const auto word = std::string_view(text).substr(token.span.begin, token.span.size());
        if (base::count_code_points(word) < kTellingWord) continue;
        for (ConcordanceHit& hit : memory_->concordance(word, *languages_, few)) {
          units[hit.row] = {std::move(hit.source), std::move(hit.target)};
        }
      }
    }
    std::vector<TranslationUnit> out;
    for (auto& [row, sides] : units) {
      TranslationUnit unit;
      unit.variants = {std::move(sides.first), std::move(sides.second)};
      out.push_back(std::move(unit));
    }
    return out;
  }

  const Memory* memory_;
  std::string_view text_;
  const LanguagePair* languages_;
  const FragmentOptions* options_;
  std::vector<TextSpan> words_;
};

}  // namespace

std::vector<Fragment> find_fragments(const Memory& memory, std::string_view text,
                                     const LanguagePair& languages,
                                     const FragmentOptions& options) {
  const Finder finder(memory, text, languages, options);
  std::vector<Fragment> fragments;
  for (const Stretch& stretch : finder.stretches()) {
    if (fragments.size() >= options.limit) break;
    if (auto fragment = finder.rendering(stretch)) fragments.push_back(std::move(*fragment));
  }
  return fragments;
}

}  // namespace trujaman::inline v0

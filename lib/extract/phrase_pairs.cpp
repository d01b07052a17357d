#include "extract/phrase_pairs.hpp"

#include <algorithm>
#include <memory>
#include <unordered_map>

#include <trujaman/message.hpp>
#include <trujaman/word_aligner.hpp>

#include "extract/word_roles.hpp"

namespace trujaman::extract {
namespace {

constexpr std::size_t kReportEvery = 256;  // units

void report(const Progress& progress, double done) {
  if (progress && !progress(done)) throw Error(Errc::Cancelled, message("extraction was stopped"));
}

std::vector<TranslationUnit> joined(std::span<const TranslationUnit> a,
                                    std::span<const TranslationUnit> b) {
  std::vector<TranslationUnit> out(a.begin(), a.end());
  out.insert(out.end(), b.begin(), b.end());
  return out;
}

/// What a word is linked to: from the first word to the last.
struct Reach {
  std::uint16_t first = UINT16_MAX;
  std::uint16_t last = 0;

  void add(std::uint16_t word) noexcept {
    first = std::min(first, word);
    last = std::max(last, word);
  }
  void add(const Reach& other) noexcept {
    first = std::min(first, other.first);
    last = std::max(last, other.last);
  }
  [[nodiscard]] bool empty() const noexcept { return first > last; }
};

/// Words that may be linked.
bool is_linkable(const Corpus& corpus, const Word& word) {
  const WordClass kind = corpus.form(word.form).word_class;
  return kind == WordClass::Content || kind == WordClass::Number || kind == WordClass::Degree;
}

bool is_content(const Corpus& corpus, const Word& word) {
  return corpus.form(word.form).word_class == WordClass::Content;
}

/// No content word beside it.
bool is_free(const Corpus& corpus, std::span<const Word> words, const Phrase& phrase) {
  const bool left = phrase.begin > 0 && !words[phrase.begin].after_break &&
                    is_content(corpus, words[phrase.begin - 1]);
  const bool right = phrase.end < words.size() && !words[phrase.end].after_break &&
                     is_content(corpus, words[phrase.end]);
  return !left && !right;
}

/// Share of the words of two phrases that are linked to each other. What is linked to nothing on
/// either side is most likely linked to each other, as the rest of the phrases is.
float coverage(std::ptrdiff_t source_linked, std::ptrdiff_t source_all,
               std::ptrdiff_t target_linked, std::ptrdiff_t target_all) {
  constexpr float kBelief = 0.8F;
  const bool rest_is_less = 2 * source_linked >= source_all && 2 * target_linked >= target_all;
  const auto both =
      rest_is_less ? std::min(source_all - source_linked, target_all - target_linked) : 0;
  return (static_cast<float>(source_linked + target_linked) +
          2.0F * kBelief * static_cast<float>(both)) /
         static_cast<float>(source_all + target_all);
}

}  // namespace

AlignedCorpus::AlignedCorpus(std::span<const TranslationUnit> units,
                             std::span<const TranslationUnit> known, const LanguagePair& languages,
                             std::size_t min_count, std::size_t most_content,
                             const Progress& progress)
    : source_(languages.source), target_(languages.target) {
  constexpr double kLearning = 0.3;  // of the time
  constexpr double kLinking = 0.6;
  const auto sides = [&](const TranslationUnit& unit) {
    return std::pair(unit.find(languages.source), unit.find(languages.target));
  };
  for (std::size_t u = 0; u < units.size(); ++u) {
    const auto [source, target] = sides(units[u]);
    if (source == nullptr || target == nullptr) continue;
    if (source->text.empty() || target->text.empty()) continue;
    source_.add(source->text);
    target_.add(target->text);
    units_.push_back(u);
  }
  report(progress, 0.0);
  const WordAligner aligner =
      known.empty() ? WordAligner(languages, units) : WordAligner(languages, joined(units, known));
  for (std::size_t s = 0; s < units_.size(); ++s) {
    if (s % kReportEvery == 0) {
      report(progress,
             kLearning + kLinking * static_cast<double>(s) / static_cast<double>(units_.size()));
    }
    const auto [source, target] = sides(units[units_[s]]);
    links_.push_back(content_links(source_, target_, s, aligner.links(source->text, target->text)));
  }
  find_word_roles(source_, target_, links_);
  source_phrases_ = std::make_unique<const PhraseTable>(source_, min_count, most_content);
  target_phrases_ = std::make_unique<const PhraseTable>(target_, min_count, most_content);
  report(progress, 1.0);
}

void AlignedCorpus::for_each_facing(std::size_t segment,
                                    const std::function<void(const FacingPhrases&)>& visit) const {
  std::vector<KnownPhrase> sources;
  std::vector<KnownPhrase> targets;
  source_phrases_->find(segment, sources);
  target_phrases_->find(segment, targets);
  const auto source_words = source_.words(segment);
  const auto target_words = target_.words(segment);
  std::vector<Reach> of_source(source_words.size());
  std::vector<Reach> of_target(target_words.size());
  for (const ContentLink& link : links_[segment]) {
    of_source[link.source].add(link.target);
    of_target[link.target].add(link.source);
  }
  const auto reach = [](const std::vector<Reach>& words, const Phrase& phrase) {
    Reach out;
    for (std::size_t w = phrase.begin; w < phrase.end; ++w) {
      if (!words[w].empty()) out.add(words[w]);
    }
    return out;
  };
  const auto linked = [](const std::vector<Reach>& words, const Phrase& phrase) {
    return std::count_if(words.begin() + phrase.begin, words.begin() + phrase.end,
                         [](const Reach& r) { return !r.empty(); });
  };
  const auto linkable = [](const Corpus& corpus, std::span<const Word> words,
                           const Phrase& phrase) {
    return std::count_if(words.begin() + phrase.begin, words.begin() + phrase.end,
                         [&](const Word& w) { return is_linkable(corpus, w); });
  };
  const auto within = [](const Reach& r, const Phrase& phrase) {
    return r.first >= phrase.begin && r.last < phrase.end;
  };
  for (const KnownPhrase& source : sources) {
    const Reach there = reach(of_source, source.phrase);
    if (there.empty()) continue;
    for (const KnownPhrase& target : targets) {
      if (target.phrase.begin > there.first) break;
      if (!within(there, target.phrase)) continue;
      if (!within(reach(of_target, target.phrase), source.phrase)) continue;
      const auto source_linked = linked(of_source, source.phrase);
      const auto target_linked = linked(of_target, target.phrase);
      const auto source_all = linkable(source_, source_words, source.phrase);
      const auto target_all = linkable(target_, target_words, target.phrase);
      visit({source, target, coverage(source_linked, source_all, target_linked, target_all),
             is_free(source_, source_words, source.phrase) &&
                 is_free(target_, target_words, target.phrase)});
    }
  }
}

std::vector<PhrasePair> AlignedCorpus::pairs() const {
  std::unordered_map<std::uint64_t, PhrasePair> pairs;
  for (std::size_t s = 0; s < segments(); ++s) {
    for_each_facing(s, [&](const FacingPhrases& facing) {
      const std::uint64_t key = (std::uint64_t{facing.source.id} << 32U) | facing.target.id;
      PhrasePair& pair = pairs[key];
      pair.source = facing.source.id;
      pair.target = facing.target.id;
      ++pair.count;
      pair.free += facing.free ? 1 : 0;
      pair.coverage += facing.coverage;
    });
  }
  std::vector<PhrasePair> out;
  out.reserve(pairs.size());
  for (auto& [key, pair] : pairs) {
    pair.coverage /= static_cast<float>(pair.count);
    out.push_back(pair);
  }
  return out;
}

}  // namespace trujaman::extract

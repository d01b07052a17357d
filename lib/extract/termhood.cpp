#include "extract/termhood.hpp"

#include <algorithm>
#include <unordered_map>

namespace trujaman::extract {
namespace {

/// What a phrase loses by beginning or ending with light words, and by being two terms in one.
constexpr float kLight = 0.15F;
constexpr float kTwoTerms = 0.3F;
constexpr float kCoordinated = 0.7F;
/// … and what a term within it leaves to a phrase whose head is a general noun.
constexpr float kGeneralUse = 0.7F;
/// What modifies the head of a longer phrase (tasa de MORTALIDAD, MORTALITY rate) may be as good a
/// term as that one: counts by so much as standing within it. A head without its modifiers does
/// not.
constexpr float kModifier = 0.5F;
/// A phrase that stands within one longer phrase this often is that one's part.
constexpr float kPart = 0.6F;
/// Where content words nearly always go on, a phrase was cut too short: it loses so much.
constexpr float kOpenEnd = 0.7F;
/// More often than this behind a content word, a Spanish or French phrase begins amid a term.
constexpr float kAmid = 0.5F;

constexpr PhraseId kNoPhrase = UINT32_MAX;

/// What is counted of one phrase.
struct Counts {
  std::uint32_t nominal = 0;
  std::uint32_t content_left = 0;
  std::uint32_t content_right = 0;
  std::uint32_t containers = 0;
  float nested = 0.0F;         ///< Sum over containers.
  float container = 0.0F;      ///< The most frequent container's share of it.
  PhraseId first = kNoPhrase;  ///< Before its conjunction, and behind it.
  PhraseId second = kNoPhrase;
  std::uint32_t general_uses = 0;
  Phrase phrase;  ///< The last one's, and where it stood.
  std::size_t segment = 0;
};

class Measurer {
 public:
  Measurer(const Corpus& corpus, const PhraseTable& phrases)
      : corpus_(&corpus), phrases_(&phrases), counts_(phrases.size()) {}

  std::vector<Termhood> measure() {
    std::vector<KnownPhrase> found;
    for (std::size_t s = 0; s < corpus_->segments(); ++s) {
      phrases_->find(s, found);
      const std::span<const Word> words = corpus_->words(s);
      for (const KnownPhrase& known : found) {
        Counts& counts = counts_[known.id];
        counts.phrase = known.phrase;
        counts.segment = s;
        count_neighbours(words, known.phrase, counts);
        count_containers(words, known, found, counts);
        if (is_general_use(words, known.phrase, found)) ++counts.general_uses;
        if (known.phrase.coordinated) find_parts(words, known.phrase, found, counts);
      }
    }
    std::vector<Termhood> out;
    out.reserve(counts_.size());
    for (PhraseId id = 0; id < counts_.size(); ++id) out.push_back(judge(id));
    return out;
  }

 private:
  [[nodiscard]] WordClass word_class(const Word& word) const {
    return corpus_->form(word.form).word_class;
  }
  [[nodiscard]] const std::string& stem(const Word& word) const {
    return corpus_->form(word.form).stem;
  }
  [[nodiscard]] bool romance() const noexcept {
    return corpus_->grammar() == Grammar::Spanish || corpus_->grammar() == Grammar::French;
  }

  void count_neighbours(std::span<const Word> words, const Phrase& phrase, Counts& counts) const {
    if (phrase.begin > 0 && !words[phrase.begin].after_break) {
      const WordClass before = word_class(words[phrase.begin - 1]);
      if (is_preposition(before) || before == WordClass::Article ||
          before == WordClass::Determiner) {
        ++counts.nominal;
      }
      if (before == WordClass::Content || before == WordClass::Degree) ++counts.content_left;
    }
    if (phrase.end < words.size() && !words[phrase.end].after_break &&
        word_class(words[phrase.end]) == WordClass::Content &&
        !corpus_->form(words[phrase.end].form).barred) {
      ++counts.content_right;
    }
  }

  void count_containers(std::span<const Word> words, const KnownPhrase& known,
                        const std::vector<KnownPhrase>& found, Counts& counts) {
    const Phrase& phrase = known.phrase;
    for (const auto& [longer, longer_id] : found) {
      if (longer.begin > phrase.begin) break;
      if (longer.end < phrase.end || longer.coordinated) continue;
      if (longer.begin == phrase.begin && longer.end == phrase.end) continue;
      const float weight = is_modifier(words, phrase, longer) ? kModifier : 1.0F;
      std::uint32_t& times = within_[mix(known.id + 1, longer_id + 1)];
      if (++times == 1) ++counts.containers;
      counts.nested += weight;
      counts.container = std::max(counts.container, weight * static_cast<float>(times));
    }
  }

  [[nodiscard]] bool is_modifier(std::span<const Word> words, const Phrase& phrase,
                                 const Phrase& longer) const {
    if (longer.end == phrase.end && longer.begin < phrase.begin) {
      return word_class(words[phrase.begin - 1]) != WordClass::Content;
    }
    return !romance() && longer.begin == phrase.begin &&
           word_class(words[phrase.end]) == WordClass::Content;
  }

  /// Notes the phrases on either side of a conjunction.
  void find_parts(std::span<const Word> words, const Phrase& phrase,
                  const std::vector<KnownPhrase>& found, Counts& counts) const {
    std::size_t conjunction = phrase.begin;
    while (word_class(words[conjunction]) != WordClass::Conjunction) ++conjunction;
    std::size_t second = conjunction + 1;
    if (word_class(words[second]) == WordClass::Article) ++second;
    for (const KnownPhrase& k : found) {
      if (k.phrase.begin == phrase.begin && k.phrase.end == conjunction) counts.first = k.id;
      if (k.phrase.begin == second && k.phrase.end == phrase.end) counts.second = k.id;
    }
  }

  /// "ciudades y asentamientos humanos": both parts are terms of their own, and not both are single
  /// words (mujeres y niñas). In "cultural and natural heritage" the first is an adjective.
  [[nodiscard]] bool is_two_terms(const Counts& counts) const {
    if (counts.first == kNoPhrase || counts.second == kNoPhrase) return false;
    const Counts& first = counts_[counts.first];
    if (counts_[counts.second].phrase.content > 1) {
      return romance() || 2 * first.content_right < phrases_->count(counts.first);
    }
    return !romance() && first.phrase.content > 1;
  }

  /// "acceso a los servicios básicos": a general noun with a term that stands by itself.
  [[nodiscard]] bool is_general_use(std::span<const Word> words, const Phrase& phrase,
                                    const std::vector<KnownPhrase>& found) const {
    std::size_t at = phrase.begin + 1;
    if (at >= phrase.end || !is_preposition(word_class(words[at]))) return false;
    if (!is_general_noun(corpus_->grammar(), stem(words[phrase.begin]))) return false;
    ++at;
    if (at < phrase.end && word_class(words[at]) == WordClass::Article) ++at;
    return std::any_of(found.begin(), found.end(), [&](const KnownPhrase& k) {
      return k.phrase.begin == at && k.phrase.end == phrase.end && k.phrase.content > 1;
    });
  }

  [[nodiscard]] Termhood judge(PhraseId id) const {
    const Counts& counts = counts_[id];
    const auto count = static_cast<float>(phrases_->count(id));
    Termhood out;
    out.content = counts.phrase.content;
    out.nominal = (static_cast<float>(counts.nominal) + 1.0F) / (count + 2.0F);
    out.independent = count;
    if (counts.containers > 0) {
      // C-value's mean over the longer phrases, and the one that takes most of it.
      const float mean = counts.nested / static_cast<float>(counts.containers);
      out.independent -=
          std::max(mean, counts.container >= kPart * count ? counts.container : 0.0F);
    }
    out.worth = worth_of_words(corpus_->words(counts.segment), counts.phrase);
    const float left = static_cast<float>(counts.content_left) / count;
    const float right = static_cast<float>(counts.content_right) / count;
    if (counts.phrase.content > 1) {
      if (romance() && left > kAmid) out.worth = 0.0F;
      out.worth *= 1.0F - kOpenEnd * right;
    } else {
      out.general = is_general_noun(corpus_->grammar(),
                                    stem(corpus_->words(counts.segment)[counts.phrase.begin]));
    }
    if (counts.general_uses > 0) out.worth *= kGeneralUse;
    if (counts.phrase.coordinated) out.worth *= is_two_terms(counts) ? kTwoTerms : kCoordinated;
    return out;
  }

  [[nodiscard]] float worth_of_words(std::span<const Word> words, const Phrase& phrase) const {
    const Grammar grammar = corpus_->grammar();
    const bool light = is_light_adjective(grammar, stem(words[phrase.begin])) ||
                       is_light_adjective(grammar, stem(words[phrase.end - 1]));
    const float worth = light ? kLight : 1.0F;
    if (phrase.end - phrase.begin == 1) {
      return is_light_noun(grammar, stem(words[phrase.begin])) ? kLight : worth;
    }
    // "número de países", "number 7": the noun before the first preposition or number.
    for (std::size_t w = phrase.begin; w + 1 < phrase.end; ++w) {
      const WordClass next = word_class(words[w + 1]);
      if (!is_preposition(next) && next != WordClass::Number) continue;
      return is_light_noun(grammar, stem(words[w])) ? kLight * worth : worth;
    }
    return worth;
  }

  const Corpus* corpus_;
  const PhraseTable* phrases_;
  std::vector<Counts> counts_;
  std::unordered_map<std::uint64_t, std::uint32_t> within_;
};

}  // namespace

std::vector<Termhood> measure_termhood(const Corpus& corpus, const PhraseTable& phrases) {
  return Measurer(corpus, phrases).measure();
}

}  // namespace trujaman::extract

#include "extract/naming.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "base/unicode.hpp"

namespace trujaman::extract {
namespace {

/// Examples are best about as long as this, in bytes: enough context, no paragraph.
constexpr std::size_t kGoodExample = 120;
/// A singular is preferred when it was seen at least this share as often as the most frequent form.
constexpr double kPreferred = 0.2;

/// Counts of the forms of one term.
struct Tally {
  std::map<std::string, std::size_t> forms;
  std::size_t unit = 0;
  TextSpan example;
};

struct Gathered {
  Tally source;
  Tally target;
  std::size_t distance = SIZE_MAX;  ///< How far the example's length is from a good one.
};

TextSpan span_of(std::span<const Word> words, const Phrase& phrase) {
  return {words[phrase.begin].begin, words[phrase.end - 1].end};
}

/// The phrase as it stands, but for the capital that any word has at the start of a segment.
std::string form_of(const Corpus& corpus, std::span<const Word> words, const Phrase& phrase,
                    std::string_view text) {
  const TextSpan span = span_of(words, phrase);
  std::string form(text.substr(span.begin, span.size()));
  const bool later_capital =
      std::any_of(words.begin() + phrase.begin + 1, words.begin() + phrase.end,
                  [](const Word& w) { return w.capital; });
  if (phrase.begin > 0 || later_capital) return form;
  const Form& first_word = corpus.form(words[0].form);
  if (first_word.acronym || first_word.is_capitalised()) return form;
  std::size_t first = 0;
  static_cast<void>(base::next_code_point(form, first));
  return base::to_lower(form.substr(0, first)) + form.substr(first);
}

/// Capitals are kept where most places have them.
bool fewer_capitals(const std::string& a, const std::string& b) {
  return base::to_lower(a) == a && base::to_lower(b) != b;
}

CandidateTerm tallied(const LanguageTag& language, const Tally& tally) {
  CandidateTerm term;
  term.language = language;
  term.example_unit = tally.unit;
  term.example = tally.example;
  for (const auto& [text, count] : tally.forms) term.forms.push_back({text, count});
  std::stable_sort(term.forms.begin(), term.forms.end(),
                   [](const TermForm& a, const TermForm& b) { return a.count > b.count; });
  return term;
}

/// The most frequent form, without regard to capitals; of those, the one with as few capitals as
/// half of its places allow.
std::string with_usual_capitals(const CandidateTerm& term, const std::string& lower) {
  const TermForm* best = nullptr;
  for (const TermForm& form : term.forms) {
    if (base::to_lower(form.text) != lower) continue;
    if (best == nullptr ||
        (2 * form.count >= best->count && fewer_capitals(form.text, best->text))) {
      best = &form;
    }
  }
  return best->text;
}

/// The forms in lower case with their counts, the most frequent first.
std::vector<TermForm> lower_forms(const CandidateTerm& term) {
  std::map<std::string, std::size_t> counts;
  for (const TermForm& form : term.forms) counts[base::to_lower(form.text)] += form.count;
  std::vector<TermForm> out;
  for (const auto& [text, count] : counts) out.push_back({text, count});
  std::stable_sort(out.begin(), out.end(),
                   [](const TermForm& a, const TermForm& b) { return a.count > b.count; });
  return out;
}

/// The singular among @p forms: the shortest, where it is seen often enough.
const TermForm& singular(const std::vector<TermForm>& forms) {
  const auto enough = static_cast<double>(forms.front().count) * kPreferred;
  const TermForm* best = &forms.front();
  for (const TermForm& form : forms) {
    if (static_cast<double>(form.count) >= enough && form.text.size() < best->text.size()) {
      best = &form;
    }
  }
  return *best;
}

bool looks_plural(const std::string& lower) {
  // Of the whole or of its head, which is the first word but in English.
  const std::string_view first = std::string_view(lower).substr(0, lower.find(' '));
  return lower.ends_with('s') || first.ends_with('s') || first.ends_with('x');
}

/// Decides what to cite: the singulars of both, or the most frequent forms of both, so that they
/// agree in number.
void cite(CandidateTerm& source, CandidateTerm& target) {
  const std::vector<TermForm> source_forms = lower_forms(source);
  const std::vector<TermForm> target_forms = lower_forms(target);
  const TermForm* s = &singular(source_forms);
  const TermForm* t = &singular(target_forms);
  if (looks_plural(s->text) != looks_plural(t->text)) {
    s = &source_forms.front();
    t = &target_forms.front();
  }
  source.text = with_usual_capitals(source, s->text);
  target.text = with_usual_capitals(target, t->text);
}

}  // namespace

std::vector<NamedPair> name_pairs(const AlignedCorpus& corpus,
                                  std::span<const TranslationUnit> units,
                                  const LanguagePair& languages,
                                  std::span<const PhrasePair> wanted) {
  std::unordered_map<std::uint64_t, std::size_t> index;
  const auto key = [](PhraseId source, PhraseId target) {
    return (std::uint64_t{source} << 32U) | target;
  };
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    index.emplace(key(wanted[i].source, wanted[i].target), i);
  }
  std::vector<Gathered> gathered(wanted.size());
  for (std::size_t s = 0; s < corpus.segments(); ++s) {
    const TranslationUnit& unit = units[corpus.unit(s)];
    const std::string& source = unit.find(languages.source)->text;
    const std::string& target = unit.find(languages.target)->text;
    corpus.for_each_facing(s, [&](const FacingPhrases& facing) {
      const auto it = index.find(key(facing.source.id, facing.target.id));
      if (it == index.end()) return;
      Gathered& g = gathered[it->second];
      const auto source_words = corpus.source().words(s);
      const auto target_words = corpus.target().words(s);
      ++g.source.forms[form_of(corpus.source(), source_words, facing.source.phrase, source)];
      ++g.target.forms[form_of(corpus.target(), target_words, facing.target.phrase, target)];
      const std::size_t distance =
          std::max(source.size(), kGoodExample) - std::min(source.size(), kGoodExample);
      if (distance >= g.distance) return;
      g.distance = distance;
      g.source.unit = g.target.unit = corpus.unit(s);
      g.source.example = span_of(source_words, facing.source.phrase);
      g.target.example = span_of(target_words, facing.target.phrase);
    });
  }
  std::vector<NamedPair> out;
  for (const Gathered& g : gathered) {
    NamedPair pair{tallied(languages.source, g.source), tallied(languages.target, g.target)};
    cite(pair.source, pair.target);
    out.push_back(std::move(pair));
  }
  return out;
}

}  // namespace trujaman::extract

#include "extract/word_roles.hpp"

#include <algorithm>

namespace trujaman::extract {
namespace {

float share(std::uint32_t part, std::uint32_t whole) {
  return static_cast<float>(part) / static_cast<float>(whole);
}

std::uint32_t at(const Neighbours& neighbours, WordClass kind) {
  return neighbours[static_cast<std::size_t>(kind)];
}

/// A verb stands before an article or determiner, where a noun needs a preposition between, and
/// behind what stands before verbs only.
float verb_by_neighbours(const Form& form) {
  // One sight more than there was: a single one proves nothing.
  constexpr float kBeforeDeterminer = 0.4F;
  constexpr float kBehindPreverbal = 0.5F;
  constexpr float kNominal = 0.3F;
  const std::uint32_t nominal = at(form.left, WordClass::Article) +
                                at(form.left, WordClass::Determiner) +
                                at(form.left, WordClass::Contraction);
  if (share(nominal, form.count) >= kNominal) return 0.0F;
  const std::uint32_t determined =
      at(form.right, WordClass::Article) + at(form.right, WordClass::Determiner);
  if (share(determined, form.count + 1) >= kBeforeDeterminer) return 1.0F;
  if (share(at(form.left, WordClass::Preverbal), form.count) >= kBehindPreverbal) return 1.0F;
  return 0.0F;
}

std::uint32_t nominal_places(const Form& form) {
  return at(form.left, WordClass::Article) + at(form.left, WordClass::Determiner) +
         at(form.left, WordClass::Contraction);
}

float verb_by_ending(const Form& form) {
  constexpr float kNominal = 0.3F;
  if (!form.infinitive) return 0.0F;
  // "del hogar", "planificación familiar": nouns stand behind articles, adjectives behind nouns.
  const std::uint32_t nominal =
      at(form.left, WordClass::Article) + at(form.left, WordClass::Determiner) +
      at(form.left, WordClass::Contraction) + at(form.left, WordClass::Content);
  return share(nominal, form.count) < kNominal ? 1.0F : 0.0F;
}

/// "Vaya a Herramientas", "Consulte la sección": it begins nearly every segment it stands in, and
/// goes on with a preposition or an article.
float verb_by_place(const Form& form) {
  constexpr float kNearlyAlways = 0.85F;
  constexpr std::uint32_t kSeveral = 8;
  const std::uint32_t goes_on = form.before_complement + at(form.right, WordClass::Article) +
                                at(form.right, WordClass::Determiner);
  return form.count >= kSeveral && share(form.left[kBreak], form.count) >= kNearlyAlways &&
                 share(goes_on, form.count) >= 0.5F
             ? 1.0F
             : 0.0F;
}

void recognize_by_itself(Corpus& corpus) {
  for (FormId id = 0; id < corpus.forms(); ++id) {
    Form& form = corpus.form(id);
    if (form.word_class != WordClass::Content || form.acronym) continue;
    form.verb = std::max({verb_by_neighbours(form), verb_by_ending(form), verb_by_place(form)});
  }
}

/// What is said of a form by the words that it is linked to or coordinated with.
struct Votes {
  float verb = 0.0F;
  float all = 0.0F;

  void add(float is_verb, float weight = 1.0F) noexcept {
    verb += weight * is_verb;
    all += weight;
  }
};

void vote_by_coordination(const Corpus& corpus, std::vector<Votes>& votes) {
  constexpr float kCoordinated = 2.0F;  // as much as two links
  for (std::size_t segment = 0; segment < corpus.segments(); ++segment) {
    const std::span<const Word> words = corpus.words(segment);
    for (std::size_t w = 1; w + 1 < words.size(); ++w) {
      if (words[w].after_break || words[w + 1].after_break) continue;
      if (corpus.form(words[w].form).word_class != WordClass::Conjunction) continue;
      // "promover y proteger": what a verb is coordinated with is a verb; but what stands before
      // "y abordar" may be the end of anything.
      const float verb = corpus.form(words[w - 1].form).verb;
      if (verb > 0.0F) votes[words[w + 1].form].add(verb, kCoordinated);
    }
  }
}

/// What most of a form's votes say, where nothing is known of it by itself.
void take_votes(Corpus& corpus, const std::vector<Votes>& votes) {
  constexpr float kMost = 0.6F;
  constexpr float kNominal = 0.2F;
  for (FormId id = 0; id < corpus.forms(); ++id) {
    Form& form = corpus.form(id);
    if (form.word_class != WordClass::Content || form.acronym) continue;
    if (votes[id].all <= 0.0F || votes[id].verb / votes[id].all < kMost) continue;
    if (share(nominal_places(form), form.count) < kNominal) form.verb = 1.0F;
  }
}

/// "en consonancia con", "by means of": a noun that is nearly always half a preposition.
bool is_prepositional(const Form& form) {
  constexpr float kNearlyAlways = 0.7F;
  const std::uint32_t before =
      at(form.right, WordClass::Preposition) + at(form.right, WordClass::Contraction);
  return form.count > 1 && share(form.after_adverbial, form.count) >= kNearlyAlways &&
         share(before, form.count) >= kNearlyAlways;
}

/// "la mortalidad atribuida a": a participle behind its noun that needs a complement.
bool is_incomplete(const Form& form) {
  constexpr float kMostly = 0.5F;
  return form.participle && form.count > 1 &&
         share(form.before_complement, form.count) >= kMostly &&
         share(at(form.left, WordClass::Content), form.count) >= kMostly;
}

void bar(Corpus& corpus) {
  for (FormId id = 0; id < corpus.forms(); ++id) {
    Form& form = corpus.form(id);
    if (form.word_class != WordClass::Content || form.acronym) continue;
    form.barred = form.verb >= 0.5F || is_prepositional(form) || is_incomplete(form);
  }
}

}  // namespace

void find_word_roles(Corpus& source, Corpus& target,
                     std::span<const std::vector<ContentLink>> links) {
  constexpr int kRounds = 2;  // the second hears what the first found
  recognize_by_itself(source);
  recognize_by_itself(target);
  for (int round = 0; round < kRounds; ++round) {
    std::vector<Votes> source_votes(source.forms());
    std::vector<Votes> target_votes(target.forms());
    for (std::size_t segment = 0; segment < links.size(); ++segment) {
      for (const ContentLink& link : links[segment]) {
        const FormId s = source.words(segment)[link.source].form;
        const FormId t = target.words(segment)[link.target].form;
        source_votes[s].add(target.form(t).verb);
        target_votes[t].add(source.form(s).verb);
      }
    }
    vote_by_coordination(source, source_votes);
    vote_by_coordination(target, target_votes);
    take_votes(source, source_votes);
    take_votes(target, target_votes);
  }
  bar(source);
  bar(target);
}

}  // namespace trujaman::extract

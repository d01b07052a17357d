#include "terms/index.hpp"

#include <functional>
#include <map>
#include <numeric>
#include <utility>

#include "base/stem.hpp"

namespace trujaman::terms {
namespace {

/// The stemmer of @p language that belongs to this thread: Snowball's keep state.
const base::Stemmer& stemmer_of(const LanguageTag& language) {
  thread_local std::map<std::string, base::Stemmer, std::less<>> stemmers;
  const auto known = stemmers.find(language.primary());
  if (known != stemmers.end()) return known->second;
  return stemmers.emplace(language.primary(), base::Stemmer(language)).first->second;
}

/// Is @p token the acronym @p text, or one of them the other with a plural s?
bool is_acronym(std::string_view token, std::string_view text) noexcept {
  const bool shorter = token.size() < text.size();
  const std::string_view stem = shorter ? token : text;
  const std::string_view longer = shorter ? text : token;
  return longer.starts_with(stem) && (longer.size() == stem.size() ||
                                      (longer.size() == stem.size() + 1 && longer.back() == 's'));
}

std::size_t hash(std::string_view s) noexcept {
  return std::hash<std::string_view>{}(s);
}

// What is longer is a text, and the recognizer goes a call deeper with each word.
constexpr std::size_t kMostWords = 1000;

constexpr char mark_of(WordKind kind) noexcept {
  switch (kind) {
    case WordKind::Ordinary:
      return 'w';
    case WordKind::Function:
      return 'f';
    case WordKind::Number:
      return 'n';
    case WordKind::Acronym:
      return 'a';
  }
  return ' ';
}

}  // namespace

LanguageIndex::LanguageIndex(const LanguageTag& language)
    : language_(language.primary()), inflection_(inflection_of(language)) {}

std::string LanguageIndex::stem_key(std::string_view token) const {
  return "~" + stemmer_of(language_).stem(token);
}

// Building ---------------------------------------------------------------------------------------

void LanguageIndex::add(const Term& term, std::uint32_t concept_index, std::uint32_t term_index) {
  Entry entry;
  entry.concept_index = concept_index;
  entry.term_index = term_index;
  entry.status = term.status;
  entry.adjective = term.part_of_speech == "adjective";
  for (const Pattern& pattern : patterns_of(term, inflection_)) {
    if (pattern.words.size() <= kMostWords) add_pattern(pattern, term, entry);
  }
}

void LanguageIndex::add_pattern(const Pattern& pattern, const Term& term, Entry entry) {
  const std::vector<PatternWord>& words = pattern.words;
  std::size_t head = 0;
  while (head + 1 < words.size() && words[head].kind == WordKind::Function) ++head;
  const WordKey& head_key = words[head].key;
  const std::string_view next =
      head + 1 < words.size() ? std::string_view(words[head + 1].key.folded) : std::string_view();
  entry.words = static_cast<std::uint16_t>(words.size());
  entry.head = static_cast<std::uint16_t>(head);
  entry.whole = pattern.whole;
  entry.acronym = words[head].kind == WordKind::Acronym;
  entry.capitalised = count_content_words(pattern) == 1 && head_key.shape == Shape::Capital;
  entry.common_gender = has_common_gender(inflection_, head_key.folded);
  entry.verb = words[head].kind == WordKind::Ordinary &&
               (term.part_of_speech == "verb" ||
                (words.size() > 1 && may_be_infinitive(inflection_, head_key.folded, next)));
  entry.gaps = static_cast<std::uint32_t>(gaps_.size());
  gaps_.insert(gaps_.end(), pattern.gaps.begin(), pattern.gaps.end());
  if (!pattern.closing.empty() || !pattern.opening.empty()) {
    entry.closing = static_cast<std::uint32_t>(marks_.size());
    marks_.push_back(pattern.closing);
    marks_.push_back(pattern.opening);
  }
  if (pattern.whole && !entry.acronym) {
    ++terms_;
    const Shape first = words.front().key.shape;
    capitalised_ += first == Shape::Lower ? 0 : 1;
  }

  NodeId node = kRoot;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const WordId id = word_id(words[i]);
    if (entry.verb && i == head) words_[id].verb = true;
    const auto fresh = static_cast<NodeId>(nodes_.size());
    nodes_[node].inner = true;
    node = children_.insert(edge(node, id), fresh);
    if (node == fresh) nodes_.emplace_back();
  }
  entry.next = nodes_[node].entry;
  nodes_[node].entry = static_cast<std::uint32_t>(entries_.size());
  entries_.push_back(entry);
}

WordId LanguageIndex::word_id(const PatternWord& word) {
  name_.assign(1, mark_of(word.kind));
  name_ += word.kind == WordKind::Acronym  ? word.text
           : word.kind == WordKind::Number ? word.key.folded
                                           : word.key.lower;
  const auto [it, fresh] = ids_.try_emplace(name_, static_cast<WordId>(words_.size()));
  if (fresh) {
    words_.push_back({word.key, word.kind, {}, false});
    if (word.kind == WordKind::Acronym) words_.back().text = word.text;
  }
  return it->second;
}

void LanguageIndex::add_form(std::string_view form, WordId word, Relation relation) {
  const Word& of = words_[word];
  const bool plain = of.kind != WordKind::Acronym && !of.key.accented;
  forms_.push_back({static_cast<std::uint32_t>(letters_.size()),
                    static_cast<std::uint32_t>(form.size()), word, relation,
                    of.kind == WordKind::Function, plain});
  letters_ += form;
}

void LanguageIndex::add_forms(WordId id, Forms& scratch) {
  const Word& word = words_[id];
  const std::string& folded = word.key.folded;
  switch (word.kind) {
    case WordKind::Number:
      return add_form(folded, id, Relation::Same);
    case WordKind::Function:
      scratch.clear();
      scratch.add(folded, Relation::Same);
      add_article_forms(inflection_, folded, scratch);
      for (const Form& form : scratch.all()) add_form(form.folded, id, form.relation);
      return;
    case WordKind::Acronym:
      add_form(folded, id, Relation::Same);
      add_form(folded + "s", id, Relation::Number);
      if (folded.size() > 2 && word.text.ends_with('s')) {
        add_form(std::string_view(folded).substr(0, folded.size() - 1), id, Relation::Number);
      }
      return;
    case WordKind::Ordinary:
      break;
  }
  scratch.clear();
  add_noun_forms(inflection_, word.key, scratch);
  if (word.verb) add_verb_forms(inflection_, word.key, scratch);
  for (const Form& form : scratch.all()) add_form(form.folded, id, form.relation);
  if (inflection_ == Inflection::Other) {
    add_form(stem_key(word.key.lower), id, Relation::Number);
  }
}

void LanguageIndex::finish() {
  Forms scratch;
  roots_.resize(words_.size());
  for (WordId id = 0; id < words_.size(); ++id) {
    roots_[id] = children_.find(edge(kRoot, id));
    add_forms(id, scratch);
  }
  sort_forms();
  ids_ = {};
}

/// Lays the forms of a bucket side by side, and buckets_ over them.
void LanguageIndex::sort_forms() {
  std::size_t size = 16;
  while (size < 2 * forms_.size()) size *= 2;
  std::vector<std::uint32_t> bucket_of;
  bucket_of.reserve(forms_.size());
  buckets_.assign(size + 1, 0);
  for (const FormRecord& form : forms_) {
    bucket_of.push_back(static_cast<std::uint32_t>(hash(letters_of(form)) & (size - 1)));
    ++buckets_[bucket_of.back() + 1];
  }
  std::partial_sum(buckets_.begin(), buckets_.end(), buckets_.begin());
  std::vector<std::uint32_t> end = buckets_;
  std::vector<FormRecord> sorted(forms_.size());
  for (std::size_t i = 0; i < forms_.size(); ++i) sorted[end[bucket_of[i]]++] = forms_[i];
  forms_ = std::move(sorted);
}

// Finding ----------------------------------------------------------------------------------------

std::size_t LanguageIndex::bucket_of(const WordKey& key) const noexcept {
  return hash(key.folded) & (buckets_.size() - 2);
}

void LanguageIndex::prefetch_forms(std::span<const std::size_t> buckets) const noexcept {
  for (const std::size_t b : buckets) __builtin_prefetch(&buckets_[b]);
  for (const std::size_t b : buckets) __builtin_prefetch(forms_.data() + buckets_[b]);
  for (const std::size_t b : buckets) {
    if (buckets_[b] == buckets_[b + 1]) continue;
    __builtin_prefetch(letters_.data() + forms_[buckets_[b]].offset);
  }
}

void LanguageIndex::prefetch_first(std::span<const Candidate> words) const noexcept {
  for (const Candidate& c : words) __builtin_prefetch(&roots_[c.word]);
  for (const Candidate& c : words) {
    if (roots_[c.word] != kNoNode) __builtin_prefetch(&nodes_[roots_[c.word]]);
  }
  for (const Candidate& c : words) {
    if (roots_[c.word] == kNoNode) continue;
    const std::uint32_t entry = nodes_[roots_[c.word]].entry;
    if (entry != FlatMap::kNone) __builtin_prefetch(&entries_[entry]);
  }
}

void LanguageIndex::prefetch_second(const Candidate& first, const Candidate& next) const noexcept {
  const NodeId node = roots_[first.word];
  if (node != kNoNode && nodes_[node].inner) children_.prefetch(edge(node, next.word));
}

template <typename Use>
void LanguageIndex::for_each_form(std::string_view form, Use use) const {
  const std::size_t bucket = hash(form) & (buckets_.size() - 2);
  for (std::uint32_t i = buckets_[bucket]; i < buckets_[bucket + 1]; ++i) {
    if (letters_of(forms_[i]) == form) use(forms_[i]);
  }
}

void LanguageIndex::find(std::string_view token, const WordKey& key, const TextTraits& traits,
                         std::vector<Candidate>& out) const {
  const std::size_t first = out.size();
  // A short word in capitals is an acronym, not an inflected word: AIDS is no plural of aid.
  constexpr std::size_t kLongestAcronym = 5;
  const bool uninflected =
      key.shape == Shape::AllCapitals && !traits.shouted && key.folded.size() <= kLongestAcronym;
  const auto use = [&](const FormRecord& record) {
    AccentMatch accents = AccentMatch::Agree;
    if (!record.plain && words_[record.word].kind == WordKind::Acronym) {
      if (!is_acronym(token, words_[record.word].text)) return;
    } else {
      if (uninflected && record.relation != Relation::Same) return;
      if (!record.plain || key.accented) {
        accents = match_accents(inflection_, words_[record.word].key, key, record.relation,
                                traits.accented);
      }
    }
    if (accents == AccentMatch::Differ) return;
    out.push_back({record.word, record.relation, accents, record.function, 1});
  };
  for_each_form(key.folded, use);
  if (inflection_ != Inflection::Other) return;
  // One stem is all we know of these languages; a word that was found as it is needs none.
  for_each_form(stem_key(token), [&](const FormRecord& record) {
    for (std::size_t i = first; i < out.size(); ++i) {
      if (out[i].word == record.word) return;
    }
    out.push_back({record.word, record.relation, AccentMatch::Agree, false, 1});
  });
}

void LanguageIndex::find_number(std::string_view number, std::vector<Candidate>& out) const {
  for_each_form(number_key(number), [&](const FormRecord& record) {
    out.push_back({record.word, Relation::Same, AccentMatch::Agree, false, 1});
  });
}

}  // namespace trujaman::terms

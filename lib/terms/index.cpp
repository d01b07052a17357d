#include "terms/index.hpp"

#include <functional>
#include <map>
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

std::size_t hash(std::string_view s) noexcept {
  return std::hash<std::string_view>{}(s);
}

constexpr std::size_t kMostWords = 0xFFFF;  // Entry counts them in 16 bits

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
  entry.adjective = term.part_of_speech == "adjective";
  for (const Pattern& pattern : patterns_of(term, inflection_)) {
    if (pattern.words.size() <= kMostWords) add_pattern(pattern, term, entry);
  }
}

void LanguageIndex::add_pattern(const Pattern& pattern, const Term& term, Entry entry) {
  const std::vector<PatternWord>& words = pattern.words;
  std::size_t head = 0;
  while (head + 1 < words.size() && words[head].kind == WordKind::Function) ++head;
  const WordKey head_key = make_key(words[head].text);
  const std::string next =
      head + 1 < words.size() ? make_key(words[head + 1].text).folded : std::string();
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
    const Shape first = make_key(words.front().text).shape;
    capitalised_ += first == Shape::Lower ? 0 : 1;
  }

  NodeId node = kRoot;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const WordId id = word_id(words[i]);
    if (entry.verb && i == head) words_[id].verb = true;
    const auto fresh = static_cast<NodeId>(first_.size());
    node = children_.insert(std::uint64_t{node} << 32U | id, fresh);
    if (node == fresh) first_.push_back(FlatMap::kNone);
  }
  entry.next = first_[node];
  first_[node] = static_cast<std::uint32_t>(entries_.size());
  entries_.push_back(entry);
}

WordId LanguageIndex::word_id(const PatternWord& word) {
  WordKey key = make_key(word.text);
  std::string name(1, mark_of(word.kind));
  if (word.kind == WordKind::Number) key.folded = number_key(word.text);
  name += word.kind == WordKind::Acronym  ? word.text
          : word.kind == WordKind::Number ? key.folded
                                          : key.lower;
  const auto [it, fresh] = ids_.try_emplace(std::move(name), static_cast<WordId>(words_.size()));
  if (fresh) {
    words_.push_back({std::move(key), word.kind, {}, false});
    if (word.kind == WordKind::Acronym) words_.back().text = word.text;
  }
  return it->second;
}

void LanguageIndex::add_form(std::string_view form, WordId word, Relation relation) {
  forms_.push_back({static_cast<std::uint32_t>(letters_.size()),
                    static_cast<std::uint32_t>(form.size()), word, FlatMap::kNone, relation});
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
  for (WordId id = 0; id < words_.size(); ++id) add_forms(id, scratch);
  std::size_t size = 16;
  while (size < 2 * forms_.size()) size *= 2;
  buckets_.assign(size, FlatMap::kNone);
  for (std::uint32_t i = 0; i < forms_.size(); ++i) {
    const std::string_view form(letters_.data() + forms_[i].offset, forms_[i].size);
    std::uint32_t& bucket = buckets_[hash(form) & (size - 1)];
    forms_[i].next = bucket;
    bucket = i;
  }
  ids_ = {};
}

// Finding ----------------------------------------------------------------------------------------

template <typename Use>
void LanguageIndex::for_each_form(std::string_view form, Use use) const {
  for (std::uint32_t i = buckets_[hash(form) & (buckets_.size() - 1)]; i != FlatMap::kNone;
       i = forms_[i].next) {
    const FormRecord& record = forms_[i];
    if (std::string_view(letters_.data() + record.offset, record.size) == form) use(record);
  }
}

void LanguageIndex::find(std::string_view token, const WordKey& key, const TextTraits& traits,
                         std::vector<Candidate>& out) const {
  const std::size_t first = out.size();
  const auto use = [&](const FormRecord& record) {
    const Word& word = words_[record.word];
    if (word.kind == WordKind::Acronym) {
      // Only a plural s may be more or less than in the glossary.
      const std::string_view shorter = token.size() < word.text.size() ? token : word.text;
      const std::string_view longer = token.size() < word.text.size() ? word.text : token;
      if (!longer.starts_with(shorter) ||
          longer.substr(shorter.size()).find_first_not_of('s') != std::string_view::npos) {
        return;
      }
      out.push_back({record.word, record.relation, AccentMatch::Agree, false, 1});
      return;
    }
    // A short word in capitals is an acronym, not an inflected word: AIDS is no plural of aid.
    constexpr std::size_t kLongestAcronym = 5;
    if (key.shape == Shape::AllCapitals && record.relation != Relation::Same && !traits.shouted &&
        key.folded.size() <= kLongestAcronym) {
      return;
    }
    const AccentMatch accents =
        match_accents(inflection_, word.key, key, record.relation, traits.accented);
    if (accents != AccentMatch::Differ) {
      out.push_back({record.word, record.relation, accents, word.kind == WordKind::Function, 1});
    }
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

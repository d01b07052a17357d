#include "terms/inflect.hpp"

#include <algorithm>
#include <utility>

namespace trujaman::terms {

Inflection inflection_of(const LanguageTag& language) noexcept {
  const std::string_view primary = language.primary();
  if (primary == "es") return Inflection::Spanish;
  if (primary == "en") return Inflection::English;
  if (primary == "fr") return Inflection::French;
  return Inflection::Other;
}

void Forms::add(std::string folded, Relation relation) {
  const auto same = [&](const Form& form) { return form.folded == folded; };
  if (std::none_of(forms_.begin(), forms_.end(), same)) {
    forms_.push_back({std::move(folded), relation});
  }
}

void add_noun_forms(Inflection inflection, const WordKey& word, Forms& forms) {
  forms.add(word.folded, Relation::Same);
  // Of one- and two-letter words, what looks like an ending is none.
  if (word.folded.size() < 3) return;
  switch (inflection) {
    case Inflection::Spanish:
      return add_spanish_noun_forms(word, forms);
    case Inflection::English:
      return add_english_noun_forms(word, forms);
    case Inflection::French:
      return add_french_noun_forms(word, forms);
    case Inflection::Other:
      return;
  }
}

void add_verb_forms(Inflection inflection, const WordKey& word, Forms& forms) {
  switch (inflection) {
    case Inflection::Spanish:
      return add_spanish_verb_forms(word, forms);
    case Inflection::English:
      return add_english_verb_forms(word, forms);
    case Inflection::French:
      return add_french_verb_forms(word, forms);
    case Inflection::Other:
      return;
  }
}

bool may_be_infinitive(Inflection inflection, std::string_view word,
                       std::string_view next) noexcept {
  if (word.size() < 4) return false;
  switch (inflection) {
    case Inflection::Spanish:
      return word.ends_with("ar") || word.ends_with("er") || word.ends_with("ir");
    case Inflection::French:
      return word.ends_with("er") || (word.ends_with("ir") && !word.ends_with("oir")) ||
             word.ends_with("dre") || word.ends_with("ttre");
    case Inflection::English:
      // An infinitive has no ending of its own; a noun is not followed by a determiner.
      return contains_word(" a an the all no any one their his her its your our everyone ", next);
    case Inflection::Other:
      break;
  }
  return false;
}

bool contains_word(std::string_view list, std::string_view word) noexcept {
  constexpr std::size_t kLongest = 14;  // of all the lists
  if (word.size() > kLongest) return false;
  for (std::size_t at = list.find(word); at != std::string_view::npos;
       at = list.find(word, at + 1)) {
    if (!word.empty() && at > 0 && list[at - 1] == ' ' && at + word.size() < list.size() &&
        list[at + word.size()] == ' ') {
      return true;
    }
  }
  return false;
}

std::string with_ending(std::string_view word, std::size_t count, std::string_view ending) {
  std::string out(word.substr(0, word.size() - std::min(count, word.size())));
  out += ending;
  return out;
}

}  // namespace trujaman::terms

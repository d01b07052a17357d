// English number, spelling and conjugation, by the rules of R. Quirk et al., A Comprehensive
// Grammar of the English Language (1985), §§ 5.73–5.103 (number) and 3.2–3.20 (verbs); undoing the
// regular plural follows D. Harman's S-stemmer ("How Effective is Suffixing?", JASIS 42, 1991).
#include <array>
#include <string>
#include <utility>

#include "terms/inflect.hpp"

namespace trujaman::terms {
namespace {

/// Irregular plurals; compounds of them go by their ending (stakeholder-woman, grandchild).
constexpr std::array<std::pair<std::string_view, std::string_view>, 25> kIrregular{{
    {"man", "men"},
    {"child", "children"},
    {"person", "people"},
    {"foot", "feet"},
    {"tooth", "teeth"},
    {"mouse", "mice"},
    {"goose", "geese"},
    {"life", "lives"},
    {"wife", "wives"},
    {"knife", "knives"},
    {"half", "halves"},
    {"leaf", "leaves"},
    {"shelf", "shelves"},
    {"wolf", "wolves"},
    {"calf", "calves"},
    {"thief", "thieves"},
    {"loaf", "loaves"},
    {"criterion", "criteria"},
    {"phenomenon", "phenomena"},
    {"bacterium", "bacteria"},
    {"memorandum", "memoranda"},
    {"curriculum", "curricula"},
    {"stimulus", "stimuli"},
    {"fungus", "fungi"},
    {"appendix", "appendices"},
}};

/// Words in -s that are singular, or have no singular that means the same.
constexpr std::string_view kNoSingular =
    " news series species means always perhaps gas bus bias canvas atlas lens ";

bool has_sibilant_end(std::string_view s) noexcept {
  return s.ends_with('s') || s.ends_with('x') || s.ends_with('z') || s.ends_with("ch") ||
         s.ends_with("sh");
}
bool ends_in_consonant_y(std::string_view s) noexcept {
  return s.size() > 2 && s.ends_with('y') && !is_plain_vowel(s[s.size() - 2]);
}

/// "man" and "woman", "chairman", but not "human" or "German".
bool is_irregular(std::string_view word, std::string_view irregular) noexcept {
  if (!word.ends_with(irregular)) return false;
  if (word.size() == irregular.size()) return true;
  constexpr std::string_view kRegular = " human german roman humen germen romen ";
  const bool compounds = irregular == "man" || irregular == "men" || irregular == "child" ||
                         irregular == "children" || irregular == "person" || irregular == "people";
  return compounds && !contains_word(kRegular, word);
}

void add_plurals(const std::string& singular, Forms& forms) {
  if (singular.ends_with("sis")) forms.add(with_ending(singular, 2, "es"), Relation::Number);
  if (ends_in_consonant_y(singular)) {
    forms.add(with_ending(singular, 1, "ies"), Relation::Number);
  } else if (has_sibilant_end(singular)) {
    forms.add(singular + "es", Relation::Number);
  } else {
    forms.add(singular + "s", Relation::Number);
    if (singular.ends_with('o')) forms.add(singular + "es", Relation::Number);
  }
  if (singular.ends_with("dex") || singular.ends_with("rix") || singular.ends_with("tex")) {
    forms.add(with_ending(singular, 2, "ices"), Relation::Number);
  }
}

/// Adds what @p plural is the plural of; false when it is none.
bool add_singulars(std::string_view plural, Forms& forms) {
  if (plural.size() < 4 || !plural.ends_with('s') || plural.ends_with("ss") ||
      plural.ends_with("us") || plural.ends_with("is") || plural.ends_with("ics") ||
      contains_word(kNoSingular, plural)) {
    return false;
  }
  if (plural.ends_with("ies") && plural.size() > 4) {
    forms.add(with_ending(plural, 3, "y"), Relation::Number);
  } else {
    forms.add(with_ending(plural, 1, ""), Relation::Number);
    const std::string_view stem = plural.substr(0, plural.size() - 2);
    if (plural.ends_with("es") && (has_sibilant_end(stem) || stem.ends_with('o'))) {
      forms.add(std::string(stem), Relation::Number);
    }
    if (plural.ends_with("ses")) forms.add(with_ending(plural, 2, "is"), Relation::Number);
    if (plural.ends_with("ices")) {
      forms.add(with_ending(plural, 4, "ex"), Relation::Number);
      forms.add(with_ending(plural, 4, "ix"), Relation::Number);
    }
  }
  return true;
}

/// British and American spellings of one ending, in every inflection of it. Their false twins
/// (sector, sectour; number, numbre) do not exist.
constexpr std::array<std::pair<std::string_view, std::string_view>, 16> kSpellings{{
    {"isation", "ization"},
    {"ising", "izing"},
    {"ised", "ized"},
    {"iser", "izer"},
    {"ise", "ize"},
    {"our", "or"},
    {"tre", "ter"},
    {"bre", "ber"},
    {"tred", "tered"},
    {"ence", "ense"},
    {"programme", "program"},
    {"ogue", "og"},
    {"elling", "eling"},
    {"elled", "eled"},
    {"lment", "llment"},
    {"gement", "gment"},
}};

void add_spellings(const std::string& word, Forms& forms) {
  for (const auto& [british, american] : kSpellings) {
    for (const auto& [from, to] : {std::pair(british, american), std::pair(american, british)}) {
      std::string plural(from);
      plural += 's';
      if (word.size() <= from.size() + 1 && from.size() < 6) continue;
      if (word.ends_with(from)) forms.add(with_ending(word, from.size(), to), Relation::Spelling);
      if (word.ends_with(plural)) {
        forms.add(with_ending(word, plural.size(), to) += 's', Relation::Spelling);
      }
    }
  }
}

/// Past and participle of irregular verbs that terms begin with.
constexpr std::array<std::array<std::string_view, 3>, 17> kIrregularVerbs{{
    {"leave", "left", "left"},
    {"make", "made", "made"},
    {"take", "took", "taken"},
    {"give", "gave", "given"},
    {"build", "built", "built"},
    {"hold", "held", "held"},
    {"keep", "kept", "kept"},
    {"find", "found", "found"},
    {"bring", "brought", "brought"},
    {"seek", "sought", "sought"},
    {"meet", "met", "met"},
    {"lead", "led", "led"},
    {"pay", "paid", "paid"},
    {"break", "broke", "broken"},
    {"rise", "rose", "risen"},
    {"bear", "bore", "borne"},
    {"see", "saw", "seen"},
}};

/// Does a stressed short vowel stand before the last consonant, so that it doubles (stop)?
bool doubles_last(std::string_view verb) noexcept {
  constexpr std::string_view kSingle = "wxyhcqv";
  return verb.size() <= 4 && verb.size() > 2 && !is_plain_vowel(verb.back()) &&
         kSingle.find(verb.back()) == std::string_view::npos &&
         is_plain_vowel(verb[verb.size() - 2]) && !is_plain_vowel(verb[verb.size() - 3]);
}

}  // namespace

void add_english_noun_forms(const WordKey& word, Forms& forms) {
  const std::string& w = word.folded;
  add_spellings(w, forms);
  bool irregular = false;
  for (const auto& [singular, plural] : kIrregular) {
    if (is_irregular(w, singular)) {
      forms.add(with_ending(w, singular.size(), plural), Relation::Number);
      irregular = singular != "person" && singular != "appendix";
    } else if (is_irregular(w, plural)) {
      forms.add(with_ending(w, plural.size(), singular), Relation::Number);
      irregular = plural != "people";
    }
  }
  if (!irregular && !add_singulars(w, forms)) add_plurals(w, forms);
  // The spellings have plurals, too.
  const std::vector<Form> so_far = forms.all();
  for (const Form& form : so_far) {
    if (form.relation != Relation::Spelling) continue;
    if (!add_singulars(form.folded, forms)) add_plurals(form.folded, forms);
  }
}

void add_english_verb_forms(const WordKey& word, Forms& forms) {
  const std::string& w = word.folded;
  if (w.size() < 2) return;
  const std::string doubled = doubles_last(w) ? w + w.back() : w;
  const bool silent_e = w.ends_with('e') && !w.ends_with("ee");
  if (ends_in_consonant_y(w)) {
    forms.add(with_ending(w, 1, "ies"), Relation::Verb);
    forms.add(with_ending(w, 1, "ied"), Relation::Verb);
  } else {
    forms.add(w + (has_sibilant_end(w) ? "es" : "s"), Relation::Verb);
    forms.add(w.ends_with('e') ? w + "d" : doubled + "ed", Relation::Verb);
  }
  forms.add(silent_e ? with_ending(w, 1, "ing") : doubled + "ing", Relation::Verb);
  for (const auto& [base_form, past, participle] : kIrregularVerbs) {
    if (w != base_form) continue;
    forms.add(std::string(past), Relation::Verb);
    forms.add(std::string(participle), Relation::Verb);
  }
}

}  // namespace trujaman::terms

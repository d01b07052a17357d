// Spanish number, gender and regular conjugation. The endings are those of the Nueva gramática de
// la lengua española (RAE, 2009), §§ 2 (gender), 3 (number) and 4 (verbs); undoing the plural
// follows J. Savoy, "Light Stemming Approaches for the French, Portuguese, German and Hungarian
// Languages" (SAC 2006), and his minimal stemmer of Spanish.
#include <array>
#include <string>

#include "base/unicode.hpp"
#include "terms/inflect.hpp"

namespace trujaman::terms {
namespace {

/// Is the last vowel of @p lower one with an accent, as that of país and interés?
bool stressed_at_end(std::string_view lower) noexcept {
  for (std::size_t i = lower.size(); i > 0;) {
    const char32_t c = base::previous_code_point(lower, i);
    if (c == U'á' || c == U'é' || c == U'í' || c == U'ó' || c == U'ú') return true;
    if (c < 0x80 && is_plain_vowel(static_cast<char>(c))) return false;
  }
  return false;
}

std::size_t count_vowels(std::string_view folded) noexcept {
  std::size_t n = 0;
  for (const char c : folded) n += is_plain_vowel(c) ? 1 : 0;
  return n;
}

void add_plurals(const std::string& singular, bool stressed, Forms& forms) {
  const char last = singular.back();
  if (is_plain_vowel(last)) {
    forms.add(singular + "s", Relation::Number);
    if (stressed) forms.add(singular + "es", Relation::Number);  // israelíes, tabúes
  } else if (last == 'z') {
    forms.add(with_ending(singular, 1, "ces"), Relation::Number);
  } else if (last == 's' || last == 'x') {
    // país, mes; but crisis and virus stay as they are.
    if (stressed || count_vowels(singular) == 1) forms.add(singular + "es", Relation::Number);
  } else {
    forms.add(singular + "es", Relation::Number);
    constexpr std::string_view kNative = "lnrdjy";  // others are of foreign words: webs, robots
    if (kNative.find(last) == std::string_view::npos) forms.add(singular + "s", Relation::Number);
  }
}

/// What @p plural may be the plural of.
void add_singulars(std::string_view plural, std::vector<std::string>& out) {
  if (plural.size() < 4 || !plural.ends_with('s')) return;
  const char before = plural[plural.size() - 2];
  if (plural.ends_with("ces")) out.push_back(with_ending(plural, 3, "z"));
  if (before == 'e' && plural.size() > 4) {
    const char stem_end = plural[plural.size() - 3];
    constexpr std::string_view kMayEnd = "lnrdsjyxiu";
    if (kMayEnd.find(stem_end) != std::string_view::npos) out.push_back(with_ending(plural, 2, ""));
  }
  if (before != 's' && before != 'i') out.push_back(with_ending(plural, 1, ""));      // not crisis
  if (before == 'i' && plural.size() < 7) out.push_back(with_ending(plural, 1, ""));  // taxis
}

/// Persons whose gender no ending tells from that of things (libro, libra).
constexpr std::string_view kPersons =
    " nino hijo hermano alumno maestro amigo abuelo esposo tio primo sobrino vecino campesino "
    "experto huerfano viudo enfermo ministro arquitecto socio preso adulto muchacho ciego sordo "
    "ingeniero jefe presidente cliente gerente juez ";

/// Endings of words for persons, of participles, and of adjectives that are no nouns besides; with
/// the least size of such a word.
struct VariableEnding {
  std::string_view ending;
  std::size_t size;
};
constexpr std::array<VariableEnding, 13> kVariableEndings{{{"dor", 5},
                                                           {"tor", 5},
                                                           {"sor", 5},
                                                           {"ado", 6},
                                                           {"ido", 6},
                                                           {"ario", 7},
                                                           {"ero", 7},
                                                           {"iano", 6},
                                                           {"dano", 7},
                                                           {"sano", 7},
                                                           {"logo", 7},
                                                           {"oso", 7},
                                                           {"torio", 8}}};

bool varies(std::string_view masculine) noexcept {
  if (contains_word(kPersons, masculine)) return true;
  for (const VariableEnding& p : kVariableEndings) {
    if (masculine.ends_with(p.ending) && masculine.size() >= p.size) return true;
  }
  return false;
}

/// The feminine of @p masculine; empty when it has none of its own.
std::string feminine(const std::string& masculine, bool stressed) {
  if (masculine.ends_with('o')) return with_ending(masculine, 1, "a");
  if (contains_word(kPersons, masculine)) {
    return masculine.ends_with('e') ? with_ending(masculine, 1, "a") : masculine + "a";
  }
  const bool consonant = masculine.ends_with("or") || masculine.ends_with("es") ||
                         masculine.ends_with("on") || masculine.ends_with("an") ||
                         masculine.ends_with("in");
  // mejor, menor, superior … have none, but their false feminines do not exist either.
  if (consonant && (stressed || masculine.ends_with("or"))) return masculine + "a";
  return {};
}

/// Endings by conjugation, folded: present, imperfect, preterite, future, conditional, both
/// subjunctives, gerund, participle, and the infinitive with its pronouns.
constexpr std::string_view kAr =
    "o a as amos an aba abamos aban e aste o aron are ara aremos aran aria ariamos arian emos en "
    "es "
    "ase asen aran ando andose ado ada ados adas arse arlo arla arlos arlas arles";
constexpr std::string_view kEr =
    "o e es emos en ia iamos ian i iste io imos ieron ere era eremos eran eria eriamos erian a as "
    "amos an iera ieran iese iesen iendo iendose ido ida idos idas erse erlo erla erlos erlas "
    "erles";
constexpr std::string_view kIr =
    "o e es imos en ia iamos ian i iste io ieron ire ira iremos iran iria iriamos irian a as amos "
    "an "
    "iera ieran iese iesen iendo iendose ido ida idos idas irse irlo irla irlos irlas irles";

/// @p stem before @p ending in the spelling that keeps its sound: garantiz-e is garantice.
std::string spell(std::string_view stem, char conjugation, std::string_view ending) {
  const bool front = ending.front() == 'e' || ending.front() == 'i';
  if (conjugation == 'a' && front) {
    if (stem.ends_with('z')) return with_ending(stem, 1, "c");
    if (stem.ends_with('c')) return with_ending(stem, 1, "qu");
    if (stem.ends_with('g')) return std::string(stem) + "u";
  }
  if (conjugation != 'a' && !front) {
    if (stem.ends_with("ec") || stem.ends_with("uc")) return with_ending(stem, 1, "zc");
    if (stem.ends_with('g')) return with_ending(stem, 1, "j");
    if (stem.ends_with("gu")) return with_ending(stem, 1, "");
  }
  return std::string(stem);
}

/// The stem with its last e or o as a diphthong, as the stressed forms of many verbs have it
/// (promover, promueve); empty when it has neither.
std::string diphthong(std::string_view stem) {
  const std::size_t at = stem.find_last_of("aeiou");
  if (at == std::string_view::npos || (stem[at] != 'e' && stem[at] != 'o')) return {};
  std::string out(stem.substr(0, at));
  out += stem[at] == 'e' ? "ie" : "ue";
  out += stem.substr(at + 1);
  return out;
}

}  // namespace

void add_spanish_noun_forms(const WordKey& word, Forms& forms) {
  const bool stressed = stressed_at_end(word.lower);
  std::vector<std::string> singulars;
  add_singulars(word.folded, singulars);
  const bool plural = !singulars.empty() && !stressed;
  for (const std::string& singular : singulars) forms.add(singular, Relation::Number);
  if (!plural) add_plurals(word.folded, stressed, forms);
  if (!plural) singulars.assign(1, word.folded);
  for (const std::string& masculine : singulars) {
    const std::string female = feminine(masculine, stressed);
    if (female.empty()) continue;
    const Relation relation = varies(masculine) ? Relation::Gender : Relation::Agreement;
    forms.add(female, relation);
    forms.add(female + "s", relation);
  }
}

void add_spanish_verb_forms(const WordKey& word, Forms& forms) {
  const std::string_view infinitive = word.folded;
  if (infinitive.size() < 4 || !infinitive.ends_with('r')) return;
  const char conjugation = infinitive[infinitive.size() - 2];
  const std::string_view endings = conjugation == 'a' ? kAr : conjugation == 'e' ? kEr : kIr;
  const std::string_view stem = infinitive.substr(0, infinitive.size() - 2);
  const std::string stressed = diphthong(stem);
  for (std::size_t at = 0; at < endings.size();) {
    const std::size_t end = std::min(endings.find(' ', at), endings.size());
    const std::string_view ending = endings.substr(at, end - at);
    forms.add(spell(stem, conjugation, ending) += ending, Relation::Verb);
    const bool may_stress = ending.size() <= 2 && ending != "i" && ending != "io";
    if (may_stress && !stressed.empty()) {
      forms.add(spell(stressed, conjugation, ending) += ending, Relation::Verb);
    }
    at = end + 1;
  }
}

}  // namespace trujaman::terms

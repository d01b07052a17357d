// French number, gender and regular conjugation. The plurals are those of M. Grevisse and A.
// Goosse, Le bon usage, §§ 512–537; undoing them follows J. Savoy's minimal French stemmer ("A
// Stemming Procedure and Stopword List for General French Corpora", JASIS 50, 1999), which maps
// -aux to -al and drops -s and -x.
#include <array>
#include <string>

#include "terms/inflect.hpp"

namespace trujaman::terms {
namespace {

/// Nouns in -ail whose plural is in -aux; all others take an s.
constexpr std::string_view kAil = " travail bail corail email soupirail vantail vitrail ";
/// Nouns in -ou whose plural takes an x.
constexpr std::string_view kOux = " bijou caillou chou genou hibou joujou pou ";
/// Singulars in -s that a stemmer would take for plurals of other words (cours, cour).
constexpr std::string_view kSingularInS =
    " cours fonds mois fois bois pays temps corps cas bras acces proces progres succes congres "
    "avis "
    "permis tapis sens os dos repas refus abus poids discours parcours concours secours recours "
    "univers propos palais marais relais francais anglais deces exces interets processus virus "
    "campus bonus prix choix voix croix paix taux faux toux heureux ";

void add_plurals(const std::string& singular, Forms& forms) {
  const auto add = [&](std::string form) { forms.add(std::move(form), Relation::Number); };
  const char last = singular.back();
  if (last == 's' || last == 'x' || last == 'z') return;
  if (singular.ends_with("al")) add(with_ending(singular, 1, "ux"));
  if (contains_word(kAil, singular)) return add(with_ending(singular, 2, "ux"));
  if (singular.ends_with("au") || singular.ends_with("eu") || contains_word(kOux, singular)) {
    add(singular + "x");
  }
  if (singular == "oeil") add("yeux");
  add(singular + "s");
}

/// What @p plural may be the plural of.
std::vector<std::string> singulars_of(std::string_view plural) {
  std::vector<std::string> out;
  if (plural.size() < 4 || contains_word(kSingularInS, plural)) return out;
  if (plural.ends_with("aux")) {
    out.push_back(with_ending(plural, 2, "l"));
    const std::string ail = with_ending(plural, 2, "il");
    if (contains_word(kAil, ail)) out.push_back(ail);
    out.push_back(with_ending(plural, 1, ""));
  } else if (plural.ends_with("eux") || contains_word(kOux, plural.substr(0, plural.size() - 1)) ||
             (plural.ends_with('s') && !plural.ends_with("ss"))) {
    out.push_back(with_ending(plural, 1, ""));
  }
  if (plural.ends_with("eux")) out.emplace_back(plural);  // infectieux is its own singular
  if (plural == "yeux") out.assign(1, "oeil");
  return out;
}

/// Persons whose gender no ending tells from that of things.
constexpr std::string_view kPersons =
    " avocat expert orphelin voisin cousin ami apprenti elu artisan partisan paysan professeur "
    "docteur auteur chercheur ingenieur ";

struct Feminine {
  std::string_view masculine;
  std::string_view feminine;
  std::size_t least;  ///< Size of the shortest word that is meant.
  Relation relation;
};
// Longest endings first within a family; every row that fits gives a form. What does not exist
// ("travailleure") does no harm: it stands in no text.
constexpr std::array<Feminine, 19> kFeminines{{
    {"teur", "trice", 6, Relation::Gender},  {"eur", "euse", 6, Relation::Gender},
    {"eur", "eure", 6, Relation::Agreement}, {"ien", "ienne", 5, Relation::Gender},
    {"yen", "yenne", 5, Relation::Gender},   {"er", "ere", 6, Relation::Gender},
    {"ant", "ante", 6, Relation::Gender},    {"ent", "ente", 5, Relation::Gender},
    {"nu", "nue", 5, Relation::Gender},      {"f", "ve", 4, Relation::Agreement},
    {"eux", "euse", 6, Relation::Gender},    {"oux", "ouse", 5, Relation::Agreement},
    {"el", "elle", 4, Relation::Agreement},  {"et", "ette", 5, Relation::Agreement},
    {"on", "onne", 4, Relation::Agreement},  {"en", "enne", 4, Relation::Agreement},
    {"an", "anne", 5, Relation::Agreement},  {"c", "che", 4, Relation::Agreement},
    {"c", "que", 4, Relation::Agreement},
}};

void add_feminine(std::string form, Relation relation, Forms& forms) {
  forms.add(form + "s", relation);
  forms.add(std::move(form), relation);
}

void add_feminines(const std::string& masculine, bool participle, Forms& forms) {
  if (masculine.ends_with("ment") || masculine.size() < 3) return;
  const bool person = contains_word(kPersons, masculine);
  for (const Feminine& f : kFeminines) {
    if (!masculine.ends_with(f.masculine) || masculine.size() < f.least) continue;
    add_feminine(with_ending(masculine, f.masculine.size(), f.feminine),
                 person ? Relation::Gender : f.relation, forms);
  }
  if (masculine.ends_with('e') && !participle) return;  // aimable, membre
  add_feminine(masculine + "e", person || participle ? Relation::Gender : Relation::Agreement,
               forms);
}

constexpr std::string_view kEr =
    "e es ons ez ent ant ais ait ions iez aient era eras erai erez erons eront erait eraient ees "
    "ee "
    "a erent at";
constexpr std::string_view kIr =
    "is it issons issez issent issant issait issaient ie i ies ira irai iront irait iraient irent";
constexpr std::string_view kRe =
    "s ons ez ent ant ais ait aient u ue us ues ra rai ront rait raient e it irent";

}  // namespace

void add_french_noun_forms(const WordKey& word, Forms& forms) {
  std::vector<std::string> masculines = singulars_of(word.folded);
  for (const std::string& singular : masculines) forms.add(singular, Relation::Number);
  const bool plural = !masculines.empty();
  if (!plural) {
    add_plurals(word.folded, forms);
    masculines.assign(1, word.folded);
  }
  const bool participle = word.lower.ends_with(plural ? "és" : "é") && word.folded.size() > 4;
  for (const std::string& masculine : masculines) add_feminines(masculine, participle, forms);
}

void add_french_verb_forms(const WordKey& word, Forms& forms) {
  const std::string_view infinitive = word.folded;
  if (infinitive.size() < 4) return;
  const bool re = infinitive.ends_with("re");
  const std::string_view endings = re ? kRe : infinitive.ends_with("er") ? kEr : kIr;
  const std::string_view stem = infinitive.substr(0, infinitive.size() - 2);
  for (std::size_t at = 0; at < endings.size();) {
    const std::size_t end = std::min(endings.find(' ', at), endings.size());
    const std::string_view ending = endings.substr(at, end - at);
    std::string form(stem);
    // mangeons, mangeait: the g keeps its sound.
    if (endings == kEr && stem.ends_with('g') && (ending[0] == 'a' || ending[0] == 'o'))
      form += 'e';
    forms.add(form += ending, Relation::Verb);
    at = end + 1;
  }
  if (re) forms.add(std::string(stem), Relation::Verb);  // il rend
  if (infinitive.ends_with("mettre")) {
    for (const char* ending : {"met", "mets", "mis", "mise", "mises", "mit"}) {
      forms.add(with_ending(infinitive, 6, ending), Relation::Verb);
    }
  }
}

}  // namespace trujaman::terms

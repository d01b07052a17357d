#include "terms/accents.hpp"

#include <string>

#include "base/unicode.hpp"

namespace trujaman::terms {
namespace {

// Words that the Diccionario panhispánico de dudas has in two accentuations.
constexpr std::string_view kSpanishDoublets =
    " periodo periodos video videos futbol icono iconos chofer elite elites beisbol medula "
    "cardiaco "
    "cardiaca cardiacos cardiacas maniaco policiaco policiaca amoniaco reuma rubeola guion ";

constexpr std::string_view kCircumflexTells = " jeune jeunes mure mures murs sure sures surs ";

std::string fold_one(char32_t c) {
  std::string out;
  base::append_folded(out, c);
  return out;
}

bool is_e(char32_t c) noexcept {
  return c == U'é' || c == U'è' || c == U'ê' || c == U'ë';
}

/// One letter of the term, the text's in its place, and where they stand.
struct Letters {
  char32_t term;
  char32_t text;
  bool first;
  bool last;  ///< Nothing but an inflectional ending follows in the shorter word.
};

bool french_may_vary(const Letters& l, const WordKey& word, Relation relation) noexcept {
  // État, Etat: capitals often go without.
  if (l.first && l.text < 0x80 && word.shape != Shape::Lower) return true;
  // événement, évènement; étranger, étrangère; complet, complète.
  if (is_e(l.term) && is_e(l.text) && !l.last) return true;
  if (relation == Relation::Gender || relation == Relation::Agreement) {
    if (l.term == U'e' && l.text == U'è') return true;
  }
  // Conseil supérieur de la langue française, Les rectifications de l'orthographe (1990), § 4: the
  // circumflex of i and u is optional where it tells nothing apart.
  const bool circumflex = l.term == U'î' || l.term == U'û' || l.text == U'î' || l.text == U'û';
  return circumflex && word.folded.size() > 3 && !contains_word(kCircumflexTells, word.folded);
}

bool spanish_may_vary(const Letters& l, const WordKey& word, Relation relation) noexcept {
  if (l.term == U'ñ' || l.text == U'ñ') return false;
  if (l.first && l.text < 0x80 && word.shape != Shape::Lower) return true;  // África, Africa
  if (contains_word(kSpanishDoublets, word.folded)) return true;
  // The plural moves the accent or drops it (examen, exámenes; país, países).
  return relation == Relation::Number || relation == Relation::Verb;
}

}  // namespace

AccentMatch match_accents(Inflection inflection, const WordKey& term, const WordKey& word,
                          Relation relation, bool text_accented) {
  if ((!term.accented && !word.accented) || term.lower == word.lower) return AccentMatch::Agree;
  // English borrows words with their accents and writes them without.
  if (inflection == Inflection::English || inflection == Inflection::Other) {
    return AccentMatch::Agree;
  }
  const bool spelt_out = text_accented && word.shape != Shape::AllCapitals;
  bool last_missing = false;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < term.lower.size() && j < word.lower.size()) {
    Letters l{0, 0, i == 0, false};
    l.term = base::next_code_point(term.lower, i);
    l.text = base::next_code_point(word.lower, j);
    if (l.term == l.text) continue;
    if (fold_one(l.term) != fold_one(l.text)) break;  // the endings begin
    l.last = term.lower.size() - i <= 1 || word.lower.size() - j <= 1;
    if (inflection == Inflection::French) {
      if (french_may_vary(l, word, relation)) continue;
      if (l.text == U'e' && l.last) last_missing = true;
    } else {
      if (spanish_may_vary(l, word, relation)) continue;
      // An accent at the end makes a verb of it: termino, terminó.
      if (l.text >= 0x80 && l.last) return AccentMatch::Differ;
    }
    if (spelt_out || l.text >= 0x80) return AccentMatch::Differ;
  }
  return last_missing ? AccentMatch::LastMissing : AccentMatch::Agree;
}

}  // namespace trujaman::terms

#include <array>
#include <string>
#include <utility>

#include "terms/inflect.hpp"

namespace trujaman::terms {
namespace {

// Closed classes, folded, between blanks: determiners, prepositions, conjunctions, pronouns and
// negation, as the languages' grammars list them.
constexpr std::string_view kSpanish =
    " el la los las lo un una unos unas al del a ante bajo con contra de desde durante en entre "
    "hacia hasta mediante para por segun sin sobre tras y e o u ni que quien quienes como su sus "
    "se "
    "no si mas menos cada todo toda todos todas este esta estos estas ese esa esos esas aqui ";
constexpr std::string_view kEnglish =
    " a an the of in on at to from for by with without and or nor not no as its their his her is "
    "are "
    "be this that these those who which into within between among through under over per via s ";
constexpr std::string_view kFrench =
    " le la les l un une des de du d a au aux en dans par pour sur sous avec sans et ou ni que qu "
    "qui ne n se s son sa ses leur leurs ce cet cette ces y entre vers chez selon contre comme pas "
    "plus moins est sont tout toute tous toutes ";

constexpr std::string_view kSpanishCommonGender =
    " joven jovenes menor menores profesional profesionales titular titulares lider lideres "
    "testigo "
    "testigos miembro miembros indigena indigenas rehen rehenes apatrida apatridas colega colegas ";
constexpr std::string_view kFrenchCommonGender =
    " jeune jeunes eleve eleves enfant enfants adulte adultes membre membres fonctionnaire "
    "fonctionnaires apatride apatrides partenaire partenaires beneficiaire beneficiaires stagiaire "
    "stagiaires locataire locataires titulaire titulaires malade malades ";

constexpr std::string_view kBoundPrefixes =
    " anti non no ex pre post pro sub semi quasi pseudo ultra contra contre ";

}  // namespace

bool is_function_word(Inflection inflection, std::string_view folded) noexcept {
  switch (inflection) {
    case Inflection::Spanish:
      return contains_word(kSpanish, folded);
    case Inflection::English:
      return contains_word(kEnglish, folded);
    case Inflection::French:
      return contains_word(kFrench, folded);
    case Inflection::Other:
      break;
  }
  return false;
}

void add_article_forms(Inflection inflection, std::string_view folded, Forms& forms) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kSpanishArticles{
      {{"el", "los"}, {"la", "las"}}};
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kFrenchArticles{
      {{"le", "les"}, {"la", "les"}, {"l", "les"}}};
  const auto add = [&](const auto& articles) {
    for (const auto& [singular, plural] : articles) {
      if (folded == singular) forms.add(std::string(plural), Relation::Number);
      if (folded == plural) forms.add(std::string(singular), Relation::Number);
    }
  };
  if (inflection == Inflection::Spanish) add(kSpanishArticles);
  if (inflection == Inflection::French) add(kFrenchArticles);
}

bool has_common_gender(Inflection inflection, std::string_view folded) noexcept {
  switch (inflection) {
    case Inflection::Spanish:
      return folded.ends_with("nte") || folded.ends_with("ntes") || folded.ends_with("ista") ||
             folded.ends_with("istas") || contains_word(kSpanishCommonGender, folded);
    case Inflection::French:
      return folded.ends_with("iste") || folded.ends_with("istes") ||
             contains_word(kFrenchCommonGender, folded);
    case Inflection::English:
    case Inflection::Other:
      break;
  }
  return false;
}

bool is_bound_prefix(std::string_view folded) noexcept {
  return contains_word(kBoundPrefixes, folded);
}

}  // namespace trujaman::terms

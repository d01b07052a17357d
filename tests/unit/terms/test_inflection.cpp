// Which forms of a term are found, language by language: tables that a linguist can go on with.
#include <catch2/catch.hpp>

#include "glossary_of.hpp"

using namespace trujaman::tests;

namespace {

/// Each form is found as a whole, between other words.
void is_found(const char* language, std::initializer_list<Pair> pairs) {
  for (const auto& [term, form] : pairs) {
    INFO(term << " → " << form);
    const auto glossary = glossary_of(language, {term, "xyzzy"});
    CHECK(found_in(glossary, language, "1 " + std::string(form) + " 2 é") == Found{form});
  }
}

/// In none of these texts is the term beside it.
void is_not_found(const char* language, std::initializer_list<Pair> pairs) {
  for (const auto& [term, text] : pairs) {
    INFO(term << " → " << text);
    CHECK(found_in(glossary_of(language, {term, "xyzzy"}), language, text).empty());
  }
}

}  // namespace

TEST_CASE("Spanish terms are found in the other number", "[es]") {
  is_found("es", {{"migración", "migraciones"},
                  {"joven", "jóvenes"},
                  {"jóvenes", "joven"},
                  {"examen", "exámenes"},
                  {"país de origen", "países de origen"},
                  {"países de origen", "país de origen"},
                  {"voz", "voces"},
                  {"red", "redes"},
                  {"ley", "leyes"},
                  {"enlace", "enlaces"},
                  {"tabú", "tabúes"},
                  {"interés superior", "intereses superiores"},
                  {"crisis humanitaria", "crisis humanitarias"},
                  {"remesas", "remesa"},
                  {"robot", "robots"},
                  {"carácter", "caracteres"},
                  {"mes", "meses"},
                  {"trabajador migrante", "trabajadores migrantes"},
                  {"Estados Miembros", "Estado Miembro"}});
}

TEST_CASE("Spanish words for persons, and participles, are found in the feminine", "[es]") {
  is_found("es", {{"refugiado", "refugiadas"},
                  {"trabajador migrante", "trabajadoras migrantes"},
                  {"desplazado interno", "desplazadas internas"},
                  {"niño soldado", "niñas soldado"},
                  {"experto académico", "experta académica"},
                  {"migrante cualificado", "migrantes cualificadas"},
                  {"funcionario", "funcionaria"},
                  {"centrado en las personas", "centrada en las personas"},
                  {"infeccioso", "infecciosas"}});
}

TEST_CASE("Spanish nouns for things have no feminine", "[es]") {
  is_not_found("es", {{"libro", "una libra"},
                      {"puerto", "la puerta"},
                      {"caso", "en casa"},
                      {"político", "la política"},
                      {"trato", "la trata de personas"},
                      {"sector privado", "un sector privada"},
                      {"mujeres y niñas", "mujeres y niños"}});
}

TEST_CASE("what a glossary cites in the feminine has no masculine", "[es]") {
  is_not_found("es", {{"medida", "lo había medido"},
                      {"salida", "han salido"},
                      {"trata de personas", "el trato de personas"},
                      {"vacuna", "ganado vacuno"}});
}

TEST_CASE("Spanish terms are not found by derivation", "[es]") {
  is_not_found("es", {{"migración", "los migrantes y lo migratorio"},
                      {"organización", "organizar los órganos"},
                      {"general", "una generación"},
                      {"universidad", "lo universal"},
                      {"vacuna", "la vacunación"},
                      {"integración", "la reintegración integral"},
                      {"pandemia", "la era pospandémica"},
                      {"familia", "el núcleo familiar"},
                      {"interés", "interesante"}});
}

TEST_CASE("a Spanish term that begins with an infinitive is found conjugated", "[es]") {
  is_found("es", {{"no dejar a nadie atrás", "no dejando a nadie atrás"},
                  {"no dejar a nadie atrás", "No dejemos a nadie atrás"},
                  {"garantizar el acceso", "garantice el acceso"},
                  {"aplicar las normas", "apliquen las normas"},
                  {"reducir la pobreza", "reduzca la pobreza"},
                  {"promover el empleo", "promueve el empleo"},
                  {"salvar vidas", "salvaron vidas"}});
  is_not_found("es", {{"familiar", "la familia"}, {"solar", "está sola"}});
}

TEST_CASE("English terms are found in the other number", "[en]") {
  is_found("en", {{"country of origin", "countries of origin"},
                  {"policies", "policy"},
                  {"crisis", "crises"},
                  {"migrant woman", "migrant women"},
                  {"child", "children"},
                  {"displaced person", "displaced persons"},
                  {"displaced person", "displaced people"},
                  {"indigenous people", "indigenous peoples"},
                  {"livelihoods", "livelihood"},
                  {"process", "processes"},
                  {"processes", "process"},
                  {"diseases", "disease"},
                  {"database", "databases"},
                  {"criterion", "criteria"},
                  {"index", "indices"},
                  {"chairman", "chairmen"},
                  {"human", "humans"},
                  {"loss", "losses"},
                  {"child’s right", "child's rights"}});
}

TEST_CASE("British and American spellings are one word", "[en]") {
  is_found("en", {{"labour market", "labor market"},
                  {"organization", "organisations"},
                  {"stabilisation", "stabilization"},
                  {"organised crime", "organized crime"},
                  {"health centre", "health centers"},
                  {"programme", "programs"}});
}

TEST_CASE("English terms are not found by derivation", "[en]") {
  is_not_found("en", {{"university", "a universal rule"},
                      {"migration", "a migrant, migratory birds, to migrate"},
                      {"organization", "they organize"},
                      {"policy", "the police"},
                      {"news", "a new law"},
                      {"general", "a generation"},
                      {"training", "a train, they train"},
                      {"means", "they mean it"},
                      {"aid", "cases of AIDS"},
                      {"statistics", "one statistic"}});
}

TEST_CASE("an English phrase that begins with a verb is found conjugated", "[en]") {
  is_found("en", {{"leave no one behind", "leaving no one behind"},
                  {"leave no one behind", "left no one behind"},
                  {"stop the spread", "stopped the spread"},
                  {"carry the burden", "carries the burden"}});
  is_not_found("en", {{"trade union", "a trading union"}});
}

TEST_CASE("French terms are found in the other number", "[fr]") {
  is_found("fr", {{"droit national", "droits nationaux"},
                  {"droits nationaux", "droit national"},
                  {"travail", "travaux"},
                  {"réseau", "réseaux"},
                  {"enjeu", "enjeux"},
                  {"lieux de travail", "lieu de travail"},
                  {"État Membre", "États Membres"},
                  {"pays d’origine", "pays d'origine"},
                  {"moyens de subsistance", "moyen de subsistance"},
                  {"migration internationale", "migrations internationales"},
                  {"défi pour la société", "défis pour les sociétés"},
                  {"vœu", "voeux"}});
}

TEST_CASE("French words for persons, and participles, are found in the feminine", "[fr]") {
  is_found("fr", {{"réfugié", "réfugiées"},
                  {"travailleur migrant", "travailleuses migrantes"},
                  {"directeur général", "directrice générale"},
                  {"citoyen", "citoyennes"},
                  {"ouvrier qualifié", "ouvrières qualifiées"},
                  {"étranger", "étrangère"},
                  {"jeune migrant", "jeunes migrantes"},
                  {"infectieux", "infectieuse"}});
}

TEST_CASE("French nouns for things have no feminine, nor are s-words plurals", "[fr]") {
  is_not_found("fr", {{"port", "la porte"},
                      {"mort", "elle est morte"},
                      {"point", "la pointe"},
                      {"document", "il documente"},
                      {"cours", "la cour"},
                      {"fonds", "le fond"},
                      {"fois", "la foi"},
                      {"mineur", "une difficulté mineure"}});
}

TEST_CASE("French terms are not found by derivation", "[fr]") {
  is_not_found("fr", {{"migration", "les migrants, un flux migratoire"},
                      {"général", "une génération"},
                      {"organisation", "organiser, un organe"},
                      {"vaccin", "la vaccination"},
                      {"université", "universel"}});
}

TEST_CASE("a French term that begins with an infinitive is found conjugated", "[fr]") {
  is_found("fr", {{"ne laisser personne de côté", "ne laissant personne de côté"},
                  {"renforcer les moyens", "renforcent les moyens"},
                  {"partager les données", "partageons les données"},
                  {"investir dans la santé", "investissant dans la santé"},
                  {"mettre fin à la faim", "met fin à la faim"},
                  {"se laver les mains", "se lavent les mains"}});
}

TEST_CASE("an article changes number with its noun", "[es]") {
  is_found("es", {{"miembros de las diásporas", "miembro de la diáspora"},
                  {"acceso a los servicios", "acceso a los servicios"}});
  is_not_found("es", {{"miembros de las diásporas", "miembros de la diásporas"}});
}

TEST_CASE("the words between the words of a term must be the same", "[es][fr]") {
  is_not_found("es", {{"país de origen", "país en origen"},
                      {"acceso a la salud", "acceso de la salud"},
                      {"gestión de la migración", "gestión de migración"}});
  is_not_found("fr", {{"droit de la famille", "droit et la famille"},
                      {"évaluation des risques", "évaluation de risques"}});
}

TEST_CASE("languages without rules of ours go by their Snowball stems", "[pt]") {
  const auto glossary = glossary_of("pt", {"trabalhador migrante"});
  CHECK(found_in(glossary, "pt", "os trabalhadores migrantes") == Found{"trabalhadores migrantes"});
  CHECK(found_in(glossary_of("tlh", {"tlhIngan"}), "tlh", "tlhIngan maH") == Found{"tlhIngan"});
}

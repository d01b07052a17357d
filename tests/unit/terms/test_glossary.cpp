#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include <catch2/catch.hpp>

#include "glossary_of.hpp"

using namespace trujaman;
using namespace trujaman::tests;

namespace {

const LanguageTag kSpanish("es");

/// A concept with a term and its acronym.
ConceptEntry concept_of(const std::string& full, const std::string& acronym) {
  ConceptEntry entry;
  entry.terms = {term_of("es", full), term_of("es", acronym)};
  entry.terms[1].acronym = true;
  return entry;
}

}  // namespace

TEST_CASE("an empty glossary finds nothing, nor does a language without terms") {
  CHECK(Glossary().recognize("la migración", kSpanish).empty());
  CHECK(Glossary().concepts().empty());
  CHECK(glossary_of("es", {"migración"}).recognize("migration", LanguageTag("fr")).empty());
  CHECK(glossary_of("es", {"migración"}).recognize("", kSpanish).empty());
  CHECK(glossary_of("es", {"", " ", "–"}).recognize("nada – de eso", kSpanish).empty());
}

TEST_CASE("a hit says where, which concept and which term") {
  ConceptEntry entry;
  entry.terms = {term_of("en", "host community"), term_of("es", "comunidad de acogida")};
  const Glossary glossary({ConceptEntry(), entry});
  const std::string text = "Viven en la comunidad de acogida.";
  const auto hits = glossary.recognize(text, kSpanish);
  REQUIRE(hits.size() == 1);
  CHECK(hits[0].span == TextSpan{12, 32});
  CHECK(hits[0].concept_index == 1);
  CHECK(hits[0].term_index == 1);
  CHECK(hits[0].exact);
}

TEST_CASE("regions of a language share their terms") {
  CHECK(glossary_of("es-MX", {"remesas"}).recognize("las remesas", kSpanish).size() == 1);
  CHECK(glossary_of("es", {"remesas"}).recognize("las remesas", LanguageTag("es-AR")).size() == 1);
}

TEST_CASE("hits stand from left to right") {
  const auto glossary = glossary_of("es", {"salud", "migrante", "vacuna"});
  CHECK(found_in(glossary, "es", "Los migrantes, la salud y las vacunas; más vacunas.") ==
        Found{"migrantes", "salud", "vacunas", "vacunas"});
}

TEST_CASE("a hit is exact when the text has the term as it is written") {
  const auto exact = [](const char* term, const char* text) {
    return glossary_of("es", {term, "xyzzy"}).recognize(text, kSpanish).at(0).exact;
  };
  CHECK(exact("migración", "la migración"));
  CHECK_FALSE(exact("migración", "las migraciones"));
  CHECK_FALSE(exact("migración", "Migración"));
  CHECK_FALSE(exact("migración", "la migracion"));
  CHECK(exact("derecho a la «ciudad»", "el derecho  a la “ciudad”"));
}

TEST_CASE("the longest term wins where terms overlap") {
  const auto glossary =
      glossary_of("es", {"migración", "gestión de la migración", "Pacto Mundial para la Migración",
                         "Pacto Mundial para la Migración Segura"});
  CHECK(
      found_in(glossary, "es", "El Pacto Mundial para la Migración Segura trata de la migración") ==
      Found{"Pacto Mundial para la Migración Segura", "migración"});
  CHECK(found_in(glossary_of("en", {"safe migration", "migration policy and practice"}), "en",
                 "safe migration policy and practice") == Found{"migration policy and practice"});
}

TEST_CASE("inner and crossing terms are given on request, the longer one first") {
  const auto glossary = glossary_of("en", {"migration", "safe migration", "migration policy"});
  CHECK(found_in(glossary, "en", "a safe migration policy", {.nested = true}) ==
        Found{"safe migration", "migration policy", "migration"});
}

TEST_CASE("each concept that has the term gives a hit") {
  const auto glossary = glossary_of("en", {"bank", "bank"});
  const auto hits = glossary.recognize("a bank", LanguageTag("en"));
  REQUIRE(hits.size() == 2);
  CHECK(hits[0].concept_index == 0);
  CHECK(hits[1].concept_index == 1);
}

TEST_CASE("a concept gives one hit a place, by its best term") {
  ConceptEntry entry;
  entry.terms = {term_of("es", "remesas"), term_of("es", "remesa"), term_of("es", "remesa")};
  entry.terms[1].status = TermStatus::Deprecated;
  const Glossary glossary({entry});
  const auto hits = glossary.recognize("una remesa", kSpanish);
  REQUIRE(hits.size() == 1);
  CHECK(hits[0].term_index == 2);
  CHECK(hits[0].exact);
}

TEST_CASE("deprecated terms are found, so that a reviser sees them") {
  ConceptEntry entry;
  entry.terms = {term_of("es", "inmigrante ilegal")};
  entry.terms[0].status = TermStatus::Deprecated;
  CHECK(Glossary({entry}).recognize("los inmigrantes ilegales", kSpanish).size() == 1);
}

TEST_CASE("a term as it is written beats the inflected form of another") {
  const auto glossary = glossary_of("es", {"derecho humano", "derechos humanos"});
  const std::string text = "los derechos humanos";
  const auto hits = glossary.recognize(text, kSpanish);
  REQUIRE(hits.size() == 1);
  CHECK(hits[0].concept_index == 1);
  CHECK(glossary.recognize(text, kSpanish, {.nested = true}).size() == 2);
}

TEST_CASE("acronyms are found in their own case only") {
  const Glossary glossary({concept_of("pan de trigo", "PAN"), concept_of("Ejemplo Uno", "Unicef")});
  CHECK(found_in(glossary, "es", "El PAN votó; el pan subió; Pan.") == Found{"PAN"});
  CHECK(found_in(glossary, "es", "UNICEF, Unicef y unicef") == Found{"Unicef"});
  // What looks like an acronym is one.
  CHECK(found_in(glossary_of("en", {"WHO", "migrant"}), "en", "those who know the WHO") ==
        Found{"WHO"});
}

TEST_CASE("acronyms take a plural s and may lose it") {
  CHECK(found_in(glossary_of("en", {"SDG", "aid"}), "en", "the SDGs, an SDG, sdgs") ==
        Found{"SDGs", "SDG"});
  CHECK(found_in(glossary_of("en", {"SDGs", "aid"}), "en", "one SDG") == Found{"SDG"});
  CHECK(found_in(glossary_of("es", {"ONG", "agua"}), "es", "las ONGs y las ONG") ==
        Found{"ONGs", "ONG"});
}

TEST_CASE("a term with its acronym in brackets is found with it, without it, and by it") {
  const std::string full = "Organización Internacional para las Migraciones";
  const auto glossary = glossary_of("es", {full + " (OIM)", "agua"});
  CHECK(found_in(glossary, "es", "La " + full + " (OIM) dijo") == Found{full + " (OIM)"});
  CHECK(found_in(glossary, "es", "La " + full + " dijo") == Found{full});
  CHECK(found_in(glossary, "es", "La OIM dijo") == Found{"OIM"});
  CHECK(found_in(glossary, "es", "La oim").empty());
  CHECK(glossary.recognize(full + " (OIM)", kSpanish).at(0).exact);
}

TEST_CASE("a remark in brackets is no acronym of the term") {
  const auto glossary = glossary_of("es", {"región mediterránea (UE)", "agua"});
  CHECK(found_in(glossary, "es", "la UE y la región mediterránea") == Found{"región mediterránea"});
}

TEST_CASE("an inverted name is found as it is said") {
  const auto glossary = glossary_of("en", {"Iran (Islamic Republic of)", "water", "oil"});
  CHECK(found_in(glossary, "en", "the Islamic Republic of Iran") ==
        Found{"Islamic Republic of Iran"});
  CHECK(found_in(glossary, "en", "in Iran") == Found{"Iran"});
}

TEST_CASE("endings that name two forms at once are understood") {
  for (const char* term : {"niño/a migrante", "niño(a) migrante"}) {
    CHECK(found_in(glossary_of("es", {term}), "es", "los niños migrantes y las niñas migrantes") ==
          Found{"niños migrantes", "niñas migrantes"});
  }
  CHECK(found_in(glossary_of("fr", {"réfugié(e)(s)"}), "fr", "une réfugiée") == Found{"réfugiée"});
  CHECK(found_in(glossary_of("en", {"stakeholder(s)"}), "en", "a stakeholder") ==
        Found{"stakeholder"});
}

TEST_CASE("alternatives round a spaced stroke are terms, a tight stroke is part of one") {
  const auto glossary = glossary_of("es", {"saneamiento / alcantarillado", "VIH/sida"});
  CHECK(found_in(glossary, "es", "el alcantarillado, el saneamiento, el VIH/sida, el sida") ==
        Found{"alcantarillado", "saneamiento", "VIH/sida"});
}

TEST_CASE("hyphen, blank and one word are the same") {
  CHECK(found_in(glossary_of("en", {"health care"}), "en", "health-care workers") ==
        Found{"health-care"});
  CHECK(found_in(glossary_of("en", {"well-being"}), "en", "wellbeing, well being, well‑being") ==
        Found{"wellbeing", "well being", "well‑being"});
  CHECK(found_in(glossary_of("fr", {"droit socioéconomique"}), "fr", "droits socio-économiques") ==
        Found{"droits socio-économiques"});
  CHECK(found_in(glossary_of("es", {"COVID-19", "agua"}), "es", "la covid-19, la COVID 19") ==
        Found{"covid-19", "COVID 19"});
}

TEST_CASE("apostrophes part words, straight or curly") {
  const auto glossary = glossary_of("fr", {"accès", "pays d’origine", "droits de l'homme"});
  CHECK(found_in(glossary, "fr", "l’accès, l'accès, le pays d'origine, les droits de l’homme") ==
        Found{"accès", "accès", "pays d'origine", "droits de l’homme"});
}

TEST_CASE("a term matches whole words only") {
  CHECK(found_in(glossary_of("es", {"ambiental"}), "es", "medioambiental, ambientalista").empty());
  CHECK(found_in(glossary_of("en", {"migrant", "pandemic"}), "en",
                 "non-migrant, post-pandemic, migrant-led") == Found{"migrant"});
}

TEST_CASE("a term does not run over punctuation that it does not have") {
  const auto glossary =
      glossary_of("es", {"movilidad humana", "migración segura, ordenada y regular"});
  CHECK(found_in(glossary, "es", "La movilidad. Humana es, movilidad, humana; movilidad – humana")
            .empty());
  CHECK(found_in(glossary, "es", "movilidad\nhumana") == Found{"movilidad\nhumana"});
  CHECK(found_in(glossary, "es", "movilidad\n\nhumana").empty());
  CHECK(found_in(glossary, "es", "la migración segura, ordenada y regular") ==
        Found{"migración segura, ordenada y regular"});
  CHECK(found_in(glossary, "es", "la migración segura ordenada y regular").size() == 1);
}

TEST_CASE("numbers are compared by value") {
  const auto glossary = glossary_of("es", {"Agenda 2030", "1.000 días", "salud"});
  CHECK(found_in(glossary, "es", "la Agenda 2030, no la Agenda 2063") == Found{"Agenda 2030"});
  CHECK(found_in(glossary, "es", "los primeros 1 000 días") == Found{"1 000 días"});
}

TEST_CASE("words may be inserted when asked for, but no function words") {
  const auto glossary = glossary_of("es", {"trabajador migrante"});
  const std::string text = "los trabajadores agrícolas migrantes";
  CHECK(found_in(glossary, "es", text).empty());
  CHECK(found_in(glossary, "es", text, {.max_gap = 1}) ==
        Found{"trabajadores agrícolas migrantes"});
  CHECK(found_in(glossary, "es", "trabajadores y migrantes", {.max_gap = 1}).empty());
  CHECK(found_in(glossary, "es", "trabajadores, jóvenes migrantes", {.max_gap = 1}).empty());
  CHECK(found_in(glossary, "es", "trabajadores muy jóvenes migrantes", {.max_gap = 1}).empty());
}

TEST_CASE("a text without accents is read as if typed without them") {
  CHECK(found_in(glossary_of("es", {"inclusión económica"}), "es", "INCLUSION ECONOMICA") ==
        Found{"INCLUSION ECONOMICA"});
  CHECK(found_in(glossary_of("es", {"inclusión económica"}), "es", "la inclusion economica") ==
        Found{"inclusion economica"});
  CHECK(found_in(glossary_of("fr", {"santé publique"}), "fr", "la sante publique") ==
        Found{"sante publique"});
}

TEST_CASE("accents tell words apart in a text that has them") {
  CHECK(found_in(glossary_of("es", {"término", "práctica"}), "es",
                 "Terminó la sesión; se practica la agricultura; yo termino aquí.")
            .empty());
  CHECK(found_in(glossary_of("fr", {"marché", "traité"}), "fr",
                 "La marche et la traite ont été évoquées.")
            .empty());
  CHECK(found_in(glossary_of("fr", {"marché"}), "fr", "une longue marche").empty());
  CHECK(found_in(glossary_of("es", {"año"}), "es", "el ano y la migración").empty());
}

TEST_CASE("accents that spelling leaves open do not matter") {
  CHECK(found_in(glossary_of("fr", {"événement", "coût", "État partie"}), "fr",
                 "l’évènement, le cout, l’Etat partie") ==
        Found{"évènement", "cout", "Etat partie"});
  CHECK(found_in(glossary_of("es", {"periodo de sesiones"}), "es", "el período de sesiones") ==
        Found{"período de sesiones"});
}

TEST_CASE("a capital tells a proper name from a common word where the glossary uses capitals so") {
  const auto glossary = glossary_of("es", {"Estado", "migrante", "salud"});
  CHECK(found_in(glossary, "es", "el estado de salud en el Estado") == Found{"salud", "Estado"});
  CHECK(found_in(glossary_of("fr", {"La Réunion", "île", "mer"}), "fr",
                 "la réunion, à La Réunion") == Found{"La Réunion"});
  // All terms begin with a capital: it says nothing.
  const auto headings = glossary_of("es", {"Migrante", "Salud"});
  CHECK(found_in(headings, "es", "la salud del migrante") == Found{"salud", "migrante"});
  // Several words need none.
  CHECK(found_in(glossary_of("es", {"Estados Miembros", "salud", "agua"}), "es",
                 "los estados miembros") == Found{"estados miembros"});
}

TEST_CASE("a declared part of speech widens what is found") {
  ConceptEntry entry;
  entry.terms = {term_of("es", "empoderar"), term_of("es", "pospandémico")};
  const std::string text = "empoderando a quienes viven la crisis pospandémica";
  CHECK(found_in(Glossary({entry}), "es", text).empty());
  entry.terms[0].part_of_speech = "verb";
  entry.terms[1].part_of_speech = "adjective";
  CHECK(found_in(Glossary({entry}), "es", text) == Found{"empoderando", "pospandémica"});
}

TEST_CASE("a glossary serves many threads at once") {
  const auto spanish = glossary_of("es", {"trabajador migrante"});
  const auto portuguese = glossary_of("pt", {"trabalhador migrante"});
  std::atomic<int> wrong = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&] {
      for (int i = 0; i < 200; ++i) {
        wrong += found_in(spanish, "es", "los trabajadores migrantes").size() == 1 ? 0 : 1;
        wrong += found_in(portuguese, "pt", "os trabalhadores migrantes").size() == 1 ? 0 : 1;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(wrong == 0);
}

#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "extract/acronyms.hpp"

using namespace trujaman;
using namespace trujaman::extract;

namespace {

using Found = std::vector<std::pair<std::string, std::string>>;

Found found_in(const std::string& text, const char* language) {
  Found out;
  for (const Acronym& a : find_acronyms(text, LanguageTag(language))) {
    out.emplace_back(text.substr(a.short_form.begin, a.short_form.size()),
                     text.substr(a.long_form.begin, a.long_form.size()));
  }
  return out;
}

TranslationUnit unit(const std::string& spanish, const std::string& english) {
  TranslationUnit out;
  out.variants.resize(2);
  out.variants[0].language = LanguageTag("es");
  out.variants[0].text = spanish;
  out.variants[1].language = LanguageTag("en");
  out.variants[1].text = english;
  return out;
}

}  // namespace

TEST_CASE("the long form stands before the brackets", "[extract]") {
  struct Row {
    const char* language;
    const char* text;
    const char* acronym;
    const char* long_form;
  };
  const Row rows[] = {
      {"es", "Los Objetivos de Desarrollo Sostenible (ODS) son diecisiete.", "ODS",
       "Objetivos de Desarrollo Sostenible"},
      {"es", "la Organización Internacional para las Migraciones (OIM)", "OIM",
       "Organización Internacional para las Migraciones"},
      {"es", "el Programa de las Naciones Unidas para el Desarrollo (PNUD)", "PNUD",
       "Programa de las Naciones Unidas para el Desarrollo"},
      {"es", "el producto interno bruto (PIB, en dólares)", "PIB", "producto interno bruto"},
      {"en", "The Sustainable Development Goals (SDGs) are seventeen.", "SDGs",
       "Sustainable Development Goals"},
      {"en", "the Food and Agriculture Organization of the United Nations (FAO)", "FAO",
       "Food and Agriculture Organization of the United Nations"},
      {"fr", "l’Organisation de coopération et de développement économiques (OCDE)", "OCDE",
       "Organisation de coopération et de développement économiques"},
      {"fr", "d’un intervalle de confiance (IC) de 95 %", "IC", "intervalle de confiance"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(found_in(row.text, row.language) == Found{{row.acronym, row.long_form}});
  }
}

TEST_CASE("the long form may stand in the brackets", "[extract]") {
  CHECK(found_in("La OIM (Organización Internacional para las Migraciones) informa.", "es") ==
        Found{{"OIM", "Organización Internacional para las Migraciones"}});
  CHECK(
      found_in("la OIM (véase la Organización Internacional para las Migraciones)", "es").empty());
}

TEST_CASE("brackets without an acronym of what is before them introduce none", "[extract]") {
  CHECK(found_in("las personas refugiadas (ACNUR)", "es").empty());
  CHECK(found_in("un aumento del total (5 %)", "es").empty());
  CHECK(found_in("el informe anual (anexo)", "es").empty());
  CHECK(found_in("en las vías respiratorias inferiores (LRTI)", "es").empty());
  CHECK(found_in("(ODS)", "es").empty());
  CHECK(found_in("sin cerrar (ODS", "es").empty());
  CHECK(found_in("", "es").empty());
}

TEST_CASE("acronyms of both sides are matched by likeness", "[extract]") {
  const std::vector<TranslationUnit> units = {
      unit("La Organización de Cooperación y Desarrollo Económicos (OCDE) da el ingreso nacional "
           "bruto (INB).",
           "The gross national income (GNI) is given by the Organisation for Economic Cooperation "
           "and Development (OECD)."),
      unit("El ingreso nacional bruto (INB) crece.", "Gross national income (GNI) is growing.")};
  const auto pairs = pair_acronyms(units, {LanguageTag("es"), LanguageTag("en")});
  REQUIRE(pairs.size() == 2);
  CHECK(pairs[0].source == "OCDE");
  CHECK(pairs[0].target == "OECD");
  CHECK(pairs[1].source_long == "ingreso nacional bruto");
  CHECK(pairs[1].target_long == "gross national income");
  CHECK(pairs[1].count == 2);
}

#include <trujaman/glossary.hpp>

#include "findings.hpp"

using namespace test;
using trujaman::ConceptEntry;
using trujaman::Glossary;
using trujaman::Term;
using trujaman::TermStatus;

namespace {

struct TermRow {
  const char* language;
  const char* text;
  TermStatus status = TermStatus::Preferred;
  bool acronym = false;
};

ConceptEntry entry_of(const std::string& id, std::initializer_list<TermRow> rows) {
  ConceptEntry entry;
  entry.id = id;
  for (const TermRow& row : rows) {
    Term term;
    term.language = trujaman::LanguageTag(row.language);
    term.text = row.text;
    term.status = row.status;
    term.acronym = row.acronym;
    entry.terms.push_back(term);
  }
  return entry;
}

const Glossary& glossary() {
  constexpr auto preferred = TermStatus::Preferred;
  constexpr auto deprecated = TermStatus::Deprecated;
  static const Glossary all({
      entry_of("iom", {{"es", "Organización Internacional para las Migraciones"},
                       {"es", "OIM", preferred, true},
                       {"es", "Organización Internacional de las Migraciones", deprecated},
                       {"en", "International Organization for Migration"},
                       {"en", "IOM", preferred, true},
                       {"fr", "Organisation internationale pour les migrations"},
                       {"fr", "OIM", preferred, true}}),
      entry_of("sdg", {{"es", "ODS", preferred, true},
                       {"en", "SDG", preferred, true},
                       {"fr", "ODD", preferred, true}}),
      entry_of(
          "worker",
          {{"es", "trabajador migrante"}, {"en", "migrant worker"}, {"fr", "travailleur migrant"}}),
      entry_of("trafficking", {{"es", "trata de personas"},
                               {"es", "tráfico de personas", deprecated},
                               {"en", "trafficking in persons"},
                               {"en", "human trafficking"},
                               {"fr", "traite des personnes"},
                               {"fr", "trafic des êtres humains", deprecated}}),
      entry_of("smuggling", {{"es", "tráfico ilícito de migrantes"},
                             {"en", "smuggling of migrants"},
                             {"fr", "trafic de migrants"}}),
      entry_of("sustainable", {{"es", "desarrollo sostenible"},
                               {"en", "sustainable development"},
                               {"fr", "développement durable"}}),
      entry_of("mexican", {{"es", "mordida"}}),
  });
  return all;
}

}  // namespace

TEST_CASE("a term without its equivalent is found", "[check]") {
  fires(CheckRule::Term,
        {
            {"es:La trata de personas aumenta.", "en:The smuggling of migrants is on the rise."},
            {"es:Los trabajadores migrantes protestan.", "en:The guest labourers protest."},
            {"es:El desarrollo sostenible importa.", "fr:La croissance importe."},
            {"es:La OIM ayuda.", "en:The agency helps."},
        },
        &glossary());
}

TEST_CASE("equivalents count in any form", "[check]") {
  is_silent(CheckRule::Term,
            {
                {"es:Los trabajadores migrantes protestan.", "en:Migrant workers protest."},
                {"es:Las trabajadoras migrantes protestan.",
                 "fr:Les travailleuses migrantes protestent."},
                {"es:La trata de personas.", "en:Human trafficking."},
                {"es:La Organización Internacional para las Migraciones ayuda.", "en:IOM helps."},
                {"es:Trabajadores migrantes.", "en:Migrant agricultural workers."},
                {"es:El desarrollo sostenible.", "en:To develop in a sustainable manner."},
                {"es:La mordida.", "en:The bribe."},
                {"es:Nada de eso.", "en:Nothing of the kind."},
            },
            &glossary());
}

TEST_CASE("a deprecated term is found on either side", "[check]") {
  fires(CheckRule::DeprecatedTerm,
        {
            {"en:Trafficking in persons.", "es:El tráfico de personas."},
            {"es:La trata de personas.", "fr:Le trafic des êtres humains."},
            {"es:La Organización Internacional de las Migraciones.",
             "en:The International Organization for Migration."},
        },
        &glossary());
  is_silent(CheckRule::DeprecatedTerm,
            {
                {"en:Trafficking in persons.", "es:La trata de personas."},
                {"en:Smuggling of migrants.", "es:El tráfico ilícito de migrantes."},
                {"en:The traffic of the city.", "es:El tráfico de la ciudad."},
            },
            &glossary());
}

TEST_CASE("a deprecated term comes with what to use instead", "[check]") {
  CHECK(messages(CheckRule::DeprecatedTerm, {"en:Human trafficking.", "es:El tráfico de personas."},
                 &glossary()) ==
        std::vector<std::string>{
            "“tráfico de personas” is deprecated; the glossary has “trata de personas”"});
}

TEST_CASE("an acronym of another language is found", "[check]") {
  fires(CheckRule::Acronym,
        {
            {"es:La OIM ayuda.", "en:The OIM helps."},
            {"es:Los ODS importan.", "en:The ODS matter."},
            {"es:Los ODS importan.", "fr:Les SDG sont importants."},
            {"es:Los SDG importan.", "en:The SDGs matter."},
        },
        &glossary());
  is_silent(CheckRule::Acronym,
            {
                {"es:La OIM ayuda.", "en:IOM helps."},
                {"es:La OIM ayuda.", "fr:L’OIM aide."},
                {"es:El formato ODS es abierto.", "fr:Le format est ouvert."},
                {"es:La OIM ayuda.", "en:IOM (in Spanish, OIM) helps."},
                {"es:El odd de la casa.", "en:The odd house."},
                {"es:La ruta A/ODS/1.", "en:The path A/ODS/1."},
            },
            &glossary());
}

TEST_CASE("an acronym of another language is not also a missing term", "[check]") {
  trujaman::CheckOptions options;
  options.glossary = &glossary();
  const auto findings =
      trujaman::Checker(options).check(unit_of({"es:La OIM ayuda.", "en:The OIM helps."}));
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].rule == CheckRule::Acronym);
  CHECK(findings[0].places.at(0).words == "OIM");
  CHECK(findings[0].places.at(0).language.str() == "en");
}

TEST_CASE("without a glossary there are no findings about terms", "[check]") {
  is_silent(CheckRule::Term, {{"es:La trata de personas.", "en:The trade."}});
}

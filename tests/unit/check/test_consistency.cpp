#include "findings.hpp"

using namespace test;
using trujaman::Finding;
using trujaman::TranslationUnit;

namespace {

std::vector<Finding> compare(CheckRule rule, std::initializer_list<Row> rows) {
  std::vector<TranslationUnit> units;
  for (const Row& row : rows) units.push_back(unit_of(row));
  return trujaman::check_units(units, only(rule));
}

}  // namespace

TEST_CASE("a source with several translations is found where it departs from the usual one",
          "[check]") {
  const auto findings = compare(CheckRule::Inconsistent, {{"es:Guardar como", "en:Save under"},
                                                          {"es:Guardar como", "en:Save as"},
                                                          {"es:Cerrar", "en:Close"},
                                                          {"es:Guardar como", "en:Save as"}});
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].unit == 0);
  CHECK(findings[0].other_unit == 1);
  CHECK(findings[0].severity == trujaman::Severity::Warning);
  CHECK(findings[0].message ==
        "“Guardar como” is translated as “Save under”, elsewhere as “Save as”");
}

TEST_CASE("capitals and punctuation do not make a source or a translation another one", "[check]") {
  CHECK(compare(CheckRule::Inconsistent,
                {{"es:Guardar como", "en:Save as"}, {"es:Guardar como…", "en:Save As…"}})
            .empty());
  CHECK(compare(CheckRule::Inconsistent,
                {{"es:Guardar como", "en:Save as"}, {"es:guardar como:", "en:Store as"}})
            .size() == 1);
}

TEST_CASE("each language has its own translations", "[check]") {
  CHECK(compare(CheckRule::Inconsistent,
                {{"es:Guardar como", "en:Save as"}, {"es:Guardar como", "fr:Enregistrer sous"}})
            .empty());
  CHECK(compare(CheckRule::Inconsistent,
                {{"es:Guardar como", "fr:Sauver"}, {"es:Guardar como", "fr:Enregistrer sous"}})
            .size() == 1);
}

TEST_CASE("a single word with several translations is only noted", "[check]") {
  const auto findings =
      compare(CheckRule::Inconsistent, {{"es:Derecho", "en:Right"}, {"es:Derecho", "en:Law"}});
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].severity == trujaman::Severity::Note);
}

TEST_CASE("sources that have little in common but their translation are noted", "[check]") {
  CHECK(compare(CheckRule::SameTarget,
                {{"es:Los migrantes llegan a la costa.", "en:The migrants arrive on the coast."},
                 {"es:El Consejo aprueba el presupuesto.", "en:The migrants arrive on the coast."}})
            .size() == 1);
  CHECK(compare(CheckRule::SameTarget,
                {{"es:Cierra la ventana actual.", "fr:Ferme la fenêtre active."},
                 {"es:Abre otro documento nuevo.", "fr:Ferme la fenêtre active."},
                 {"es:Borra todos los archivos.", "fr:Ferme la fenêtre active."}})
            .size() == 2);
  CHECK(compare(CheckRule::SameTarget,
                {{"en:Close the current window.", "es:Cierra la ventana actual."},
                 {"en:Delete every file now.", "es:Cierra la ventana actual."}})
            .size() == 1);
}

TEST_CASE("sources that say the same in other words may share a translation", "[check]") {
  CHECK(compare(CheckRule::SameTarget,
                {{"es:Los migrantes llegan a la costa.", "en:The migrants arrive on the coast."},
                 {"es:Los migrantes llegan a las costas.", "en:The migrants arrive on the coast."}})
            .empty());
  CHECK(compare(CheckRule::SameTarget, {{"es:Borrar", "en:Delete"}, {"es:Eliminar", "en:Delete"}})
            .empty());
  CHECK(
      compare(CheckRule::SameTarget, {{"es:Uno, dos, tres y cuatro.", "en:One, two, three, four."},
                                      {"es:Uno, dos, tres y cuatro", "en:One, two, three, four."}})
          .empty());
}

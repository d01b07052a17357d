#include "findings.hpp"

using namespace test;

TEST_CASE("a text without translation is found", "[check]") {
  fires(CheckRule::Empty, {
                              {"es:Los migrantes llegan.", "en:"},
                              {"es:Los migrantes llegan.", "fr:   "},
                              {"es:2024", "en:"},
                              {"es:", "en:The migrants arrive."},
                          });
  is_silent(CheckRule::Empty, {
                                  {"es:Los migrantes llegan.", "en:The migrants arrive."},
                                  {"es:—", "en:"},
                                  {"es:", "en:"},
                                  {"es:", "en:…"},
                              });
}

TEST_CASE("of a unit without the language asked for, the source is reported", "[check]") {
  const auto unit = unit_of({"es:Los migrantes llegan.", "en:The migrants arrive."});
  trujaman::CheckOptions options = only(CheckRule::Empty);
  options.targets = {trujaman::LanguageTag("fr")};
  const auto findings = trujaman::Checker(options).check(unit);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].languages.target.str() == "fr");
  CHECK(findings[0].places.at(0).words == "Los migrantes llegan.");
}

TEST_CASE("a target that is the source is found, unless it is a name or a number", "[check]") {
  fires(CheckRule::Untranslated,
        {
            {"es:Los migrantes llegan a la costa.", "en:Los migrantes llegan a la costa."},
            {"en:Find the term in the list.", "fr:Find the term in the list."},
            {"es:recuperación económica resiliente sostenible",
             "en:recuperación económica resiliente sostenible"},
            {"fr:Le rapport de la Commission", "es:Le rapport de la Commission"},
        });
  is_silent(CheckRule::Untranslated,
            {
                {"es:Los migrantes llegan.", "en:The migrants arrive."},
                {"es:LibreOffice Writer", "en:LibreOffice Writer"},
                {"es:Error", "en:Error"},
                {"es:A/RES/70/1", "en:A/RES/70/1"},
                {"es:1.000", "en:1.000"},
                {"es:https://example.org/los/migrantes/de/la/costa",
                 "en:https://example.org/los/migrantes/de/la/costa"},
                {"es-ES:Los migrantes llegan.", "es-MX:Los migrantes llegan."},
            });
}

TEST_CASE("what is not translated is not judged any further", "[check]") {
  const auto unit = unit_of(
      {"es:¿Llegan los migrantes a la la costa?", "en:¿Llegan los migrantes a la la costa?"});
  const auto findings = trujaman::Checker().check(unit);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].rule == CheckRule::Untranslated);
}

TEST_CASE("a text in another language than it should be in is found", "[check]") {
  fires(CheckRule::Language,
        {
            {"es:Los Estados Miembros de la Organización se reúnen en la sede.",
             "en:Les États membres de l’Organisation se réunissent dans les locaux."},
            {"es:The Member States of the Organization meet in the headquarters.",
             "fr:Les États membres de l’Organisation se réunissent au siège."},
            {"en:The Member States of the Organization meet.",
             "fr:Los Estados Miembros de la Organización se reúnen con los observadores del "
             "organismo y no con los demás."},
            {"es:Esta vía no se ha abierto todavía.", "en:Esta vía no se ha abierto aún."},
            {"es:El agua es de todos.", "en:Вода принадлежит всем."},
            {"ru:Water belongs to everyone and must not be sold.", "en:Water must not be sold."},
        });
  is_silent(CheckRule::Language,
            {
                {"es:Los Estados Miembros de la Organización se reúnen en la sede.",
                 "en:The Member States of the Organization meet at its headquarters."},
                {"es:Véase World Migration Report, de la OIM.", "en:See World Migration Report."},
                {"es:No.", "en:Non."},
                {"es:La cooperación Norte-Sur, Sur-Sur y triangular para los países en desarrollo.",
                 "en:North-South, South-South and triangular cooperation."},
                {"es:El libro The State of the World, de la FAO, y la guía de la OIM.",
                 "fr:Le livre The State of the World, de la FAO, et le guide de l’OIM."},
                {"es:El informe «Migration in the World» y otros.",
                 "en:The report “Migration in the World” and others."},
                {"es:Pulse Enter.", "ru:LibreOffice Writer, Enter"},
                {"es:алеф, бет, гимель", "en:алеф, бет, гимель, …"},
                {"sr-Latn:Voda pripada svima.", "en:Water belongs to everyone."},
                {"xx:the of and to in a is that", "en:the of and to in a is that it."},
            });
}

TEST_CASE("a word that stands twice is found", "[check]") {
  fires(CheckRule::DoubledWord,
        {
            {"es:El derecho de de asilo.", "en:The right of asylum."},
            {"es:El derecho de asilo.", "en:The the right of asylum."},
            {"es:El derecho de asilo.", "fr:Le droit d’asile est le le plus ancien."},
            {"es:Los países los\u00A0los acogen.", "en:The countries receive them."},
        });
  is_silent(CheckRule::DoubledWord,
            {
                {"es:Nos encontramos.", "fr:Nous nous rencontrons."},
                {"es:Se ven.", "fr:Vous vous voyez."},
                {"es:Lo que había tenido.", "en:What they had had."},
                {"es:Dice que eso es así.", "en:It says that that is so."},
                {"es:La isla de Bora Bora.", "en:The island of Bora Bora."},
                {"es:Pasa de 3 3 a 4.", "en:It goes from 3 to 4."},
                {"es:Un diálogo de todos, todos los días.", "en:A dialogue of all, all days."},
                {"es:muy muy grande", "en:very very large"},
            });
}

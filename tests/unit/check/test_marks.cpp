#include "findings.hpp"

using namespace test;

TEST_CASE("a bracket without its other half is found", "[check]") {
  fires(CheckRule::Bracket,
        {
            {"es:La Organización (OIM) existe.", "en:The Organization (IOM exists."},
            {"es:La Organización (OIM) existe.", "en:The Organization IOM) exists."},
            {"es:Véase [1 y 2.", "en:See [1] and 2."},
            {"es:Uno (dos [tres] cuatro).", "en:One (two [three) four."},
        });
  is_silent(CheckRule::Bracket,
            {
                {"es:La Organización (OIM) existe.", "en:The Organization (IOM) exists."},
                {"es:a) El primero; b) el segundo.", "en:(a) The first; (b) the second."},
                {"es:1) El primero.", "en:1) The first."},
                {"es:iv) El cuarto.", "en:(iv) The fourth."},
                {"es:(Continúa en la página", "en:(Continued on page"},
                {"es:Bien :)", "en:Fine."},
            });
}

TEST_CASE("a quotation mark without its other half is found", "[check]") {
  fires(CheckRule::Quote, {
                              {"es:El llamado «pacto».", "fr:Le « pacte."},
                              {"es:El llamado «pacto».", "en:The so-called “compact."},
                              {"es:El llamado \"pacto.", "en:The so-called \"compact\"."},
                              {"es:El llamado «pacto».", "en:The so-called compact”."},
                          });
  is_silent(CheckRule::Quote, {
                                  {"es:El llamado «pacto».", "en:The so-called “compact”."},
                                  {"es:El llamado «pacto».", "en:The so-called 'compact'."},
                                  {"es:Dijo: «Vamos.", "en:He said: “Let us go."},
                                  {"es:Una pantalla de 15 pulgadas.", "en:A 15\" screen."},
                                  {"es:El llamado “pacto\".", "en:The “compact\"."},
                              });
}

TEST_CASE("a Spanish question or exclamation without its opening mark is found", "[check]") {
  fires(CheckRule::OpeningMark, {
                                    {"en:Who comes?", "es:Quién viene?"},
                                    {"en:Welcome!", "es:Bienvenidos!"},
                                    {"en:Is it so? Yes. Why?", "es:¿Es así? Sí. Por qué?"},
                                    {"es:Quién viene?", "en:Who comes?"},
                                });
  is_silent(CheckRule::OpeningMark, {
                                        {"en:Who comes?", "es:¿Quién viene?"},
                                        {"en:But who comes?", "es:Pero, ¿quién viene?"},
                                        {"en:What!?", "es:¡Qué!?"},
                                        {"en:See example.org/?q=a", "es:Véase example.org/?q=a"},
                                        {"en:Yahoo! is a company.", "es:Yahoo! es una empresa."},
                                        {"en:and who comes?", "es:y quién viene?"},
                                        {"en:In 1950 (?)", "es:En 1950 (?)"},
                                        {"en:Who comes?", "fr:Qui vient ?"},
                                    });
}

TEST_CASE("a French mark without its space is found", "[check]") {
  fires(CheckRule::FrenchSpace,
        {
            {"es:¿Quién viene?", "fr:Qui vient?"},
            {"es:Son tres: uno, dos y tres.", "fr:Ils sont trois: un, deux et trois."},
            {"es:El «pacto».", "fr:Le «pacte»."},
            {"es:Uno; dos.", "fr:Un; deux."},
            {"es:Son tres: uno.", "fr-CA:Ils sont trois: un."},
        });
  is_silent(CheckRule::FrenchSpace,
            {
                {"es:¿Quién viene?", "fr:Qui vient ?"},
                {"es:¿Quién viene?", "fr:Qui vient\u00A0?"},
                {"es:¿Quién viene?", "fr:Qui vient\u202F?"},
                {"es:El «pacto».", "fr:Le « pacte »."},
                {"es:A las 10:30.", "fr:À 10:30."},
                {"es:Véase https://example.org.", "fr:Voir https://example.org."},
                {"es:¿¡Qué!?", "fr:Quoi ?!"},
                {"es:¿Quién viene?", "fr-CA:Qui vient?"},
                {"es:Uno (?).", "fr:Un (?)."},
                {"es:¿Quién viene?", "en:Who comes?"},
            });
}

TEST_CASE("two spaces, and space at one side's end, are found", "[check]") {
  fires(CheckRule::Space, {
                              {"es:Los migrantes llegan.", "en:The  migrants arrive."},
                              {"es:Los migrantes  llegan.", "en:The migrants arrive."},
                              {"es:Los migrantes llegan.", "en:The migrants arrive. "},
                              {"es: Los migrantes llegan.", "en:The migrants arrive."},
                              {"es:Los migrantes llegan.", "en:The\u00A0 migrants arrive."},
                          });
  is_silent(CheckRule::Space, {
                                  {"es:Los migrantes llegan.", "en:The migrants arrive."},
                                  {"es:Uno  dos", "en:One  two"},
                                  {"es:Uno. Dos.", "en:One.  Two."},
                                  {"es: Los migrantes. ", "en: The migrants. "},
                              });
}

TEST_CASE("different punctuation at the end is found", "[check]") {
  fires(CheckRule::FinalPunctuation, {
                                         {"es:Los migrantes llegan.", "en:The migrants arrive"},
                                         {"es:Los migrantes llegan", "en:The migrants arrive."},
                                         {"es:¿Llegan los migrantes?", "en:The migrants arrive."},
                                         {"es:Los siguientes:", "en:The following."},
                                         {"es:Los migrantes llegan;", "fr:Les migrants arrivent"},
                                     });
  is_silent(CheckRule::FinalPunctuation,
            {
                {"es:Los migrantes llegan.", "en:The migrants arrive."},
                {"es:Él dijo «ven».", "en:He said “come.”"},
                {"es:Los migrantes…", "en:The migrants..."},
                {"es:Viven en EE. UU.", "en:They live in the United States"},
                {"es:Libros, mapas, etc.", "en:Books, maps and so on"},
                {"es:¿Quién?", "fr:Qui ?"},
                {"es:el derecho de asilo;", "en:the right of asylum,"},
                {"es:El derecho de asilo.", "fr:le droit d’asile ;"},
                {"es:Llegan (todos).", "en:They (all) arrive."},
            });
}

#include <catch2/catch.hpp>

#include "units.hpp"

using namespace trujaman;

namespace {

FuzzyMatch best(const Variant& source, const Variant& target, const char* query) {
  TranslationUnit u;
  u.variants = {source, target};
  Memory memory = Memory::in_memory();
  memory.add(std::vector{u});
  const auto matches = memory.lookup(query, {source.language, target.language}, {.min_score = 50});
  REQUIRE(matches.size() == 1);
  return matches[0];
}

struct Case {
  const char* query;
  const char* stored;
  const char* translation;
  const char* given;
};

void check(const char* source_language, const char* target_language,
           std::initializer_list<Case> cases) {
  for (const Case& c : cases) {
    INFO(c.query << " / " << c.stored);
    const FuzzyMatch match = best(test::variant(source_language, c.stored),
                                  test::variant(target_language, c.translation), c.query);
    CHECK(match.target.text == c.given);
    CHECK(match.substituted == (match.target.text != c.translation));
    CHECK(match.source.text == c.stored);
  }
}

}  // namespace

TEST_CASE("the numbers of a text take the place of those of the match", "[memory]") {
  check("es", "en",
        {{"El 46 % en 2023", "El 70 % en 2021", "70% in 2021", "46% in 2023"},
         {"Resolución A/RES/73/195", "Resolución A/RES/70/1", "Resolution A/RES/70/1",
          "Resolution A/RES/73/195"},
         {"El 14 de mayo de 2024", "El 2 de mayo de 2019", "On 2 May 2019", "On 14 May 2024"},
         {"Véase el cuadro 3 y el 3.", "Véase el cuadro 2 y el 2.", "See table 2 and 2.",
          "See table 3 and 3."}});
}

TEST_CASE("numbers are written as the target writes them", "[memory]") {
  check("es", "en",
        {{"Unos 1.250,5 millones", "Unos 2.000,5 millones", "Some 2,000.5 million",
          "Some 1,250.5 million"},
         {"Unas 25.300 personas", "Unas 900 personas", "Some 900 people", "Some 25,300 people"},
         {"Unas 1200 personas", "Unas 1500 personas", "Some 1,500 people", "Some 1,200 people"},
         {"Un 3,75 %", "Un 4 %", "4%", "3.75%"},
         {"Unas 25 300 personas", "Unas 10 000 personas", "Some 10 000 people",
          "Some 25 300 people"}});
  check("es", "fr",
        {{"Unas 25.300 personas", "Unas 900 personas", "Environ 900 personnes",
          "Environ 25\u202F300 personnes"},
         {"Unas 1.234.567 personas", "Unas 10.000 personas", "Environ 10 000 personnes",
          "Environ 1 234 567 personnes"}});
  check(
      "en", "es",
      {{"Some 1,250.5 million", "Some 7.5 million", "Unos 7,5 millones", "Unos 1.250,5 millones"}});
}

TEST_CASE("numbers stay where it is not certain which is which", "[memory]") {
  check("es", "en",
        {// "one" is no digit, and 2 stands once only
         {"Los 3 países", "Los 2 países", "Both countries", "Both countries"},
         {"De 5 a 5 años", "De 2 a 2 años", "For 2 years", "For 2 years"},
         // the same number would become two
         {"De 3 a 4 años", "De 2 a 2 años", "From 2 to 2 years", "From 2 to 2 years"}});
}

TEST_CASE("how numbers are written in a language that is not known is not guessed", "[memory]") {
  check("es", "ja",
        {{"Unas 25.300 personas", "Unas 900 personas", "900 人", "900 人"},
         {"Unas 300 personas", "Unas 900 personas", "900 人", "300 人"}});
}

TEST_CASE("two numbers may change places", "[memory]") {
  check("es", "en", {{"De 5 a 2", "De 2 a 5", "From 2 to 5", "From 5 to 2"}});
}

TEST_CASE("numbers are put into texts that differ in words, too", "[memory]") {
  check("es", "en",
        {{"En 2023 se repatrió a 1200 personas", "En 2021 se asistió a 1200 personas",
          "In 2021, 1200 people were assisted", "In 2023, 1200 people were assisted"}});
}

TEST_CASE("codes keep their places when a number before them gets longer", "[memory]") {
  Variant target = test::variant("en", "Table 9 below");
  InlineCode bold;
  bold.kind = CodeKind::Ph;
  bold.position = 8;  // before "below"
  target.codes = {bold};
  const FuzzyMatch match = best(test::variant("es", "Cuadro 9"), target, "Cuadro 110");
  CHECK(match.target.text == "Table 110 below");
  REQUIRE(match.target.codes.size() == 1);
  CHECK(match.target.codes[0].position == 10);
}

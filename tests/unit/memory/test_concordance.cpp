#include <catch2/catch.hpp>

#include "units.hpp"

using namespace trujaman;
using test::kSpanishEnglish;
using test::unit;

namespace {

/// The hits of @p phrase in @p text, each between brackets; "" when it is not found.
std::string marked(const char* text, const char* phrase) {
  Memory memory = Memory::in_memory();
  memory.add(std::vector{unit(text, "translation")});
  const auto hits = memory.concordance(phrase, kSpanishEnglish);
  if (hits.empty()) return "";
  std::string out;
  std::size_t done = 0;
  for (const TextSpan& span : hits[0].hits) {
    out += hits[0].source.text.substr(done, span.begin - done);
    out += '[' + hits[0].source.text.substr(span.begin, span.size()) + ']';
    done = span.end;
  }
  return out + hits[0].source.text.substr(done);
}

}  // namespace

TEST_CASE("a phrase is found as whole words, whatever their case and accents", "[memory]") {
  CHECK(marked("La Migración laboral y la migracion", "migración") ==
        "La [Migración] laboral y la [migracion]");
  CHECK(marked("La movilidad laboral regional", "movilidad laboral") ==
        "La [movilidad laboral] regional");
  CHECK(marked("La movilidad laboral", "laboral movilidad").empty());
  CHECK(marked("Las migraciones", "migra").empty());
  CHECK(marked("l’accès à l’eau", "l'eau") == "l’accès à [l’eau]");
  CHECK(marked("La COVID-19 en 2021", "covid 19") == "La [COVID-19] en 2021");
}

TEST_CASE("no character of a phrase is query syntax", "[memory]") {
  for (const char* phrase : {"agua OR luz", "\"agua\" NEAR(luz)", "text:agua", "agua*", "^agua",
                             "a\"b", "'; DROP TABLE units; --", "(", "*", "\"", ""}) {
    INFO(phrase);
    CHECK_NOTHROW(marked("el agua y la luz", phrase));
  }
  CHECK(marked("el agua y la luz", "agua*") == "el [agua] y la luz");
  CHECK(marked("agua or luz", "agua OR luz") == "[agua or luz]");
}

TEST_CASE("concordance shows the newest unit first, a page at a time", "[memory]") {
  Memory memory = Memory::in_memory();
  memory.add(std::vector{unit("agua uno", "water one"), unit("agua dos", "water two"),
                         unit("agua tres", "water three")});
  const auto first = memory.concordance("agua", kSpanishEnglish, {.limit = 2});
  REQUIRE(first.size() == 2);
  CHECK(first[0].source.text == "agua tres");
  const auto second = memory.concordance("agua", kSpanishEnglish, {.limit = 2, .offset = 2});
  REQUIRE(second.size() == 1);
  CHECK(second[0].source.text == "agua uno");
}

TEST_CASE("concordance searches the target when asked to, and no other language", "[memory]") {
  Memory memory = Memory::in_memory();
  TranslationUnit u = unit("El informe", "The report");
  u.variants.push_back(test::variant("fr", "Le report"));
  memory.add(std::vector{u});
  CHECK(memory.concordance("report", kSpanishEnglish).empty());
  const auto hits = memory.concordance("report", kSpanishEnglish, {.search_target = true});
  REQUIRE(hits.size() == 1);
  CHECK(hits[0].hits == std::vector<TextSpan>{{4, 10}});
}

TEST_CASE("a phrase in the second variant of a language is found, too", "[memory]") {
  Memory memory = Memory::in_memory();
  TranslationUnit u = unit("El ordenador", "The computer");
  u.variants.push_back(test::variant("es-419", "La computadora"));
  memory.add(std::vector{u});
  const auto hits = memory.concordance("computadora", kSpanishEnglish);
  REQUIRE(hits.size() == 1);
  CHECK(hits[0].source.text == "La computadora");
}

#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "memory/text_pattern.hpp"
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

TEST_CASE("the best hits are those that are most of their text", "[memory]") {
  Memory memory = Memory::in_memory();
  memory.add(std::vector{unit("Agua", "Water"), unit("El agua y la luz", "Water and light"),
                         unit("El agua", "The water")});
  const ConcordanceOptions best{.limit = 2, .order = ConcordanceOptions::Order::Best};
  const auto hits = memory.concordance("agua", kSpanishEnglish, best);
  REQUIRE(hits.size() == 2);
  CHECK(hits[0].source.text == "Agua");
  CHECK(hits[1].source.text == "El agua");
  ConcordanceOptions second = best;
  second.offset = 2;
  const auto rest = memory.concordance("agua", kSpanishEnglish, second);
  REQUIRE(rest.size() == 1);
  CHECK(rest[0].source.text == "El agua y la luz");
}

TEST_CASE("only units that pass the filter are hits", "[memory]") {
  Memory memory = Memory::in_memory();
  TranslationUnit marked_unit = unit("El agua dulce", "Fresh water");
  marked_unit.properties = {{"client", "OIM"}};
  memory.add(std::vector{unit("El agua", "Water"), marked_unit,
                         test::unit_at(0, "El agua salada", "Salt water")});
  const auto found = [&](const UnitFilter& filter) {
    std::vector<std::string> out;
    for (const auto& hit : memory.concordance("agua", kSpanishEnglish, {.filter = filter})) {
      out.push_back(hit.target.text);
    }
    return out;
  };
  CHECK(found({}).size() == 3);
  CHECK(found({.property = Property{"client", "OIM"}}) == std::vector<std::string>{"Fresh water"});
  CHECK(found({.document = "informe.es.md"}) == std::vector<std::string>{"Salt water"});
  CHECK(found({.languages = {LanguageTag("fr")}}).empty());
}

TEST_CASE("a regular expression that is none, or takes for ever, is an error", "[memory]") {
  Memory memory = Memory::in_memory();
  memory.add(std::vector{unit(std::string(60, 'a') + "b", "nothing")});
  const ConcordanceOptions regex{.syntax = ConcordanceOptions::Syntax::Regex};
  CHECK_THROWS_AS(memory.concordance("[a", kSpanishEnglish, regex), Error);
  CHECK_THROWS_AS(memory.concordance("(a+)+$", kSpanishEnglish, regex), Error);
  CHECK(memory.concordance("a+b$", kSpanishEnglish, regex).size() == 1);
}

TEST_CASE("concordance finds what looking at every text would", "[memory]") {
  using Syntax = ConcordanceOptions::Syntax;
  std::mt19937 random(20260101);
  const auto any = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  const std::vector<std::string> words = {
      "agua", "Agua", "aguas",   "migración", "Migrante", "inmigrantes", "de",      "la",
      "y",    "2021", "1.000,5", "COVID-19",  "l’eau",    "derecho",     "derechos"};
  const auto text = [&](std::size_t longest) {
    std::string out;
    for (std::size_t n = 1 + any(longest); n > 0; --n) {
      out += words[any(words.size())] + (n > 1 ? " " : "");
    }
    return out;
  };
  Memory memory = Memory::in_memory();
  std::vector<std::string> texts;
  for (int round = 0; round < 6; ++round) {  // several transactions: several blocks of the index
    std::vector<TranslationUnit> units;
    for (int k = 0; k < 40; ++k) {
      texts.push_back(text(9));
      units.push_back(unit(texts.back(), "translation " + std::to_string(texts.size())));
    }
    memory.add(units);
  }
  const std::vector<std::string> queries = {"agua*",   "*migra*", "gua",    "migr* de",
                                            "a?ua la", "?",       "derech", "19",
                                            "1000.5",  "2*",      "la y"};
  const std::vector<std::string> expressions = {"migra(nte|ción)", "agua.*la",       "[Aa]guas?",
                                                "d.recho",         R"(derechos?\b)", R"(covid-\d+)",
                                                "(agua|la) y",     "l.eau"};
  for (int round = 0; round < 400; ++round) {
    ConcordanceOptions options;
    options.limit = 1000;
    options.syntax = any(2) == 0 ? Syntax::Wildcards : Syntax::Text;
    options.exact = any(3) == 0;
    options.parts_of_words = any(3) == 0;
    if (any(3) == 0) options.distance = any(4);
    const bool regex = any(4) == 0;
    if (regex) options.syntax = Syntax::Regex;
    const std::string query = regex         ? expressions[any(expressions.size())]
                              : any(2) == 0 ? queries[any(queries.size())]
                                            : text(3);
    INFO(query << " wildcards " << (options.syntax == Syntax::Wildcards) << " exact "
               << options.exact << " parts " << options.parts_of_words << " apart "
               << options.distance.has_value());
    const memory::TextPattern pattern(query, options);
    std::vector<std::string> expected;
    for (auto t = texts.rbegin(); t != texts.rend(); ++t) {
      if (!pattern.find(*t).empty()) expected.push_back(*t);
    }
    std::vector<std::string> found;
    for (const auto& hit : memory.concordance(query, kSpanishEnglish, options)) {
      found.push_back(hit.source.text);
    }
    REQUIRE(found == expected);
  }
}

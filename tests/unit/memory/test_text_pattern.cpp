#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "memory/regex_literal.hpp"
#include "memory/text_pattern.hpp"

using namespace trujaman;
using memory::TextPattern;
using Syntax = ConcordanceOptions::Syntax;

namespace {

/// The text with [ ] round what is found.
std::string marked(const char* query, const std::string& text,
                   const ConcordanceOptions& options = {}) {
  std::string out = text;
  const std::vector<TextSpan> spans = TextPattern(query, options).find(text);
  for (auto span = spans.rbegin(); span != spans.rend(); ++span) {
    out.insert(span->end, "]").insert(span->begin, "[");
  }
  return out;
}

}  // namespace

TEST_CASE("a phrase is its words in a row, without regard to case, accents and marks", "[memory]") {
  CHECK(marked("derechos humanos", "Los Derechos Humanos y los derechos, humanos o no") ==
        "Los [Derechos Humanos] y los [derechos, humanos] o no");
  CHECK(marked("poblacion", "La población") == "La [población]");
  CHECK(marked("mi", "migración") == "migración");
  CHECK(marked("ha ha", "ha ha ha ha ha") == "[ha ha] [ha ha] ha");
  CHECK(marked("", "nada") == "nada");
  CHECK(marked("¿?", "¿nada?") == "¿nada?");
}

TEST_CASE("an exact phrase has the case and the accents of the query", "[memory]") {
  const ConcordanceOptions exact{.exact = true};
  CHECK(marked("OIM", "la OIM; oim", exact) == "la [OIM]; oim");
  CHECK(marked("que", "¿Qué? que", exact) == "¿Qué? [que]");
}

TEST_CASE("wildcards stand for letters of a word, when asked for", "[memory]") {
  const ConcordanceOptions wild{.syntax = Syntax::Wildcards};
  CHECK(marked("migra*", "inmigrantes, migrantes y migración", wild) ==
        "inmigrantes, [migrantes] y [migración]");
  CHECK(marked("*migra*", "inmigrantes", wild) == "[inmigrantes]");
  CHECK(marked("niñ?s", "niñas, niños y niñez", wild) == "[niñas], [niños] y niñez");
  CHECK(marked("trabajador* migr*", "trabajadoras migrantes", wild) == "[trabajadoras migrantes]");
  CHECK(marked("l'immigr*", "de l’immigration", wild) == "de [l’immigration]");
  CHECK(marked("a * c", "a b c", wild) == "[a b c]");
  CHECK(marked("migra*", "migra*") == "[migra]*");  // without the flag * is a mark like any other
}

TEST_CASE("parts of words are found when asked for", "[memory]") {
  const ConcordanceOptions parts{.parts_of_words = true};
  CHECK(marked("igra", "la migración", parts) == "la [migración]");
  CHECK(marked("ción de la pobl", "migración de la población", parts) ==
        "[migración de la población]");
  CHECK(marked("ción del", "migración de la", parts) == "migración de la");
}

TEST_CASE("words within a distance stand in any order", "[memory]") {
  const ConcordanceOptions near{.distance = 2};
  CHECK(marked("trata personas", "la trata de mujeres y personas", near) ==
        "la trata de mujeres y personas");
  CHECK(marked("trata personas", "la trata ilícita de personas", near) ==
        "la [trata] ilícita de [personas]");
  CHECK(marked("personas trata", "la trata de personas", near) == "la [trata] de [personas]");
  CHECK(marked("de de", "de uno de", near) == "[de] uno [de]");
  CHECK(marked("de de", "de uno", near) == "de uno");
  CHECK(marked("a b", "b x x x a b", ConcordanceOptions{.distance = 0}) == "b x x x [a] [b]");
}

TEST_CASE("letters that every match of a regular expression has are found in it", "[memory]") {
  const struct {
    const char* regex;
    const char* literal;
  } cases[] = {
      {"migra(nte|ción)", "migra"},
      {"migrantes?", "migrante"},
      {"migrante*s", "migrant"},
      {"migrante{0,2}s", "migrant"},
      {"migra+ción", "migra"},  // migraaación
      {"trabajador(es)? migrante", "trabajador"},
      {R"(\bLey\b.*reglamento\.)", "reglamento"},
      {R"(art\. \d+ de la Constitución)", "Constitución"},
      {R"(\p{Lu}\w+ción)", "ción"},
      {"[Dd]erechos", "erechos"},
      {R"([^\]a]eza)", "eza"},
      {"(?i)niñez", "niñez"},
      {"(?:la|el) agua", "agua"},
      {"(?<!no )acceso", "acceso"},
      // None, or not for certain.
      {"agua|tierra", ""},
      {"(agua)", ""},
      {"de", ""},
      {R"(\x61gua)", ""},
      {R"(\Qagua\E)", ""},
      {"(?x) agua # tierra", ""},
      {"(?#agua)", ""},
      {"[a[bc]agua", ""},
      {"мигрант", ""},
      {"", ""},
  };
  for (const auto& c : cases) {
    INFO(c.regex);
    CHECK(trujaman::memory::literal_in(c.regex) == c.literal);
  }
}

TEST_CASE("a regular expression is searched for in the text as it is", "[memory]") {
  const ConcordanceOptions regex{.syntax = Syntax::Regex};
  CHECK(marked("A/RES/\\d+/\\d+", "véase A/RES/73/195 y a/res/70/1", regex) ==
        "véase [A/RES/73/195] y [a/res/70/1]");
  CHECK(marked("x*", "nada", regex) == "nada");  // an empty match is none
  CHECK_THROWS_AS(TextPattern("(", regex), Error);
  const TextPattern slow("(a+)+$", regex);
  CHECK_THROWS_AS(slow.find(std::string(60, 'a') + "b"), Error);
}

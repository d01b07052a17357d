/// Words that line ends cut in two.
#include <string>

#include <catch2/catch.hpp>

#include "read/hyphenation.hpp"

using trujaman::read::Hyphenation;

namespace {
std::string join(const std::string& first, const std::string& second,
                 const Hyphenation& hyphenation = {}) {
  std::string text = first;
  static_cast<void>(hyphenation.join(text, second));
  return text;
}
}  // namespace

TEST_CASE("a word cut at a line end is put together", "[hyphenation]") {
  CHECK(join("todos jun\u2010", "tos en") == "todos juntos en");
  CHECK(join("todos jun-", "tos en") == "todos juntos en");
  CHECK(join("todos jun\u00AD", "tos en") == "todos juntos en");
  CHECK(join("todos", "juntos") == "todos juntos");
}

TEST_CASE("a hyphen of the author's stays", "[hyphenation]") {
  CHECK(join("la COVID-", "19 y") == "la COVID-19 y");
  CHECK(join("la frontera España-", "Francia") == "la frontera España-Francia");
  CHECK(join("an NYC-", "based group") == "an NYC-based group");
  CHECK(join("in 2019-", "2020") == "in 2019-2020");
  CHECK(join("le bien peut-", "être") == "le bien peut-être");
  CHECK(join("pre-", "y posnatal") == "pre- y posnatal");
  CHECK(join("entre 1 -", "y 2") == "entre 1 - y 2");
}

TEST_CASE("the document's own words tell which hyphen it is", "[hyphenation]") {
  Hyphenation hyphenation;
  hyphenation.learn("El desarrollo socio-económico y los coautores; la vice-");
  hyphenation.learn("presidencia, el Long Beach time.");
  CHECK(join("lo socio-", "económico", hyphenation) == "lo socio-económico");
  CHECK(join("los co-", "autores", hyphenation) == "los coautores");
  CHECK(join("a long-", "time guest", hyphenation) == "a long-time guest");
  // What stands behind a line-end hyphen is no word of the document.
  CHECK(join("la larga-", "presidencia", hyphenation) == "la largapresidencia");
}

TEST_CASE("where no line end is hyphenated, a hyphen is the author's", "[hyphenation]") {
  Hyphenation hyphenation;
  for (int i = 0; i < 100; ++i) hyphenation.learn("una línea sin cortar palabras");
  CHECK(join("post-", "graduate", hyphenation) == "post-graduate");
}

TEST_CASE("capitals are cut like other words, and acronyms stay apart", "[hyphenation]") {
  Hyphenation hyphenation;
  hyphenation.learn("La OMS habla con la OIM, y la OIM con la OMS.");
  CHECK(join("selon l'UNES-", "CO et", hyphenation) == "selon l'UNESCO et");
  CHECK(join("el acuerdo OMS-", "OIM", hyphenation) == "el acuerdo OMS-OIM");
}

TEST_CASE("nothing is put between the parts of what has no blank", "[hyphenation]") {
  CHECK(join("DATE/", "TIME") == "DATE/TIME");
  CHECK(join("the agency\u2014", "or most of it") == "the agency\u2014or most of it");
  CHECK(join("Además \u2014como se dijo\u2014", "habrá") ==
        "Además \u2014como se dijo\u2014 habrá");
}

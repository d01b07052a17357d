#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <trujaman/document.hpp>

#include "base/unicode.hpp"

using namespace trujaman;

namespace {
std::vector<Block> blocks(const std::string& text) {
  return read_document_bytes(text, "informe.md", LanguageTag("es")).blocks;
}
}  // namespace

TEST_CASE("headings, paragraphs and nested lists keep their kind, level and line", "[md]") {
  const auto b =
      blocks("# Título\n\nUn párrafo\nen dos líneas.\n\n1. Primero\n2. Segundo\n   - Dentro\n");
  REQUIRE(b.size() == 5);
  CHECK(b[0].kind == BlockKind::Heading);
  CHECK(b[0].level == 1);
  CHECK(b[1].text == "Un párrafo en dos líneas.");
  CHECK(b[1].where.line == 3);
  CHECK(b[2].marker == "1.");
  CHECK(b[3].marker == "2.");
  CHECK(b[4].marker == "-");
  CHECK(b[4].level == 2);
}

TEST_CASE("emphasis and links become inline codes, the text stays clean", "[md]") {
  const auto b = blocks("La **OIM** y el [Pacto](https://example.org/p) *Mundial*.\n");
  REQUIRE(b.size() == 1);
  CHECK(b[0].text == "La OIM y el Pacto Mundial.");
  REQUIRE(b[0].codes.size() == 6);
  CHECK(b[0].codes[0].kind == CodeKind::Bpt);
  CHECK(b[0].codes[0].native == "**");
  CHECK(b[0].codes[3].native == "](https://example.org/p)");
  CHECK(b[0].codes[2].pair == b[0].codes[3].pair);
}

TEST_CASE("entities and taken-out marks leave the text in NFC, without control characters",
          "[md]") {
  const auto b = blocks("Poblacio&#769;n de A<b>&#x301;</b>vila&#1;&#10;fin.\n");
  REQUIRE(b.size() == 1);
  CHECK(b[0].text == "Población de Ávila fin.");
  REQUIRE(b[0].codes.size() == 2);
  CHECK(b[0].text.substr(b[0].codes[0].position) == "vila fin.");
  CHECK(b[0].codes[1].position == b[0].codes[0].position);
}

TEST_CASE("tables give their cells, notes their text", "[md]") {
  const auto b = blocks(
      "| País | 2020 |\n| --- | --- |\n| Perú | 7,6 % |\n\nTexto.[^1]\n\n[^1]: Nota al pie.\n");
  REQUIRE(b.size() == 6);
  CHECK(b[0].kind == BlockKind::TableCell);
  CHECK(b[3].text == "7,6 %");
  CHECK(b[4].text == "Texto.");
  CHECK(b[5].kind == BlockKind::Footnote);
}

TEST_CASE("a broken note reference leaves valid UTF-8", "[md]") {
  const auto b = blocks("Uno.[^b]\n\n[^b]: dos[^\uFEFF\n    c\u00F3d^b][ref] fin\n");
  REQUIRE(b.size() == 2);
  // How much of the reference is left depends on the version of cmark-gfm.
  CHECK(b[1].text.starts_with("dos[^"));
  CHECK(base::find_invalid_utf8(b[1].text) == std::string_view::npos);
}

TEST_CASE("a paragraph right above a table keeps its line", "[md]") {
  const auto b = blocks("Uno.\n\nDos.\n| País |\n| --- |\n");
  REQUIRE(b.size() == 3);
  CHECK(b[1].text == "Dos.");
  CHECK(b[1].where.line == 3);
}

TEST_CASE("front matter, code, HTML blocks and attribute lists are no text", "[md]") {
  const auto b =
      blocks("---\ntitle: x\n---\n\nTexto.\n{: #id }\n\n```\ncode\n```\n\n<div>\nx\n</div>\n");
  REQUIRE(b.size() == 1);
  CHECK(b[0].text == "Texto.");
  CHECK(b[0].where.line == 5);
}

TEST_CASE("deep nesting and long runs of marks are read in bounded time", "[md]") {
  CHECK_NOTHROW(blocks("hola " + std::string(50'000, '>') + " x"));
  CHECK_NOTHROW(blocks("hola " + std::string(50'000, '[')));
  CHECK_NOTHROW(blocks("hola " + std::string(50'000, '*')));
}

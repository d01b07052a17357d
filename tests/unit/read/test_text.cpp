#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <trujaman/segmenter.hpp>

using namespace trujaman;

namespace {
std::vector<Block> blocks(const std::string& text) {
  return read_document_bytes(text, "informe.txt", LanguageTag("es")).blocks;
}
std::vector<std::string> texts(const std::string& text) {
  std::vector<std::string> out;
  for (const Block& b : blocks(text)) out.push_back(b.text);
  return out;
}
using Texts = std::vector<std::string>;

const std::string kUpper =
    "Advirtió de las consecuencias que tendría no tomar medidas para que los sistemas";
}  // namespace

TEST_CASE("blank lines part paragraphs, and the first and last are not lost", "[txt]") {
  CHECK(texts("\n\n\nUno.\n\nDos.\n\n\nTres.") == Texts{"Uno.", "Dos.", "Tres."});
  CHECK(texts("Uno.\r\n\r\nDos.\r\n") == Texts{"Uno.", "Dos."});
}

TEST_CASE("a sentence cut by a page break is joined", "[txt]") {
  const auto b = blocks(kUpper + "\n\nsanitarios respondiesen mejor.\n");
  REQUIRE(b.size() == 1);
  CHECK(b[0].text == kUpper + " sanitarios respondiesen mejor.");
  CHECK(b[0].repairs == std::vector{Repair::PageBreakJoined});
  CHECK(b[0].where.line == 1);
}

TEST_CASE("whole paragraphs and headings are not joined", "[txt]") {
  CHECK(blocks("Recomendaciones de cara al futuro\n\nLos Estados deben cooperar.\n").size() == 2);
  CHECK(blocks(kUpper + ".\n\nsin punto antes no habría corte.\n").size() == 2);
  CHECK(blocks("agua\n\nsaneamiento\n\nsalud\n").size() == 3);
  CHECK(blocks(kUpper + ",\n\nReafirmando los principios de la Carta,\n").size() == 2);
}

TEST_CASE("a page break after a word that asks for more is joined before a capital too", "[txt]") {
  CHECK(texts("Las metas se examinaron en el marco general de la cooperación con la\n\n"
              "Organización Internacional para las Migraciones.\n")
            .size() == 1);
}

TEST_CASE("running headers and page numbers are left out, and the sentence closed over them",
          "[txt]") {
  const std::string text =
      "Informe anual\n\n"
      "La primera parte describe las condiciones en que viven los trabajadores y los\n\n"
      "Página 1/3\n\nInforme anual 2021\n\n"
      "demás residentes.\n\nLa segunda trata de la salud de quienes han debido huir de sus\n\n"
      "Página 2/3\n\nInforme anual 2021\n\n"
      "hogares. La tercera propone medidas.\n";
  const auto b = blocks(text);
  REQUIRE(b.size() == 3);
  CHECK(b[1].text.ends_with("y los demás residentes."));
  CHECK(b[2].text.ends_with("de sus hogares. La tercera propone medidas."));
  CHECK(b[1].repairs == std::vector{Repair::PageBreakJoined, Repair::FurnitureRemoved});
}

TEST_CASE("a list in one line is one block, which keeps its markers", "[txt]") {
  for (const char* text : {"1. Salud 2. Agua", "a) Salud; b) Agua", "(1) Salud; (2) Agua",
                           "• Salud • Agua", "• 9. Salud • 10. Agua"}) {
    const auto b = blocks(text);
    REQUIRE(b.size() == 1);
    CHECK(b[0].marker.empty());
    CHECK(b[0].text == text);
    CHECK(b[0].kind == BlockKind::Paragraph);
  }
  CHECK(blocks("1. Aprueba la decisión 2. El Comité tomó nota.")[0].marker == "1.");
  CHECK(blocks("a) Según el inciso b) El Comité decide.")[0].marker == "a)");
  CHECK(blocks("- Salud - Agua")[0].marker == "-");
}

TEST_CASE("list items are blocks of their own, without their marker", "[txt]") {
  const auto b = blocks(
      "Temas:\n\n- **Panel 1:** La salud\n- El trabajo;\n\n1. Primera conclusión.\n"
      "a) Inciso\n(iv) Otro\n");
  REQUIRE(b.size() == 6);
  CHECK(b[1].kind == BlockKind::ListItem);
  CHECK(b[1].marker == "-");
  CHECK(b[1].text == "Panel 1: La salud");
  REQUIRE(b[1].codes.size() == 2);
  CHECK(b[1].codes[1].position == 8);
  CHECK(b[3].marker == "1.");
  CHECK(b[4].marker == "a)");
  CHECK(b[5].marker == "(iv)");
}

TEST_CASE("a rule is no text, and nothing is joined across it", "[txt]") {
  const auto b = blocks(kUpper + "\n\n--\n\nsanitarios respondiesen.\n");
  REQUIRE(b.size() == 2);
  CHECK(b[1].after_rule);
}

TEST_CASE("hard-wrapped lines become one paragraph, hyphenated words one word", "[txt]") {
  const auto b = blocks(
      "La conservación y el uso sostenible de los recursos dependen de que\n"
      "comprendamos lo que significan la biodiversidad y sus procesos subya\u2010\n"
      "centes en todos los países de la región y en sus zonas costeras que\n"
      "rodean el mar.\n\nOtro párrafo.\n");
  REQUIRE(b.size() == 2);
  CHECK(b[0].text.find("subyacentes en todos") != std::string::npos);
  CHECK(b[0].repairs == std::vector{Repair::LinesJoined, Repair::Dehyphenated});
}

TEST_CASE("headings are told from paragraphs", "[txt]") {
  const auto b = blocks("Síntesis de conclusiones\n\nLa sesión se celebró en Ginebra.\n");
  CHECK(b[0].kind == BlockKind::Heading);
  CHECK(b[1].kind == BlockKind::Paragraph);
}

TEST_CASE("the real report comes out segment by segment as people segmented it", "[txt][shared]") {
  const char* shared = std::getenv("TRUJAMAN_SHARED");
  const std::filesystem::path seed =
      std::filesystem::path(shared == nullptr ? "" : shared) / "data" / "seed";
  if (!std::filesystem::exists(seed)) {
    WARN("skipped: no shared data");
    return;
  }
  const auto document = Segmenter(LanguageTag("es"))
                            .segment(read_document(seed / "informe-es.txt", LanguageTag("es")));
  std::ifstream gold(seed / "seed_gold_segments.tsv");
  std::string line;
  std::getline(gold, line);  // header
  std::size_t i = 0;
  for (; std::getline(gold, line); ++i) {
    REQUIRE(i < document.size());
    CHECK(std::string(document.text(i)) == line.substr(line.rfind('\t') + 1));
  }
  CHECK(i == document.size());
}

TEST_CASE("lines are counted as editors count them", "[text]") {
  const auto b = blocks("Uno.\n\nDos.\u2028\u2028Tres.\r\n\r\n\fCuatro.\n");
  REQUIRE(b.size() == 4);
  CHECK(b[2].text == "Tres.");
  CHECK(b[2].where.line == 3);
  CHECK(b[3].where.line == 5);
}

/// Pages with their words → blocks.
#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <trujaman/error.hpp>

#include "pages.hpp"

using namespace trujaman;
using pages::add;
using pages::Page;
using pages::texts;

namespace {
using Texts = std::vector<std::string>;

const std::vector<std::string> kHarvest{
    "La cosecha de aceituna empezó este año una semana antes de lo que era",
    "costumbre, porque las lluvias del otoño habían adelantado el fruto en las",
    "laderas del sur y las cuadrillas estaban ya contratadas en la comarca."};
const std::string kHarvestText =
    "La cosecha de aceituna empezó este año una semana antes de lo que era costumbre, porque las "
    "lluvias del otoño habían adelantado el fruto en las laderas del sur y las cuadrillas estaban "
    "ya contratadas en la comarca.";
const std::vector<std::string> kMill{
    "El molino abrió sus puertas el lunes y recibió a los primeros carros de la",
    "mañana con las piedras recién picadas por el maestro y sus aprendices."};
const std::string kMillText =
    "El molino abrió sus puertas el lunes y recibió a los primeros carros de la mañana con las "
    "piedras recién picadas por el maestro y sus aprendices.";
}  // namespace

TEST_CASE("lines become paragraphs, parted by white space", "[pdf]") {
  Page page;
  add(page, 60, 100, kHarvest);
  add(page, 60, 100 + 3 * 14 + 8, kMill);
  const auto blocks = pages::read({page}).blocks;
  CHECK(texts(blocks) == Texts{kHarvestText, kMillText});
  CHECK(blocks[0].kind == BlockKind::Paragraph);
  CHECK(blocks[0].repairs == std::vector{Repair::LinesJoined});
  CHECK(blocks[0].where.source == "a.pdf");
  CHECK(blocks[0].where.line == 0);
  CHECK(blocks[0].where.page == 1);
}

TEST_CASE("a line that ends early ends its paragraph", "[pdf]") {
  Page page;
  add(page, 60, 100, kHarvest);
  add(page, 60, 100 + 3 * 14, {"Nadie lo esperaba."});
  add(page, 60, 100 + 4 * 14, kMill);
  CHECK(texts(pages::read({page}).blocks) ==
        Texts{kHarvestText + " Nadie lo esperaba.", kMillText});
}

TEST_CASE("a first line's indent begins a paragraph", "[pdf]") {
  Page page;
  for (double top = 100; top < 400; top += 6 * 14) {
    page.push_back({80, top, kHarvest[0].substr(0, 60)});
    page.push_back({60, top + 14, kHarvest[1]});
    page.push_back({60, top + 28, kHarvest[1]});
    page.push_back({80, top + 42, kMill[0].substr(0, 62)});
    page.push_back({60, top + 56, kMill[0]});
    page.push_back({60, top + 70, kMill[0]});
  }
  CHECK(pages::read({page}).blocks.size() == 8);
}

TEST_CASE("larger type, or a short line alone over a paragraph, is a heading", "[pdf]") {
  Page page;
  page.push_back({60, 60, "Informe de la cosecha", 20});
  page.push_back({60, 100, "El aceite", 16});
  add(page, 60, 130, kHarvest);
  page.push_back({60, 200, "Las cuadrillas"});
  add(page, 60, 220, kMill);
  const auto blocks = pages::read({page}).blocks;
  REQUIRE(blocks.size() == 5);
  CHECK(blocks[0].kind == BlockKind::Heading);
  CHECK(blocks[0].level == 1);
  CHECK(blocks[1].level == 2);
  CHECK(blocks[3].kind == BlockKind::Heading);
  CHECK(blocks[3].level == 3);
  CHECK(blocks[4].kind == BlockKind::Paragraph);
}

TEST_CASE("list items are without their markers, with their levels", "[pdf]") {
  Page page;
  add(page, 60, 100, kHarvest);
  page.push_back({75, 150, "•"});
  page.push_back({90, 150, "La poda de los olivos más viejos de la finca, que se hará"});
  page.push_back({90, 164, "antes de la primavera;"});
  page.push_back({105, 178, "– el riego de los jóvenes;"});
  page.push_back({75, 192, "• la venta del aceite."});
  page.push_back({60, 206, "1."});
  page.push_back({90, 206, "Se aprueba el plan."});
  const auto blocks = pages::read({page}).blocks;
  REQUIRE(blocks.size() == 5);
  CHECK(blocks[1].kind == BlockKind::ListItem);
  CHECK(blocks[1].marker == "•");
  CHECK(blocks[1].text ==
        "La poda de los olivos más viejos de la finca, que se hará antes de la primavera;");
  CHECK(blocks[2].marker == "–");
  CHECK(blocks[2].level == 2);
  CHECK(blocks[3].level == 1);
  CHECK(blocks[4].marker == "1.");
  CHECK(blocks[4].text == "Se aprueba el plan.");
}

TEST_CASE("columns are read one after the other, also where they share a line", "[pdf]") {
  Page page;
  page.push_back({60, 60, "Un título que va sobre las dos columnas de la página entera", 16});
  std::string left;
  std::string right;
  for (int i = 0; i < 8; ++i) {
    // The upper half as poppler tells lines that stand near each other: as one.
    const double top = 100 + 14 * i;
    const std::string one = i == 7 ? "y la última." : "los olivos de la ladera norte sin agua";
    const std::string other = i == 7 ? "y la postrera." : "las cubas de la bodega vieja sin vino";
    page.push_back({60, top, one});
    page.push_back({310, top, other});
    left += (left.empty() ? "" : " ") + one;
    right += (right.empty() ? "" : " ") + other;
  }
  CHECK(texts(pages::read({page}).blocks) ==
        Texts{"Un título que va sobre las dos columnas de la página entera", left, right});
}

TEST_CASE("a paragraph goes on in the next column and on the next page", "[pdf]") {
  Page first;
  Page second;
  for (int i = 0; i < 8; ++i) {
    first.push_back({60, 100 + 14.0 * i, "los olivos de la ladera norte sin agua"});
    first.push_back({310, 100 + 14.0 * i, "los almendros de la ladera sur con agua"});
  }
  second.push_back({60, 100, "y los viñedos."});
  const auto blocks = pages::read({first, second}).blocks;
  REQUIRE(blocks.size() == 1);
  CHECK(blocks[0].text.ends_with("con agua y los viñedos."));
  CHECK(blocks[0].repairs == std::vector{Repair::PageBreakJoined, Repair::LinesJoined});
}

TEST_CASE("running headers, footers and page numbers are furniture", "[pdf]") {
  const std::vector<std::string> farms{"Loma: ", "Vega: ", "Soto: ", "Ermita: "};
  std::vector<Page> all;
  for (std::size_t i = 0; i < farms.size(); ++i) {
    Page page;
    // Left pages have another header than right ones.
    page.push_back({60, 30, i % 2 == 0 ? "Cooperativa de Valle Hondo" : "Memoria anual", 10});
    add(page, 60, 100, {farms[i] + kHarvest[0], farms[i] + kMill[0]});
    page.push_back({300, 770, std::to_string(i + 7), 10});
    all.push_back(page);
  }
  const auto reading = pages::read(all);
  for (const Block& block : reading.blocks) {
    CHECK(block.text.find("Cooperativa") == std::string::npos);
    CHECK(block.text.find("Memoria") == std::string::npos);
  }
  REQUIRE(reading.furniture.size() == 8);
  CHECK(reading.furniture[0].text == "Cooperativa de Valle Hondo");
  CHECK(reading.furniture[3].text == "8");
  CHECK(reading.furniture[3].where.page == 2);
}

TEST_CASE("headings at the tops of pages are no running headers", "[pdf]") {
  std::vector<Page> all;
  for (const int article : {2, 7}) {
    Page page;
    page.push_back({60, 30, "Estatutos", 10});
    page.push_back({60, 60, "Artículo " + std::to_string(article), 14});
    add(page, 60, 90, kMill);
    all.push_back(page);
  }
  const auto reading = pages::read(all);
  CHECK(texts(reading.blocks) == Texts{"Artículo 2", kMillText, "Artículo 7", kMillText});
  CHECK(reading.furniture.size() == 2);
}

TEST_CASE("footnotes are taken out of the sentence that goes on behind them", "[pdf]") {
  Page first;
  Page second;
  add(first, 60, 600, {kHarvest[0], kHarvest[1] + " ^3"});
  add(first, 60, 700,
      {"3 Véase la memoria del año anterior, que la cooperativa envió a los", "socios, página 12."},
      9, 10);
  add(second, 60, 100, {kHarvest[2]});
  add(second, 60, 400, {kHarvest[0], kHarvest[0]});
  const auto blocks = pages::read({first, second}).blocks;
  REQUIRE(blocks.size() == 3);
  CHECK(blocks[0].text == kHarvestText);
  REQUIRE(blocks[0].codes.size() == 1);
  CHECK(blocks[0].codes[0].type == "fnote");
  CHECK(blocks[0].codes[0].native == "3");
  CHECK(blocks[0].text.substr(0, blocks[0].codes[0].position).ends_with("en las"));
  CHECK(blocks[2].kind == BlockKind::Footnote);
  CHECK(blocks[2].marker == "3");
  CHECK(blocks[2].text ==
        "Véase la memoria del año anterior, que la cooperativa envió a los socios, página 12.");
}

TEST_CASE("raised numbers behind units are powers, not notes", "[pdf]") {
  Page page;
  add(page, 60, 100, {"La finca mide 340 m ^2 y da poco fruto en los años de sequía larga."});
  const auto blocks = pages::read({page}).blocks;
  REQUIRE(blocks.size() == 1);
  CHECK(blocks[0].text.starts_with("La finca mide 340 m2 y"));
  CHECK(blocks[0].codes.empty());
}

TEST_CASE("a table is read row by row, a block a cell", "[pdf]") {
  Page page;
  add(page, 60, 100, kHarvest);
  const double rows[] = {170, 190, 224, 244};
  const char* first[] = {"Finca", "Loma", "Vega", "Soto"};
  const char* second[] = {"Año", "2019", "2020", "2021"};
  const char* third[] = {"Aceite", "Poco", "Mucho", "Nada"};
  for (int i = 0; i < 4; ++i) {
    page.push_back({60, rows[i], first[i]});
    page.push_back({200, rows[i], second[i]});
    page.push_back({300, rows[i], third[i]});
  }
  page.push_back({300, 204, "y malo"});
  add(page, 60, 290, kMill);
  const auto blocks = pages::read({page}).blocks;
  CHECK(texts(blocks) == Texts{kHarvestText, "Finca", "Año", "Aceite", "Loma", "2019",
                               "Poco y malo", "Vega", "2020", "Mucho", "Soto", "2021", "Nada",
                               kMillText});
  CHECK(blocks[1].kind == BlockKind::TableCell);
}

TEST_CASE("a paragraph goes on behind a table that stands in it", "[pdf]") {
  Page first;
  Page second;
  add(first, 60, 700, {kHarvest[0], kHarvest[1]});
  for (const double top : {100.0, 125.0, 150.0}) {
    second.push_back({60, top, "Loma"});
    second.push_back({300, top, "2019"});
  }
  add(second, 60, 200, {kHarvest[2]});
  add(second, 60, 300, {kHarvest[0], kHarvest[0]});
  const auto blocks = pages::read({first, second}).blocks;
  REQUIRE(blocks.size() == 8);
  CHECK(blocks[0].text == kHarvestText);
  CHECK(blocks[1].kind == BlockKind::TableCell);
}

TEST_CASE("wide blanks of a justified line are no columns", "[pdf]") {
  Page page;
  add(page, 60, 100, {kHarvest[0]});
  page.push_back({60, 114, "renforcement", 12});
  page.push_back({165, 114, "communautaire à", 12, 30});
  add(page, 60, 128, {kHarvest[2]});
  const auto blocks = pages::read({page}).blocks;
  REQUIRE(blocks.size() == 1);
  CHECK(blocks[0].text == kHarvest[0] + " renforcement communautaire à " + kHarvest[2]);
}

TEST_CASE("captions are told from sentences that speak of figures", "[pdf]") {
  Page page;
  add(page, 60, 100, kHarvest);
  page.push_back({60, 160, "Cuadro 3. Cosecha por finca y por año"});
  add(page, 60, 200, {"Cuadro 3 muestra que la finca de la loma dio este año menos que otras."});
  const auto blocks = pages::read({page}).blocks;
  REQUIRE(blocks.size() == 3);
  CHECK(blocks[1].kind == BlockKind::Caption);
  CHECK(blocks[2].kind == BlockKind::Paragraph);
}

TEST_CASE("ligatures, soft hyphens, letter spacing and bullets of symbol fonts are plain",
          "[pdf]") {
  Page page;
  page.push_back({60, 60, "I N F O R M E", 12, 3});
  add(page, 60, 100, {"El ﬁn de la oﬁcina es difun\u00ADdir los datos & ver si 2 < 3."});
  page.push_back({60, 140, "\uF0B7"});
  page.push_back({75, 140, "Un punto de la lista."});
  const auto blocks = pages::read({page}).blocks;
  CHECK(texts(blocks) == Texts{"INFORME",
                               "El fin de la oficina es difundir los datos & ver si 2 < 3.",
                               "Un punto de la lista."});
  CHECK(blocks[2].marker == "•");
}

TEST_CASE("text that runs upwards is furniture", "[pdf]") {
  std::string xhtml = pages::xhtml({{{60, 100, "Una línea de texto."}}});
  const std::string word =
      "<line><word xMin=\"20\" yMin=\"300\" xMax=\"32\" yMax=\"400\">BORRADOR</word></line>";
  xhtml.insert(xhtml.find("</page>"), word);
  const auto reading = read::read_pages(read::parse_pages(xhtml, "a.pdf"), "a.pdf");
  CHECK(texts(reading.blocks) == Texts{"Una línea de texto."});
  CHECK(texts(reading.furniture) == Texts{"BORRADOR"});
}

TEST_CASE("what pdftotext cannot have written is refused, and bad places are passed over",
          "[pdf]") {
  CHECK_THROWS_AS(read::parse_pages("", "a.pdf"), Error);
  CHECK_THROWS_AS(read::parse_pages("<doc><page></doc>", "a.pdf"), Error);
  const std::string odd =
      "<doc><page width=\"nan\" height=\"800\"><line>"
      "<word xMin=\"1\" yMin=\"inf\" xMax=\"2\" yMax=\"3\">uno</word>"
      "<word xMin=\"9\" yMin=\"1\" xMax=\"2\" yMax=\"3\">dos</word>"
      "<word xMin=\"1\" yMin=\"1\" xMax=\"2\" yMax=\"3\">t\x01res\xFF</word></line></page></doc>";
  const auto pages = read::parse_pages(odd, "a.pdf");
  REQUIRE(pages.size() == 1);
  REQUIRE(pages[0].fragments.size() == 1);
  REQUIRE(pages[0].fragments[0].words.size() == 1);
  CHECK(pages[0].fragments[0].words[0].text == "tres");
}

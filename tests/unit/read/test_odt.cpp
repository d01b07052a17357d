/// ODT: what of a document becomes which block.
#include <string>

#include <catch2/catch.hpp>

#include <trujaman/document.hpp>

#include "blocks.hpp"
#include "office_file.hpp"

using namespace trujaman;
using blocks::Lines;
using blocks::marked;

namespace {

Document read(const std::string& text, const std::string& automatic = "",
              const std::string& styles = "") {
  return read_document_bytes(office::odt(text, automatic, styles), "informe.odt",
                             LanguageTag("es"));
}

Lines lines(const std::string& text, const std::string& automatic = "",
            const std::string& styles = "") {
  return blocks::lines(read(text, automatic, styles).blocks);
}

std::string p(const std::string& content, const std::string& style = "Standard") {
  return "<text:p text:style-name='" + style + "'>" + content + "</text:p>";
}

std::string h(int level, const std::string& content, const std::string& more = "") {
  return "<text:h text:outline-level='" + std::to_string(level) + "' " + more + ">" + content +
         "</text:h>";
}

std::string list(const std::string& items, const std::string& attributes = "") {
  return "<text:list " + attributes + ">" + items + "</text:list>";
}

std::string item(const std::string& content, const std::string& attributes = "") {
  return "<text:list-item " + attributes + ">" + content + "</text:list-item>";
}

std::string style(const std::string& name, const std::string& family, const std::string& text = "",
                  const std::string& more = "") {
  return "<style:style style:name='" + name + "' style:family='" + family + "' " + more +
         "><style:text-properties " + text + "/></style:style>";
}

std::string number(int level, const std::string& format, const std::string& more = "") {
  return "<text:list-level-style-number text:level='" + std::to_string(level) +
         "' style:num-format='" + format + "' " + more + "/>";
}

const std::string kLists =
    "<text:list-style style:name='L1'>" + number(1, "1", "style:num-suffix='.'") +
    number(2, "a", "style:num-prefix='(' style:num-suffix=')'") +
    number(3, "1", "text:display-levels='3' style:num-suffix='.'") +
    "</text:list-style><text:list-style style:name='L2'>" +
    "<text:list-level-style-bullet text:level='1' text:bullet-char='•'/></text:list-style>" +
    "<text:list-style style:name='L3'>" +
    number(1, "I",
           "loext:num-list-format='§ %1%:' text:start-value='4' "
           "xmlns:loext='urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0'") +
    "</text:list-style>";

}  // namespace

TEST_CASE("ODT: headings, titles and captions", "[read][office]") {
  CHECK(lines(h(1, "Uno") + h(8, "Ocho") + p("Informe", "Title") + p("Anual", "P1") +
                  p("Cuadro 1. Llegadas", "P2") + p("Texto."),
              style("P1", "paragraph", "", "style:parent-style-name='Subtitle'") +
                  style("P2", "paragraph", "", "style:parent-style-name='Table'"),
              "<office:styles>" + style("Subtitle", "paragraph") + style("Title", "paragraph") +
                  style("Caption", "paragraph") +
                  style("Table", "paragraph", "", "style:parent-style-name='Caption'") +
                  "</office:styles>") ==
        Lines{"h1 Uno", "h6 Ocho", "h1 Informe", "h2 Anual", "cap Cuadro 1. Llegadas", "p Texto."});
}

TEST_CASE("ODT: lists get the numbers that are shown", "[read][office]") {
  CHECK(
      lines(list(item(p("a") + p("más") + list(item(p("b")) + item(p("c") + list(item(p("d")))))) +
                     "<text:list-header>" + p("sin") + "</text:list-header>" + item(p("e")),
                 "text:style-name='L1'") +
                list(item(p("f")), "text:style-name='L2'") +
                list(item(p("g")) + item(p("h")), "text:style-name='L3'") + p("fin"),
            kLists) == Lines{"li1 [1.] a", "li1 más", "li2 [(a)] b", "li2 [(b)] c",
                             "li3 [1.b.1.] d", "p sin", "li1 [2.] e", "li1 [-] f", "li1 [§ IV:] g",
                             "li1 [§ V:] h", "p fin"});
}

TEST_CASE("ODT: lists continue, restart and start where they are told to", "[read][office]") {
  const std::string l1 = "text:style-name='L1' ";
  CHECK(lines(list(item(p("a")) + item(p("b")), l1 + "xml:id='x'") + p("En medio.") +
                  list(item(p("c")), l1 + "text:continue-numbering='true'") +
                  list(item(p("d")), l1 + "xml:id='y'") +
                  list(item(p("e")), l1 + "text:continue-list='x'") +
                  list(item(p("f"), "text:start-value='9'") + item(p("g")), l1),
              kLists) == Lines{"li1 [1.] a", "li1 [2.] b", "p En medio.", "li1 [3.] c",
                               "li1 [1.] d", "li1 [4.] e", "li1 [9.] f", "li1 [10.] g"});
  // A level whose items stand in a list item of their own, as LibreOffice has it.
  CHECK(lines(list(item(p("a")), l1) +
                  list(item(list(item(p("b")), "text:continue-numbering='true'")),
                       l1 + "text:continue-numbering='true'") +
                  list(item(list(item(p("c")), "text:continue-numbering='true'")),
                       l1 + "text:continue-numbering='true'"),
              kLists) == Lines{"li1 [1.] a", "li2 [(a)] b", "li2 [(b)] c"});
}

TEST_CASE("ODT: headings are numbered by the outline", "[read][office]") {
  const std::string outline =
      "<office:styles><text:outline-style>"
      "<text:outline-level-style text:level='1' style:num-format='1'/>"
      "<text:outline-level-style text:level='2' style:num-format='1' text:display-levels='2'/>"
      "<text:outline-level-style text:level='3' style:num-format=''/>"
      "</text:outline-style></office:styles>";
  CHECK(lines(h(1, "a") + h(2, "b") + h(2, "c") + h(3, "d") +
                  h(1, "e", "text:is-list-header='true'") + h(1, "f") + h(2, "g") +
                  h(1, "h", "text:restart-numbering='true' text:start-value='7'"),
              "", outline) == Lines{"h1 [1] a", "h2 [1.1] b", "h2 [1.2] c", "h3 d", "h1 e",
                                    "h1 [2] f", "h2 [2.1] g", "h1 [7] h"});
}

TEST_CASE("ODT: bold, italic and links are codes", "[read][office]") {
  const std::string automatic =
      style("T1", "text", "fo:font-weight='bold'") + style("T2", "text", "fo:font-style='italic'") +
      style("T3", "text", "fo:color='#ff0000'") + style("T4", "text", "text:display='none'") +
      style("T5", "text", "fo:font-weight='normal'") +
      style("T6", "text", "", "style:parent-style-name='Fuerte'") +
      style("P1", "paragraph", "fo:font-weight='bold'", "style:parent-style-name='Negrita'") +
      style("P2", "paragraph", "", "style:parent-style-name='Negrita'");
  const std::string named = "<office:styles>" + style("Fuerte", "text", "fo:font-weight='700'") +
                            style("Negrita", "paragraph", "fo:font-weight='bold'") +
                            "</office:styles>";
  const auto shown = [&](const std::string& content, const std::string& in = "Standard") {
    return marked(read(p(content, in), automatic, named).blocks.at(0));
  };
  const auto span = [](const char* name, const std::string& content) {
    return "<text:span text:style-name='" + std::string(name) + "'>" + content + "</text:span>";
  };
  CHECK(shown("La pobla" + span("T3", "ción")) == "La población");
  CHECK(shown("La " + span("T1", "Orga" + span("T2", "niza")) + span("T6", "ción") + ".") ==
        "La <b>Orga<i>niza</i>ción</b>.");
  CHECK(shown("Todo " + span("T5", "o nada"), "P1") == "<b>Todo</b> o nada");
  CHECK(shown("Todo", "P2") == "Todo");
  CHECK(shown("Ver " + span("T4", "nada ") +
              "<text:a xlink:href='https://un.org'>la ONU</text:a>.") ==
        "Ver <a href=\"https://un.org\">la ONU</a>.");
}

TEST_CASE("ODT: blanks, hyphens, fields, comments", "[read][office]") {
  CHECK(lines(p("A<text:s text:c='3'/>B<text:tab/>C<text:line-break/>D\n   E\u00ADF\u00A0G"
                "<text:soft-page-break/>H")) == Lines{"p A B C D EF\u00A0GH"});
  CHECK(lines(p("Página <text:page-number>7</text:page-number>"
                "<office:annotation><text:p>comentario</text:p></office:annotation>, cuadro "
                "<text:sequence>2</text:sequence><text:bookmark-start/>.")) ==
        Lines{"p Página 7, cuadro 2."});
  CHECK(lines(p("<text:ruby><text:ruby-base>base</text:ruby-base><text:ruby-text>x</text:ruby-text>"
                "</text:ruby>")) == Lines{"p base"});
}

TEST_CASE("ODT: revisions read as accepted, hidden sections are left out", "[read][office]") {
  CHECK(lines("<text:tracked-changes><text:changed-region><text:deletion>" + p("borrado") +
              "</text:deletion></text:changed-region></text:tracked-changes>" +
              p("Se <text:change-start/>no <text:change-end/>aprueba<text:change/>.") +
              "<text:section text:display='none'>" + p("oculto") + "</text:section><text:section>" +
              p("visto") + "</text:section>") == Lines{"p Se no aprueba.", "p visto"});
}

TEST_CASE("ODT: notes stand behind the text", "[read][office]") {
  const auto note = [](const std::string& text) {
    return "<text:note><text:note-citation>1</text:note-citation><text:note-body>" + p(text) +
           "</text:note-body></text:note>";
  };
  const Document document =
      read(p("Primero" + note("Al pie.") + " y último" + note("Al final.") + "."));
  CHECK(blocks::lines(document.blocks) ==
        Lines{"p Primero y último.", "fn Al pie.", "fn Al final."});
  CHECK(marked(document.blocks.at(0)) == "Primero[^1] y último[^2].");
}

TEST_CASE("ODT: tables, frames, indexes, headers", "[read][office]") {
  CHECK(
      lines("<table:table><table:table-header-rows><table:table-row><table:table-cell>" + p("a") +
            p("b") +
            "</table:table-cell></table:table-row></table:table-header-rows>"
            "<table:table-row><table:table-cell><table:table><table:table-row><table:table-cell>" +
            p("c") +
            "</table:table-cell></table:table-row></table:table></table:table-cell>"
            "<table:covered-table-cell/></table:table-row></table:table>" +
            p("d")) == Lines{"td a", "td b", "td c", "p d"});
  CHECK(lines(p("Junto <draw:frame><draw:text-box>" + p("dentro") +
                "</draw:text-box></draw:frame>al marco.") +
              "<draw:g><draw:custom-shape>" + p("figura") + "</draw:custom-shape></draw:g>") ==
        Lines{"p Junto al marco.", "p dentro", "p figura"});

  const Document document =
      read("<text:table-of-content><text:index-body><text:index-title>" + p("Índice") +
               "</text:index-title>" + p("Introducción<text:tab/>1") +
               "</text:index-body></text:table-of-content>" + p("Texto."),
           "",
           "<office:master-styles><style:master-page><style:header>" + p("Informe anual") +
               "</style:header></style:master-page></office:master-styles>");
  CHECK(blocks::lines(document.blocks) == Lines{"p Índice", "p Texto."});
  CHECK(blocks::lines(document.furniture) == Lines{"p Introducción 1", "p Informe anual"});
}

/// DOCX: what of a document becomes which block.
#include <string>

#include <catch2/catch.hpp>

#include <trujaman/document.hpp>

#include "blocks.hpp"
#include "office_file.hpp"

using namespace trujaman;
using blocks::Lines;
using blocks::marked;
using office::Parts;

namespace {

Document read(const std::string& body, const Parts& parts = {}) {
  return read_document_bytes(office::docx(body, parts), "informe.docx", LanguageTag("es"));
}

Lines lines(const std::string& body, const Parts& parts = {}) {
  return blocks::lines(read(body, parts).blocks);
}

std::string run(const std::string& text, const std::string& properties = "") {
  return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space='preserve'>" + text + "</w:t></w:r>";
}

std::string paragraph(const std::string& content, const std::string& properties = "") {
  return "<w:p><w:pPr>" + properties + "</w:pPr>" +
         (content.starts_with('<') ? content : run(content)) + "</w:p>";
}

std::string style(const std::string& id, const std::string& name, const std::string& inside = "") {
  return "<w:style w:type='paragraph' w:styleId='" + id + "'><w:name w:val='" + name + "'/>" +
         inside + "</w:style>";
}

std::string in_style(const std::string& id) {
  return "<w:pStyle w:val='" + id + "'/>";
}

std::string in_list(int number, int level = 0) {
  return "<w:numPr><w:ilvl w:val='" + std::to_string(level) + "'/><w:numId w:val='" +
         std::to_string(number) + "'/></w:numPr>";
}

std::string level(int index, const std::string& format, const std::string& text,
                  const std::string& more = "", int start = 1) {
  return "<w:lvl w:ilvl='" + std::to_string(index) + "'><w:start w:val='" + std::to_string(start) +
         "'/><w:numFmt w:val='" + format + "'/>" + more + "<w:lvlText w:val='" + text +
         "'/></w:lvl>";
}

std::string abstract(int id, const std::string& levels) {
  return "<w:abstractNum w:abstractNumId='" + std::to_string(id) + "'>" + levels +
         "</w:abstractNum>";
}

std::string number(int id, int abstract, const std::string& more = "") {
  return "<w:num w:numId='" + std::to_string(id) + "'><w:abstractNumId w:val='" +
         std::to_string(abstract) + "'/>" + more + "</w:num>";
}

std::string field_mark(const std::string& type) {
  return "<w:r><w:fldChar w:fldCharType='" + type + "'/></w:r>";
}

std::string field(const std::string& instruction, const std::string& result) {
  return field_mark("begin") + "<w:r><w:instrText>" + instruction + "</w:instrText></w:r>" +
         field_mark("separate") + result + field_mark("end");
}

}  // namespace

TEST_CASE("DOCX: headings are what their styles' outline levels say", "[read][office]") {
  const Parts parts{
      {"styles", style("Ttulo1", "heading 1", "<w:pPr><w:outlineLvl w:val='0'/></w:pPr>") +
                     style("Ttulo2", "heading 2") + style("Vieja", "Título 3") +
                     style("Propio", "Capítulo", "<w:basedOn w:val='Ttulo1'/>") +
                     style("Indice", "TOC Heading",
                           "<w:basedOn w:val='Ttulo1'/><w:pPr><w:outlineLvl w:val='9'/></w:pPr>") +
                     style("A", "A", "<w:basedOn w:val='B'/>") +
                     style("B", "B", "<w:basedOn w:val='A'/>") + style("T", "Title") +
                     style("S", "Subtitle") + style("L", "caption") +
                     style("TC", "Table Caption", "<w:basedOn w:val='L'/>")}};
  CHECK(lines(paragraph("Uno", in_style("Ttulo1")) + paragraph("Dos", in_style("Ttulo2")) +
                  paragraph("Tres", in_style("Vieja")) + paragraph("Cap", in_style("Propio")) +
                  paragraph("Índice", in_style("Indice")) + paragraph("Anillo", in_style("A")) +
                  paragraph("Directo", "<w:outlineLvl w:val='7'/>") +
                  paragraph("Nada", in_style("Ttulo1") + "<w:outlineLvl w:val='9'/>") +
                  paragraph("Informe", in_style("T")) + paragraph("Anual", in_style("S")) +
                  paragraph("Cuadro 1", in_style("TC")) + paragraph("Texto."),
              parts) == Lines{"h1 Uno", "h2 Dos", "h3 Tres", "h1 Cap", "p Índice", "p Anillo",
                              "h6 Directo", "p Nada", "h1 Informe", "h2 Anual", "cap Cuadro 1",
                              "p Texto."});
}

TEST_CASE("DOCX: lists get the numbers that Word shows", "[read][office]") {
  const std::string outline =
      abstract(0, level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2") +
                      level(2, "lowerLetter", "%3)"));
  const std::string roman =
      abstract(1, level(0, "upperRoman", "Art. %1") + level(1, "decimal", "%1.%2", "<w:isLgl/>") +
                      level(2, "bullet", "\xEF\x82\xB7"));
  const Parts parts{{"numbering", outline + roman + number(1, 0) + number(2, 1)}};
  CHECK(lines(paragraph("a", in_list(1)) + paragraph("b", in_list(1, 1)) +
                  paragraph("c", in_list(1, 1)) + paragraph("d", in_list(1, 2)) +
                  paragraph("e", in_list(1)) + paragraph("f", in_list(1, 1)) +
                  paragraph("g", in_list(0)) + paragraph("h", in_list(7)),
              parts) == Lines{"li1 [1.] a", "li2 [1.1] b", "li2 [1.2] c", "li3 [a)] d",
                              "li1 [2.] e", "li2 [2.1] f", "p g", "p h"});
  CHECK(lines(paragraph("a", in_list(2)) + paragraph("b", in_list(2, 1)) + paragraph("En medio.") +
                  paragraph("c", in_list(2)) + paragraph("d", in_list(2, 2)),
              parts) ==
        Lines{"li1 [Art. I] a", "li2 [1.1] b", "p En medio.", "li1 [Art. II] c", "li3 [-] d"});
}

TEST_CASE("DOCX: lists continue, restart and start where they are told to", "[read][office]") {
  const std::string definition =
      abstract(0, level(0, "decimal", "%1.", "", 5) + level(1, "lowerRoman", "%2.") +
                      level(2, "upperLetter", "%3.", "<w:lvlRestart w:val='0'/>"));
  const std::string restarted =
      number(3, 0, "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride>");
  const Parts parts{{"numbering", definition + number(1, 0) + number(2, 0) + restarted}};
  CHECK(lines(paragraph("a", in_list(1)) + paragraph("b", in_list(2)) + paragraph("c", in_list(3)) +
                  paragraph("d", in_list(3)) + paragraph("e", in_list(3, 2)) +
                  paragraph("f", in_list(3)) + paragraph("g", in_list(3, 2)),
              parts) == Lines{"li1 [5.] a", "li1 [6.] b", "li1 [1.] c", "li1 [2.] d", "li3 [A.] e",
                              "li1 [3.] f", "li3 [B.] g"});
}

TEST_CASE("DOCX: numbers come from styles, and styles from numbering styles", "[read][office]") {
  const std::string linked =
      "<w:abstractNum w:abstractNumId='1'><w:numStyleLink w:val='Lista'/>"
      "</w:abstractNum>";
  const Parts parts{
      {"numbering", abstract(0, level(0, "decimal", "%1", "<w:pStyle w:val='H1'/>") +
                                    level(1, "decimal", "%1.%2", "<w:pStyle w:val='H2'/>")) +
                        linked + number(1, 0) + number(2, 1)},
      {"styles",
       style("H1", "heading 1", "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>") +
           style("H2", "heading 2", "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>") +
           "<w:style w:type='numbering' w:styleId='Lista'><w:name w:val='Lista'/><w:pPr><w:numPr>"
           "<w:numId w:val='1'/></w:numPr></w:pPr></w:style>"}};
  CHECK(lines(paragraph("Uno", in_style("H1")) + paragraph("Dos", in_style("H2")) +
                  paragraph("Sin número", in_style("H2") + in_list(0)) +
                  paragraph("Tres", in_style("H2")),
              parts) == Lines{"h1 [1] Uno", "h2 [1.1] Dos", "h2 Sin número", "h2 [1.2] Tres"});
  CHECK(lines(paragraph("a", in_list(2)), parts) == Lines{"li1 [1] a"});
}

TEST_CASE("DOCX: runs that look the same are one, and codes nest", "[read][office]") {
  const auto shown = [](const std::string& content, const Parts& parts = {}) {
    return marked(read(paragraph(content), parts).blocks.at(0));
  };
  CHECK(shown(run("La pobla") + "<w:proofErr w:type='spellStart'/>" + run("ción", "<w:lang/>")) ==
        "La población");
  CHECK(shown(run("La ") + run("Orga", "<w:b/>") + run("nización", "<w:b w:val='1'/>") +
              run(" actúa", "<w:b w:val='0'/>")) == "La <b>Organización</b> actúa");
  CHECK(shown(run("muy ", "<w:b/>") + run("claro", "<w:b/><w:i/>") + run(" todo", "<w:i/>")) ==
        "<b>muy <i>claro</i></b><i> todo</i>");
  CHECK(shown(run("uno", "<w:b/>") + run(" ") + run("dos", "<w:b/>")) == "<b>uno dos</b>");
  CHECK(shown(run("uno") + run(" ", "<w:b/>") + run("dos")) == "uno dos");
  CHECK(shown("<w:hyperlink r:id='r9'>" + run("el sitio") + "</w:hyperlink>" + run(" de la OIM"),
              {{"links",
                "<Relationship Id='r9' Type='x/hyperlink' TargetMode='External' "
                "Target='https://www.iom.int'/>"}}) ==
        "<a href=\"https://www.iom.int\">el sitio</a> de la OIM");
  CHECK(shown(run("énfasis", "<w:rStyle w:val='E'/>"),
              {{"styles",
                "<w:style w:type='character' w:styleId='E'><w:name w:val='Emphasis'/>"
                "<w:rPr><w:i/></w:rPr></w:style>"}}) == "<i>énfasis</i>");
}

TEST_CASE("DOCX: revisions read as accepted, comments and hidden text are left out",
          "[read][office]") {
  CHECK(lines(paragraph(run("Se ") + "<w:ins>" + run("no ") +
                        "</w:ins><w:del><w:r><w:delText>sí "
                        "</w:delText></w:r></w:del>" +
                        run("aprueba.") + "<w:moveFrom>" + run("fuera") +
                        "</w:moveFrom><w:moveTo>" + run(" Ya.") +
                        "</w:moveTo><w:commentRangeStart/><w:r><w:commentReference/></w:r>" +
                        run("secreto", "<w:vanish/>"))) == Lines{"p Se no aprueba. Ya."});
  const std::string mark_deleted = "<w:rPr><w:del/></w:rPr>";
  CHECK(lines(paragraph("Una frase ", mark_deleted) + paragraph("partida ", mark_deleted) +
              paragraph("en tres.") + paragraph("Otra.")) ==
        Lines{"p Una frase partida en tres.", "p Otra."});
  CHECK(lines("<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + paragraph("fuera") +
              "</w:tc></w:tr><w:tr><w:tc>" + paragraph("dentro") + "</w:tc></w:tr></w:tbl>") ==
        Lines{"td dentro"});
}

TEST_CASE("DOCX: fields give their results, tables of contents stand apart", "[read][office]") {
  CHECK(lines(paragraph(run("Véase la página ") + field(" PAGEREF x ", run("7")) + run("."))) ==
        Lines{"p Véase la página 7."});
  CHECK(lines(paragraph("<w:fldSimple w:instr='SEQ Cuadro'>" + run("3") + "</w:fldSimple>" +
                        run(". Llegadas"))) == Lines{"p 3. Llegadas"});
  // A field in the instruction of another, and one that has lost its end.
  CHECK(lines(paragraph(field_mark("begin") + "<w:r><w:instrText>IF </w:instrText></w:r>" +
                        field("DATE", run("hoy")) + field_mark("separate") + run("sí") +
                        field_mark("end")) +
              paragraph(run("Antes.") + field_mark("begin") +
                        "<w:r><w:instrText>X</w:instrText>"
                        "</w:r>") +
              paragraph("Después.")) == Lines{"p sí", "p Antes.", "p Después."});
  CHECK(
      marked(read(paragraph(field("HYPERLINK \"https://un.org\"", run("la ONU")))).blocks.at(0)) ==
      "<a href=\"https://un.org\">la ONU</a>");

  const Document toc =
      read(paragraph("Índice") +
           paragraph(field_mark("begin") + "<w:r><w:instrText>TOC \\o \"1-3\"</w:instrText></w:r>" +
                     field_mark("separate") + run("Introducción") + "<w:r><w:tab/></w:r>" +
                     field("PAGEREF a", run("1"))) +
           paragraph("Conclusión 9") + paragraph(field_mark("end")) + paragraph("Texto."));
  CHECK(blocks::lines(toc.blocks) == Lines{"p Índice", "p Texto."});
  CHECK(blocks::lines(toc.furniture) == Lines{"p Introducción 1", "p Conclusión 9"});
}

TEST_CASE("DOCX: notes stand behind the text, in its order, each once", "[read][office]") {
  const auto note = [](const char* name, int id, const std::string& text) {
    return "<w:" + std::string(name) + " w:id='" + std::to_string(id) + "'>" +
           paragraph("<w:r><w:footnoteRef/></w:r>" + run(text)) + "</w:" + name + ">";
  };
  const Document document =
      read(paragraph(run("Primero") + "<w:r><w:footnoteReference w:id='7'/></w:r>" +
                     run(" y último") + "<w:r><w:endnoteReference w:id='2'/></w:r>" + run(".")) +
               paragraph(run("Otra vez") + "<w:r><w:footnoteReference w:id='7'/></w:r>"),
           {{"footnotes", note("footnote", 0, "separador") + note("footnote", 7, " Al pie.")},
            {"endnotes", note("endnote", 2, "Al final.")}});
  CHECK(blocks::lines(document.blocks) ==
        Lines{"p Primero y último.", "p Otra vez", "fn Al pie.", "fn Al final."});
  CHECK(marked(document.blocks.at(0)) == "Primero[^1] y último[^2].");
  CHECK(marked(document.blocks.at(1)) == "Otra vez[^1]");
}

TEST_CASE("DOCX: tables, text boxes, content controls in reading order", "[read][office]") {
  const std::string inner = "<w:tbl><w:tr><w:tc>" + paragraph("dentro") + "</w:tc></w:tr></w:tbl>";
  CHECK(lines("<w:tbl><w:tr><w:tc>" + paragraph("a1") + paragraph("a2") + inner + "</w:tc><w:tc>" +
              paragraph("b") + "</w:tc></w:tr><w:sdt><w:sdtContent><w:tr><w:tc>" + paragraph("c") +
              "</w:tc></w:tr></w:sdtContent></w:sdt></w:tbl><w:sdt><w:sdtContent>" +
              paragraph("<w:sdt><w:sdtContent>" + run("control") + "</w:sdtContent></w:sdt>") +
              "</w:sdtContent></w:sdt>") ==
        Lines{"td a1", "td a2", "td dentro", "td b", "td c", "p control"});
  const std::string box = "<w:txbxContent>" + paragraph("En el cuadro.") + "</w:txbxContent>";
  CHECK(lines(paragraph(run("Junto ") +
                        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'>"
                        "<w:drawing><wps:txbx>" +
                        box +
                        "</wps:txbx></w:drawing></mc:Choice>"
                        "<mc:Fallback><w:pict><v:textbox>" +
                        box +
                        "</v:textbox></w:pict>"
                        "</mc:Fallback></mc:AlternateContent></w:r>" +
                        run("al cuadro.")) +
              paragraph("Después.")) ==
        Lines{"p Junto al cuadro.", "p En el cuadro.", "p Después."});
}

TEST_CASE("DOCX: white space, hyphens and symbols", "[read][office]") {
  CHECK(lines(paragraph("<w:r><w:t> A </w:t><w:tab/><w:t>B</w:t><w:br/><w:t>C</w:t>"
                        "<w:noBreakHyphen/><w:t>D</w:t><w:softHyphen/><w:t>E F</w:t>"
                        "<w:t xml:space='preserve'>  G\u00AD\u00A0H</w:t></w:r>")) ==
        Lines{"p A B C\u2011DE F G\u00A0H"});
  CHECK(lines(paragraph("<w:r><w:t>20 </w:t><w:sym w:font='Symbol' w:char='F0B0'/><w:t>C</w:t>"
                        "</w:r>")) == Lines{"p 20°C"});
  CHECK(
      marked(read(paragraph("<w:r><w:t>Tel.</w:t><w:sym w:font='Wingdings' w:char='F028'/></w:r>"))
                 .blocks.at(0)) == "Tel.<sym char=\"F028\"/>");
  CHECK(lines(paragraph("poblacio\u0301n &amp; &#xD800;<![CDATA[x]]>")).size() == 1);
}

TEST_CASE("DOCX: headers and footers stand apart", "[read][office]") {
  const Document document = read(paragraph("Texto."), {{"header", paragraph("Informe anual")},
                                                       {"footer", paragraph("Página 1")}});
  CHECK(blocks::lines(document.blocks) == Lines{"p Texto."});
  CHECK(blocks::lines(document.furniture) == Lines{"p Página 1", "p Informe anual"});
}

TEST_CASE("DOCX: the strict standard's names and unusual prefixes are the same", "[read][office]") {
  const auto text = [](const std::string& document) {
    return read_document_bytes(office::zip(office::docx_entries(document)), "x.docx",
                               LanguageTag("es"))
        .blocks.at(0)
        .text;
  };
  CHECK(text("<w:document xmlns:w='http://purl.oclc.org/ooxml/wordprocessingml/main'><w:body><w:p>"
             "<w:r><w:t>Hola</w:t></w:r></w:p></w:body></w:document>") == "Hola");
  CHECK(text("<ns0:document "
             "xmlns:ns0='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><ns0:body>"
             "<ns0:p><ns0:r><ns0:t>Hola</ns0:t></ns0:r></ns0:p></ns0:body></ns0:document>") ==
        "Hola");
  CHECK(text("<document xmlns='http://purl.oclc.org/ooxml/wordprocessingml/main'><body><p><r><t>"
             "Hola</t></r></p></body></document>") == "Hola");
}

TEST_CASE("DOCX: a block says which paragraph it is, and the language what Word has noted",
          "[read][office]") {
  const Document document = read_document_bytes(
      office::docx(paragraph("1948") + "<w:p/>" + paragraph("2018"),
                   {{"styles",
                     "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val='fr-CA'/></w:rPr>"
                     "</w:rPrDefault></w:docDefaults>"}}),
      "x.docx");
  CHECK(document.language.str() == "fr-CA");
  CHECK(document.blocks.at(1).where.line == 3);
}

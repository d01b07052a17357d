#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <trujaman/document.hpp>

using namespace trujaman;
using namespace std::string_literals;

namespace {

Document document(const std::string& text, const ReadOptions& options = {}) {
  return read_document_bytes(text, "informe.html", LanguageTag("es"), options);
}

std::vector<Block> blocks(const std::string& text) {
  return document(text).blocks;
}

/// The texts of blocks, one a line, each with its marker before it.
std::string outline(const std::vector<Block>& all) {
  std::string out;
  for (const Block& block : all) {
    if (!block.marker.empty()) out += block.marker + ' ';
    out += block.text + '\n';
  }
  return out;
}

std::string texts(const std::string& html) {
  return outline(blocks(html));
}

std::vector<std::string> messages(const std::string& html, Severity severity) {
  std::vector<std::string> out;
  (void)document(html, {"", [&](const Diagnostic& d) {
                          if (d.severity == severity) out.push_back(d.message);
                        }});
  return out;
}

}  // namespace

TEST_CASE("headings, paragraphs and lists keep their kind, level, marker and line", "[html]") {
  const auto b = blocks(
      "<!DOCTYPE html>\n<html lang=es><head><title>Huerto</title></head><body>\n"
      "<h1>El huerto\n común</h1>\n<p>\n  Un párrafo\n  en dos líneas.</p>\n"
      "<ol>\n<li>Primero<li><p>Segundo</p><p>Sigue</p>\n<ul><li>Dentro</ul>\n</ol>Al final");
  REQUIRE(b.size() == 7);
  CHECK(b[0].kind == BlockKind::Heading);
  CHECK(b[0].level == 1);
  CHECK(b[0].text == "El huerto común");
  CHECK(b[0].where.line == 3);
  CHECK(b[1].kind == BlockKind::Paragraph);
  CHECK(b[1].text == "Un párrafo en dos líneas.");
  CHECK(b[1].where.line == 6);
  CHECK(b[2].marker == "1.");
  CHECK(b[2].level == 1);
  CHECK(b[3].marker == "2.");
  CHECK(b[4].kind == BlockKind::ListItem);
  CHECK(b[4].marker.empty());
  CHECK(b[5].marker == "-");
  CHECK(b[5].level == 2);
  CHECK(b[6].kind == BlockKind::Paragraph);
}

TEST_CASE("lists are numbered as browsers number them", "[html]") {
  CHECK(texts("<ol start=3><li>a<li value=7>b<li>c</ol>") == "3. a\n7. b\n8. c\n");
  CHECK(texts("<ol reversed><li>a<li>b<li>c</ol>") == "3. a\n2. b\n1. c\n");
  CHECK(texts("<ol type=a start=26><li>a<li>b</ol>") == "z. a\naa. b\n");
  CHECK(texts("<ol type=I start=4><li>a<li>b</ol>") == "IV. a\nV. b\n");
  CHECK(texts("<ol style='list-style-type: lower-roman'><li>a<li>b</ol>") == "i. a\nii. b\n");
  CHECK(texts("<ul style='list-style: none'><li>a</ul>") == "a\n");
  CHECK(texts("<ol start=-1><li>a<li>b<li>c</ol>") == "-1. a\n0. b\n1. c\n");
}

TEST_CASE("emphasis and links become inline codes that are paired within a block", "[html]") {
  const auto b = blocks("<p>La <b>OIM</b> y el <a href='/p'>Pacto <i>Mundial</i></a>.</p>");
  REQUIRE(b.size() == 1);
  CHECK(b[0].text == "La OIM y el Pacto Mundial.");
  REQUIRE(b[0].codes.size() == 6);
  CHECK(b[0].codes[0].native == "<b>");
  CHECK(b[0].codes[0].type == "bold");
  CHECK(b[0].codes[1].native == "</b>");
  CHECK(b[0].codes[2].native == "<a href='/p'>");
  CHECK(b[0].codes[2].type == "link");
  CHECK(b[0].codes[5].pair == b[0].codes[2].pair);

  const auto over = blocks("<b><p>Uno</p><p>Dos <i>tres</b> cuatro</p></i>");
  REQUIRE(over.size() == 2);
  REQUIRE(over[0].codes.size() == 2);
  CHECK(over[0].codes[0].kind == CodeKind::Bpt);
  CHECK(over[0].codes[1].kind == CodeKind::Ept);
  CHECK(over[1].text == "Dos tres cuatro");
}

TEST_CASE("entities are characters; no-break spaces stay, places to break a line go", "[html]") {
  CHECK(texts("<p>7,6&nbsp;% &laquo;a&ntilde;o&raquo; pobla&shy;ci&oacute;n "
              "http://a<wbr>.es/b&#x200B;c</p>") == "7,6\u00A0% «año» población http://a.es/bc\n");
  CHECK(texts("<p>poblacio&#769;n</p><p>&nbsp;</p>") == "población\n");
}

TEST_CASE("one line break is a blank, two part paragraphs", "[html]") {
  const auto b = blocks("<div>Calle Mayor 3<br>\nÁvila<br><br>Teléfono 112<br></div>");
  REQUIRE(b.size() == 2);
  CHECK(b[0].text == "Calle Mayor 3 Ávila");
  REQUIRE(b[0].codes.size() == 1);
  CHECK(b[0].codes[0].type == "lb");
  CHECK(b[1].text == "Teléfono 112");
}

TEST_CASE("tables, captions, definitions and quotations", "[html]") {
  const auto b = blocks(
      "<table><caption>Cuadro 1</caption><tr><th>País<th>2020<tr><td><p>Perú</p><p>(sur)</p>"
      "<td>7,6 %</table><figure><img src=a.png alt='Un pozo'><figcaption>El pozo</figcaption>"
      "</figure><dl><dt>Pozo<dd>Hoyo</dl><blockquote>Dijo que sí.</blockquote>");
  REQUIRE(b.size() == 11);
  CHECK(b[0].kind == BlockKind::Caption);
  CHECK(b[1].kind == BlockKind::TableCell);
  CHECK(b[3].text == "Perú");
  CHECK(b[4].kind == BlockKind::TableCell);
  CHECK(b[5].text == "7,6 %");
  CHECK(b[6].text == "Un pozo");
  CHECK(b[6].kind == BlockKind::Caption);
  CHECK(b[7].kind == BlockKind::Caption);
  CHECK(b[8].kind == BlockKind::ListItem);
  CHECK(b[9].text == "Hoyo");
  CHECK(b[10].kind == BlockKind::Paragraph);
}

TEST_CASE("an image is read as its alternative text, as Markdown's is", "[html]") {
  const auto b = blocks("<p>Pulse <img src=g.png alt='Guardar' class=i> ahora.</p>");
  REQUIRE(b.size() == 1);
  CHECK(b[0].text == "Pulse Guardar ahora.");
  REQUIRE(b[0].codes.size() == 2);
  CHECK(b[0].codes[0].native == "<img src=g.png alt='");
  CHECK(b[0].codes[1].native == "' class=i>");
  CHECK(texts("<p>Sea <img alt='{\\displaystyle x}' src=x> y <math><mi>y</mi></math>.</p>") ==
        "Sea y .\n");
}

TEST_CASE("notes are told from the text, their signs are codes", "[html]") {
  const auto check = [](const std::string& html, const std::string& marker) {
    CAPTURE(html);
    const auto b = blocks(html);
    REQUIRE(b.size() == 2);
    CHECK(b[0].text == "El agua falta, dicen.");
    CHECK(b[0].kind == BlockKind::Paragraph);
    CHECK(b[1].text == "Véase el informe.");
    CHECK(b[1].kind == BlockKind::Footnote);
    CHECK(b[1].marker == marker);
  };
  // Pandoc
  check(
      "<p>El agua falta<a href='#fn1' class='footnote-ref' id='fnref1' role='doc-noteref'>"
      "<sup>1</sup></a>, dicen.</p><section class='footnotes' role='doc-endnotes'><hr><ol>"
      "<li id='fn1'><p>Véase el informe.<a href='#fnref1' "
      "role='doc-backlink'>↩︎</a></p></li></ol>"
      "</section>",
      "1.");
  // Without roles: by the links alone
  check(
      "<p>El agua falta<sup><a href='#n1' id='r1'>(a)</a></sup>, dicen.</p><hr>"
      "<p id='n1'><sup><a href='#r1'>(a)</a></sup> Véase el informe.</p>",
      "(a)");
  // Word
  check(
      "<p>El agua falta<a href='#_ftn1' name='_ftnref1'><span>[1]</span></a>, dicen.</p>"
      "<div id='ftn1'><p class=MsoFootnoteText><a href='#_ftnref1' name='_ftn1'>[1]</a> Véase el "
      "informe.</p></div>",
      "[1]");
  // MediaWiki
  check(
      "<p>El agua falta<sup id='cite_ref-1' class='reference'><a "
      "href='#cite_note-1'>[1]</a></sup>, "
      "dicen.</p><ol class='references'><li id='cite_note-1'><span class='mw-cite-backlink'><b>"
      "<a href='#cite_ref-1'>↑</a></b></span> <span>Véase el informe.</span></li></ol>",
      "1.");
  CHECK(texts("<p>10 m<sup>2</sup>, el 1.<sup>er</sup> mes</p>") == "10 m2, el 1.er mes\n");
}

TEST_CASE("what LibreOffice saves has its notes, numbers and running lines", "[html]") {
  const auto b = blocks(
      "<div title='header'><p>Informe anual</p></div>"
      "<p>El agua falta<a class='sdfootnoteanc' name='sdfootnote1anc' href='#sdfootnote1sym'><sup>1"
      "</sup></a>.</p><div id='sdfootnote1'><p class='sdfootnote'><a class='sdfootnotesym' "
      "name='sdfootnote1sym' href='#sdfootnote1anc'>1</a> Véase.</p></div>"
      "<div title='footer'><p>Página 1</p></div>");
  REQUIRE(b.size() == 2);
  CHECK(b[0].text == "El agua falta.");
  CHECK(b[1].text == "Véase.");
  CHECK(b[1].kind == BlockKind::Footnote);
  CHECK(b[1].marker == "1");
  const auto xhtml = blocks(
      "<ol><li><p><span class='Numbering_20_Symbols' "
      "style='float:left'>3.</span>Pozos</p></li></ol>"
      "<p>Falta<span class='Footnote_20_anchor'><a href='#ftn1' id='body_ftn1'>1</a></span>.</p>"
      "<p class='Footnote'><span><a id='ftn1' href='#body_ftn1'>1</a></span>Véase.</p>");
  CHECK(outline(xhtml) == "3. Pozos\nFalta.\n1 Véase.\n");
  CHECK(xhtml[2].kind == BlockKind::Footnote);
}

TEST_CASE("Word's lists are paragraphs that say so", "[html]") {
  const auto b = blocks(
      "<p class=MsoListParagraph style='margin-left:36pt;mso-list:l0 level1 lfo1'>"
      "<![if !supportLists]><span style='mso-list:Ignore'>2)<span>&nbsp;&nbsp; </span></span>"
      "<![endif]>Pozos</p><p style='mso-list:l0 level2 lfo1'><span "
      "style='font-family:Symbol'><span "
      "style='mso-list:Ignore'>·<span>&nbsp; </span></span></span>Ríos</p>");
  REQUIRE(b.size() == 2);
  CHECK(outline(b) == "2) Pozos\n- Ríos\n");
  CHECK(b[0].kind == BlockKind::ListItem);
  CHECK(b[1].level == 2);
}

TEST_CASE("what is no text is left out", "[html]") {
  CHECK(
      texts(
          "<style>p{}</style><script>var a = '<p>no</p>';</script><p></p><template><p>no</template>"
          "<noscript>no</noscript><p hidden>no</p><p aria-hidden=true>no</p>"
          "<p style='display: none'>no</p><iframe>no</iframe><!-- no --><p>sí</p>") == "sí\n");
  CHECK(texts("<h2>Agua<a class=headerlink href='#agua'>¶</a></h2>") == "Agua\n");
  CHECK(messages("<p>Use:</p><pre><code>x = 1\n</code></pre>", Severity::Note) ==
        std::vector<std::string>{"code block is not text to translate; left out"});
}

TEST_CASE("preformatted prose is read by paragraphs", "[html]") {
  const auto b = blocks("<pre>\nUna línea\ny otra.\n\nOtro <b>párrafo</b>.\n</pre>");
  REQUIRE(b.size() == 2);
  CHECK(b[0].text == "Una línea y otra.");
  CHECK(b[1].text == "Otro párrafo.");
  CHECK(b[1].where.line == 5);
}

TEST_CASE("navigation beside the main text is furniture, and so is the title", "[html]") {
  const std::string page =
      "<title>Agua | OIM</title><header><p>OIM</p></header><nav><a href=/>Inicio</a></nav>"
      "<main><header><h1>Agua</h1></header><p>Falta.</p><nav><ol><li>Índice</ol></nav></main>"
      "<footer>Aviso legal</footer>";
  const Document d = document(page);
  CHECK(outline(d.blocks) == "Agua\nFalta.\n1. Índice\n");
  CHECK(outline(d.furniture) == "Agua | OIM\nOIM\nInicio\nAviso legal\n");
  CHECK(messages(page, Severity::Note).size() == 1);
  // A header that may hold a preamble, as in the Universal Declaration of Human Rights.
  CHECK(texts("<h1>Carta</h1><header><p>Preámbulo</p></header><article><p>Art. 1</p></article>"
              "<article><p>Art. 2</p></article>") == "Carta\nPreámbulo\nArt. 1\nArt. 2\n");
  CHECK(texts("<nav><p>Todo es navegación</p></nav>") == "Todo es navegación\n");
}

TEST_CASE("the encoding is found in the page", "[html]") {
  const auto text = [](const std::string& bytes) { return document(bytes).blocks.at(0).text; };
  CHECK(text("<meta charset=\"ISO-8859-1\"><p>A\xF1o \x93nuevo\x94</p>") == "Año “nuevo”");
  CHECK(
      text("<META content='text/html; charset=macintosh' http-equiv=Content-Type><p>A\x96o</p>") ==
      "Año");
  CHECK(text("<?xml version='1.0' encoding='windows-1250'?><html><p>\xC8"
             "esko</p></html>") == "Česko");
  CHECK(text("<!-- <meta charset=macintosh> --><p>Año</p>") == "Año");
  CHECK(text("<p>El ni\xF1o lleg\xF3 aqu\xED.</p>") == "El niño llegó aquí.");
  // Converted pages with the declaration they had: what is UTF-8 is read as that.
  CHECK(text("<meta charset=iso-8859-1><p>Año</p>") == "Año");
  CHECK(messages("<meta charset=iso-8859-1><p>Año</p>", Severity::Warning).size() == 1);
  CHECK(text("<meta charset=no-such><p>Año</p>") == "Año");
}

TEST_CASE("HTML is told by how it begins, or by its ending", "[html]") {
  const auto kind = [](const std::string& bytes, const char* name) {
    return read_document_bytes(bytes, name, LanguageTag("es")).blocks.at(0).kind;
  };
  const std::string page = "<h1>Agua</h1>";
  CHECK(kind("<!doctype html>" + page, "a.txt") == BlockKind::Heading);
  CHECK(kind("\xEF\xBB\xBF\n<!-- saved --><HTML lang=es>" + page, "-") == BlockKind::Heading);
  CHECK(kind("<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC '-'>" + page, "a") ==
        BlockKind::Heading);
  CHECK(kind(page, "a.HTM") == BlockKind::Heading);
  CHECK(kind("\xFF\xFE<\0h\0"
             "1\0>\0s\0\xED\0"s,
             "a.html") == BlockKind::Heading);
}

TEST_CASE("XHTML's empty elements end where they begin", "[html]") {
  const std::string page =
      "<?xml version=\"1.0\"?>\n<html xml:lang=\"es\"><head><script "
      "src=\"x\"/><title/></head><body>"
      "<h1><a id=\"a\"/>Agua</h1><p>Uno<br/>dos<span class=\"/>\"/>.</p></body></html>";
  CHECK(texts(page) == "Agua\nUno dos.\n");
  CHECK(read_document_bytes(page, "a.xhtml").language == LanguageTag("es"));
}

TEST_CASE("the declared language counts where the text does not tell", "[html]") {
  CHECK(read_document_bytes("<html lang=fr-CA><p>Eau 2020</p>", "a.html").language ==
        LanguageTag("fr-CA"));
  CHECK_THROWS_AS(read_document_bytes("<html lang='?!'><p>Eau 2020</p>", "a.html"), Error);
}

TEST_CASE("tangled pages are read or refused in bounded time", "[html]") {
  const auto repeat = [](const std::string& what, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += what;
    return out;
  };
  const auto refused = [](const std::string& html) {
    try {
      (void)document(html);
    } catch (const Error& e) {
      CHECK(e.code() == Errc::Malformed);
      return true;
    }
    return false;
  };
  CHECK(refused(repeat("<div>", 100'000) + "hola"));
  CHECK(refused(repeat("<b>", 100'000) + "hola"));
  CHECK(refused(repeat("<table><tr><td>", 20'000) + "hola"));
  CHECK(refused(repeat("<x-y>", 5'000) + "hola"));  // only the walk finds out
  std::string fonts = "<p>";
  for (int i = 0; i < 5'000; ++i) fonts += "<font a" + std::to_string(i) + ">";
  CHECK(refused(fonts + repeat("<p>hola", 100'000)));  // would take gigabytes
  CHECK(refused(repeat("<x-y>", 9'000) + "<b>" + repeat("hola ", 400'000)));
  CHECK(refused("<p" + repeat(" a", 60'000) + ">hola"));
  CHECK_FALSE(refused("<p" + repeat(" a='>'", 900) + ">hola"));
  CHECK_FALSE(refused("<p>hola" + repeat("<font color=red>sí<p>", 5'000)));
  CHECK_FALSE(refused("<p>hola" + repeat("</x>", 100'000)));
  CHECK_FALSE(refused("hola <!--" + repeat("<div>", 100'000)));
  CHECK_FALSE(refused("hola " + repeat("<", 100'000) + repeat("&", 100'000)));
}

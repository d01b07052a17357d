/// Documents with parts of their text replaced.
#include <functional>
#include <map>
#include <sstream>
#include <string>

#include <catch2/catch.hpp>

#include <trujaman/document.hpp>
#include <trujaman/document_writer.hpp>

#include "base/archive.hpp"
#include "blocks.hpp"
#include "office_file.hpp"

using namespace trujaman;
using blocks::Lines;

namespace {

/// What takes the place of a text; "" leaves it, highlighted.
using Words = std::map<std::string, std::string>;

/// The renderings of the texts that stand in a block.
std::vector<Rendering> renderings_of(const Words& words, const Block& block) {
  std::map<std::size_t, Rendering> found;
  for (const auto& [source, target] : words) {
    const std::size_t at = block.text.find(source);
    if (at == std::string::npos) continue;
    Rendering r{{at, at + source.size()}, std::nullopt, {}, false};
    if (!target.empty()) r.text = target;
    found[at] = r;
  }
  std::vector<Rendering> out;
  for (const auto& [at, r] : found) out.push_back(r);
  return out;
}

struct Output {
  std::string bytes;
  RenderSummary summary;
};

Output translate(const std::string& bytes, const BlockTranslator& translator) {
  std::ostringstream out;
  const RenderSummary summary = translate_document(bytes, "informe.docx", out, translator);
  return {out.str(), summary};
}

Output translate(const std::string& bytes, const Words& words) {
  return translate(bytes, [&](std::size_t, const Block& b) { return renderings_of(words, b); });
}

std::string part(const std::string& bytes, const char* name) {
  return trujaman::base::Archive(bytes, "x").read(name).value_or("");
}

/// The insides of the body, translated.
std::string docx(const std::string& body, const Words& words) {
  const std::string xml = part(translate(office::docx(body), words).bytes, "word/document.xml");
  const std::size_t begin = xml.find("<w:body>") + 8;
  return xml.substr(begin, xml.find("</w:body>") - begin);
}

std::string odt(const std::string& text, const Words& words) {
  const std::string xml = part(translate(office::odt(text), words).bytes, "content.xml");
  const std::size_t begin = xml.find("<office:text>") + 13;
  return xml.substr(begin, xml.find("</office:text>") - begin);
}

std::string t(const std::string& text) {
  return "<w:t xml:space=\"preserve\">" + text + "</w:t>";
}

}  // namespace

TEST_CASE("a document of which nothing is asked is copied to the byte", "[read][office]") {
  const std::string bytes = office::docx("<w:p><w:r><w:t>Hola.</w:t></w:r></w:p>");
  const Output out = translate(bytes, Words{});
  CHECK(out.bytes == bytes);
  CHECK(out.summary.replaced + out.summary.left == 0);
}

TEST_CASE("DOCX: a segment is replaced inside its run, the rest stays", "[read][office]") {
  CHECK(docx("<w:p><w:r>" + t("Hola. Adiós.") + "</w:r></w:p>", {{"Hola.", "Hello."}}) ==
        "<w:p><w:r>" + t("Hello.") + t(" Adiós.") + "</w:r></w:p>");
  CHECK(docx("<w:p><w:r><w:t>Hola.</w:t></w:r></w:p><w:p><w:r><w:t>Uno</w:t></w:r></w:p>",
             {{"Hola.", "A < B & C"}}) ==
        "<w:p><w:r>" + t("A &lt; B &amp; C") + "</w:r></w:p><w:p><w:r><w:t>Uno</w:t></w:r></w:p>");
}

TEST_CASE("DOCX: white space round a segment stays", "[read][office]") {
  CHECK(docx("<w:p><w:r>" + t("  Hola.  Adiós. ") + "</w:r></w:p>",
             {{"Hola.", "Hello."}, {"Adiós.", "Bye."}}) == "<w:p><w:r>" + t("  ") + t("Hello.") +
                                                               t(" ") + t(" ") + t("Bye.") +
                                                               t(" ") + "</w:r></w:p>");
}

TEST_CASE("DOCX: what is left is highlighted, and nothing else", "[read][office]") {
  const std::string bold = "<w:rPr><w:b/><w:sz w:val=\"20\"/></w:rPr>";
  CHECK(docx("<w:p><w:r>" + bold + t("Hola. Adiós.") + "</w:r></w:p>",
             {{"Hola.", "Hello."}, {"Adiós.", ""}}) ==
        "<w:p><w:r>" + bold + t("Hello.") + t(" ") +
            "</w:r><w:r><w:rPr><w:b/><w:sz w:val=\"20\"/><w:highlight w:val=\"yellow\"/></w:rPr>" +
            t("Adiós.") + "</w:r></w:p>");
}

TEST_CASE("DOCX: a text in several runs looks like most of what it replaces", "[read][office]") {
  const std::string b = "<w:rPr><w:b/></w:rPr>";
  CHECK(docx("<w:p><w:r>" + b + t("La OIM") + "</w:r><w:r>" + t(" publicó el informe") +
                 "</w:r><w:r>" + t(".") + "</w:r></w:p>",
             {{"La OIM publicó el informe.", "IOM published the report."}}) ==
        "<w:p><w:r>" + t("IOM published the report") + "</w:r><w:r>" + t(".") + "</w:r></w:p>");
  CHECK(docx("<w:p><w:r>" + b + t("IOM") + "</w:r><w:r>" + t(" publicó") + "</w:r></w:p>",
             {{"IOM publicó", "IOM published"}}) ==
        "<w:p><w:r>" + b + t("IOM") + "</w:r><w:r>" + t(" published") + "</w:r></w:p>");
  CHECK(docx("<w:p><w:r>" + b + t("Todo") + "</w:r><w:r>" + b + t(" negrita") + "</w:r></w:p>",
             {{"Todo negrita", "All bold"}}) == "<w:p><w:r>" + b + t("All bold") + "</w:r></w:p>");
}

TEST_CASE("DOCX: tabs, notes' marks, links and fields keep their places", "[read][office]") {
  const std::string note = "<w:r><w:footnoteReference w:id=\"1\"/></w:r>";
  CHECK(docx("<w:p><w:r>" + t("1.") + "<w:tab/>" + t("Uno") + "</w:r></w:p>",
             {{"1. Uno", "1. One"}}) ==
        "<w:p><w:r>" + t("1.") + "<w:tab/>" + t("One") + "</w:r></w:p>");
  CHECK(docx("<w:p><w:r>" + t("Uno") + "</w:r>" + note + "<w:r>" + t(" dos.") + "</w:r></w:p>",
             {{"Uno dos.", "One two."}}) ==
        "<w:p><w:r>" + t("One two.") + "</w:r>" + note + "</w:p>");
  CHECK(docx("<w:p><w:r>" + t("En la ") + "</w:r><w:hyperlink><w:r>" + t("ONU") +
                 "</w:r></w:hyperlink><w:r>" + t(" hoy") + "</w:r></w:p>",
             {{"En la ONU hoy", "At the ONU today"}}) ==
        "<w:p><w:r>" + t("At the ") + "</w:r><w:hyperlink><w:r>" + t("ONU") +
            "</w:r></w:hyperlink><w:r>" + t(" today") + "</w:r></w:p>");
  const std::string page = "<w:p><w:r>" + t("Página ") +
                           "</w:r><w:fldSimple w:instr=\"PAGEREF x\">" + "<w:r>" + t("7") +
                           "</w:r></w:fldSimple></w:p>";
  CHECK(docx(page, {{"Página 7", "Page 7"}}) ==
        "<w:p><w:r>" + t("Page ") + "</w:r><w:fldSimple w:instr=\"PAGEREF x\"><w:r>" + t("7") +
            "</w:r></w:fldSimple></w:p>");
  // A number that the document would put in again is never written beside it.
  const Output left = translate(office::docx(page), {{"Página 7", "Page seven"}});
  CHECK(left.summary.replaced == 0);
  CHECK(left.summary.left == 1);
}

TEST_CASE("a rendering's codes say what is bold", "[read][office]") {
  Rendering r{{0, 9}, "the whole world", {}, false};
  r.codes = {{4, CodeKind::Bpt, 1, "", "bold", "", "", false},
             {9, CodeKind::Ept, 1, "", "", "", "", false}};
  const auto with_codes = [&](std::size_t, const Block&) { return std::vector<Rendering>{r}; };
  const std::string bytes = office::docx("<w:p><w:r>" + t("el mundo.") + "</w:r></w:p>");
  const Output out = translate(bytes, with_codes);
  const Document again = read_document_bytes(out.bytes, "x.docx", LanguageTag("en"));
  CHECK(blocks::marked(again.blocks.at(0)) == "the <b>whole</b> world");
  const Output odt = translate(office::odt("<text:p>el mundo.</text:p>"), with_codes);
  const Document odt_again = read_document_bytes(odt.bytes, "x.odt", LanguageTag("en"));
  CHECK(blocks::marked(odt_again.blocks.at(0)) == "the <b>whole</b> world");
}

TEST_CASE("a reference to a note stays where the rendering has one", "[read][office]") {
  const std::string note = "<w:r><w:footnoteReference w:id=\"1\"/></w:r>";
  Rendering r{{0, 8}, "One, two.", {}, false};
  r.codes = {{3, CodeKind::Ph, 0, "", "fnote", "[^1]", "", false}};
  const std::string bytes = office::docx("<w:p><w:r>" + t("Uno") + "</w:r>" + note + "<w:r>" +
                                         t(" dos.") + "</w:r></w:p>");
  const Output out =
      translate(bytes, [&](std::size_t, const Block&) { return std::vector<Rendering>{r}; });
  CHECK_THAT(part(out.bytes, "word/document.xml"),
             Catch::Contains("<w:p><w:r>" + t("One") + "</w:r>" + note + "<w:r>" + t(", two.") +
                             "</w:r></w:p>"));
}

TEST_CASE("ODT: segments are replaced or highlighted where they stand", "[read][office]") {
  CHECK(odt("<text:p>Hola. <text:span text:style-name=\"T1\">Adiós</text:span>.</text:p>",
            {{"Hola.", "Hello."}, {"Adiós.", ""}}) ==
        "<text:p>Hello. <text:span text:style-name=\"T1\"><text:span "
        "text:style-name=\"TrujamanOpen\">Adiós</text:span></text:span><text:span "
        "text:style-name=\"TrujamanOpen\">.</text:span></text:p>");
  CHECK(odt("<text:p>La <text:span text:style-name=\"T1\">OIM</text:span><text:s/>actúa.</text:p>",
            {{"La OIM actúa.", "They act."}}) == "<text:p>They act.</text:p>");
  const std::string xml =
      part(translate(office::odt("<text:p>Hola.</text:p>"), {{"Hola.", ""}}).bytes, "content.xml");
  CHECK_THAT(xml, Catch::Contains("<style:style style:name=\"TrujamanOpen\" "
                                  "style:family=\"text\"><style:text-properties "
                                  "fo:background-color=\"#ffff00\"/></style:style>"));
}

TEST_CASE("cells, notes and text boxes are reached, too", "[read][office]") {
  const std::string p = "<w:p><w:r><w:t>";
  const std::string q = "</w:t></w:r></w:p>";
  const std::string bytes = office::docx(
      "<w:p><w:r><w:t>Uno</w:t><w:footnoteReference w:id='1'/></w:r></w:p><w:tbl><w:tr><w:tc>" + p +
          "Celda" + q + "</w:tc></w:tr></w:tbl>",
      {{"footnotes", "<w:footnote w:id='1'>" + p + "Nota" + q + "</w:footnote>"}});
  const Output out = translate(bytes, {{"Celda", "Cell"}, {"Nota", "Note"}});
  CHECK(blocks::lines(read_document_bytes(out.bytes, "x.docx", LanguageTag("en")).blocks) ==
        Lines{"p Uno", "td Cell", "fn Note"});
  CHECK(part(out.bytes, "word/_rels/document.xml.rels") ==
        part(bytes, "word/_rels/document.xml.rels"));
}

namespace {

/// A text file, translated; what is left is told behind it, after a "|".
std::string plain(const std::string& text, const Words& words, const char* name = "informe.md") {
  std::ostringstream out;
  std::string left;
  const auto translator = [&](std::size_t, const Block& b) { return renderings_of(words, b); };
  (void)translate_document(text, name, out, translator,
                           {"", [&](const Diagnostic& d) {
                              left += "|" + std::to_string(d.where.line) + ": " + d.message;
                            }});
  return out.str() + left;
}

}  // namespace

TEST_CASE("Markdown: words are replaced between signs, all else stays", "[read]") {
  CHECK(plain("# *Uno*\n\n1. Dos  tres\n\n", {{"Uno", "One"}, {"Dos tres", "Two three"}}) ==
        "# *One*\n\n1. Two three\n\n");
  CHECK(plain("> Una frase\n> partida. Otra.", {{"Una frase partida.", "A sentence."}}) ==
        "> A sentence. Otra.");
  CHECK(plain("| Uno | Uno |\n|---|---|\n| a | Uno |\n", {{"Uno", "One"}}) ==
        "| One | One |\n|---|---|\n| a | One |\n");
  CHECK(plain("Uno[^nota] dos.\n\n[^nota]: Tres.\n", {{"Uno dos.", "One two."}, {"Tres.", "3."}}) ==
        "One two.[^nota]\n\n[^nota]: 3.\n");
  CHECK(plain("Vale 5 \\* 3.", {{"Vale 5 * 3.", "It is 5 * 3."}}) == "It is 5 \\* 3.");
}

TEST_CASE("Markdown: pairs of signs are kept whole", "[read]") {
  CHECK(plain("**Hola.** Adiós.", {{"Hola.", "Hello."}}) == "**Hello.** Adiós.");
  CHECK(plain("**La** OIM y __yo__", {{"La OIM y yo", "IOM and I"}}) == "IOM and I");
  CHECK(plain("**Hola. Adiós.**", {{"Hola.", "Hello."}}) == "**Hello. Adiós.**");
  // Half of a pair, and a link, which a translation would lose.
  CHECK(plain("Ya **va. Y viene.** Fin.", {{"Ya va.", "Off."}}) ==
        "Ya **va. Y viene.** Fin.|1: left: \"Ya va.\"; its place in the file is not plain text");
  CHECK_THAT(plain("Ver [el sitio](https://un.org) hoy.", {{"Ver el sitio hoy.", "See it."}}),
             Catch::StartsWith("Ver [el sitio](https://un.org) hoy.|1: left:"));
}

TEST_CASE("Markdown: a rendering with links of its own replaces one with links", "[read]") {
  Rendering r{{0, 8}, "See site", {}, false};
  r.codes = {{4, CodeKind::Bpt, 1, "", "link", "[", "", false},
             {8, CodeKind::Ept, 1, "", "link", "](https://un.org/en)", "", false}};
  std::ostringstream out;
  (void)translate_document("Ver [sitio](https://un.org/es \"ONU\") hoy.", "x.md", out,
                           [&](std::size_t, const Block& b) {
                             r.span.end = b.text.find(" hoy");
                             return std::vector<Rendering>{r};
                           });
  CHECK(out.str() == "See [site](https://un.org/en) hoy.");
}

TEST_CASE("Markdown: what is left is marked, whatever markup it holds", "[read]") {
  const Words left = {{"Adiós.", ""}};
  CHECK(plain("Hola. Adiós.", left) == "Hola. <mark>Adiós.</mark>");
  CHECK(plain("# Adiós.\n\n- **Adiós.**\n", left) ==
        "# <mark>Adiós.</mark>\n\n- **<mark>Adiós.</mark>**\n");
  CHECK(plain("Ya **va. Y viene.** Fin.", {{"Ya va.", ""}, {"Y viene.", ""}}) ==
        "<mark>Ya **va.</mark> <mark>Y viene.</mark>** Fin.");
  CHECK(
      plain("Ver [el sitio](https://un.org \"ONU\") y `ls -l`.", {{"Ver el sitio y ls -l.", ""}}) ==
      "<mark>Ver [el sitio](https://un.org \"ONU\") y `ls -l`.</mark>");
  CHECK(
      plain("| `ls` | ver [esto] |\n|---|---|\n\n[esto]: x.md\n", {{"ls", ""}, {"ver esto", ""}}) ==
      "| <mark>`ls`</mark> | <mark>ver [esto]</mark> |\n|---|---|\n\n[esto]: x.md\n");
}

TEST_CASE("what cannot be marked is told", "[read]") {
  CHECK(plain("Ver ``ls -l`` hoy.", {{"Ver ls -l hoy.", ""}}) ==
        "Ver ``ls -l`` hoy.|1: left: \"Ver ls -l hoy.\"");
}

TEST_CASE("what is to be revised has marks of its own", "[read]") {
  for (const auto& [name, expected] :
       {std::pair{"a.md", "<mark class=\"revise\">Hello.</mark>\n"}, {"a.txt", "[?Hello.?]\n"}}) {
    std::ostringstream out;
    (void)translate_document("Hola.\n", name, out, [](std::size_t, const Block& b) {
      return std::vector<Rendering>{{{0, b.text.size()}, "Hello.", {}, true}};
    });
    CHECK(out.str() == expected);
  }
}

TEST_CASE("text files: what is left stands in brackets", "[read]") {
  CHECK(plain("Hola.\n\nAdiós.\n", {{"Hola.", "Hello."}, {"Adiós.", ""}}, "a.txt") ==
        "Hello.\n\n[[Adiós.]]\n");
}

TEST_CASE("text files: hard-wrapped sentences are replaced", "[read]") {
  const std::string first =
      "Los hogares que reciben remesas de un pariente en el extranjero gastan más en la";
  const std::string second =
      "escuela de sus hijos y en la salud de los mayores, según el censo del año pasado.";
  const std::string third = "Así lo dice el informe que la Oficina presentó ayer en la capital.";
  CHECK(plain(first + "\n" + second + "\n" + third + "\n",
              {{first + " " + second, "They *spend* more."}},
              "a.txt") == "They *spend* more.\n" + third + "\n");
}

TEST_CASE("renderings that do not fit their block are refused", "[read][office]") {
  const std::string bytes = office::docx("<w:p><w:r><w:t>Adiós.</w:t></w:r></w:p>");
  const auto code = [&](const std::vector<Rendering>& renderings) {
    try {
      (void)translate(bytes, [&](std::size_t, const Block&) { return renderings; });
    } catch (const Error& e) {
      return e.code();
    }
    return Errc::Internal;
  };
  CHECK(code({{{0, 99}, "x", {}, false}}) == Errc::InvalidArgument);
  CHECK(code({{{0, 4}, "x", {}, false}}) == Errc::InvalidArgument);
  CHECK(code({{{0, 3}, "x", {}, false}, {{2, 7}, "y", {}, false}}) == Errc::InvalidArgument);
  CHECK(code({{{0, 3}, "\xFF", {}, false}}) == Errc::InvalidArgument);
}

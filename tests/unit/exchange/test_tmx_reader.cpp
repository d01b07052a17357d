#include <chrono>
#include <string>

#include <catch2/catch.hpp>

#include "base/encoding.hpp"
#include "tmx.hpp"

using namespace trujaman;
using namespace std::chrono;
using test::read_tmx;
using test::tmx_of;
using test::tmx_with;

namespace {

/// The Spanish variant of a file made of one unit with this segment.
Variant spanish(const std::string& segment) {
  const test::Read read = read_tmx(tmx_of(segment, "text"));
  REQUIRE(read.units.size() == 1);
  return read.units[0].variants.at(0);
}

Error error_of(const std::string& tmx) {
  try {
    (void)read_tmx(tmx);
  } catch (const Error& e) {
    return e;
  }
  FAIL("no error");
  return {Errc::Internal, ""};
}

std::string in_latin1(const std::string& utf8) {
  std::string out;
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const auto byte = static_cast<unsigned char>(utf8[i]);
    if (byte < 0x80) {
      out += utf8[i];
    } else {
      out += static_cast<char>(((byte & 3U) << 6U) | (static_cast<unsigned char>(utf8[++i]) & 63U));
    }
  }
  return out;
}

/// ASCII text in units of @p width bytes.
std::string widen(const std::string& ascii, std::size_t width, bool big_endian) {
  std::string out;
  for (const char c : ascii) {
    std::string unit(width, '\0');
    unit[big_endian ? width - 1 : 0] = c;
    out += unit;
  }
  return out;
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  text.replace(text.find(what), what.size(), by);
  return text;
}

}  // namespace

TEST_CASE("a unit comes with its texts, languages, notes, props and history", "[tmx]") {
  const auto read = read_tmx(
      tmx_with("<tu tuid='1' creationdate='20020523T091200Z' creationid='ys' usagecount='3' "
               "datatype='html'><note>Del informe.</note><prop type='tema'>salud</prop>"
               "<tuv xml:lang='ES_mx' changedate='20020524T000000Z' changeid='ana'>"
               "<prop type='p'>x</prop><seg>Hola</seg></tuv>"
               "<tuv xml:lang='fr'><seg>Bonjour</seg></tuv></tu>"));
  REQUIRE(read.units.size() == 1);
  CHECK(read.diagnostics.empty());
  const TranslationUnit& u = read.units[0];
  CHECK(u.id == "1");
  CHECK(u.source_language == LanguageTag("es"));
  CHECK(u.history.created == sys_days(2002y / 5 / 23) + 9h + 12min);
  CHECK(u.history.creator == "ys");
  CHECK(u.history.usage_count == 3);
  CHECK(u.attributes == std::vector<Property>{{"datatype", "html"}});
  CHECK(u.notes == std::vector<std::string>{"Del informe."});
  CHECK(u.properties == std::vector<Property>{{"tema", "salud"}});
  CHECK(u.variants.at(0).language == LanguageTag("es-MX"));
  CHECK(u.variants.at(0).history.changer == "ana");
  CHECK(u.variants.at(0).properties == std::vector<Property>{{"p", "x"}});
  CHECK(u.variants.at(1).text == "Bonjour");
}

TEST_CASE("a namespace, which TMX has none of, does no harm", "[tmx]") {
  const std::string plain = tmx_with(
      "<tu><note>Lema</note><prop type=\"x\">1</prop><tuv xml:lang=\"es\"><seg>El <bpt "
      "i=\"1\">b</bpt>agua<ept i=\"1\">/b</ept></seg></tuv><tuv xml:lang=\"en\"><seg>Water</seg>"
      "</tuv></tu>");
  std::string prefixed;
  for (std::size_t i = 0; i < plain.size(); ++i) {
    const bool tag = plain[i] == '<' && plain[i + 1] != '?';
    prefixed += plain[i];
    if (tag && plain[i + 1] == '/') prefixed += plain[++i];
    if (tag) prefixed += "t:";
  }
  prefixed = replaced(prefixed, "<t:tmx", "<t:tmx xmlns:t=\"urn:lisa:tmx\"");
  const test::Read read = read_tmx(prefixed);
  CHECK(read.diagnostics.empty());
  CHECK(read.units == read_tmx(plain).units);
  CHECK(read.units.at(0).notes == std::vector<std::string>{"Lema"});
}

TEST_CASE("lang of TMX 1.1 is taken where xml:lang is missing", "[tmx]") {
  const auto read = read_tmx(
      "<tmx version='1.1'><header creationtool='x' creationtoolversion='1' segtype='sentence' "
      "o-tmf='x' adminlang='en' srclang='*all*' datatype='x'/><body><tu><tuv "
      "lang='ES'><seg>sí</seg>"
      "</tuv><tuv lang='EN-US'><seg>yes</seg></tuv></tu></body></tmx>");
  REQUIRE(read.units.size() == 1);
  CHECK(read.diagnostics.empty());
  CHECK(read.units[0].source_language.undetermined());
  CHECK(read.units[0].variants.at(1).language.str() == "en-US");
}

TEST_CASE("white space in a segment is kept exactly", "[tmx]") {
  CHECK(spanish("  dos  \n\tespacios ").text == "  dos  \n\tespacios ");
  CHECK(spanish("<![CDATA[a < b & c]]>").text == "a < b & c");
}

TEST_CASE("inline codes stand beside the text, at their place", "[tmx]") {
  const Variant v = spanish(
      "La <bpt i='1' x='2' type='bold'>&lt;b&gt;</bpt>OIM<ept i='1'>&lt;/b&gt;</ept> y "
      "<ph x='3' assoc='p' type='image'>&lt;img/&gt;</ph><it pos='end'>&lt;/i&gt;</it>"
      "<ut x='4'>{\\f1}</ut>.");
  CHECK(v.text == "La OIM y .");
  REQUIRE(v.codes.size() == 5);
  CHECK(v.codes[0] == InlineCode{3, CodeKind::Bpt, 1, "2", "bold", "<b>", "", false});
  CHECK(v.codes[1] == InlineCode{6, CodeKind::Ept, 1, "2", "bold", "</b>", "", false});
  CHECK(v.codes[2] == InlineCode{9, CodeKind::Ph, 0, "3", "image", "<img/>", "assoc=p", false});
  CHECK(v.codes[3] == InlineCode{9, CodeKind::It, 0, "", "", "</i>", "pos=end", false});
  CHECK(v.codes[4] == InlineCode{9, CodeKind::Ut, 0, "4", "", "{\\f1}", "", false});
}

TEST_CASE("a highlight has two ends, and may hold codes and highlights", "[tmx]") {
  const Variant v = spanish("<hi type='term' x='1'>Pacto <hi>Mundial</hi></hi>");
  CHECK(v.text == "Pacto Mundial");
  REQUIRE(v.codes.size() == 4);
  CHECK(v.codes[0] == InlineCode{0, CodeKind::HiBegin, 1, "1", "term", "", "", false});
  CHECK(v.codes[1] == InlineCode{6, CodeKind::HiBegin, 2, "", "", "", "", false});
  CHECK(v.codes[2] == InlineCode{13, CodeKind::HiEnd, 2, "", "", "", "", false});
  CHECK(v.codes[3] == InlineCode{13, CodeKind::HiEnd, 1, "1", "term", "", "", false});
}

TEST_CASE("a code that holds text to translate is kept as an XML fragment", "[tmx]") {
  const Variant v =
      spanish("Pulse <ph>&lt;img alt=\"<sub type='alt'>¡<hi>Aquí</hi>!</sub>\"/></ph>.");
  CHECK(v.text == "Pulse .");
  REQUIRE(v.codes.size() == 1);
  CHECK(v.codes[0].fragment);
  CHECK(v.codes[0].native == "&lt;img alt=\"<sub type=\"alt\">¡<hi>Aquí</hi>!</sub>\"/&gt;");
}

TEST_CASE("pairs without a usable number get one of their own", "[tmx]") {
  const Variant zero = spanish("<bpt i='0'/>a<bpt i='1'/>b<ept i='1'/><ept i='0'/>");
  CHECK(zero.codes[0].pair == 2);
  CHECK(zero.codes[1].pair == 1);
  CHECK(zero.codes[3].pair == 2);
  const Variant none = spanish("<bpt/>a<bpt/>b<ept/>c<ept/>");
  CHECK(none.codes[0].pair == none.codes[3].pair);
  CHECK(none.codes[1].pair == none.codes[2].pair);
}

TEST_CASE("codes that do not pair up, and elements that TMX does not know, are warnings", "[tmx]") {
  const auto unpaired = read_tmx(tmx_of("<ept i='1'/>a<bpt i='1'/>", "a"));
  CHECK(unpaired.summary.passed == 1);
  CHECK(unpaired.first_message() ==
        "informe.tmx:4: <bpt> and <ept> do not pair up; they were kept as they are");
  const auto unknown = read_tmx(tmx_of("uno <b>dos</b>", "a"));
  CHECK(unknown.units.at(0).variants.at(0).text == "uno dos");
  CHECK(unknown.first_message() == "informe.tmx:4: <b> is no code of TMX; its text was kept");
}

TEST_CASE("text comes in NFC, and codes keep their place in it", "[tmx]") {
  const Variant v = spanish("informacio\xCC\x81n<ph>1</ph> migracio<ph>2</ph>\xCC\x81n");
  CHECK(v.text == "información migración");
  CHECK(v.codes.at(0).position == std::string("información").size());
  CHECK(v.codes.at(1).position == std::string("información migració").size());
}

TEST_CASE("a unit that is wrong in itself is skipped, the others are read", "[tmx]") {
  const auto read = read_tmx(
      tmx_with("<tu><tuv><seg>sin idioma</seg></tuv></tu>\n"
               "<tu><tuv xml:lang='español'><seg>x</seg></tuv></tu>\n<tu><note>vacía</note></tu>\n"
               "<tu><tuv xml:lang='es'><seg>bien</seg></tuv><tuv xml:lang='fr'><seg>bien</seg>"
               "</tuv></tu>"));
  CHECK(read.summary.read == 4);
  CHECK(read.summary.passed == 1);
  CHECK(read.units.at(0).variants.at(0).text == "bien");
  REQUIRE(read.diagnostics.size() == 3);
  CHECK(read.first_message() == "informe.tmx:4: <tuv> without xml:lang; unit skipped");
  CHECK(read.diagnostics[1].where.line == 5);
  CHECK(read.diagnostics[2].message == "<tu> without a usable <tuv>; unit skipped");
}

TEST_CASE("a unit in one language, an empty segment and a doubled language are kept", "[tmx]") {
  const auto read = read_tmx(tmx_with(
      "<tu><tuv xml:lang='es'><seg>solo</seg></tuv></tu>"
      "<tu><tuv xml:lang='es'><seg>a</seg></tuv><tuv xml:lang='en'><seg/></tuv></tu>"
      "<tu><tuv xml:lang='es'><seg>a</seg></tuv><tuv xml:lang='es'><seg>b</seg></tuv></tu>"));
  CHECK(read.summary.passed == 3);
  CHECK(read.diagnostics.size() == 2);
  CHECK(read.diagnostics.at(1).message == "<seg> is empty");
  CHECK(read.units.at(2).variants.at(1).text == "b");
}

TEST_CASE("dates are understood in the forms that other tools write", "[tmx]") {
  const auto created = [](const std::string& date) {
    return read_tmx(tmx_with("<tu creationdate='" + date +
                             "'><tuv xml:lang='es'><seg>a</seg></tuv></tu>"))
        .units.at(0)
        .history.created;
  };
  const sys_seconds noon = sys_days(2024y / 2 / 29) + 12h;
  CHECK(created("20240229T120000Z") == noon);
  CHECK(created("2024-02-29T12:00:00Z") == noon);
  CHECK(created("2024-02-29T13:00:00.250+01:00") == noon);
  CHECK(created("20240229T120000") == noon);
  CHECK(created("2024-02-29 12:00:00") == noon);
  CHECK(created("20240229") == noon - 12h);
  CHECK_FALSE(created("20230229T120000Z"));
  CHECK_FALSE(created("ayer"));
}

TEST_CASE("a date that nobody understands is a warning, and is not lost", "[tmx]") {
  const auto read =
      read_tmx(tmx_with("<tu changedate='ayer'><tuv xml:lang='es'><seg>a</seg></tuv></tu>"));
  CHECK(read.first_message() ==
        "informe.tmx:4: changedate is no date or number; it was kept as it is");
  CHECK(read.units.at(0).attributes == std::vector<Property>{{"changedate", "ayer"}});
}

TEST_CASE("the document type is never fetched, entities declared inside it are expanded", "[tmx]") {
  const std::string tmx = replaced(tmx_of("&oim; &amp; &#233;", "a"), "<tmx",
                                   "<!DOCTYPE tmx SYSTEM \"http://localhost:1/no.dtd\" "
                                   "[<!ENTITY oim \"OIM\">]><tmx");
  CHECK(read_tmx(tmx).units.at(0).variants.at(0).text == "OIM & é");
}

TEST_CASE("an undeclared entity costs at most its unit", "[tmx]") {
  const std::string units =
      "<tu><tuv xml:lang='es'><seg>a &nada; b</seg></tuv></tu>\n"
      "<tu><tuv xml:lang='fr'><seg>100&nbsp;%</seg></tuv></tu>";
  for (const std::string doctype : {"", "<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">"}) {
    const auto read = read_tmx(replaced(tmx_with(units), "<tmx", doctype + "<tmx"));
    REQUIRE(read.units.size() == 1);
    CHECK(read.units[0].variants.at(0).text == "100\u00A0%");
    CHECK(read.first_message() == "informe.tmx:4: entity &nada; is not declared; unit skipped");
  }
}

TEST_CASE("entities that grow without measure are refused", "[tmx]") {
  std::string entities = "<!ENTITY e0 \"0123456789\">";
  for (int i = 1; i < 12; ++i) {
    const std::string inner = "&e" + std::to_string(i - 1) + ";";
    entities += "<!ENTITY e" + std::to_string(i) + " \"";
    for (int k = 0; k < 10; ++k) entities += inner;
    entities += "\">";
  }
  const Error e =
      error_of(replaced(tmx_of("&e11;", "a"), "<tmx", "<!DOCTYPE tmx [" + entities + "]><tmx"));
  CHECK(e.code() == Errc::Malformed);
  CHECK_THAT(e.what(), Catch::Contains("entities"));
}

TEST_CASE("depth, tags and units without end are refused", "[tmx]") {
  std::string deep;
  for (int i = 0; i < 2000; ++i) deep += "<hi>";
  CHECK_THAT(error_of(tmx_with("<tu><tuv xml:lang='es'><seg>" + deep)).what(),
             Catch::Contains("deeper"));
  const std::string long_text(std::size_t{17} << 20, 'x');
  CHECK_THAT(error_of(tmx_with("<!--" + long_text + long_text + "-->")).what(),
             Catch::Contains("tag or comment"));
  const auto read = read_tmx(tmx_with("<tu><tuv xml:lang='es'><seg>" + long_text +
                                      "</seg></tuv></tu><tu><tuv xml:lang='es'><seg>a</seg></tuv>"
                                      "<tuv xml:lang='en'><seg>a</seg></tuv></tu>"));
  CHECK(read.summary.passed == 1);
  CHECK(read.first_message() == "informe.tmx:4: <tu> of more than 16 MiB; unit skipped");
  std::string codes;
  for (int i = 0; i < 300'000; ++i) codes += "<ph/>";
  CHECK(read_tmx(tmx_of(codes, "a")).summary.passed == 0);
}

TEST_CASE("a file of any declared encoding is read", "[tmx]") {
  const std::string tmx = tmx_of("acción «señal»", "ação");
  for (const std::string encoding : {"ISO-8859-1", "windows-1252", "iso-8859-15"}) {
    const auto read = read_tmx(in_latin1(replaced(tmx, "UTF-8", encoding)));
    CHECK(read.units.at(0).variants.at(0).text == "acción «señal»");
  }
  // € is A4 in ISO-8859-15 and 80 in windows-1252.
  CHECK(read_tmx(replaced(tmx_of("\xA4", "a"), "UTF-8", "ISO-8859-15"))
            .units.at(0)
            .variants.at(0)
            .text == "€");
  CHECK(read_tmx(replaced(tmx_of("\x80", "a"), "UTF-8", "windows-1252"))
            .units.at(0)
            .variants.at(0)
            .text == "€");
}

TEST_CASE("UTF-16 and UTF-32 are read with and without byte order mark", "[tmx]") {
  const std::string tmx = tmx_of("acci&#243;n", "action");
  for (const std::size_t width : {2U, 4U}) {
    for (const bool big_endian : {false, true}) {
      for (const std::string mark : {"", "mark"}) {
        const std::string bom =
            mark.empty() ? ""
                         : std::string(width == 2   ? ""
                                       : big_endian ? std::string(2, '\0')
                                                    : "")
                               .append(big_endian ? "\xFE\xFF" : "\xFF\xFE")
                               .append(width == 4 && !big_endian ? std::string(2, '\0') : "");
        const auto read = read_tmx(bom + widen(tmx, width, big_endian));
        CHECK(read.units.at(0).variants.at(0).text == "acción");
      }
    }
  }
}

TEST_CASE("a declaration of UTF-16 that a conversion to UTF-8 left behind does no harm", "[tmx]") {
  const auto read = read_tmx(replaced(tmx_of("acción", "action"), "UTF-8", "UTF-16"));
  CHECK(read.units.at(0).variants.at(0).text == "acción");
}

TEST_CASE("an unknown encoding and bytes that are not in the encoding are errors", "[tmx]") {
  const Error unknown = error_of(replaced(tmx_of("a", "b"), "UTF-8", "klingon-1"));
  CHECK(unknown.code() == Errc::Unsupported);
  const Error bad = error_of(tmx_of("acci\xF3n", "a"));
  CHECK(bad.code() == Errc::Malformed);
  CHECK(to_string(bad.where()) == "informe.tmx:4");
  CHECK_THAT(bad.what(), Catch::Contains("not UTF-8"));
  const Error ascii = error_of(replaced(tmx_of("acción", "a"), "UTF-8", "us-ascii"));
  CHECK(ascii.code() == Errc::Malformed);
  CHECK(ascii.where().line == 4);
}

TEST_CASE("what is not TMX is an error that says so", "[tmx]") {
  CHECK_THAT(error_of("<html><body/></html>").what(), Catch::Contains("is not TMX"));
  CHECK_THAT(error_of("").what(), Catch::Contains("no XML"));
  CHECK_THAT(error_of("hola").what(), Catch::Contains("not well-formed"));
}

TEST_CASE("a file that breaks off is an error, the units before it stand", "[tmx]") {
  const std::string whole = tmx_with(
      "<tu><tuv xml:lang='es'><seg>uno</seg></tuv></tu>\n"
      "<tu><tuv xml:lang='es'><seg>dos</seg></tuv></tu>");
  std::istringstream in(whole.substr(0, whole.find("dos")));
  std::vector<TranslationUnit> units;
  try {
    read_tmx(in, "informe.tmx", [&](TranslationUnit&& u) { units.push_back(std::move(u)); });
    FAIL("no error");
  } catch (const Error& e) {
    CHECK(e.code() == Errc::Malformed);
    CHECK(to_string(e.where()) == "informe.tmx:5");
    CHECK_THAT(e.what(), Catch::Contains("breaks off inside <seg>"));
  }
  REQUIRE(units.size() == 1);
  CHECK(units[0].variants.at(0).text == "uno");
}

TEST_CASE("what the sink throws comes through", "[tmx]") {
  std::istringstream in(tmx_of("a", "b"));
  CHECK_THROWS_AS(
      read_tmx(in, "x", [](TranslationUnit&&) { throw Error(Errc::Cancelled, "enough"); }), Error);
}

TEST_CASE("a sink that asks for it is told the line of each unit", "[exchange]") {
  const std::string unit =
      "<tu>\n<tuv xml:lang='es'><seg>a</seg></tuv>\n<tuv xml:lang='en'><seg>b</seg></tuv></tu>\n";
  const std::string tmx = test::tmx_with("\n" + unit + "\n" + unit);
  std::istringstream in(tmx);
  std::vector<std::size_t> lines;
  read_tmx(in, "informe.tmx", [&](TranslationUnit&&, const Location& where) {
    CHECK(where.source == "informe.tmx");
    lines.push_back(where.line);
  });
  REQUIRE(lines.size() == 2);
  CHECK(lines[1] == lines[0] + 4);
}

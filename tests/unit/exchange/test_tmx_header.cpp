#include <chrono>
#include <sstream>
#include <string>

#include <catch2/catch.hpp>

#include "tmx.hpp"

using namespace trujaman;
using namespace std::chrono;

namespace {

TmxHeader header_of(const std::string& tmx) {
  std::istringstream in(tmx);
  TmxHeader header;
  read_tmx(in, "informe.tmx", UnitSink(), {}, &header);
  return header;
}

std::string file_with(const TmxHeader& header) {
  std::ostringstream out;
  TmxWriter writer(out, header);
  writer.finish();
  return out.str();
}

/// The header as it is after writing and reading.
TmxHeader round_trip(const TmxHeader& header) {
  return header_of(file_with(header));
}

const std::string whole_header =
    "<tmx version='1.4'><header creationtool='OmegaT' creationtoolversion='6.0' "
    "segtype='paragraph' o-tmf='OmegaT TMX' adminlang='FR-ca' srclang='ES_mx' datatype='html' "
    "o-encoding='windows-1252' creationdate='20240229T120000Z' creationid='Ana Ñ' "
    "changedate='2024-03-01T13:00:00+01:00' changeid='Zoë'>"
    "<note xml:lang='fr' o-encoding='iso-8859-1'>Le mémoire du Comité.</note><note>a\nb</note>"
    "<ude name='MacRoman' base='Macintosh'><map unicode='#xF8FF' code='#xF0' ent='Apple_logo' "
    "subst='[Apple]'/><map unicode='#x2206'/></ude>"
    "<prop type='RTFPreamble' lang='en'>{\\rtf1 &amp; &lt;x&gt;}</prop><prop type='a'>1</prop>"
    "<prop type='a'/></header><body/></tmx>";

}  // namespace

TEST_CASE("a header comes with its attributes, notes, props and encodings", "[tmx]") {
  const TmxHeader header = header_of(whole_header);
  CHECK(header.source_language == LanguageTag("es-MX"));
  CHECK(header.creation_tool == "OmegaT");
  CHECK(header.creation_tool_version == "6.0");
  CHECK(header.segment_type == "paragraph");
  CHECK(header.original_format == "OmegaT TMX");
  CHECK(header.admin_language == "FR-ca");
  CHECK(header.data_type == "html");
  CHECK(header.original_encoding == "windows-1252");
  CHECK(header.history.created == sys_days(2024y / 2 / 29) + 12h);
  CHECK(header.history.changed == sys_days(2024y / 3 / 1) + 12h);
  CHECK(header.history.creator == "Ana Ñ");
  CHECK(header.history.changer == "Zoë");
  REQUIRE(header.notes.size() == 2);
  CHECK(header.notes[0] == TmxHeaderText{"", "Le mémoire du Comité.", "fr", "iso-8859-1"});
  CHECK(header.notes[1].text == "a\nb");
  REQUIRE(header.properties.size() == 3);
  CHECK(header.properties[0] == TmxHeaderText{"RTFPreamble", "{\\rtf1 & <x>}", "en", ""});
  CHECK(header.properties[2] == TmxHeaderText{"a", "", "", ""});
  REQUIRE(header.encodings.size() == 1);
  CHECK(header.encodings[0].name == "MacRoman");
  CHECK(header.encodings[0].base == "Macintosh");
  REQUIRE(header.encodings[0].characters.size() == 2);
  CHECK(header.encodings[0].characters[0] ==
        TmxCharacter{"#xF8FF", "#xF0", "Apple_logo", "[Apple]"});
  CHECK(header.encodings[0].characters[1] == TmxCharacter{"#x2206", "", "", ""});
}

TEST_CASE("a header comes back as it was written", "[tmx]") {
  const TmxHeader header = header_of(whole_header);
  CHECK(round_trip(header) == header);
  CHECK(round_trip({}) == TmxHeader());
  CHECK(file_with(header) ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">\n"
        "  <header creationtool=\"OmegaT\" creationtoolversion=\"6.0\" segtype=\"paragraph\" "
        "o-tmf=\"OmegaT TMX\" adminlang=\"FR-ca\" srclang=\"es-MX\" datatype=\"html\" "
        "o-encoding=\"windows-1252\" creationdate=\"20240229T120000Z\" "
        "changedate=\"20240301T120000Z\" creationid=\"Ana Ñ\" changeid=\"Zoë\">\n"
        "    <note xml:lang=\"fr\" o-encoding=\"iso-8859-1\">Le mémoire du Comité.</note>\n"
        "    <note>a\nb</note>\n"
        "    <ude name=\"MacRoman\" base=\"Macintosh\">\n"
        "      <map unicode=\"#xF8FF\" code=\"#xF0\" ent=\"Apple_logo\" subst=\"[Apple]\"/>\n"
        "      <map unicode=\"#x2206\"/>\n"
        "    </ude>\n"
        "    <prop type=\"RTFPreamble\" xml:lang=\"en\">{\\rtf1 &amp; &lt;x&gt;}</prop>\n"
        "    <prop type=\"a\">1</prop>\n"
        "    <prop type=\"a\"></prop>\n"
        "  </header>\n  <body>\n  </body>\n</tmx>\n");
}

TEST_CASE("what a header may not have is kept as props", "[tmx]") {
  const TmxHeader header = header_of(
      "<tmx version='1.4'><header segtype='Satz' changedate='ayer' tm='general' usagecount='3'/>"
      "<body/></tmx>");
  CHECK(header.creation_tool == "unknown");
  CHECK(header.segment_type == "sentence");
  CHECK(header.attributes ==
        std::vector<Property>{
            {"segtype", "Satz"}, {"changedate", "ayer"}, {"tm", "general"}, {"usagecount", "3"}});
  CHECK(round_trip(header) == header);
  CHECK_THAT(file_with(header),
             Catch::Contains("segtype=\"sentence\"") &&
                 Catch::Contains("<prop type=\"x-attribute-tm\">general</prop>"));
}

TEST_CASE("a file without a header has one that says nothing", "[tmx]") {
  const TmxHeader header = header_of("<tmx version='1.4'><body/></tmx>");
  CHECK(header.source_language.undetermined());
  CHECK(header.creation_tool == "unknown");
  CHECK(header.notes.empty());
}

TEST_CASE("the header is known before the first unit", "[tmx]") {
  std::istringstream in(test::tmx_of("a", "b"));
  TmxHeader header;
  read_tmx(
      in, "informe.tmx", [&](TranslationUnit&&) { CHECK(header.creation_tool == "x"); }, {},
      &header);
}

TEST_CASE("what may not stand in a header is left out with a warning", "[tmx]") {
  std::istringstream in(
      "<tmx version='1.4'><header creationtool='x' creationtoolversion='1' segtype='sentence' "
      "o-tmf='x' adminlang='en' srclang='es' datatype='x'><seg>a</seg><note>b <b>c</b></note>"
      "<ude name='x'><prop type='p'>d</prop></ude></header><body/></tmx>");
  TmxHeader header;
  std::vector<std::string> messages;
  read_tmx(
      in, "informe.tmx", UnitSink(), [&](const Diagnostic& d) { messages.push_back(d.message); },
      &header);
  REQUIRE(messages.size() == 4);
  CHECK(messages[0] == "<seg> may not stand here; it was left out");
  CHECK(messages[1] == "<b> may not stand in a note or prop; its text was kept");
  CHECK(messages[2] == "<prop> may not stand here; it was left out");
  CHECK(header.notes.at(0).text == "b c");
  CHECK(header.encodings.empty());
}

TEST_CASE("a header without end is refused", "[tmx]") {
  const std::string long_text(std::size_t{17} << 20, 'x');
  CHECK_THROWS_AS(
      header_of("<tmx version='1.4'><header><note>" + long_text + "</note></header><body/></tmx>"),
      Error);
}

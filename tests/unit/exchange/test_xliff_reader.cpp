#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <trujaman/exchange.hpp>

#include "manifest.hpp"

using namespace trujaman;

namespace {

struct Read {
  std::vector<TranslationUnit> units;
  std::vector<std::size_t> lines;
  std::vector<Diagnostic> diagnostics;
  ReadSummary summary;
};

Read read(std::istream& in) {
  Read out;
  out.summary = read_xliff(
      in, "informe.xlf",
      [&](TranslationUnit&& unit, const Location& where) {
        out.units.push_back(std::move(unit));
        out.lines.push_back(where.line);
      },
      [&](const Diagnostic& d) { out.diagnostics.push_back(d); });
  return out;
}

Read read(const std::string& xliff) {
  std::istringstream in(xliff);
  return read(in);
}

/// XLIFF 1.2; @p units begin on line 2.
std::string version_1(const std::string& units) {
  return "<xliff version='1.2' xmlns='urn:oasis:names:tc:xliff:document:1.2'>"
         "<file source-language='es' target-language='en' original='a' datatype='x'><body>\n" +
         units + "</body></file></xliff>";
}

/// XLIFF 2.0; @p units begin on line 2.
std::string version_2(const std::string& units) {
  return "<xliff version='2.0' srcLang='es' trgLang='en' "
         "xmlns='urn:oasis:names:tc:xliff:document:2.0'><file id='f'>\n" +
         units + "</file></xliff>";
}

/// Text with its codes in braces: kind, id, native content.
std::string marked(const Variant& variant) {
  std::string out = variant.text;
  for (auto code = variant.codes.rbegin(); code != variant.codes.rend(); ++code) {
    const char* kind = code->kind == CodeKind::Bpt ? "+" : code->kind == CodeKind::Ept ? "-" : "";
    out.insert(code->position, std::string("{") + kind + code->id + code->native + "}");
  }
  return out;
}

}  // namespace

TEST_CASE("a trans-unit of XLIFF 1 is a unit, with its place", "[xliff]") {
  const Read read_back = read(version_1(
      "<trans-unit id='u1'><source>El riego.</source><target>Irrigation.</target></trans-unit>\n"
      "<group><trans-unit id='u2'><source>El agua.</source></trans-unit></group>"));
  REQUIRE(read_back.units.size() == 2);
  const TranslationUnit& unit = read_back.units[0];
  CHECK(unit.id == "u1");
  CHECK(unit.source_language.str() == "es");
  REQUIRE(unit.variants.size() == 2);
  CHECK(unit.variants[0].text == "El riego.");
  CHECK(unit.variants[1].text == "Irrigation.");
  CHECK(unit.variants[1].language.str() == "en");
  CHECK(read_back.units[1].variants.size() == 1);
  CHECK(read_back.lines == std::vector<std::size_t>{2, 3});
  CHECK(read_back.diagnostics.empty());
}

TEST_CASE("a segment of XLIFF 2 is a unit", "[xliff]") {
  const Read read_back = read(version_2(
      "<unit id='u1'><segment id='s1'><source>Uno.</source><target>One.</target></segment>"
      "<ignorable><source> </source></ignorable>"
      "<segment><source>Dos.</source><target>Two.</target></segment></unit>"));
  REQUIRE(read_back.units.size() == 2);
  CHECK(read_back.units[0].id == "u1/s1");
  CHECK(read_back.units[1].id == "u1");
  CHECK(read_back.units[1].variants.at(1).text == "Two.");
}

TEST_CASE("inline codes of XLIFF 1", "[xliff]") {
  const auto text = [](const std::string& source) {
    return marked(read(version_1("<trans-unit id='u'><source>" + source + "</source></trans-unit>"))
                      .units.at(0)
                      .variants.at(0));
  };
  CHECK(text("El <g id='1'>riego</g> es<x id='2'/>") == "El {+1}riego{-1} es{2}");
  CHECK(text("<bpt id='1'>&lt;b&gt;</bpt>agua<ept id='1'>&lt;/b&gt;</ept>") ==
        "{+1<b>}agua{-1</b>}");
  CHECK(text("a<ph id='1'>%s<sub>x</sub></ph>b") == "a{1%sx}b");
  CHECK(text("El <mrk mtype='term'>riego</mrk>.") == "El riego.");
  CHECK(text("<bx id='1'/>a<ex id='2' rid='1'/>") == "{+1}a{-2}");
}

TEST_CASE("inline codes of XLIFF 2", "[xliff]") {
  const auto text = [](const std::string& source) {
    return marked(
        read(version_2("<unit id='u'><segment><source>" + source + "</source></segment></unit>"))
            .units.at(0)
            .variants.at(0));
  };
  CHECK(text("El <pc id='1'>riego</pc> es<ph id='2'/>") == "El {+1}riego{-1} es{2}");
  CHECK(text("<sc id='1'/>a<ec startRef='1'/>") == "{+1}a{-1}");
  CHECK(text("El <mrk id='m'>riego</mrk><cp hex='0009'/>.") == "El riego\t.");
}

TEST_CASE("both halves of a pair have one number", "[xliff]") {
  const auto codes = read(version_1("<trans-unit id='u'><source><g id='1'>a</g><g id='1'>b</g>"
                                    "<bpt id='1'/>c<ept id='1'/></source></trans-unit>"))
                         .units.at(0)
                         .variants.at(0)
                         .codes;
  REQUIRE(codes.size() == 6);
  for (std::size_t i = 0; i < codes.size(); i += 2) CHECK(codes[i].pair == codes[i + 1].pair);
  CHECK(codes[0].pair != codes[2].pair);
  CHECK(codes[2].pair != codes[4].pair);
}

TEST_CASE("what is no translation is passed over", "[xliff]") {
  const Read read_back = read(version_1(
      "<trans-unit id='u'><source>a</source><seg-source><mrk mtype='seg'>x</mrk></seg-source>"
      "<target>b</target><note>c</note>"
      "<alt-trans><source>d</source><target>e</target></alt-trans></trans-unit>"
      "<trans-unit id='v' translate='no'><source>f</source></trans-unit>"));
  REQUIRE(read_back.units.size() == 1);
  REQUIRE(read_back.units[0].variants.size() == 2);
  CHECK(read_back.units[0].variants[1].text == "b");
  CHECK(read_back.summary.read == 2);
  CHECK(read_back.diagnostics.at(0).severity == Severity::Note);
}

TEST_CASE("what is not XLIFF is an error that says so", "[xliff]") {
  CHECK_THROWS_WITH(read("<tmx/>"), Catch::Contains("is not XLIFF"));
  CHECK_THROWS_AS(read("<xliff version='1.2'><file>"), Error);
  CHECK(read(version_1("<trans-unit id='u'/>")).diagnostics.at(0).severity == Severity::Defect);
}

TEST_CASE("the XLIFF files of other tools are read as far as their manifest goes", "[xliff]") {
  for (const auto& row : test::read_manifest("xliff")) {
    INFO(row.at("file"));
    std::ifstream in(test::set_folder("xliff") / row.at("file"), std::ios::binary);
    if (row.at("well_formed") != "yes") {
      CHECK_THROWS_AS(read(in), Error);
      continue;
    }
    const Read read_back = read(in);
    CHECK(read_back.summary.passed == read_back.units.size());
    // Units inside binary ones are counted there, and passed over here.
    const bool binary = row.at("file").find("BinUnit") != std::string::npos;
    if (row.at("version").starts_with("1") && !binary) {
      CHECK(std::to_string(read_back.summary.read) == row.at("units"));
    }
    for (const TranslationUnit& unit : read_back.units) {
      for (const InlineCode& code : unit.variants.at(0).codes) {
        CHECK(code.position <= unit.variants[0].text.size());
      }
    }
  }
}

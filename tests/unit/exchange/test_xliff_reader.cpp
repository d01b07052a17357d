#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <trujaman/exchange.hpp>

#include "xliff.hpp"

using namespace trujaman;

namespace {

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
  const test::ReadXliff read_back = test::read_xliff(test::xliff_1(
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
  const test::ReadXliff read_back = test::read_xliff(test::xliff_2(
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
    return marked(test::read_xliff(test::xliff_1("<trans-unit id='u'><source>" + source +
                                                 "</source></trans-unit>"))
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
    return marked(test::read_xliff(test::xliff_2("<unit id='u'><segment><source>" + source +
                                                 "</source></segment></unit>"))
                      .units.at(0)
                      .variants.at(0));
  };
  CHECK(text("El <pc id='1'>riego</pc> es<ph id='2'/>") == "El {+1}riego{-1} es{2}");
  CHECK(text("<sc id='1'/>a<ec startRef='1'/>") == "{+1}a{-1}");
  CHECK(text("El <mrk id='m'>riego</mrk><cp hex='0009'/>.") == "El riego\t.");
}

TEST_CASE("both halves of a pair have one number", "[xliff]") {
  const auto codes =
      test::read_xliff(test::xliff_1("<trans-unit id='u'><source><g id='1'>a</g><g id='1'>b</g>"
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
  const test::ReadXliff read_back = test::read_xliff(test::xliff_1(
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
  CHECK_THROWS_WITH(test::read_xliff("<tmx/>"), Catch::Contains("is not XLIFF"));
  CHECK_THROWS_AS(test::read_xliff("<xliff version='1.2'><file>"), Error);
  CHECK(test::read_xliff(test::xliff_1("<trans-unit id='u'/>")).diagnostics.at(0).severity ==
        Severity::Defect);
}

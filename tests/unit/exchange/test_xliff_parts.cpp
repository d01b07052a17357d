/// What XLIFF has beside plain units: segments, matches, remarks, a glossary.
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <trujaman/exchange.hpp>

#include "xliff.hpp"

using namespace trujaman;
using Strings = std::vector<std::string>;

namespace {

Strings texts(const test::ReadXliff& read, std::size_t variant) {
  Strings out;
  for (const TranslationUnit& u : read.units) {
    out.push_back(variant < u.variants.size() ? u.variants[variant].text : "");
  }
  return out;
}

std::string segmented(const std::string& source, const std::string& target) {
  return "<trans-unit id='u'><source>Uno. Dos.</source><seg-source>" + source +
         "</seg-source><target>" + target + "</target></trans-unit>";
}

const std::string kTwo = "<mrk mtype='seg' mid='1'>Uno.</mrk> <mrk mtype='seg' mid='2'>Dos.</mrk>";

std::vector<ConceptEntry> glossary(const std::string& xliff) {
  std::istringstream in(xliff);
  std::vector<ConceptEntry> out;
  (void)read_xliff_glossary(in, "a.xlf", [&](ConceptEntry&& e) { out.push_back(std::move(e)); });
  return out;
}

}  // namespace

TEST_CASE("segments that correspond become a unit each", "[xliff]") {
  const test::ReadXliff read = test::read_xliff(test::xliff_1(
      segmented(kTwo, "<mrk mtype='seg' mid='2'>Two.</mrk> <mrk mtype='seg' mid='1'>One.</mrk>")));
  CHECK(texts(read, 0) == Strings{"Uno.", "Dos."});
  CHECK(texts(read, 1) == Strings{"One.", "Two."});
  CHECK(read.units.at(1).id == "u/2");
  CHECK(read.units.at(1).properties == std::vector<Property>{{"x-xliff-id", "u"}});
  CHECK(read.summary.read == 2);
  CHECK(read.contents.units == 1);
  CHECK(read.diagnostics.empty());
}

TEST_CASE("segments that do not correspond leave the unit whole, with a note", "[xliff]") {
  for (const char* target :
       {"<mrk mtype='seg' mid='1'>One.</mrk>", "One. Two.",
        "<mrk mtype='seg' mid='1'>One.</mrk><mrk mtype='seg' mid='3'>Two.</mrk>",
        "<mrk mtype='seg' mid='1'>One.</mrk> or <mrk mtype='seg' mid='2'>Two.</mrk>",
        "<mrk mtype='seg' mid='1'>One.</mrk><mrk mtype='seg' mid='1'>Two.</mrk>"}) {
    INFO(target);
    const test::ReadXliff read = test::read_xliff(test::xliff_1(segmented(kTwo, target)));
    CHECK(texts(read, 0) == Strings{"Uno. Dos."});
    REQUIRE(read.diagnostics.size() == 1);
    CHECK(read.diagnostics[0].severity == Severity::Note);
  }
  CHECK(texts(test::read_xliff(test::xliff_1(segmented(kTwo, kTwo)), {.segments = false}), 0) ==
        Strings{"Uno. Dos."});
}

TEST_CASE("a target that is empty leaves its source's segments without translations", "[xliff]") {
  const std::string xliff = test::xliff_1(segmented(kTwo, ""));
  CHECK(texts(test::read_xliff(xliff), 0) == Strings{"Uno.", "Dos."});
  CHECK(test::read_xliff_for_memory(xliff).summary.read == 2);
  CHECK(test::read_xliff_for_memory(xliff).units.empty());
}

TEST_CASE("codes that go beyond a segment stay behind, or stand alone in it", "[xliff]") {
  const std::string content =
      "<g id='1'><mrk mtype='seg' mid='1'>U<bx id='2'/>no.</mrk> "
      "<mrk mtype='seg' mid='2'>Do<ex id='3' rid='2'/>s<x id='4'/>.</mrk></g>";
  const test::ReadXliff read = test::read_xliff(test::xliff_1(segmented(content, content)));
  REQUIRE(read.units.size() == 2);
  const InlineCodes& first = read.units[0].variants[0].codes;
  const InlineCodes& second = read.units[1].variants[0].codes;
  REQUIRE(first.size() == 1);
  CHECK(first[0].kind == CodeKind::It);
  CHECK(first[0].position == 1);
  REQUIRE(second.size() == 2);
  CHECK(second[0].attributes == "pos=end");
  CHECK(second[0].position == 2);
  CHECK(second[1].position == 3);
}

TEST_CASE("alt-trans are units of their own when asked for", "[xliff]") {
  const std::string xliff = test::xliff_1(
      "<trans-unit id='u'><source>El agua.</source><target>Water.</target>\n"
      "<alt-trans match-quality='85%' origin='agua.tmx' tool-id='t'>"
      "<source>El agua sucia.</source><target>Dirty water.</target></alt-trans>"
      "<alt-trans match-quality='100'><target xml:lang='fr'>L’eau.</target></alt-trans>"
      "<alt-trans match-quality='60'><target>Water!</target></alt-trans>"
      "<alt-trans alttranstype='rejected'><target>Watter.</target></alt-trans></trans-unit>");
  CHECK(test::read_xliff(xliff).units.size() == 1);
  const test::ReadXliff all = test::read_xliff(xliff, {.matches = true});
  CHECK(texts(all, 0) == Strings{"El agua.", "El agua sucia.", "El agua.", "El agua.", "El agua."});
  CHECK(all.units.at(1).properties == std::vector<Property>{{"x-match-quality", "85%"},
                                                            {"x-origin", "agua.tmx"},
                                                            {"x-tool-id", "t"},
                                                            {"x-match-type", "proposal"}});
  CHECK(all.lines == std::vector<std::size_t>{2, 3, 3, 3, 3});

  const test::ReadXliff memory = test::read_xliff_for_memory(xliff, {.matches = true});
  CHECK(texts(memory, 1) == Strings{"Water.", "Dirty water.", "L’eau."});
  CHECK(memory.units.at(2).variants.at(1).language.str() == "fr");
  CHECK(memory.summary.read == 5);
  CHECK(memory.diagnostics.size() == 2);
}

TEST_CASE("an alt-trans for a segment has that segment's source", "[xliff]") {
  const test::ReadXliff read = test::read_xliff(
      test::xliff_1("<trans-unit id='u'><source>Uno. Dos.</source><seg-source>" + kTwo +
                    "</seg-source><alt-trans mid='2'><target>Two.</target></alt-trans>"
                    "<alt-trans><source>x</source><seg-source>" +
                    kTwo + "</seg-source><target>" + kTwo + "</target></alt-trans></trans-unit>"),
      {.matches = true});
  CHECK(texts(read, 0) == Strings{"Uno.", "Dos.", "Dos.", "Uno.", "Dos."});
  CHECK(texts(read, 1) == Strings{"", "", "Two.", "Uno.", "Dos."});
}

TEST_CASE("matches of XLIFF 2 are units of their own when asked for", "[xliff]") {
  const std::string xliff = test::xliff_2(
      "<unit id='u'><mtc:matches xmlns:mtc='urn:oasis:names:tc:xliff:matches:2.0'>"
      "<mtc:match ref='#1' matchQuality='70.5' similarity='80' type='mt' origin='motor'>"
      "<originalData><data id='d'>%s</data></originalData>"
      "<source>El <ph id='1' dataRef='d'/> agua.</source>"
      "<target>The <ph id='1' dataRef='d'/> water.</target></mtc:match></mtc:matches>"
      "<segment><source>Agua.</source><target>Water.</target></segment></unit>");
  const test::ReadXliff read = test::read_xliff(xliff, {.matches = true});
  CHECK(texts(read, 1) == Strings{"The  water.", "Water."});
  CHECK(read.units.at(0).properties == std::vector<Property>{{"x-match-type", "mt"},
                                                             {"x-match-quality", "70.5"},
                                                             {"x-match-similarity", "80"},
                                                             {"x-origin", "motor"}});
  CHECK(read.units[0].variants[1].codes.at(0).native == "%s");
  CHECK(read.contents.targets == 2);
  const test::ReadXliff without = test::read_xliff(xliff);
  CHECK(without.units.size() == 1);
  CHECK(without.contents.matches == 1);
  // The module's namespace need not have a prefix.
  const std::string bare = test::xliff_2(
      "<unit id='u'><matches xmlns='urn:oasis:names:tc:xliff:matches:2.0'><match ref='#1'>"
      "<source>Agua</source><target>Water</target></match></matches>"
      "<segment><source>Agua.</source><target>Water.</target></segment></unit>");
  CHECK(test::read_xliff(bare).contents.matches == 1);
}

TEST_CASE("notes, states and contexts are kept where they belong", "[xliff]") {
  const TranslationUnit unit =
      test::read_xliff(
          test::xliff_1("<trans-unit id='7' resname='menu.riego' approved='yes'>"
                        "<source>Riego</source>"
                        "<target state='x-lista' state-qualifier='exact-match'>Irrigation</target>"
                        "<note from='Ana' priority='2'>Sin artículo</note>"
                        "<note annotates='target'>Ojo</note>"
                        "<context-group purpose='location'><context context-type='sourcefile'>"
                        "riego.c</context><context context-type='linenumber'>3"
                        "</context></context-group>"
                        "<context-group><context context-type='x-area'>campo</context>"
                        "</context-group></trans-unit>"))
          .units.at(0);
  CHECK(unit.id == "menu.riego");
  CHECK(unit.notes == Strings{"Sin artículo"});
  CHECK(unit.properties == std::vector<Property>{{"x-note-1-from", "Ana"},
                                                 {"x-note-1-priority", "2"},
                                                 {"x-xliff-id", "7"},
                                                 {"x-approved", "yes"},
                                                 {"x-reference", "riego.c:3"},
                                                 {"x-area", "campo"}});
  CHECK(unit.variants[1].notes == Strings{"Ojo"});
  CHECK(unit.variants[1].properties ==
        std::vector<Property>{{"x-state", "x-lista"}, {"x-state-qualifier", "exact-match"}});
}

TEST_CASE("notes, metadata and comments of XLIFF 2 are kept where they belong", "[xliff]") {
  const TranslationUnit unit =
      test::read_xliff(
          test::xliff_2("<unit id='7' name='menu.riego'>"
                        "<mda:metadata xmlns:mda='urn:oasis:names:tc:xliff:metadata:2.0'>"
                        "<mda:metaGroup category='a'><mda:meta type='area'>campo</mda:meta>"
                        "<mda:metaGroup appliesTo='source'><mda:meta type='b'>c</mda:meta>"
                        "</mda:metaGroup><mda:meta type='d'>e</mda:meta></mda:metaGroup>"
                        "</mda:metadata><notes><note appliesTo='target' category='estilo'>Ojo"
                        "</note></notes><segment id='s' state='reviewed' subState='my:vista'>"
                        "<source>Riego</source><target>Irri<mrk id='m' type='comment' "
                        "value='¿seguro?'>gation</mrk></target></segment></unit>"))
          .units.at(0);
  CHECK(unit.id == "menu.riego/s");
  CHECK(unit.properties ==
        std::vector<Property>{{"x-xliff-id", "7"}, {"area", "campo"}, {"d", "e"}});
  CHECK(unit.variants[0].properties == std::vector<Property>{{"b", "c"}});
  CHECK(unit.variants[1].notes == Strings{"¿seguro?", "Ojo"});
  CHECK(unit.variants[1].properties == std::vector<Property>{{"x-state", "reviewed"},
                                                             {"x-substate", "my:vista"},
                                                             {"x-note-2-category", "estilo"}});
}

TEST_CASE("a unit may be translated in a group that is not to be", "[xliff]") {
  const test::ReadXliff read = test::read_xliff(test::xliff_1(
      "<group translate='no'><trans-unit id='a'><source>Uno</source></trans-unit>"
      "<trans-unit id='b' translate='yes'><source>Dos</source></trans-unit>"
      "<trans-unit id='c'><source>Tres</source><target>Three</target></trans-unit></group>"
      "<bin-unit id='i' mime-type='x'><trans-unit id='d'><source>Cuatro</source></trans-unit>"
      "</bin-unit>"));
  CHECK(texts(read, 0) == Strings{"Dos", "Tres", "Cuatro"});
  CHECK(read.units.at(1).properties == std::vector<Property>{{"x-translate", "no"}});
  CHECK(read.summary.read == 4);
}

TEST_CASE("what is wrong in one unit of XLIFF costs that unit", "[xliff]") {
  const std::string large(std::size_t{17} << 20U, 'x');
  const test::ReadXliff read = test::read_xliff(test::xliff_1(
      "<trans-unit id='a'><source>" + large +
      "</source></trans-unit>"
      "<trans-unit id='b'><source>Uno</source><note>" +
      large + "</note></trans-unit><trans-unit id='c'><source>Dos</source></trans-unit>"));
  CHECK(texts(read, 0) == Strings{"Dos"});
  CHECK(read.diagnostics.size() == 2);
  const test::ReadXliff second = test::read_xliff(
      test::xliff_2("<unit id='a'><segment><source>&nada;</source></segment>"
                    "<segment><source>Uno</source></segment></unit>"
                    "<unit id='b'><notes><note>" +
                    large +
                    "</note></notes>"
                    "<segment><source>Dos</source></segment></unit>"
                    "<unit id='c'><segment><source>Tres</source></segment></unit>"));
  CHECK(texts(second, 0) == Strings{"Uno", "Tres"});
}

TEST_CASE("the glossary of an XLIFF 2 file is a list of concepts", "[xliff]") {
  const auto concepts = glossary(test::xliff_2(
      "<unit id='u'><gls:glossary xmlns:gls='urn:oasis:names:tc:xliff:glossary:2.0'>"
      "<gls:glossEntry id='1' ref='#m1'><gls:term source='FAO'>cuenca\n hidrográfica</gls:term>"
      "<gls:translation id='2'>river basin</gls:translation>"
      "<gls:translation>catchment</gls:translation>"
      "<gls:definition source='UNESCO'>Territorio que drena en un río.</gls:definition>"
      "</gls:glossEntry><gls:glossEntry><gls:term> </gls:term></gls:glossEntry>"
      "</gls:glossary><segment><source>La cuenca.</source></segment></unit>"));
  REQUIRE(concepts.size() == 1);
  const ConceptEntry& entry = concepts[0];
  REQUIRE(entry.terms.size() == 3);
  CHECK(entry.terms[0].text == "cuenca hidrográfica");
  CHECK(entry.terms[0].source == "FAO");
  CHECK(entry.terms[0].language.str() == "es");
  CHECK(entry.terms[1].status == TermStatus::Preferred);
  CHECK(entry.terms[2].status == TermStatus::Admitted);
  CHECK(entry.definition == "Territorio que drena en un río.");
  CHECK(entry.source == "UNESCO");
  CHECK_THROWS_AS(glossary("<tmx/>"), Error);
}

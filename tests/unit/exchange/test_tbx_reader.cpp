#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tbx.hpp"

using namespace trujaman;
using test::read_tbx;

namespace {

/// A TBX file of 2019 around @p body, which begins on line 2.
std::string tbx(const std::string& body, const std::string& type = "TBX-Basic") {
  return "<tbx type='" + type +
         "' style='dca' xml:lang='en' xmlns='urn:iso:std:iso:30042:ed-2'><text><body>\n" + body +
         "</body></text></tbx>";
}

/// The terms of a file whose only concept has these Spanish sections.
std::vector<Term> spanish(const std::string& sections) {
  return read_tbx(tbx("<conceptEntry id='c'><langSec xml:lang='es'>" + sections +
                      "</langSec></conceptEntry>"))
      .concepts.at(0)
      .terms;
}

}  // namespace

TEST_CASE("a concept entry of 2019 in DCA style gives its terms and data", "[tbx]") {
  const auto read = read_tbx(tbx(
      "<conceptEntry id='c1'><descrip type='subjectField'>empleo</descrip>"
      "<note>Nota del concepto.</note><xref type='xGraphic' target='https://x.org/a.png'>img</xref>"
      "<langSec xml:lang='es'><descripGrp><descrip type='definition'>Falta\n\t de "
      "trabajo.</descrip>"
      "<admin type='source'>OIT</admin></descripGrp>"
      "<termSec><term> desempleo </term><termNote type='partOfSpeech'>noun</termNote>"
      "<termNote type='grammaticalGender'>masculine</termNote>"
      "<termNote type='administrativeStatus'>preferredTerm-admn-sts</termNote>"
      "<admin type='source'>Convenio 168</admin><note>Término de la OIT.</note>"
      "<descrip type='context'>El <hi>desempleo</hi> juvenil.</descrip></termSec></langSec>"
      "<langSec xml:lang='en'><termSec><term>unemployment</term></termSec></langSec>"
      "</conceptEntry>"));
  REQUIRE(read.concepts.size() == 1);
  CHECK(read.diagnostics.empty());
  const ConceptEntry& c = read.concepts[0];
  CHECK(c.id == "c1");
  CHECK(c.subject == "empleo");
  CHECK(c.definition == "Falta de trabajo.");
  CHECK(c.source == "OIT");
  CHECK(c.notes == std::vector<std::string>{"Nota del concepto."});
  CHECK(c.properties == std::vector<Property>{{"xGraphic", "img https://x.org/a.png"}});
  REQUIRE(c.terms.size() == 2);
  CHECK(c.terms[0].text == "desempleo");
  CHECK(c.terms[0].part_of_speech == "noun");
  CHECK(c.terms[0].gender == "masculine");
  CHECK(c.terms[0].status == TermStatus::Preferred);
  CHECK(c.terms[0].source == "Convenio 168");
  CHECK(c.terms[0].notes == std::vector<std::string>{"Término de la OIT."});
  CHECK(c.terms[0].properties == std::vector<Property>{{"context", "El desempleo juvenil."}});
  CHECK(c.terms[1].language == LanguageTag("en"));
}

TEST_CASE("DCT style names the data categories by elements", "[tbx]") {
  const auto read = read_tbx(
      "<tbx type='TBX-Basic' style='dct' xml:lang='en' xmlns='urn:iso:std:iso:30042:ed-2' "
      "xmlns:min='http://www.tbxinfo.net/ns/min' xmlns:basic='http://www.tbxinfo.net/ns/basic'>"
      "<text><body><conceptEntry id='c1'><min:subjectField>salud</min:subjectField>"
      "<langSec xml:lang='fr'><basic:definition>État.</basic:definition><termSec><term>santé</term>"
      "<min:partOfSpeech>noun</min:partOfSpeech>"
      "<min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus>"
      "</termSec></langSec></conceptEntry></body></text></tbx>");
  const ConceptEntry& c = read.concepts.at(0);
  CHECK(read.diagnostics.empty());
  CHECK(c.subject == "salud");
  CHECK(c.definition == "État.");
  CHECK(c.terms.at(0).part_of_speech == "noun");
  CHECK(c.terms.at(0).status == TermStatus::Deprecated);
}

TEST_CASE("the forms of 2008 and of TBX-Min are read as well", "[tbx]") {
  const auto martif = read_tbx(
      "<!DOCTYPE martif SYSTEM 'TBXcoreStructV02.dtd'><martif type='TBX' xml:lang='en'><text><body>"
      "<termEntry id='a'><langSet xml:lang='es'><ntig><termGrp><term>paro</term>"
      "<termNote type='partOfSpeech'>sustantivo</termNote></termGrp></ntig></langSet>"
      "<langSet xml:lang='en'><tig><term>unemployment</term></tig></langSet></termEntry>"
      "</body></text></martif>");
  CHECK(martif.diagnostics.empty());
  CHECK(martif.concepts.at(0).terms.size() == 2);
  CHECK(martif.concepts.at(0).terms.at(0).part_of_speech == "sustantivo");
  const auto min = read_tbx(
      "<TBX dialect='TBX-Min'><body><entry id='b'><subjectField>x</subjectField>"
      "<langGroup xml:lang='es'><termGroup><term>sí</term><termStatus>obsolete</termStatus>"
      "</termGroup></langGroup></entry></body></TBX>");
  CHECK(min.concepts.at(0).subject == "x");
  CHECK(min.concepts.at(0).terms.at(0).status == TermStatus::Deprecated);
}

TEST_CASE("without a status the first term of a language is the preferred one", "[tbx]") {
  const auto unsaid =
      spanish("<termSec><term>paro</term></termSec><termSec><term>desempleo</term></termSec>");
  CHECK(unsaid.at(0).status == TermStatus::Preferred);
  CHECK(unsaid.at(1).status == TermStatus::Admitted);
  const auto said = spanish(
      "<termSec><term>paro</term></termSec><termSec><term>desempleo</term>"
      "<termNote type='administrativeStatus'>preferredTerm-admn-sts</termNote></termSec>");
  CHECK(said.at(0).status == TermStatus::Admitted);
  CHECK(said.at(1).status == TermStatus::Preferred);
}

TEST_CASE("acronyms are told by their type, or else by their capitals", "[tbx]") {
  const auto terms = spanish(
      "<termSec><term>OIM</term></termSec>"
      "<termSec><term>radar</term><termNote type='termType'>acronym</termNote></termSec>"
      "<termSec><term>PARO</term><termNote type='termType'>fullForm</termNote></termSec>");
  CHECK(terms.at(0).acronym);
  CHECK(terms.at(1).acronym);
  CHECK_FALSE(terms.at(2).acronym);
}

TEST_CASE("an empty term is left out, and several in one section are each taken", "[tbx]") {
  const auto read =
      read_tbx(tbx("<conceptEntry id='c'><langSec xml:lang='es'><termSec><term/></termSec>"
                   "<termSec><term>uno</term><term>dos</term></termSec></langSec></conceptEntry>"));
  REQUIRE(read.concepts.at(0).terms.size() == 2);
  CHECK(read.concepts[0].terms[1].text == "dos");
  CHECK(read.diagnostics.at(0).severity == Severity::Note);
  CHECK(read.diagnostics.at(1).severity == Severity::Warning);
  CHECK(to_string(read.diagnostics.at(1).where) == "glosario.tbx:2");
}

TEST_CASE("terms of a language that is not named are left out with a warning", "[tbx]") {
  const auto read = read_tbx(
      tbx("<conceptEntry id='c'><langSec><termSec><term>?</term></termSec></langSec>"
          "<langSec xml:lang='C'><termSec><term>msgid</term></termSec></langSec></conceptEntry>"));
  REQUIRE(read.concepts.at(0).terms.size() == 1);
  CHECK(read.concepts[0].terms[0].language == LanguageTag("x-c"));
  CHECK(read.first_message() ==
        "glosario.tbx:2: <langSec> without a usable xml:lang; its terms were left out");
}

TEST_CASE("what a dialect does not allow is a warning, and is kept", "[tbx]") {
  const auto read = read_tbx(
      tbx("<conceptEntry id='c'><langSec xml:lang='es'><termSec><term>a</term>"
          "<termNote type='partOfSpeech'>nominal</termNote>"
          "<termNote type='usageStatus'>raro</termNote><admin>x</admin></termSec></langSec>"
          "</conceptEntry>"));
  CHECK(read.diagnostics.size() == 3);
  CHECK(read.concepts.at(0).terms.at(0).part_of_speech == "nominal");
  CHECK(read.concepts.at(0).terms.at(0).properties ==
        std::vector<Property>{{"usageStatus", "raro"}, {"admin", "x"}});
}

TEST_CASE("an entity that is not declared costs its concept, the others are read", "[tbx]") {
  const auto read =
      read_tbx(tbx("<conceptEntry id='a'><note>&nada;</note></conceptEntry>"
                   "<conceptEntry id='b'><note>&eacute;</note></conceptEntry>"));
  CHECK(read.summary.read == 2);
  REQUIRE(read.concepts.size() == 1);
  CHECK(read.concepts[0].notes.at(0) == "é");
}

TEST_CASE("what is not TBX is an error", "[tbx]") {
  CHECK_THROWS_AS(read_tbx("<tmx/>"), Error);
  CHECK_THROWS_AS(read_tbx("<tbx><text>"), Error);
  CHECK_THROWS_AS(read_tbx(""), Error);
}

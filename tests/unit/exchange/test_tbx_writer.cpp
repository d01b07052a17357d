#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tbx.hpp"

using namespace trujaman;

namespace {

struct Written {
  std::string tbx;
  std::vector<Diagnostic> warnings;
  [[nodiscard]] bool has(const std::string& text) const { return tbx.find(text) != tbx.npos; }
};

Written write(const std::vector<ConceptEntry>& concepts, const TbxHeader& header = {}) {
  Written out;
  std::ostringstream stream;
  write_tbx(stream, concepts, header, [&](const Diagnostic& d) { out.warnings.push_back(d); });
  out.tbx = stream.str();
  return out;
}

Term term(const char* language, const char* text, TermStatus status = TermStatus::Preferred) {
  Term t;
  t.language = LanguageTag(language);
  t.text = text;
  t.status = status;
  return t;
}

ConceptEntry unemployment() {
  ConceptEntry entry;
  entry.id = "desempleo";
  entry.subject = "empleo";
  entry.definition = "Situación de quien busca trabajo & no lo halla.";
  entry.source = "OIT";
  entry.notes = {"«Paro» es de España.", "Véase el Convenio 168."};
  entry.properties = {
      {"projectSubset", "verified"}, {"transactionType", "modification"},   {"date", "2026-11-27"},
      {"responsibility", "Inés"},    {"definition@fr", "Manque d’emploi."}, {"source@fr", "INSEE"}};
  Term paro = term("es", "paro", TermStatus::Deprecated);
  paro.part_of_speech = "noun";
  paro.gender = "masculine";
  paro.source = "Uso";
  paro.notes = {"Coloquial."};
  paro.properties = {{"geographicalUsage", "ES"}, {"context", "Está en el paro."}};
  entry.terms = {term("es", "desempleo"), paro, term("en", "unemployment"), term("fr", "chômage")};
  return entry;
}

}  // namespace

TEST_CASE("a concept that is written is read back as it was", "[tbx][writer]") {
  const Written written = write({unemployment()});
  CHECK(written.warnings.empty());
  const test::ReadConcepts read = test::read_tbx(written.tbx);
  CHECK(read.diagnostics.empty());
  REQUIRE(read.concepts.size() == 1);
  CHECK(read.concepts[0] == unemployment());
}

TEST_CASE("what belongs together stands in one group", "[tbx][writer]") {
  const Written written = write({unemployment()});
  CHECK(
      written.has("<transacGrp>\n"
                  "        <transac type=\"transactionType\">modification</transac>\n"
                  "        <date>2026-11-27</date>\n"
                  "        <transacNote type=\"responsibility\">Inés</transacNote>\n"
                  "      </transacGrp>"));
  CHECK(
      written.has("<descripGrp>\n"
                  "          <descrip type=\"definition\">Manque d’emploi.</descrip>\n"
                  "          <admin type=\"source\">INSEE</admin>\n"
                  "        </descripGrp>"));
}

TEST_CASE("a definition keeps the language it is in", "[tbx][writer]") {
  ConceptEntry entry;
  entry.definition = "État de santé.";
  entry.definition_language = LanguageTag("fr");
  entry.terms = {term("es", "salud"), term("fr", "santé")};
  const test::ReadConcepts read = test::read_tbx(write({entry}).tbx);
  CHECK(read.concepts.at(0) == entry);
}

TEST_CASE("a superseded term does not become a deprecated one", "[tbx][writer]") {
  const std::string tbx =
      "<tbx type='TBX-Basic'><text><body><conceptEntry id='a'><langSec xml:lang='es'><termSec>"
      "<term>inmigrante ilegal</term>"
      "<termNote type='administrativeStatus'>supersededTerm-admn-sts</termNote>"
      "</termSec></langSec></conceptEntry></body></text></tbx>";
  const test::ReadConcepts read = test::read_tbx(tbx);
  CHECK(read.concepts.at(0).terms.at(0).status == TermStatus::Deprecated);
  const Written written = write(read.concepts);
  CHECK(written.has(">supersededTerm-admn-sts<"));
  CHECK_FALSE(written.has(">deprecatedTerm-admn-sts<"));
  CHECK(test::read_tbx(written.tbx).concepts == read.concepts);
}

TEST_CASE("a reference keeps the concept it leads to", "[tbx][writer]") {
  ConceptEntry refugee;
  refugee.id = "refugee";
  refugee.terms = {term("es", "refugiado")};
  ConceptEntry displaced;
  displaced.id = "displaced";
  displaced.properties = {{"crossReference", "refugiado #refugee"},
                          {"xGraphic", "mapa https://www.iom.int/mapa.png"}};
  displaced.terms = {term("es", "desplazado interno")};
  const Written written = write({refugee, displaced});
  CHECK(written.has("<ref type=\"crossReference\" target=\"refugee\">refugiado</ref>"));
  CHECK(written.has("target=\"https://www.iom.int/mapa.png\">mapa</xref>"));
  CHECK(test::read_tbx(written.tbx).concepts.at(1) == displaced);
}

TEST_CASE("what TBX-Basic does not have is kept, and said", "[tbx][writer]") {
  ConceptEntry entry = unemployment();
  entry.terms[0].part_of_speech = "sustantivo";
  entry.properties.push_back({"productSubset", "Informes"});
  const Written written = write({entry, entry});
  CHECK(written.has("<tbx type=\"TBX-Extended\""));
  REQUIRE(written.warnings.size() == 2);
  CHECK(written.warnings[0].message.find("productSubset") != std::string::npos);
  CHECK(written.warnings[0].message.find("desempleo") != std::string::npos);
  CHECK(written.warnings[1].message.find("sustantivo") != std::string::npos);
}

TEST_CASE("the file's title, description and language pass through", "[tbx][writer]") {
  const TbxHeader header{
      LanguageTag("es"), "Migración", {"Términos de la OIM.", "Licencia: MIT <2026>"}};
  const Written written = write({unemployment()}, header);
  TbxHeader read;
  std::istringstream in(written.tbx);
  read_tbx(in, "g.tbx", {}, {}, &read);
  CHECK(read == header);
}

TEST_CASE("an acronym is one after reading, whatever its letters", "[tbx][writer]") {
  ConceptEntry entry;
  entry.terms = {term("es", "ACNUDH"), term("en", "pH"), term("fr", "NON")};
  entry.terms[0].acronym = true;
  entry.terms[1].acronym = true;
  const test::ReadConcepts read = test::read_tbx(write({entry}).tbx);
  CHECK(read.concepts.at(0).terms.at(0) == entry.terms[0]);
  CHECK(read.concepts.at(0).terms.at(1).acronym);
  CHECK_FALSE(read.concepts.at(0).terms.at(2).acronym);
}

/// XLSX workbooks as tables: what programs write, and what we write.
#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include <trujaman/exchange.hpp>

#include "base/archive.hpp"
#include "temporary_file.hpp"

using namespace trujaman;
using Parts = std::vector<std::pair<std::string, std::string>>;

namespace {

const std::string kTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string relationship(const std::string& id, const std::string& kind,
                         const std::string& target) {
  return "<Relationship Id='" + id + "' Type='" + kTypes + kind + "' Target='" + target + "'/>";
}

/// A workbook; @p sheets are the insides of <sheets>, @p parts the parts beside the fixed ones.
std::string workbook(const std::string& sheets, Parts parts) {
  parts.push_back({"_rels/.rels", "<Relationships>" +
                                      relationship("r", "officeDocument", "/xl/workbook.xml") +
                                      "</Relationships>"});
  parts.push_back({"xl/workbook.xml", "<workbook xmlns:r='" + kTypes + "'><sheets>" + sheets +
                                          "</sheets></workbook>"});
  parts.push_back({"xl/_rels/workbook.xml.rels",
                   "<Relationships>" + relationship("r1", "worksheet", "worksheets/sheet1.xml") +
                       relationship("r2", "worksheet", "worksheets/sheet2.xml") +
                       relationship("r3", "chartsheet", "chartsheets/sheet1.xml") +
                       relationship("r4", "sharedStrings", "sharedStrings.xml") +
                       "</Relationships>"});
  return base::make_archive(parts);
}

/// A workbook of one sheet with these rows.
std::string sheet(const std::string& rows, const std::string& shared = "") {
  return workbook(
      "<sheet name='Términos' sheetId='1' r:id='r1'/>",
      {{"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"},
       {"xl/sharedStrings.xml", "<sst>" + shared + "</sst>"}});
}

/// A row of texts from column A on.
std::string row(std::size_t number, const std::vector<std::string>& cells) {
  std::string out = "<row r='" + std::to_string(number) + "'>";
  for (const std::string& cell : cells) {
    out += cell.empty() ? "<c/>" : "<c t='inlineStr'><is><t>" + cell + "</t></is></c>";
  }
  return out + "</row>";
}

struct Read {
  std::vector<TranslationUnit> units;
  std::vector<std::size_t> lines;
  std::vector<Diagnostic> diagnostics;
  ReadSummary summary;
};

Read read(const std::string& xlsx, const std::string& sheet = "") {
  Read out;
  std::istringstream in(xlsx);
  out.summary = read_table(
      in, "a.xlsx", TableFormat::Xlsx,
      [&](TranslationUnit&& unit, const Location& where) {
        out.units.push_back(std::move(unit));
        out.lines.push_back(where.line);
      },
      [&](const Diagnostic& d) { out.diagnostics.push_back(d); }, {sheet});
  return out;
}

/// The texts of a unit's variants.
std::vector<std::string> texts(const TranslationUnit& unit) {
  std::vector<std::string> out;
  for (const Variant& v : unit.variants) out.push_back(v.text);
  return out;
}

std::vector<ConceptEntry> concepts(const std::string& xlsx) {
  std::vector<ConceptEntry> out;
  std::istringstream in(xlsx);
  read_concept_table(in, "a.xlsx", TableFormat::Xlsx,
                     [&](ConceptEntry&& c) { out.push_back(std::move(c)); });
  return out;
}

std::string message_of(const std::string& xlsx, const std::string& sheet = "") {
  try {
    (void)read(xlsx, sheet);
  } catch (const Error& e) {
    CHECK(e.where().source == "a.xlsx");
    return e.what();
  }
  return "no error";
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("cells of every kind are text", "[xlsx]") {
  const Read back = read(sheet(
      row(1, {"es", "en", "fr"}) +
          "<row r='3'><c r='A3' t='s'><v>1</v></c><c r='B3' t='s'><v>0</v></c>"
          "<c r='C3' t='inlineStr'><is><r><t>dés</t></r><r><rPr><b/></rPr><t>ert</t></r></is></c>"
          "</row><row r='4'><c r='A4'><v>0.10000000000000001</v></c><c r='B4' t='b'><v>1</v></c>"
          "<c r='C4' t='str'><f>A1&amp;B1</f><v>esen</v></c></row>"
          "<row r='5'><c r='B5' t='d'><v>2024-05-01</v></c><c r='C5'><f>1+1</f><v>2</v></c></row>",
      "<si><t>desert</t></si><si><r><t xml:space='preserve'>el </t></r><r><t>desierto</t></r>"
      "<rPh sb='0' eb='1'><t>x</t></rPh></si>"));
  REQUIRE(back.units.size() == 3);
  CHECK(texts(back.units[0]) == Strings{"el desierto", "desert", "désert"});
  CHECK(texts(back.units[1]) == Strings{"0.1", "TRUE", "esen"});
  CHECK(texts(back.units[2]) == Strings{"2024-05-01", "2"});
  CHECK(back.units[2].variants.front().language.str() == "en");
  CHECK(back.lines == std::vector<std::size_t>{3, 4, 5});
}

TEST_CASE("escapes, line ends and accents of cells are as they are meant", "[xlsx]") {
  const Read back =
      read(sheet(row(1, {"es", "en"}) + row(2, {"cami_x006F_n_x005F_x0041_", "a_x000D_\nb&#10;c"}) +
                 row(3, {"camio\u0301n", "_xZZZZ_ _x00"})));
  CHECK(texts(back.units.at(0)) == Strings{"camion_x0041_", "a\nb\nc"});
  CHECK(texts(back.units.at(1)) == Strings{"camión", "_xZZZZ_ _x00"});
}

TEST_CASE("the first sheet that is not hidden is read, or the one that is named", "[xlsx]") {
  const std::string xlsx = workbook(
      "<sheet name='Gráfico' sheetId='3' r:id='r3'/>"
      "<sheet name='Vieja' sheetId='1' state='hidden' r:id='r1'/>"
      "<sheet name='Nueva' sheetId='2' r:id='r2'/>",
      {{"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + row(1, {"es", "en"}) +
                                        row(2, {"vieja", "old"}) + "</sheetData></worksheet>"},
       {"xl/worksheets/sheet2.xml", "<worksheet><sheetData>" + row(1, {"es", "en"}) +
                                        row(2, {"nueva", "new"}) + "</sheetData></worksheet>"},
       {"xl/sharedStrings.xml", "<sst/>"}});
  CHECK(texts(read(xlsx).units.at(0)) == Strings{"nueva", "new"});
  CHECK(texts(read(xlsx, "Vieja").units.at(0)) == Strings{"vieja", "old"});
  CHECK_THAT(message_of(xlsx, "Otra"), Catch::Contains("Vieja, Nueva"));
}

TEST_CASE("bad rows of a sheet are named by their number", "[xlsx]") {
  const Read back =
      read(sheet(row(2, {"Español", "inglés"}) + row(4, {"sí", "yes"}) +
                 "<row r='6'><c r='A6' t='s'><v>7</v></c></row>"
                 "<row r='7'><c r='A7' t='e'><v>#REF!</v></c></row>" +
                 row(9, {"no", "no", "x"}) +
                 "<row><c r='ZZZ10'><v>1</v></c></row><row><c r='A11'><v> </v></c></row>"));
  CHECK(back.units.size() == 1);
  CHECK(back.units.at(0).variants.at(1).language.str() == "en");
  Strings places;
  for (const Diagnostic& d : back.diagnostics) places.push_back(to_string(d.where));
  CHECK(places == Strings{"a.xlsx:6", "a.xlsx:7", "a.xlsx:9", "a.xlsx:10"});
  CHECK_THAT(back.diagnostics.at(1).message, Catch::Contains("#REF!"));
}

TEST_CASE("what is no workbook is an error that says so", "[xlsx]") {
  CHECK_THAT(message_of("es,en\n"), Catch::Contains("ZIP"));
  CHECK_THAT(message_of(base::make_archive({{"word/document.xml", "<a/>"}})),
             Catch::Contains("no XLSX workbook"));
  CHECK_THAT(message_of(workbook("<sheet name='a' r:id='r1'/>", {})), Catch::Contains("missing"));
  CHECK_THAT(message_of(sheet("<row>")), Catch::Contains("well-formed"));
  CHECK_THAT(message_of(sheet("")), Catch::Contains("is empty"));
  const std::string whole = sheet(row(1, {"es", "en"}));
  CHECK_THAT(message_of(whole.substr(0, whole.size() / 2)), Catch::Contains("ZIP"));
}

TEST_CASE("a sheet with more cells than a table has is refused", "[xlsx]") {
  std::string rows = row(1, {"es", "en"});
  for (int i = 2; i < 9000; ++i) {
    rows += "<row><c r='ALL" + std::to_string(i) + "' t='b'><v>" + std::to_string(i * 7919 % 97) +
            "</v></c></row>";
  }
  CHECK_THAT(message_of(sheet(rows)), Catch::Contains("8 million"));
}

TEST_CASE("term lists with the names that people give to columns are read", "[xlsx][concepts]") {
  const auto list = concepts(
      sheet(row(1, {"ID", "Español", "English", "FRANÇAIS", "Definición", "Notas", "Área"}) +
            row(2, {"7", "cuenca | vertiente", "basin", "bassin", "Territorio.", "Ojo.", "agua"})));
  REQUIRE(list.size() == 1);
  CHECK(list[0].id == "7");
  CHECK(list[0].terms.size() == 4);
  CHECK(list[0].terms[3].language.str() == "fr");
  CHECK(list[0].definition == "Territorio.");
  CHECK(list[0].notes == Strings{"Ojo."});
  CHECK(list[0].subject == "agua");
}

TEST_CASE("units written as a workbook are read back, whatever is in their texts", "[xlsx]") {
  TranslationUnit unit;
  unit.source_language = LanguageTag("es");
  unit.variants.resize(2);
  unit.variants[0].language = LanguageTag("es");
  unit.variants[1].language = LanguageTag("en");
  std::vector<TranslationUnit> units;
  for (const char* text : {"=1+1", "007", " con blancos ", "a\nb\tc\x01 _x0041_ _x", "<&>\"'",
                           "TRUE", "1E5", "2024-05-01", "'=1", "𝔄 \uFFFE"}) {
    unit.variants[0].text = text;
    unit.variants[1].text = std::string(text) + ".";
    units.push_back(unit);
  }
  const auto write = [&] {
    std::ostringstream out;
    TableWriter writer(out, TableFormat::Xlsx, {LanguageTag("es"), LanguageTag("en")});
    for (const TranslationUnit& u : units) writer.write(u);
    writer.finish();
    return out.str();
  };
  CHECK(read(write()).units == units);
  CHECK(write() == write());
  units[0].variants[0].text = std::string(40'000, 'a');
  CHECK(read(write()).units.at(0).variants.at(0).text.size() == 32'767);
}

TEST_CASE("concepts written as a workbook are the same when read", "[xlsx][concepts]") {
  ConceptEntry entry;
  entry.id = "c1";
  entry.subject = "agua";
  entry.definition = "= Territorio\nque drena.";
  entry.source = "FAO";
  entry.notes = {"Ojo.", "-"};
  entry.properties = {{"client", "OIM"}};
  entry.terms = {make_term(LanguageTag("es"), "cuenca"),
                 make_term(LanguageTag("es"), "vertiente", TermStatus::Deprecated),
                 make_term(LanguageTag("en"), "basin")};
  entry.terms[0].gender = "feminine";
  std::ostringstream out;
  std::vector<Diagnostic> diagnostics;
  const DiagnosticSink keep = [&](const Diagnostic& d) { diagnostics.push_back(d); };
  write_concept_table(out, std::vector{entry},
                      {.format = TableFormat::Xlsx, .sheet = "Glosario [2024]: agua"}, keep);
  CHECK(concepts(out.str()) == std::vector{entry});
  CHECK(diagnostics.empty());
  const test::TemporaryFile file("g.bin", out.str());
  const GlossaryFile glossary = read_glossary_file(file.path(), {.sheet = "Glosario _2024__ agua"});
  CHECK(glossary.format == GlossaryFormat::Xlsx);
  CHECK(glossary.concepts == std::vector{entry});

  entry.definition = std::string(40'000, 'a');
  write_concept_table(out, std::vector{entry}, {.format = TableFormat::Xlsx}, keep);
  CHECK(diagnostics.size() == 1);
}

TEST_CASE("the glossary of an XLIFF file is a glossary file", "[glossary]") {
  const test::TemporaryFile file(
      "g.xlf",
      "<?xml version='1.0'?>\n<xliff version='2.0' srcLang='es' trgLang='en'><file id='f'>"
      "<unit id='u'><gls:glossary><gls:glossEntry><gls:term>riego</gls:term>"
      "<gls:translation>irrigation</gls:translation></gls:glossEntry></gls:glossary>"
      "<segment><source>a</source></segment></unit></file></xliff>");
  const GlossaryFile glossary = read_glossary_file(file.path());
  CHECK(glossary.format == GlossaryFormat::Xliff);
  CHECK(glossary.concepts.at(0).terms.at(1).text == "irrigation");
}

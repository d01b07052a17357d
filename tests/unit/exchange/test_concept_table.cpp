#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <trujaman/exchange.hpp>

using namespace trujaman;

namespace {

struct Table {
  std::vector<ConceptEntry> concepts;
  std::vector<Diagnostic> diagnostics;
};

Table read(const std::string& text, TableFormat format = TableFormat::Tsv) {
  Table table;
  std::istringstream in(text);
  read_concept_table(
      in, "glosario.tsv", format, [&](ConceptEntry&& c) { table.concepts.push_back(std::move(c)); },
      [&](const Diagnostic& d) { table.diagnostics.push_back(d); });
  return table;
}

}  // namespace

TEST_CASE("a row is a concept; terms of a language stand in one field, preferred first",
          "[concepts]") {
  const Table t = read(
      "ID\tes\ten\tsubject\tdefinition\tsource\tnote\n"
      "c1\tdesempleo | paro | cesantía\tunemployment\templeo\tFalta de trabajo.\tOIT\tOjo.\n");
  REQUIRE(t.concepts.size() == 1);
  const ConceptEntry& c = t.concepts[0];
  CHECK(c.id == "c1");
  CHECK(c.subject == "empleo");
  CHECK(c.definition == "Falta de trabajo.");
  CHECK(c.source == "OIT");
  CHECK(c.notes == std::vector<std::string>{"Ojo."});
  REQUIRE(c.terms.size() == 4);
  CHECK(c.terms[0].text == "desempleo");
  CHECK(c.terms[0].status == TermStatus::Preferred);
  CHECK(c.terms[2].text == "cesantía");
  CHECK(c.terms[2].status == TermStatus::Admitted);
  CHECK(c.terms[3].language == LanguageTag("en"));
  CHECK(c.terms[3].status == TermStatus::Preferred);
}

TEST_CASE("a term in capitals is an acronym", "[concepts]") {
  const Table t =
      read("es,fr\nOrganización Internacional para las Migraciones | OIM,OIM\nEE.UU.,É\n",
           TableFormat::Csv);
  CHECK_FALSE(t.concepts.at(0).terms.at(0).acronym);
  CHECK(t.concepts.at(0).terms.at(1).acronym);
  CHECK(t.concepts.at(1).terms.at(0).acronym);
  CHECK_FALSE(t.concepts.at(1).terms.at(1).acronym);
}

TEST_CASE("a row without a term is skipped with its line", "[concepts]") {
  const Table t = read("es\tnote\n\tsolo una nota\nsí\t\n");
  CHECK(t.concepts.size() == 1);
  REQUIRE(t.diagnostics.size() == 1);
  CHECK(to_string(t.diagnostics[0].where) == "glosario.tsv:2");
  CHECK(t.diagnostics[0].message == "has no term; row skipped");
}

TEST_CASE("a header of a concept table needs a language", "[concepts]") {
  CHECK_THROWS_AS(read("id\tnote\n"), Error);
  CHECK_THROWS_AS(read("palabra\tword\n"), Error);
  CHECK_THROWS_AS(read(""), Error);
}

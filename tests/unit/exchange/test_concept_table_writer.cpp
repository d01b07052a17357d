#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <trujaman/exchange.hpp>

#include "manifest.hpp"
#include "tbx.hpp"

using namespace trujaman;

namespace {

std::string write(const std::vector<ConceptEntry>& concepts,
                  const ConceptTableOptions& options = {},
                  std::vector<Diagnostic>* diagnostics = nullptr) {
  std::ostringstream out;
  write_concept_table(out, concepts, options, [&](const Diagnostic& d) {
    if (diagnostics != nullptr) diagnostics->push_back(d);
  });
  return out.str();
}

std::vector<ConceptEntry> read(const std::string& text, TableFormat format = TableFormat::Tsv) {
  std::vector<ConceptEntry> concepts;
  std::istringstream in(text);
  read_concept_table(in, "glosario", format,
                     [&](ConceptEntry&& c) { concepts.push_back(std::move(c)); });
  return concepts;
}

ConceptEntry concept_of(const std::string& spanish, const std::string& english) {
  ConceptEntry entry;
  entry.id = "c1";
  entry.terms.resize(2);
  entry.terms[0].language = LanguageTag("es");
  entry.terms[0].text = spanish;
  entry.terms[1].language = LanguageTag("en");
  entry.terms[1].text = english;
  return entry;
}

/// As a table has them: terms by language, and of a term properties by kind.
std::vector<ConceptEntry> ordered(std::vector<ConceptEntry> concepts) {
  for (ConceptEntry& entry : concepts) {
    std::ranges::stable_sort(entry.terms, {}, &Term::language);
    for (Term& term : entry.terms) {
      std::ranges::stable_sort(term.properties, {}, &Property::type);
    }
  }
  return concepts;
}

}  // namespace

TEST_CASE("a table has the columns that its concepts need, and no others", "[concepts][writer]") {
  CHECK(write({concept_of("niño", "child")}) == "id\tes\ten\nc1\tniño\tchild\n");
  ConceptEntry entry = concept_of("trata de personas", "trafficking in persons");
  entry.definition = "Captación de personas.";
  entry.notes = {"No es tráfico.", "Protocolo de Palermo."};
  entry.terms[0].gender = "feminine";
  CHECK(write({entry}) ==
        "id\tes\tes:gender\ten\tdefinition\tnote\tnote\n"
        "c1\ttrata de personas\tfeminine\ttrafficking in persons\tCaptación de personas.\t"
        "No es tráfico.\tProtocolo de Palermo.\n");
}

TEST_CASE("status, source and notes of each alternative term come back", "[concepts][writer]") {
  ConceptEntry entry = concept_of("desempleo", "unemployment");
  Term paro = entry.terms[0];
  paro.text = "paro";
  paro.status = TermStatus::Deprecated;
  paro.notes = {"De España.", "Coloquial."};
  paro.source = "DLE";
  paro.properties = {{"geographicalUsage", "ES"}};
  entry.terms.insert(entry.terms.begin() + 1, paro);
  CHECK(read(write({entry})) == std::vector<ConceptEntry>{entry});
  CHECK(read(write({entry}, {.format = TableFormat::Csv}), TableFormat::Csv) ==
        std::vector<ConceptEntry>{entry});
}

TEST_CASE("properties keep their order, so transactions keep their dates", "[concepts][writer]") {
  ConceptEntry entry = concept_of("asilo", "asylum");
  entry.properties = {{"transactionType", "origination"},
                      {"date", "2020-01-01"},
                      {"transactionType", "modification"},
                      {"responsibility", "Inés"},
                      {"date", "2026-11-27"}};
  ConceptEntry other = concept_of("refugio", "refuge");
  other.properties = {{"date", "2019-01-01"}, {"transactionType", "origination"}};
  const std::vector<ConceptEntry> concepts{entry, other};
  CHECK(read(write(concepts)) == concepts);
}

TEST_CASE("spreadsheets get a byte order mark and no formula", "[concepts][writer]") {
  const std::vector<ConceptEntry> concepts{concept_of("=1+1", "'=x"), concept_of("-ito", "@home")};
  const ConceptTableOptions excel{.format = TableFormat::Csv, .excel = true};
  const std::string csv = write(concepts, excel);
  CHECK(csv == "\xEF\xBB\xBFid,es,en\r\nc1,'=1+1,''=x\r\nc1,'-ito,'@home\r\n");
  CHECK(read(csv, TableFormat::Csv) == concepts);
}

TEST_CASE("text with an apostrophe before a sign survives plain CSV", "[concepts][writer]") {
  const std::vector<ConceptEntry> concepts{concept_of("'-ito", "-let"), concept_of("'n", "'=a")};
  const ConceptTableOptions csv{.format = TableFormat::Csv, .separator = ';'};
  CHECK(read(write(concepts, csv), TableFormat::Csv) == concepts);
}

TEST_CASE("a bar in a term would make two of it, so it is changed and said", "[concepts][writer]") {
  std::vector<Diagnostic> diagnostics;
  const std::string table = write({concept_of("a | b", "c")}, {}, &diagnostics);
  CHECK(read(table).at(0).terms.at(0).text == "a / b");
  CHECK(diagnostics.size() == 1);
}

TEST_CASE("columns may be chosen; a concept without any of their terms is left out",
          "[concepts][writer]") {
  std::vector<Diagnostic> diagnostics;
  const ConceptTableOptions french{.languages = {LanguageTag("fr")}};
  CHECK(write({concept_of("sí", "yes")}, french, &diagnostics) == "id\tfr\n");
  CHECK(diagnostics.size() == 1);
}

TEST_CASE("TBX of other tools and our own passes through a table", "[concepts][writer][set]") {
  std::vector<std::filesystem::path> files;
  for (const auto& row : test::read_manifest("tbx")) {
    if (row.at("expected") != "reject") files.push_back(test::set_folder("tbx") / row.at("file"));
  }
  const char* glossaries = std::getenv("TRUJAMAN_GLOSSARIES");
  REQUIRE(glossaries != nullptr);
  for (const char* name : {"oim-iom.tbx", "ods-sdg.tbx", "onu-un.tbx"}) {
    files.push_back(std::filesystem::path(glossaries) / name);
  }
  for (const auto& file : files) {
    INFO(file.filename().string());
    std::ifstream in(file, std::ios::binary);
    auto before = ordered(test::read_tbx(in).concepts);
    // A row without a term is no concept.
    std::erase_if(before, [](const ConceptEntry& entry) { return entry.terms.empty(); });
    std::vector<Diagnostic> diagnostics;
    const auto after = ordered(read(write(before, {}, &diagnostics)));
    CHECK(diagnostics.empty());
    REQUIRE(after.size() == before.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
      INFO("concept " << before[i].id);
      CHECK(after[i] == before[i]);
    }
  }
}

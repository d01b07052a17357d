#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <trujaman/exchange.hpp>

#include "temporary_file.hpp"

using namespace trujaman;

namespace {

const LanguagePair kSpanishFrench{LanguageTag("es"), LanguageTag("fr")};

struct Read {
  std::vector<ConceptEntry> concepts;
  std::vector<Diagnostic> diagnostics;
  ReadSummary summary;
};

Read read(const std::string& text) {
  Read out;
  std::istringstream in(text);
  out.summary = read_omegat_glossary(
      in, "glosario.utf8", kSpanishFrench,
      [&](ConceptEntry&& c) { out.concepts.push_back(std::move(c)); },
      [&](const Diagnostic& d) { out.diagnostics.push_back(d); });
  return out;
}

}  // namespace

TEST_CASE("a line of an OmegaT glossary is a pair of terms with a comment", "[omegat]") {
  const Read r = read("desempleo\tchômage\tEn España, «paro».\nOIT\tOIT\n");
  REQUIRE(r.concepts.size() == 2);
  const ConceptEntry& c = r.concepts[0];
  CHECK(c.terms.at(0).language == LanguageTag("es"));
  CHECK(c.terms.at(0).text == "desempleo");
  CHECK(c.terms.at(1).text == "chômage");
  CHECK(c.notes == std::vector<std::string>{"En España, «paro»."});
  CHECK(r.concepts[1].terms.at(0).acronym);
}

TEST_CASE("several translations of a source are one concept, the first one preferred", "[omegat]") {
  const Read r =
      read("trata\ttraite\ntrata\ttraite des êtres humains\ntrata\tcommerce\tHistórico.\n");
  REQUIRE(r.concepts.size() == 2);
  REQUIRE(r.concepts[0].terms.size() == 3);
  CHECK(r.concepts[0].terms[1].status == TermStatus::Preferred);
  CHECK(r.concepts[0].terms[2].status == TermStatus::Admitted);
}

TEST_CASE("a header of the two languages is no pair, other short words are", "[omegat]") {
  CHECK(read("es\tfr\nsí\toui\n").concepts.at(0).terms.at(0).text == "sí");
  CHECK(read("la\tle\nno\tnon\n").concepts.size() == 2);
}

TEST_CASE("remarks say nothing, and a line without a pair is skipped with its number", "[omegat]") {
  const Read r = read("# de la OIM\r\n\r\nmigrante\r\nmigración\tmigration\r\n");
  CHECK(r.summary.read == 2);
  CHECK(r.summary.passed == 1);
  REQUIRE(r.diagnostics.size() == 1);
  CHECK(r.diagnostics[0].where.line == 3);
}

TEST_CASE("an OmegaT glossary that is written has every usable pair", "[omegat]") {
  Read r = read("trata\ttraite\tOjo.\ntrata\ttraite des personnes\tOjo.\n");
  r.concepts[0].definition = "Captación\nde personas.";
  std::ostringstream out;
  write_omegat_glossary(out, r.concepts, kSpanishFrench);
  CHECK(out.str() ==
        "trata\ttraite\tCaptación de personas. · Ojo.\n"
        "trata\ttraite des personnes\tCaptación de personas. · Ojo.\n");
}

TEST_CASE("deprecated terms are not written for OmegaT, and what is left out is said", "[omegat]") {
  Read r = read("ilegal\tillégal\n");
  r.concepts[0].terms[0].status = TermStatus::Deprecated;
  std::ostringstream out;
  std::vector<Diagnostic> diagnostics;
  write_omegat_glossary(out, r.concepts, kSpanishFrench,
                        [&](const Diagnostic& d) { diagnostics.push_back(d); });
  CHECK(out.str().empty());
  CHECK(diagnostics.size() == 1);
}

TEST_CASE("a file is OmegaT's by its ending, or by having no header", "[omegat][glossary]") {
  const std::string pairs = "migración\tmigration\n";
  const GlossaryReadOptions options{.languages = kSpanishFrench};
  const test::TemporaryFile utf8("glosario.utf8", pairs);
  const test::TemporaryFile txt("glosario.txt", pairs);
  const test::TemporaryFile table("tabla.txt", "es\tfr\tnote\n" + pairs);
  CHECK(read_glossary_file(utf8.path(), options).format == GlossaryFormat::OmegaT);
  CHECK(read_glossary_file(txt.path(), options).format == GlossaryFormat::OmegaT);
  CHECK(read_glossary_file(table.path(), options).format == GlossaryFormat::Tsv);
  CHECK_THROWS_AS(read_glossary_file(utf8.path()), Error);
}

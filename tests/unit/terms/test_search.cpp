#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <trujaman/term_search.hpp>

using namespace trujaman;

namespace {

using Kind = TermMatch::Kind;

/// What a search in a glossary of one term gives: its kind, or nothing.
std::vector<Kind> search(const char* language, const char* text, const char* query) {
  ConceptEntry entry;
  Term& term = entry.terms.emplace_back();
  term.language = LanguageTag(language);
  term.text = text;
  std::vector<Kind> out;
  for (const TermMatch& m : search_terms(std::vector{entry}, query)) out.push_back(m.kind);
  return out;
}

const std::vector<Kind> kExact{Kind::Exact};
const std::vector<Kind> kInflected{Kind::Inflected};
const std::vector<Kind> kPart{Kind::Part};

}  // namespace

TEST_CASE("case and accents do not count in a search", "[search]") {
  CHECK(search("es", "migración", "MIGRACION") == kExact);
  CHECK(search("fr", "Égalité des sexes", "egalite des sexes") == kExact);
  CHECK(search("es", "OIM", "oim") == kExact);
}

TEST_CASE("a plural or feminine entry is found in the singular or masculine", "[search]") {
  CHECK(search("es", "trabajadores migrantes", "trabajador migrante") == kInflected);
  CHECK(search("es", "refugiadas", "refugiado") == kInflected);
  CHECK(search("en", "Displaced Persons", "displaced person") == kInflected);
  CHECK(search("fr", "travailleuses saisonnières", "travailleur saisonnier") == kInflected);
}

TEST_CASE("a singular entry is found in the plural or feminine", "[search]") {
  CHECK(search("es", "trabajador migrante", "trabajadoras migrantes") == kInflected);
  CHECK(search("en", "child", "children") == kInflected);
  CHECK(search("fr", "droit fondamental", "droits fondamentaux") == kInflected);
}

TEST_CASE("words of a term find it, after those that are the whole", "[search]") {
  CHECK(search("es", "trata de personas", "persona") == kPart);
  CHECK(search("es", "trata de personas", "tra") == kPart);
  CHECK(search("es", "trata de personas", "tráfico").empty());
  CHECK(search("es", "trata de personas", "  ").empty());
}

TEST_CASE("a search may be kept to languages", "[search]") {
  ConceptEntry entry;
  entry.terms.resize(2);
  entry.terms[0].language = LanguageTag("es-MX");
  entry.terms[1].language = LanguageTag("fr");
  entry.terms[0].text = entry.terms[1].text = "migration";
  const std::vector<LanguageTag> spanish{LanguageTag("es")};
  const auto found = search_terms(std::vector{entry}, "migration", spanish);
  REQUIRE(found.size() == 1);
  CHECK(found[0].term_index == 0);
}

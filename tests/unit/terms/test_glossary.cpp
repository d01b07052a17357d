#include <catch2/catch.hpp>
#include <trujaman/glossary.hpp>
using namespace trujaman;
TEST_CASE("smoke") {
  ConceptEntry e; Term t; t.language=LanguageTag("es"); t.text="trabajador migrante"; e.terms.push_back(t);
  Glossary g({e});
  CHECK(g.recognize("los trabajadores migrantes", LanguageTag("es")).size()==1);
}

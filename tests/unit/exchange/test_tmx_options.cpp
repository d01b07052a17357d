/// What TmxOptions change in a file.
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tmx.hpp"

using namespace trujaman;
using test::read_tmx;

namespace {

Variant variant(const std::string& language, const std::string& text) {
  Variant v;
  v.language = LanguageTag(language);
  v.text = text;
  return v;
}

/// The unit of a bead of "informe.docx".
TranslationUnit unit(std::size_t position, std::vector<Variant> variants) {
  TranslationUnit u;
  u.source_language = LanguageTag("es");
  u.variants = std::move(variants);
  u.occurrences = {{"informe.docx", position}};
  return u;
}

std::string write(const std::vector<TranslationUnit>& units, const TmxOptions& options) {
  std::ostringstream out;
  TmxWriter writer(out, {.source_language = LanguageTag("es")}, options);
  for (const TranslationUnit& u : units) writer.write(u);
  writer.finish();
  return out.str();
}

const std::vector<TranslationUnit> paragraph = {
    unit(0, {variant("es", "Sin paz & «justicia»."), variant("en", "Without peace."),
             variant("fr", "Sans paix.")}),
    unit(1, {variant("es-MX", "Sí."), variant("en-US", "Yes.")}),
    unit(3, {variant("es", "No."), variant("fr", "Non.")})};

}  // namespace

TEST_CASE("three languages are one unit; of two, only what has both is written", "[tmx]") {
  const auto all = read_tmx(write(paragraph, {}));
  CHECK(all.units == paragraph);
  const auto pair =
      read_tmx(write(paragraph, {.languages = {LanguageTag("es"), LanguageTag("en")}}));
  REQUIRE(pair.units.size() == 2);
  CHECK(pair.units[0].variants == std::vector{paragraph[0].variants[0], paragraph[0].variants[1]});
  CHECK(pair.units[1] == paragraph[1]);
}

TEST_CASE("level 1 is text alone", "[tmx]") {
  TranslationUnit u = paragraph[0];
  u.variants[0].codes = {{0, CodeKind::Bpt, 1, "1", "bold", "<b>", "", false},
                         {3, CodeKind::Ept, 1, "1", "bold", "</b>", "", false},
                         {4, CodeKind::HiBegin, 1, "", "", "", "", false},
                         {7, CodeKind::HiEnd, 1, "", "", "", "", false}};
  const std::string tmx = write({u}, {.level = 1});
  CHECK_THAT(tmx, Catch::Contains("<seg>Sin paz &amp; «justicia».</seg>"));
  CHECK(read_tmx(tmx).units.at(0) == paragraph[0]);
  CHECK_THROWS_AS(write({u}, {.level = 3}), Error);
}

TEST_CASE("UTF-16 has a byte order mark, says so, and is read back", "[tmx]") {
  std::vector<TranslationUnit> units = paragraph;
  units[0].variants[0].text = "Sí: 😀 “informe”";
  const std::string tmx = write(units, {.utf16 = true});
  CHECK(tmx.substr(0, 4) == std::string("\xFF\xFE<\0", 4));
  CHECK(tmx.find(std::string("U\0T\0F\0-\0001\0006\0", 12)) != std::string::npos);
  const auto read = read_tmx(tmx);
  CHECK(read.units == units);
  CHECK(read.diagnostics.empty());
}

TEST_CASE("context is the text of the neighbours in the document, as memoQ writes it", "[tmx]") {
  const std::string tmx = write(paragraph, {.context = true});
  const auto read = read_tmx(tmx);
  REQUIRE(read.units.size() == 3);
  CHECK(read.units[0].variants[0].properties ==
        std::vector<Property>{{"x-context-post", "<seg>Sí.</seg>"}});
  CHECK(read.units[1].variants[0].properties ==
        std::vector<Property>{{"x-context-pre", "<seg>Sin paz &amp; «justicia».</seg>"}});
  CHECK(read.units[1].variants[1].properties.empty());
  CHECK(read.units[2].variants[0].properties.empty());  // bead 2 is not there
  CHECK(read.units[0].occurrences == paragraph[0].occurrences);
  CHECK(write(read.units, {.context = true}) == tmx);
  CHECK(write(read.units, {}) == tmx);
}

TEST_CASE("neighbours that are left out are neighbours still", "[tmx]") {
  const auto read = read_tmx(
      write({paragraph[0], paragraph[1], unit(2, {variant("es", "Ni."), variant("fr", "Ni.")})},
            {.languages = {LanguageTag("es"), LanguageTag("fr")}, .context = true}));
  REQUIRE(read.units.size() == 2);
  CHECK(read.units[0].variants[0].properties ==
        std::vector<Property>{{"x-context-post", "<seg>Sí.</seg>"}});
  CHECK(read.units[1].variants[0].properties ==
        std::vector<Property>{{"x-context-pre", "<seg>Sí.</seg>"}});
}

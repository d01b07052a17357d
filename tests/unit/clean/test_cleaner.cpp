#include <chrono>

#include <catch2/catch.hpp>

#include <trujaman/cleaner.hpp>

using namespace trujaman;

namespace {

Variant variant(const std::string& language, const std::string& text) {
  Variant v;
  v.language = LanguageTag(language);
  v.text = text;
  return v;
}

TranslationUnit unit(const std::string& es, const std::string& en) {
  TranslationUnit u;
  u.source_language = LanguageTag("es");
  u.variants = {variant("es", es), variant("en", en)};
  return u;
}

TranslationUnit changed(TranslationUnit u, int year) {
  u.history.changed =
      std::chrono::sys_days(std::chrono::year(year) / std::chrono::January / std::chrono::day(1));
  return u;
}

std::vector<Remedy> remedies(const std::vector<TranslationUnit>& units, CleanOptions options = {}) {
  Cleaner cleaner(std::move(options));
  for (std::size_t i = 0; i < units.size(); ++i) {
    cleaner.add(static_cast<std::int64_t>(i), units[i]);
  }
  return cleaner.remedies();
}

/// The only remedy.
Remedy remedy(const std::vector<TranslationUnit>& units) {
  const auto all = remedies(units);
  REQUIRE(all.size() == 1);
  return all.front();
}

/// As many good units as it takes to know what is usual.
std::vector<TranslationUnit> usual() {
  std::vector<TranslationUnit> out;
  for (int i = 0; i < 150; ++i) {
    const std::string n = std::to_string(i);
    out.push_back(unit("La comunidad número " + n + " tiene agua desde enero.",
                       "Community number " + n + " has had water since January."));
  }
  return out;
}

}  // namespace

TEST_CASE("good units have no remedy", "[clean]") {
  CHECK(remedies(usual()).empty());
  // Short segments, names, figures: nothing that a language could be told by.
  for (const auto& [es, en] : std::vector<std::pair<std::string, std::string>>{
           {"Sí", "Yes"},
           {"Nota", "Note"},
           {"Madrid", "Madrid"},
           {"12,5 %", "12.5%"},
           {"Organización Internacional para las Migraciones", "IOM"},
           {"A/RES/70/1", "A/RES/70/1"},
           {"El informe «Migration in the World» y otros", "The report Migration in the World"}}) {
    INFO(es);
    CHECK(remedies({unit(es, en)}).empty());
  }
}

TEST_CASE("empty texts go, and units that are left with one", "[clean]") {
  CHECK(remedy({unit("Agua", " ")}).rule == CleanRule::Empty);
  CHECK(remedy({unit("Agua", "")}).languages.empty());
  TranslationUnit three = unit("Agua potable", "");
  three.variants.push_back(variant("fr", "Eau potable"));
  const Remedy part = remedy({three});
  CHECK(part.languages == std::vector{LanguageTag("en")});
  CHECK(apply(part, three));
  CHECK(three.variants.size() == 2);
  TranslationUnit one;
  one.variants = {variant("es", "Agua")};
  CHECK(remedy({one}).rule == CleanRule::Empty);
  CHECK(remedy({TranslationUnit{}}).rule == CleanRule::Empty);
}

TEST_CASE("a source in the place of a translation goes", "[clean]") {
  CHECK(remedy({unit("Los caminos rurales se cierran en invierno.",
                     "Los caminos rurales se cierran en invierno.")})
            .rule == CleanRule::SameAsSource);
}

TEST_CASE("a text in another language or script goes", "[clean]") {
  CHECK(remedy({unit("Las niñas van a la escuela todos los días.",
                     "Les filles vont à l’école tous les jours de la semaine.")})
            .rule == CleanRule::Language);
  CHECK(remedy({unit("El agua es de todos.", "Вода принадлежит всем.")}).rule ==
        CleanRule::Language);
  TranslationUnit greek = unit("Página principal", "");
  greek.variants[1] = variant("el", "LibreOffice Writer");  // names are Latin everywhere
  CHECK(remedies({greek}).empty());
  CHECK(remedies({unit("алеф, бет, гимель", "алеф, бет, гимель, …")}).empty());
}

TEST_CASE("a translation that has lost its source's codes goes, one with more does not",
          "[clean]") {
  CHECK(remedy({unit("Faltan %d archivos por copiar.", "Some files are left to copy.")}).rule ==
        CleanRule::Code);
  CHECK(remedies({unit("Faltan archivos por copiar.", "%d files are left to copy.")}).empty());
  TranslationUnit bold = unit("El agua", "Water");
  bold.variants[0].codes = {{0, CodeKind::Bpt, 1, "", "", "<b>", "", false},
                            {7, CodeKind::Ept, 1, "", "", "</b>", "", false}};
  CHECK(remedy({bold}).rule == CleanRule::Code);
}

TEST_CASE("a translation far from the usual length goes", "[clean]") {
  auto units = usual();
  units.push_back(
      unit("La comunidad tiene agua desde enero, luz desde marzo y escuela desde mayo.", "Water."));
  units.push_back(unit("La comunidad tiene agua.",
                       "The community has had water since January, electricity since March and a "
                       "school since May, according to the mayor."));
  const auto found = remedies(units);
  REQUIRE(found.size() == 2);
  CHECK(found[0].unit == 150);
  CHECK(found[0].rule == CleanRule::Length);
  CHECK(found[1].unit == 151);
}

TEST_CASE("without enough to compare with, only absurd lengths go", "[clean]") {
  CHECK(remedies({unit("La comunidad tiene agua.", "Water has come to the community at last.")})
            .empty());
  CHECK(remedy({unit("Nota", std::string(400, 'x'))}).rule == CleanRule::Length);
}

TEST_CASE("of units with the same texts the newest stays", "[clean]") {
  const Remedy later =
      remedy({unit("Sala de prensa", "Press room"), unit("Sala de prensa", "Press room")});
  CHECK(later.rule == CleanRule::Duplicate);
  CHECK(later.unit == 0);
  CHECK(later.kept == 1);
  CHECK(remedy({changed(unit("Sala de prensa", "Press room"), 2024),
                changed(unit("Sala de prensa", "Press room"), 2020)})
            .unit == 1);
}

TEST_CASE("capitals, punctuation and white space make no difference, figures and words do",
          "[clean]") {
  CHECK(remedy({unit("Sala de prensa", "Press room"), unit("Sala  de Prensa:", "Press room.")})
            .rule == CleanRule::NearDuplicate);
  CHECK(remedies({unit("Sala 1", "Room 1"), unit("Sala 2", "Room 2")}).empty());
  CHECK(remedies({unit("El sí", "The yes"), unit("El si", "The yes")}).empty());
  CHECK(remedies({unit("Sala", "Room"), unit("Sala", "Hall")}).empty());
  CHECK(remedies({unit("...", "…"), unit("?", "!")}).empty());
}

TEST_CASE("rules may be left out", "[clean]") {
  CHECK(remedies({unit("Agua", "")}, {.disabled = {CleanRule::Empty}}).size() <= 1);
  CHECK(remedies({unit("Sala", "Room"), unit("Sala", "Room")},
                 {.disabled = {CleanRule::Duplicate, CleanRule::NearDuplicate}})
            .empty());
  for (const CleanRule rule : clean_rules()) CHECK(find_clean_rule(name_of(rule)) == rule);
  CHECK_FALSE(find_clean_rule("tidy"));
}

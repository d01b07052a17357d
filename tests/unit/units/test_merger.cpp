#include <chrono>

#include <catch2/catch.hpp>

#include <trujaman/unit_merge.hpp>

#include "units_of.hpp"

using namespace trujaman;
using test::day;
using test::unit;

namespace {

std::vector<TranslationUnit> united(const UnitMerger& merger) {
  std::vector<TranslationUnit> out;
  merger.for_each([&](const TranslationUnit& u) {
    out.push_back(u);
    return true;
  });
  return out;
}

std::vector<TranslationConflict> conflicts(const UnitMerger& merger) {
  std::vector<TranslationConflict> out;
  merger.for_each_conflict([&](const TranslationConflict& c) {
    out.push_back(c);
    return true;
  });
  return out;
}

TranslationUnit changed(TranslationUnit u, std::chrono::sys_seconds when) {
  u.history.changed = when;
  return u;
}

}  // namespace

TEST_CASE("equal units become one with all that is known of them, in the place of the first",
          "[units]") {
  UnitMerger merger;
  TranslationUnit first = changed(unit("Agua", "Water"), day(2020, 1, 1));
  first.properties = {{"client", "OIM"}};
  TranslationUnit second = changed(unit("Agua", "Water"), day(2024, 1, 1));
  second.notes = {"potable"};
  second.occurrences = {{"informe.md", 3}};
  CHECK(merger.add(first));
  CHECK(merger.add(unit("Tierra", "Land")));
  CHECK_FALSE(merger.add(second));
  const auto all = united(merger);
  REQUIRE(all.size() == 2);
  CHECK(all[0].properties == first.properties);
  CHECK(all[0].notes == second.notes);
  CHECK(all[0].occurrences == second.occurrences);
  CHECK(all[0].history.changed == day(2024, 1, 1));
  CHECK(all[1].variants[0].text == "Tierra");
}

TEST_CASE("codes and ids keep units apart, the order of the variants does not", "[units]") {
  UnitMerger merger;
  TranslationUnit bold = unit("Agua", "Water");
  bold.variants[0].codes = {{0, CodeKind::Ph, 0, "", "", "<br>", "", false}};
  TranslationUnit turned = unit("Agua", "Water");
  std::swap(turned.variants[0], turned.variants[1]);
  CHECK(merger.add(unit("Agua", "Water")));
  CHECK(merger.add(bold));
  CHECK_FALSE(merger.add(turned));
  TranslationUnit a = unit("Agua", "Water");
  a.id = "a";
  TranslationUnit b = a;
  b.id = "b";
  CHECK_FALSE(merger.add(a));  // the first takes its id
  CHECK(merger.add(b));
  CHECK_FALSE(merger.add(a));
  CHECK_FALSE(merger.add(b));
  CHECK(united(merger).size() == 3);
}

TEST_CASE("codes that differ in nothing but their kind or id keep units apart, each once",
          "[units]") {
  UnitMerger merger;
  TranslationUnit first = unit("Agua", "Water");
  first.variants[0].codes = {{0, CodeKind::Ph, 0, "1", "", "<br>", "", false}};
  TranslationUnit second = first;
  second.variants[0].codes[0].id = "2";
  TranslationUnit third = first;
  third.variants[0].codes[0].kind = CodeKind::Ut;
  for (int i = 0; i < 3; ++i) {
    for (const TranslationUnit& u : {first, second, third}) CHECK(merger.add(u) == (i == 0));
  }
  CHECK(united(merger).size() == 3);
}

TEST_CASE("one source with two translations is a conflict, with places", "[units]") {
  UnitMerger merger;
  merger.add(changed(unit("Trata", "Trafficking"), day(2021, 5, 1)),
             {.source = "a.tmx", .line = 7});
  merger.add(unit("Agua", "Water"), {.source = "a.tmx", .line = 9});
  merger.add(changed(unit("Trata", "Smuggling"), day(2019, 5, 1)), {.source = "b.tmx", .line = 3});
  const auto found = conflicts(merger);
  REQUIRE(found.size() == 1);
  CHECK(found[0].source == "Trata");
  CHECK(found[0].language == LanguageTag("en"));
  REQUIRE(found[0].choices.size() == 2);
  CHECK(found[0].choices[0].text == "Trafficking");
  CHECK(found[0].choices[0].where.line == 7);
  CHECK(found[0].choices[1].where.source == "b.tmx");
  CHECK(united(merger).size() == 3);
}

TEST_CASE("the newest translation may be all that stays", "[units]") {
  UnitMerger merger({.newest_only = true});
  merger.add(changed(unit("Trata", "Trafficking"), day(2021, 5, 1)));
  merger.add(changed(unit("Trata", "Smuggling"), day(2019, 5, 1)));
  TranslationUnit three = changed(unit("Trata", "Trade"), day(2018, 1, 1));
  three.variants.push_back(test::variant("fr", "Traite"));
  merger.add(three);
  merger.add(unit("Sí", "Yes"));
  merger.add(unit("Sí", "Indeed"));
  const auto all = united(merger);
  REQUIRE(all.size() == 3);
  CHECK(all[0].variants[1].text == "Trafficking");
  // Of a unit with more, only the older translation goes.
  REQUIRE(all[1].variants.size() == 2);
  CHECK(all[1].variants[1].text == "Traite");
  CHECK(all[2].variants[1].text == "Indeed");
}

TEST_CASE("thousands of equal texts with ids of their own are no trouble", "[units]") {
  UnitMerger merger;
  for (int i = 0; i < 20'000; ++i) {
    TranslationUnit u = unit("Aceptar", "OK");
    u.id = std::to_string(i);
    merger.add(u);
  }
  CHECK(united(merger).size() == 20'000);
}

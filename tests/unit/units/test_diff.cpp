#include <catch2/catch.hpp>

#include <trujaman/unit_diff.hpp>

#include "units_of.hpp"

using namespace trujaman;
using test::unit;
using Kind = UnitDifference::Kind;

namespace {

std::vector<UnitDifference> differences(const std::vector<TranslationUnit>& first,
                                        const std::vector<TranslationUnit>& second,
                                        DiffOptions options = {}) {
  UnitDiffer differ(std::move(options));
  for (const auto& u : first) differ.add_first(u);
  for (const auto& u : second) differ.add_second(u);
  std::vector<UnitDifference> out;
  differ.for_each([&](const UnitDifference& d) {
    out.push_back(d);
    return true;
  });
  return out;
}

TranslationUnit with_id(const std::string& id, TranslationUnit u) {
  u.id = id;
  return u;
}

/// The text with its spans in brackets.
std::string marked(const std::string& text, const std::vector<TextSpan>& spans) {
  std::string out = text;
  for (auto span = spans.rbegin(); span != spans.rend(); ++span) {
    out.insert(span->end, "]").insert(span->begin, "[");
  }
  return out;
}

}  // namespace

TEST_CASE("sets in another order are equal", "[units]") {
  CHECK(differences({unit("Agua", "Water"), unit("Tierra", "Land")},
                    {unit("Tierra", "Land"), unit("Agua", "Water")})
            .empty());
  CHECK(differences({}, {}).empty());
}

TEST_CASE("codes that differ in nothing but their ids do not confuse", "[units]") {
  TranslationUnit first = unit("Agua", "Water");
  first.variants[0].codes = {{0, CodeKind::Ph, 0, "1", "", "<br>", "", false}};
  TranslationUnit second = first;
  second.variants[0].codes[0].id = "2";
  CHECK(differences({first, second}, {second, first}).empty());
}

TEST_CASE("how often a unit stands there counts", "[units]") {
  const auto found =
      differences({unit("Agua", "Water"), unit("Agua", "Water")}, {unit("Agua", "Water")});
  REQUIRE(found.size() == 1);
  CHECK(found[0].kind == Kind::Removed);
}

TEST_CASE("a text that is translated differently has changed", "[units]") {
  const auto found = differences({unit("Agua", "Water"), unit("Trata", "Traffic")},
                                 {unit("Trata", "Trafficking"), unit("Tierra", "Land")});
  REQUIRE(found.size() == 3);
  CHECK(found[0].kind == Kind::Removed);
  CHECK(found[0].before->variants[0].text == "Agua");
  CHECK(found[1].kind == Kind::Changed);
  CHECK(found[1].after->variants[1].text == "Trafficking");
  CHECK(found[2].kind == Kind::Added);
  CHECK(found[2].after->variants[0].text == "Tierra");
}

TEST_CASE("a unit is known by its id before it is by its source", "[units]") {
  const auto found = differences(
      {with_id("1", unit("Trata", "Traffic"))},
      {with_id("2", unit("Trata", "Smuggling")), with_id("1", unit("La trata", "Trafficking"))});
  REQUIRE(found.size() == 2);
  CHECK(found[0].kind == Kind::Changed);
  CHECK(found[0].after->id == "1");
  CHECK(found[1].kind == Kind::Added);
}

TEST_CASE("notes and dates count where that is asked for", "[units]") {
  TranslationUnit noted = unit("Agua", "Water");
  noted.notes = {"potable"};
  CHECK(differences({unit("Agua", "Water")}, {noted}).empty());
  const auto found = differences({unit("Agua", "Water")}, {noted}, {.details = true});
  REQUIRE(found.size() == 1);
  CHECK(found[0].kind == Kind::Changed);
}

TEST_CASE("words that two texts do not share are marked", "[units]") {
  struct Case {
    std::string before, after, marked_before, marked_after;
  };
  const Case cases[] = {
      {"La junta se reúne en mayo.", "La junta se reunió en mayo.", "La junta se [reúne] en mayo.",
       "La junta se [reunió] en mayo."},
      {"Water comes.", "The water comes on Tuesdays.", "[Water] comes.",
       "[The water] comes [on Tuesdays]."},
      {"igual", "igual", "igual", "igual"},
      {"", "nuevo", "", "[nuevo]"},
      {"uno dos tres cuatro", "tres uno dos cuatro", "uno dos [tres] cuatro",
       "[tres] uno dos cuatro"},
  };
  for (const Case& c : cases) {
    const TextDifference d = compare_words(c.before, c.after);
    CHECK(marked(c.before, d.before) == c.marked_before);
    CHECK(marked(c.after, d.after) == c.marked_after);
  }
}

TEST_CASE("of very long texts the middle is marked as a whole", "[units]") {
  std::string a = "Principio ";
  std::string b = "Principio ";
  for (int i = 0; i < 20'000; ++i) {
    a += "a" + std::to_string(i) + " ";
    b += "b" + std::to_string(i) + " ";
  }
  const TextDifference d = compare_words(a + "fin", b + "fin");
  REQUIRE(d.before.size() == 1);
  CHECK(d.before[0].begin == 10);
}

#include <filesystem>

#include <catch2/catch.hpp>

#include <trujaman/unit_pool.hpp>

#include "units_of.hpp"

using namespace trujaman;
using test::unit;

namespace {

/// A unit with something in every field.
TranslationUnit full() {
  TranslationUnit u = unit("El agua", "Water");
  u.id = "núm. 1";
  u.variants[0].codes = {{2, CodeKind::Bpt, 1, "x1", "bold", "<b>", "pos=begin", false},
                         {7, CodeKind::Ept, 1, "x1", "bold", "</b>", "", true}};
  u.variants[1].history = {.created = test::day(1969, 7, 20),
                           .changed = test::day(2024, 1, 31),
                           .last_used = std::nullopt,
                           .creator = "Ana",
                           .changer = "Luc",
                           .usage_count = 3};
  u.variants[1].properties = {{"client", "OIM"}, {"client", ""}};
  u.variants[1].attributes = {{"o-tmf", "x"}};
  u.variants[1].notes = {"Plural", ""};
  u.occurrences = {{"informe.md", 0}, {"anexo.md", 300}};
  u.confidence = 0.125;
  u.history.usage_count = UINT64_MAX;
  u.properties = {{"x-project", "agua"}};
  u.attributes = {{"segtype", "block"}};
  u.notes = {"nota"};
  return u;
}

}  // namespace

TEST_CASE("a pool gives units back as they were", "[units]") {
  UnitPool pool;
  pool.add(full(), {.source = "a.tmx", .line = 12});
  pool.add(TranslationUnit{});
  REQUIRE(pool.size() == 2);
  const PlacedUnit first = pool.get(0);
  CHECK(first.unit == full());
  CHECK(first.where.source == "a.tmx");
  CHECK(first.where.line == 12);
  CHECK(pool.get(1).unit == TranslationUnit{});
}

TEST_CASE("what goes to the disk comes back, too", "[units]") {
  UnitPool pool;
  constexpr std::size_t count = 300;
  for (std::size_t i = 0; i < count; ++i) {
    pool.add(unit(std::to_string(i), std::string(40'000 + i, 'x')));
  }
  for (const std::size_t i : {std::size_t{0}, std::size_t{7}, std::size_t{150}, count - 1}) {
    const TranslationUnit u = pool.get(i).unit;
    CHECK(u.variants[0].text == std::to_string(i));
    CHECK(u.variants[1].text.size() == 40'000 + i);
  }
}

TEST_CASE("a pool that cannot be written says where", "[units]") {
  UnitPool pool("/no/such/folder");
  const TranslationUnit large = unit("", std::string(5'000'000, 'x'));
  try {
    pool.add(large);
    FAIL("it was written");
  } catch (const Error& e) {
    CHECK(e.code() == Errc::Io);
    CHECK(e.where().source == "/no/such/folder");
  }
}

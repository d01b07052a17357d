/// Units whose source the memory has with another translation.
#include <functional>
#include <random>

#include <catch2/catch.hpp>

#include "units.hpp"

using namespace trujaman;
using test::kSpanishEnglish;
using test::unit;
using test::unit_at;

namespace {

constexpr AddOptions kKeep{.on_conflict = OnConflict::Keep};
constexpr AddOptions kReplace{.on_conflict = OnConflict::Replace};

std::vector<TranslationUnit> units_of(const Memory& memory) {
  std::vector<TranslationUnit> out;
  memory.for_each([&](std::int64_t, const TranslationUnit& u) {
    out.push_back(u);
    return true;
  });
  return out;
}

/// "agua=water" for each unit, in order.
std::vector<std::string> pairs_of(const Memory& memory) {
  std::vector<std::string> out;
  for (const TranslationUnit& u : units_of(memory)) {
    out.push_back(u.find(LanguageTag("es"))->text + "=" + u.find(LanguageTag("en"))->text);
  }
  return out;
}

using Pairs = std::vector<std::string>;

}  // namespace

TEST_CASE("a unit that contradicts a stored one is added beside it", "[conflicts]") {
  Memory memory = Memory::in_memory();
  memory.add(std::vector{unit("La reunión", "The meeting")});
  CHECK(memory.add(std::vector{unit("La reunión", "The gathering")}).added == 1);
  CHECK(units_of(memory).size() == 2);
}

TEST_CASE("a stored unit is kept", "[conflicts]") {
  Memory memory = Memory::in_memory();
  memory.add(std::vector{unit("La reunión", "The meeting")});
  const AddSummary done = memory.add(
      std::vector{unit("La reunión", "The gathering"), unit("El acta", "The minutes")}, kKeep);
  CHECK(done.kept == 1);
  CHECK(done.added == 1);
  CHECK(pairs_of(memory) == Pairs{"La reunión=The meeting", "El acta=The minutes"});
}

TEST_CASE("a stored unit is replaced and found by its new text only", "[conflicts]") {
  Memory memory = Memory::in_memory();
  memory.add(std::vector{unit_at(3, "La reunión", "The meeting"), unit("El acta", "The minutes")});
  TranslationUnit better = unit_at(8, "La reunión", "The gathering");
  better.notes = {"revisado"};
  CHECK(memory.add(std::vector{better}, kReplace).replaced == 1);
  CHECK(pairs_of(memory) == Pairs{"La reunión=The gathering", "El acta=The minutes"});
  const TranslationUnit stored = units_of(memory)[0];
  CHECK(stored.notes == std::vector<std::string>{"revisado"});
  CHECK(stored.occurrences == std::vector<Occurrence>{{"informe.es.md", 3}, {"informe.es.md", 8}});
  const auto matches = memory.lookup("La reunión", kSpanishEnglish);
  REQUIRE(matches.size() == 1);
  CHECK(matches[0].row == 1);  // it keeps its row
  CHECK(matches[0].target.text == "The gathering");
  CHECK(memory.concordance("meeting", {LanguageTag("en"), LanguageTag("es")}).empty());
  // Again, it is there.
  CHECK(memory.add(std::vector{better}, kReplace).merged == 1);
}

TEST_CASE("a unit takes the place of all that it contradicts", "[conflicts]") {
  Memory memory = Memory::in_memory();
  memory.add(std::vector{unit_at(0, "Alta", "High"), unit("Baja", "Low"),
                         unit_at(5, "Alta", "Registration")});
  CHECK(memory.add(std::vector{unit("Alta", "Discharge")}, kReplace).replaced == 1);
  CHECK(pairs_of(memory) == Pairs{"Baja=Low", "Alta=Discharge"});
  CHECK(units_of(memory)[1].occurrences.size() == 2);
}

TEST_CASE("what is equal to a stored unit contradicts none", "[conflicts]") {
  Memory memory = Memory::in_memory();
  const std::vector<TranslationUnit> both{unit("Alta", "High"), unit("Alta", "Registration")};
  memory.add(both);
  for (const AddOptions& options : {kKeep, kReplace}) {
    CHECK(memory.add(both, options).merged == 2);
    CHECK(units_of(memory) == both);
  }
}

TEST_CASE("languages that the new unit lacks stay", "[conflicts]") {
  Memory memory = Memory::in_memory();
  TranslationUnit three = unit("La reunión", "The meeting");
  three.variants.push_back(test::variant("fr", "La réunion"));
  memory.add(std::vector{three});
  const std::vector<TranslationUnit> other{unit("La reunión", "The gathering")};
  CHECK(memory.add(other, kReplace).replaced == 1);
  const std::vector<TranslationUnit> all = units_of(memory);
  REQUIRE(all.size() == 1);
  CHECK(all[0].find(LanguageTag("en"))->text == "The gathering");
  CHECK(all[0].find(LanguageTag("fr"))->text == "La réunion");
  CHECK(memory.add(other, kReplace).merged == 1);
  CHECK(units_of(memory) == all);
}

TEST_CASE("what differs in language, codes, ids or direction is no conflict", "[conflicts]") {
  Memory memory = Memory::in_memory();
  TranslationUnit stored = unit("Abrir", "Open");
  stored.id = "menu.open";
  stored.source_language = LanguageTag("es");
  memory.add(std::vector{stored});
  TranslationUnit other_id = unit("Abrir", "Open up");
  other_id.id = "door.open";
  TranslationUnit french = unit("Abrir", "");
  french.variants[1] = test::variant("fr", "Ouvrir");
  TranslationUnit coded = unit("Abrir", "Open it");
  InlineCode code;
  code.native = "<b/>";
  coded.variants[0].codes = {code};
  TranslationUnit turned = unit("Abierto", "Open");
  turned.source_language = LanguageTag("en");
  for (const TranslationUnit& u : {other_id, french, coded, turned}) {
    CHECK(memory.add(std::vector{u}, kReplace).added == 1);
  }
  TranslationUnit regional = unit("Abrir", "Open now");
  regional.variants[0].language = LanguageTag("es-419");
  CHECK(memory.add(std::vector{regional}, kKeep).kept == 1);
}

TEST_CASE("units of the same transaction contradict each other, too", "[conflicts]") {
  Memory memory = Memory::in_memory();
  const std::vector<TranslationUnit> units{unit("Alta", "High"), unit("Alta", "Tall"),
                                           unit("2. ¿…?", "2. …?"), unit("2. ¿…?", "2)")};
  CHECK(memory.add(units, kKeep).kept == 2);
  CHECK(pairs_of(memory) == Pairs{"Alta=High", "2. ¿…?=2. …?"});
  CHECK(memory.add(units, kReplace).replaced == 2);
  CHECK(pairs_of(memory) == Pairs{"Alta=Tall", "2. ¿…?=2)"});
}

TEST_CASE("only a unit with the same id, or without one, is contradicted", "[conflicts]") {
  const auto named = [](const std::string& id, const std::string& en) {
    TranslationUnit u = unit("Alta", en);
    u.id = id;
    return u;
  };
  Memory memory = Memory::in_memory();
  // Once all in one transaction, then what comes later against what is in the index.
  CHECK(
      memory
          .add(std::vector{named("a", "High"), named("b", "Tall"), named("a", "Discharge")}, kKeep)
          .kept == 1);
  CHECK(pairs_of(memory) == Pairs{"Alta=High", "Alta=Tall"});
  CHECK(memory.add(std::vector{named("b", "Discharge")}, kReplace).replaced == 1);
  CHECK(pairs_of(memory) == Pairs{"Alta=High", "Alta=Discharge"});
  CHECK(memory.add(std::vector{named("c", "Registration")}, kReplace).added == 1);
  CHECK(memory.add(std::vector{named("", "Loud"), named("d", "Tall")}, kKeep).kept == 1);
  CHECK(pairs_of(memory) == Pairs{"Alta=High", "Alta=Discharge", "Alta=Registration", "Alta=Tall"});
}

TEST_CASE("a unit without an id contradicts those with any, also of its transaction",
          "[conflicts]") {
  TranslationUnit first = unit("Alta", "High");
  first.id = "a";
  Memory memory = Memory::in_memory();
  CHECK(memory.add(std::vector{first, unit("Alta", "Tall")}, kKeep).kept == 1);
  CHECK(memory.add(std::vector{unit("Baja", "Low")}).added == 1);
  TranslationUnit second = unit("Baja", "Short");
  second.id = "b";
  CHECK(memory.add(std::vector{second}, kReplace).replaced == 1);
  CHECK(pairs_of(memory) == Pairs{"Alta=High", "Baja=Short"});
}

TEST_CASE("conflicts are found in blocks of any size, as looking at every unit would",
          "[conflicts]") {
  // Few different sources and translations, so that much is replaced, in transactions of all sizes.
  std::mt19937 random(11);
  Memory memory = Memory::in_memory();
  std::vector<std::pair<std::string, std::string>> model;
  for (int round = 0; round < 40; ++round) {
    MemoryWriter writer = memory.write();
    const auto size = 1 + random() % (round % 4 == 0 ? 700 : 30);
    for (std::size_t i = 0; i < size; ++i) {
      const std::string es = "Artículo " + std::to_string(random() % 300) + " de la ley";
      const std::string en = "Article, version " + std::to_string(random() % 3);
      const auto outcome = writer.add(unit(es, en), kReplace);
      const auto known = std::find_if(model.begin(), model.end(),
                                      [&](const auto& pair) { return pair.first == es; });
      if (known == model.end()) {
        REQUIRE(outcome == MemoryWriter::Outcome::Added);
        model.emplace_back(es, en);
      } else if (known->second == en) {
        REQUIRE(outcome == MemoryWriter::Outcome::Merged);
      } else {
        REQUIRE(outcome == MemoryWriter::Outcome::Replaced);
        known->second = en;
      }
    }
    writer.commit();
  }
  Pairs expected;
  for (const auto& [es, en] : model) expected.push_back(es + "=" + en);
  CHECK(pairs_of(memory) == expected);
  for (const auto& [es, en] : model) {
    const auto matches = memory.lookup(es, kSpanishEnglish, {.min_score = 100});
    REQUIRE(matches.size() == 1);
    REQUIRE(matches[0].target.text == en);
  }
}

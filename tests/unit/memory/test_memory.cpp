#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include <catch2/catch.hpp>

#include "units.hpp"

using namespace trujaman;
using test::kSpanishEnglish;
using test::TemporaryPath;
using test::unit;
using test::unit_at;

namespace {

/// A unit that has something in every member.
TranslationUnit full_unit() {
  TranslationUnit u = unit("El **agua**", "The **water**");
  u.variants.push_back(test::variant("fr-CA", "L’**eau**"));
  u.id = "tu-1";
  u.source_language = LanguageTag("es");
  u.confidence = 0.75;
  u.occurrences = {{"a.md", 3}, {"b.md", 0}};
  u.history.created = std::chrono::sys_seconds(std::chrono::seconds(1'700'000'000));
  u.history.creator = "traductora";
  u.history.usage_count = 4;
  u.properties = {{"x-subject", "agua"}, {"x-subject", "clima"}};
  u.attributes = {{"datatype", "html"}};
  u.notes = {"revisado"};
  InlineCode code;
  code.position = 3;
  code.kind = CodeKind::Bpt;
  code.pair = 1;
  code.id = "1";
  code.type = "bold";
  code.native = "<b>";
  code.attributes = "assoc=p";
  code.fragment = true;
  u.variants[0].codes = {code};
  u.variants[0].notes = {"nota"};
  u.variants[1].properties = {{"x-status", "final"}};
  u.variants[1].history.changed = std::chrono::sys_seconds(std::chrono::seconds(-5));
  return u;
}

std::vector<TranslationUnit> units_of(const Memory& memory, const UnitFilter& filter = {}) {
  std::vector<TranslationUnit> out;
  memory.for_each(
      [&](std::int64_t, const TranslationUnit& u) {
        out.push_back(u);
        return true;
      },
      filter);
  return out;
}

Errc code_of(const std::function<void()>& call) {
  try {
    call();
  } catch (const Error& e) {
    return e.code();
  }
  return Errc{};
}

}  // namespace

TEST_CASE("a unit comes back as it was given", "[memory]") {
  Memory memory = Memory::in_memory();
  memory.add(std::vector{full_unit()});
  CHECK(units_of(memory) == std::vector{full_unit()});
}

TEST_CASE("adding the same units again changes nothing", "[memory]") {
  Memory memory = Memory::in_memory();
  const std::vector<TranslationUnit> units{full_unit(), unit("Agua", "Water")};
  CHECK(memory.add(units).added == 2);
  const AddSummary again = memory.add(units);
  CHECK(again.added == 0);
  CHECK(again.merged == 2);
  CHECK(units_of(memory) == units);
}

TEST_CASE("equal units become one that knows what each knew", "[memory]") {
  Memory memory = Memory::in_memory();
  TranslationUnit first = unit_at(4, "Agua", "Water");
  first.confidence = 0.7;
  TranslationUnit second = unit_at(9, "Agua", "Water");
  second.variants = {second.variants[1], second.variants[0]};  // the order does not matter
  second.confidence = 0.9;
  second.notes = {"visto"};
  memory.add(std::vector{first, second});
  const std::vector<TranslationUnit> all = units_of(memory);
  REQUIRE(all.size() == 1);
  CHECK(all[0].occurrences == std::vector<Occurrence>{{"informe.es.md", 4}, {"informe.es.md", 9}});
  CHECK(all[0].confidence == 0.9);
  CHECK(all[0].notes == std::vector<std::string>{"visto"});
}

TEST_CASE("units of the same text with ids of their own stay apart", "[memory]") {
  Memory memory = Memory::in_memory();
  TranslationUnit a = unit("Abrir", "Open");
  a.id = "menu.open";
  TranslationUnit b = unit("Abrir", "Open");
  b.id = "dialog.open";
  CHECK(memory.add(std::vector{a, b}).added == 2);
}

TEST_CASE("of units with the same text, the one with the same id is the same", "[memory]") {
  Memory memory = Memory::in_memory();
  const auto yes = [](const std::string& id, const std::string& document) {
    TranslationUnit u = unit("Sí.", "Yes.");
    u.id = id;
    u.occurrences = {{document, 0}};
    return u;
  };
  memory.add(std::vector{yes("a", "1.md"), yes("b", "2.md"), yes("", "3.md")});
  memory.add(std::vector{yes("b", "4.md"), yes("c", "5.md")});
  const std::vector<TranslationUnit> units = units_of(memory);
  REQUIRE(units.size() == 3);
  // That without an id went to one of those that were there.
  CHECK(units[0].occurrences == std::vector<Occurrence>{{"1.md", 0}, {"3.md", 0}});
  CHECK(units[1].occurrences == std::vector<Occurrence>{{"2.md", 0}, {"4.md", 0}});
  CHECK(units[2].id == "c");
}

TEST_CASE("a text without an id takes the first one that it comes with", "[memory]") {
  Memory memory = Memory::in_memory();
  TranslationUnit u = unit("Sí.", "Yes.");
  memory.add(std::vector{u});
  u.id = "a";
  memory.add(std::vector{u});
  u.id = "b";
  memory.add(std::vector{u});
  const std::vector<TranslationUnit> units = units_of(memory);
  REQUIRE(units.size() == 2);
  CHECK(units[0].id == "a");
  CHECK(units[1].id == "b");
}

TEST_CASE("a unit without text in two languages is skipped", "[memory]") {
  Memory memory = Memory::in_memory();
  TranslationUnit alone;
  alone.variants = {test::variant("es", "Agua")};
  CHECK(memory.add(std::vector{alone, unit("Agua", ""), TranslationUnit{}}).skipped == 3);
}

TEST_CASE("an uncommitted transaction leaves no trace", "[memory]") {
  Memory memory = Memory::in_memory();
  memory.add(std::vector{unit("Agua", "Water")});
  {
    MemoryWriter writer = memory.write();
    writer.add(unit("Luz", "Light"));
    CHECK(memory.lookup("Luz", kSpanishEnglish).empty());  // others do not see it either
  }
  CHECK(units_of(memory).size() == 1);
  CHECK(memory.lookup("Luz", kSpanishEnglish).empty());
  CHECK(memory.concordance("luz", kSpanishEnglish).empty());
}

TEST_CASE("there is one writer at a time, and none after its commit", "[memory]") {
  Memory memory = Memory::in_memory();
  MemoryWriter writer = memory.write();
  CHECK(code_of([&] { memory.add(std::vector{unit("Agua", "Water")}); }) == Errc::Busy);
  writer.commit();
  CHECK(code_of([&] { writer.add(unit("Agua", "Water")); }) == Errc::InvalidArgument);
}

TEST_CASE("a removed unit is found nowhere", "[memory]") {
  Memory memory = Memory::in_memory();
  memory.add(std::vector{unit_at(0, "Agua limpia", "Clean water"), unit("Agua", "Water")});
  const auto matches = memory.lookup("Agua limpia", kSpanishEnglish);
  REQUIRE(matches.size() == 1);
  const std::int64_t row = matches[0].row;
  CHECK(memory.remove(row));
  CHECK_FALSE(memory.remove(row));
  CHECK_FALSE(memory.get(row));
  CHECK(memory.lookup("Agua limpia", kSpanishEnglish).empty());
  CHECK(memory.concordance("limpia", kSpanishEnglish).empty());
  CHECK(memory.statistics().documents == 0);
}

TEST_CASE("an updated unit keeps its row and is found as it is now", "[memory]") {
  Memory memory = Memory::in_memory();
  memory.add(std::vector{unit_at(0, "Agua limpia", "Clean water"), unit("Luz", "Light")});
  const std::int64_t row = memory.lookup("Agua limpia", kSpanishEnglish).at(0).row;
  CHECK(memory.update(row, unit("Agua dulce del lago", "Fresh water of the lake")));
  CHECK_FALSE(memory.update(row + 100, unit("a", "b")));
  CHECK(memory.lookup("Agua limpia", kSpanishEnglish).empty());
  CHECK(memory.concordance("limpia", kSpanishEnglish).empty());
  CHECK(memory.lookup("Agua dulce del lago", kSpanishEnglish).at(0).row == row);
  CHECK(memory.concordance("agua dulce", kSpanishEnglish).at(0).row == row);
  CHECK(memory.statistics().documents == 0);
  CHECK(code_of([&] { memory.update(row, unit("Agua", "")); }) == Errc::InvalidArgument);
  // What it was may be added again.
  CHECK(memory.add(std::vector{unit("Agua limpia", "Clean water")}).added == 1);
}

TEST_CASE("a batch gives what single lookups give, in order, on any number of threads",
          "[memory]") {
  Memory memory = Memory::in_memory();
  memory.add(std::vector{unit("Agua limpia", "Clean water"), unit("Luz", "Light")});
  const std::vector<std::string_view> texts{"luz", "nada", "Agua limpia", "Luz", ""};
  for (const std::size_t threads : {std::size_t{0}, std::size_t{1}, std::size_t{3}}) {
    const auto all = memory.lookup_batch(texts, kSpanishEnglish, {}, threads);
    REQUIRE(all.size() == texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const auto one = memory.lookup(texts[i], kSpanishEnglish);
      REQUIRE(all[i].size() == one.size());
      for (std::size_t k = 0; k < one.size(); ++k) CHECK(all[i][k].row == one[k].row);
    }
  }
  CHECK(memory.lookup_batch({}, kSpanishEnglish).empty());
}

TEST_CASE("units can be visited by language and by document", "[memory]") {
  Memory memory = Memory::in_memory();
  TranslationUnit french;
  french.variants = {test::variant("es", "Agua"), test::variant("fr-CA", "Eau")};
  memory.add(std::vector{unit_at(0, "Luz", "Light"), french});
  CHECK(units_of(memory, {.languages = {LanguageTag("fr")}, .document = {}}).size() == 1);
  CHECK(units_of(memory, {.languages = {LanguageTag("es")}, .document = {}}).size() == 2);
  CHECK(units_of(memory, {.languages = {}, .document = "informe.es.md"}).size() == 1);
  CHECK(units_of(memory, {.languages = {}, .document = "otro.md"}).empty());
}

TEST_CASE("a visit sees one state of the memory while others write", "[memory]") {
  Memory memory = Memory::in_memory();
  memory.add(std::vector{unit("uno", "one"), unit("dos", "two")});
  int visited = 0;
  memory.for_each([&](std::int64_t, const TranslationUnit&) {
    memory.add(std::vector{unit("n" + std::to_string(visited), "x")});
    return ++visited < 10;
  });
  CHECK(visited == 2);
  CHECK(memory.statistics().units == 4);
}

TEST_CASE("a memory keeps concept entries and replaces them by id", "[memory]") {
  Memory memory = Memory::in_memory();
  ConceptEntry entry;
  entry.id = "iom";
  entry.subject = "institutions";
  entry.notes = {"nota"};
  entry.properties = {{"x", "y"}};
  Term term;
  term.language = LanguageTag("es");
  term.text = "OIM";
  term.acronym = true;
  term.status = TermStatus::Admitted;
  entry.terms = {term};
  MemoryWriter writer = memory.write();
  writer.add(entry);
  entry.definition = "Organización Internacional para las Migraciones";
  writer.add(entry);
  writer.commit();
  CHECK(memory.concepts() == std::vector{entry});
}

TEST_CASE("a memory is one file that can be closed, copied and opened again", "[memory]") {
  const TemporaryPath path;
  const TemporaryPath copy;
  {
    Memory memory = Memory::open(path.get(), Memory::Mode::Create);
    memory.add(std::vector{full_unit()});
  }
  std::filesystem::copy_file(path.get(), copy.get());
  const Memory memory = Memory::open(copy.get(), Memory::Mode::ReadOnly);
  CHECK(units_of(memory) == std::vector{full_unit()});
  CHECK(memory.lookup("El **agua**", kSpanishEnglish).size() == 1);
}

TEST_CASE("what cannot be opened says why", "[memory]") {
  const TemporaryPath path;
  const auto open = [&](Memory::Mode mode) {
    return code_of([&] { static_cast<void>(Memory::open(path.get(), mode)); });
  };
  SECTION("a missing file") {
    CHECK(open(Memory::Mode::ReadWrite) == Errc::Io);
    CHECK(open(Memory::Mode::ReadOnly) == Errc::Io);
    CHECK_FALSE(std::filesystem::exists(path.get()));
  }
  SECTION("a directory") {
    std::filesystem::create_directory(path.get());
    CHECK(open(Memory::Mode::Create) == Errc::Io);
  }
  SECTION("a file that is something else") {
    std::ofstream(path.get()) << "Esto es un informe, no una memoria de traducción.\n";
    CHECK(open(Memory::Mode::Create) == Errc::Storage);
    CHECK(open(Memory::Mode::ReadOnly) == Errc::Storage);
  }
  SECTION("a memory cut short") {
    { Memory::open(path.get(), Memory::Mode::Create).add(std::vector{full_unit()}); }
    std::filesystem::resize_file(path.get(), 6000);
    CHECK(open(Memory::Mode::ReadOnly) == Errc::Storage);
  }
}

TEST_CASE("a memory opened for reading only is not written to", "[memory]") {
  const TemporaryPath path;
  static_cast<void>(Memory::open(path.get(), Memory::Mode::Create));
  Memory memory = Memory::open(path.get(), Memory::Mode::ReadOnly);
  CHECK(code_of([&] { memory.add(std::vector{full_unit()}); }) == Errc::InvalidArgument);
}

TEST_CASE("threads look things up while one writes", "[memory]") {
  Memory memory = Memory::in_memory();
  memory.add(std::vector{unit("Agua limpia y saneamiento", "Clean water and sanitation")});
  std::vector<std::thread> readers;
  std::atomic<int> found = 0;
  for (int t = 0; t < 4; ++t) {
    readers.emplace_back([&] {
      for (int i = 0; i < 50; ++i) {
        if (!memory.lookup("Agua limpia y saneamiento", kSpanishEnglish).empty()) ++found;
      }
    });
  }
  for (int i = 0; i < 20; ++i) memory.add(std::vector{unit("texto " + std::to_string(i), "text")});
  for (std::thread& t : readers) t.join();
  CHECK(found == 200);
}

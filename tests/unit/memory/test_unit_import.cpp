/// Imports: what is counted, and how they go on after an interrupt.
#include <numeric>

#include <catch2/catch.hpp>

#include <trujaman/unit_import.hpp>

#include "units.hpp"

using namespace trujaman;
using test::unit;

namespace {

std::vector<TranslationUnit> articles(std::size_t count) {
  std::vector<TranslationUnit> out;
  for (std::size_t i = 1; i <= count; ++i) {
    out.push_back(unit("Artículo " + std::to_string(i), "Article " + std::to_string(i)));
  }
  return out;
}

std::vector<TranslationUnit> units_of(const Memory& memory) {
  std::vector<TranslationUnit> out;
  memory.for_each([&](std::int64_t, const TranslationUnit& u) {
    out.push_back(u);
    return true;
  });
  return out;
}

const ImportOptions kInTens{.batch = 10, .name = "leyes.tmx", .version = "1 de mayo"};

void add_all(UnitImport& import, std::span<const TranslationUnit> units) {
  for (const TranslationUnit& u : units) import.add(u);
}

}  // namespace

TEST_CASE("every unit that was read is accounted for", "[import]") {
  Memory memory = Memory::in_memory();
  memory.add(std::vector{unit("Artículo 1", "Article 1"), unit("Artículo 2", "Section 2")});
  UnitImport import(memory, {.on_conflict = OnConflict::Keep});
  add_all(import, articles(4));
  import.add(unit("Artículo 9", ""));
  import.note({Severity::Warning, "<prop> without a type", {}});
  import.note({Severity::Defect, "<tuv> without xml:lang; unit skipped", {}});
  import.note({Severity::Note, "has no translation; unit skipped", {}});
  import.note({Severity::Note, "has no translation; unit skipped", {}});
  const ImportSummary summary = import.finish();
  CHECK(summary.read == 8);
  CHECK(summary.added == 2);
  CHECK(summary.merged == 1);
  CHECK(summary.replaced == 0);
  CHECK(summary.skipped == 5);
  REQUIRE(summary.reasons.size() == 4);
  CHECK(summary.reasons[0] == std::pair<std::string, std::size_t>("has no translation", 2));
  std::size_t explained = 0;
  for (const auto& [reason, count] : summary.reasons) explained += count;
  CHECK(explained == summary.skipped);
}

TEST_CASE("reasons of a thousand kinds are not all told apart", "[import]") {
  Memory memory = Memory::in_memory();
  UnitImport import(memory, {});
  for (int i = 0; i < 1000; ++i) {
    import.note({Severity::Defect, "no. " + std::to_string(i) + "; unit skipped", {}});
  }
  const ImportSummary summary = import.finish();
  CHECK(summary.skipped == 1000);
  CHECK(summary.reasons.size() < 100);
  CHECK(summary.reasons[0].first == "other reasons");
}

TEST_CASE("an import that is given up leaves no trace", "[import]") {
  Memory memory = Memory::in_memory();
  {
    UnitImport import(memory, {});
    add_all(import, articles(25));
    CHECK(import.committed() == 0);
  }
  CHECK(units_of(memory).empty());
}

TEST_CASE("an import in batches goes on where it was", "[import]") {
  const std::vector<TranslationUnit> all = articles(37);
  Memory memory = Memory::in_memory();
  {
    UnitImport import(memory, kInTens);
    add_all(import, std::span(all).first(25));
    CHECK(import.committed() == 20);
  }
  CHECK(units_of(memory).size() == 20);
  UnitImport import(memory, kInTens);
  add_all(import, all);
  const ImportSummary summary = import.finish();
  CHECK(summary.resumed == 20);
  CHECK(summary.read == 37);
  CHECK(summary.added == 37);  // as if nothing had happened
  CHECK(summary.merged == 0);
  CHECK(units_of(memory) == all);
}

TEST_CASE("what has changed is imported from its beginning", "[import]") {
  const std::vector<TranslationUnit> all = articles(37);
  Memory memory = Memory::in_memory();
  {
    UnitImport import(memory, kInTens);
    add_all(import, std::span(all).first(25));
  }
  ImportOptions options = kInTens;
  SECTION("another file") {
    options.name = "decretos.tmx";
  }
  SECTION("another version") {
    options.version = "2 de mayo";
  }
  SECTION("another policy") {
    options.on_conflict = OnConflict::Keep;
  }
  SECTION("no name") {
    options.name.clear();
  }
  UnitImport import(memory, options);
  add_all(import, all);
  const ImportSummary summary = import.finish();
  CHECK(summary.resumed == 0);
  CHECK(summary.merged == 20);
  CHECK(units_of(memory) == all);
}

TEST_CASE("a finished import leaves no note behind", "[import]") {
  Memory memory = Memory::in_memory();
  for (int round = 0; round < 2; ++round) {
    UnitImport import(memory, kInTens);
    add_all(import, articles(25));
    CHECK(import.finish().resumed == 0);
  }
  CHECK(!memory.bookmark("import leyes.tmx"));
}

TEST_CASE("a note that makes no sense does not count", "[import]") {
  Memory memory = Memory::in_memory();
  for (const char* note :
       {"1 de mayo 0", "1 de mayo 0 20 1 2 3 4", "1 de mayo 0 20 1 2 3 4 5 6",
        "1 de mayo 0 veinte 1 2 3 4 5", "1 de mayo 0 99999999999999999999 1 2 3 4 5"}) {
    {
      MemoryWriter writer = memory.write();
      writer.set_bookmark("import leyes.tmx", note);
      writer.commit();
    }
    UnitImport import(memory, kInTens);
    import.add(unit("Artículo 1", "Article 1"));
    CHECK(import.finish().resumed == 0);
  }
}

TEST_CASE("bookmarks are written with the transaction", "[import]") {
  Memory memory = Memory::in_memory();
  CHECK(!memory.bookmark("lugar"));
  {
    MemoryWriter writer = memory.write();
    writer.set_bookmark("lugar", "página 3");
  }
  CHECK(!memory.bookmark("lugar"));
  for (const char* text : {"página 3", "página 4"}) {
    MemoryWriter writer = memory.write();
    writer.set_bookmark("lugar", text);
    writer.commit();
    CHECK(memory.bookmark("lugar") == text);  // others see it
  }
  MemoryWriter writer = memory.write();
  writer.set_bookmark("lugar", "");
  writer.set_bookmark("otro", "");
  writer.commit();
  CHECK(!memory.bookmark("lugar"));
}

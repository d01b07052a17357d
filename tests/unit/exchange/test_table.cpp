#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <trujaman/exchange.hpp>

using namespace trujaman;

namespace {

struct Table {
  std::vector<TranslationUnit> units;
  std::vector<Diagnostic> diagnostics;
  ReadSummary summary;
};

Table read(const std::string& text, TableFormat format) {
  Table table;
  std::istringstream in(text);
  table.summary = read_table(
      in, "memoria.tsv", format, [&](TranslationUnit&& u) { table.units.push_back(std::move(u)); },
      [&](const Diagnostic& d) { table.diagnostics.push_back(d); });
  return table;
}

TranslationUnit unit(const std::vector<std::pair<std::string, std::string>>& texts) {
  TranslationUnit u;
  u.source_language = LanguageTag(texts.at(0).first);
  for (const auto& [language, text] : texts) {
    Variant& v = u.variants.emplace_back();
    v.language = LanguageTag(language);
    v.text = text;
  }
  return u;
}

std::string write(const std::vector<TranslationUnit>& units, TableFormat format,
                  const std::vector<std::string>& languages) {
  std::ostringstream out;
  std::vector<LanguageTag> tags;
  for (const std::string& l : languages) tags.emplace_back(l);
  TableWriter writer(out, format, tags);
  for (const TranslationUnit& u : units) writer.write(u);
  writer.finish();
  return out.str();
}

std::string malformed(const std::string& text, TableFormat format = TableFormat::Tsv) {
  try {
    (void)read(text, format);
  } catch (const Error& e) {
    CHECK(e.code() == Errc::Malformed);
    return to_string(e.where()) + ": " + e.what();
  }
  FAIL("no error");
  return {};
}

}  // namespace

TEST_CASE("a TSV row is a unit, a column a language, an empty field a missing variant", "[table]") {
  const Table t = read("es\ten\tfr_CA\nSí\tYes\tOui\nNo\t\tNon\n", TableFormat::Tsv);
  REQUIRE(t.units.size() == 2);
  CHECK(t.diagnostics.empty());
  CHECK(t.units[0] == unit({{"es", "Sí"}, {"en", "Yes"}, {"fr-CA", "Oui"}}));
  CHECK(t.units[1] == unit({{"es", "No"}, {"fr-CA", "Non"}}));
}

TEST_CASE("TSV fields escape tab, line ends and backslash", "[table]") {
  const Table t = read("es\ten\na\\tb\\nc\\\\d\\re\tx\\y\\\n", TableFormat::Tsv);
  CHECK(t.units.at(0) == unit({{"es", "a\tb\nc\\d\re"}, {"en", "x\\y\\"}}));
}

TEST_CASE("a byte order mark, CRLF, blank lines and a missing last line end are no matter",
          "[table]") {
  const Table t =
      read("\xEF\xBB\xBF es \ten\t\r\n\r\nuno\tone\r\n\t\t\r\ndos\ttwo", TableFormat::Tsv);
  CHECK(t.summary.read == 2);
  CHECK(t.units.at(1) == unit({{"es", "dos"}, {"en", "two"}}));
}

TEST_CASE("a table in UTF-16, as spreadsheets save Unicode text, is read", "[table]") {
  std::string wide = "\xFF\xFE";
  for (const char c : std::string("es\ten\nuno\tone\n")) wide.append(1, c).append(1, '\0');
  CHECK(read(wide, TableFormat::Tsv).units.at(0) == unit({{"es", "uno"}, {"en", "one"}}));
}

TEST_CASE("CSV fields may be quoted, with separators, quotes and line ends inside", "[table]") {
  const Table t = read("es,en\r\n\"a,b\",\"di \"\"sí\"\"\"\r\n\"uno\r\ndos\",one\r\nx \"y\",z\r\n",
                       TableFormat::Csv);
  REQUIRE(t.units.size() == 3);
  CHECK(t.units[0] == unit({{"es", "a,b"}, {"en", "di \"sí\""}}));
  CHECK(t.units[1] == unit({{"es", "uno\r\ndos"}, {"en", "one"}}));
  CHECK(t.units[2] == unit({{"es", "x \"y\""}, {"en", "z"}}));
}

TEST_CASE("semicolons part CSV fields where the header has them and no comma", "[table]") {
  const Table t = read("es;fr\n7,6 %;7,6 %\n", TableFormat::Csv);
  CHECK(t.units.at(0) == unit({{"es", "7,6 %"}, {"fr", "7,6 %"}}));
}

TEST_CASE("a bad row is named by its line and the others are read", "[table]") {
  const Table tsv = read("es\ten\nsolo\t\na\tb\tc\nm\xE1s\tmore\nuno\tone\n", TableFormat::Tsv);
  CHECK(tsv.summary.read == 4);
  CHECK(tsv.summary.passed == 1);
  REQUIRE(tsv.diagnostics.size() == 3);
  CHECK(to_string(tsv.diagnostics[0].where) == "memoria.tsv:2");
  CHECK(tsv.diagnostics[0].message == "has text in fewer than two languages; row skipped");
  CHECK(tsv.diagnostics[1].message == "has more fields than the header has columns; row skipped");
  CHECK(tsv.diagnostics[2].message == "has bytes that are not UTF-8; row skipped");

  const Table csv = read("es,en\n\"a\"b,c\n\"d,e\nuno,one\ndos,two\n", TableFormat::Csv);
  CHECK(csv.summary.passed == 2);
  REQUIRE(csv.diagnostics.size() == 2);
  CHECK(csv.diagnostics[0].where.line == 2);
  CHECK(csv.diagnostics[0].message == "text stands behind a closing quote; row skipped");
  CHECK(csv.diagnostics[1].where.line == 3);
  CHECK(csv.diagnostics[1].message == "a quote is opened and never closed; row skipped");
  CHECK(csv.units.at(1) == unit({{"es", "dos"}, {"en", "two"}}));
}

TEST_CASE("text of a table comes in NFC", "[table]") {
  const Table t = read("es\ten\nacio\xCC\x81n\tx\n", TableFormat::Tsv);
  CHECK(t.units.at(0).variants.at(0).text == "ación");
}

TEST_CASE("a header that does not name languages is an error", "[table]") {
  CHECK_THAT(malformed(""), Catch::Contains("is empty"));
  CHECK_THAT(malformed("hola\tmundo\n"), Catch::Contains("column \"hola\" is no language tag"));
  CHECK_THAT(malformed("\nes\ten\tes\n"), Catch::StartsWith("memoria.tsv:2"));
  CHECK_THAT(malformed("es\nuno\n"), Catch::Contains("has one column"));
}

TEST_CASE("what is written is read back the same", "[table]") {
  const std::vector<TranslationUnit> units = {
      unit({{"es", " con\tespacios\r\n y \\n "}, {"en", "a;b,\"c\"\""}}),
      unit({{"es", "\"\""}, {"en", "a\r"}, {"fr", "\\"}}),
      unit({{"es", "=1+1"}, {"en", "+34"}, {"fr", "@ici"}}),
      unit({{"en", "-5"}, {"fr", "\n"}, {"es", "x"}})};
  for (const TableFormat format : {TableFormat::Tsv, TableFormat::Csv}) {
    const Table t = read(write(units, format, {"es", "en", "fr"}), format);
    REQUIRE(t.units.size() == units.size());
    for (std::size_t i = 0; i < units.size(); ++i) {
      for (const Variant& v : units[i].variants) {
        const Variant* read_back = t.units[i].find(v.language);
        if (v.text == "\n") {
          CHECK(read_back == nullptr);  // a blank field is an empty one
        } else {
          CHECK(read_back->text == v.text);
        }
      }
    }
  }
  CHECK(write({units[2]}, TableFormat::Csv, {"es", "en"}) == "es,en\r\n=1+1,+34\r\n");
}

TEST_CASE("a column takes the variant of its language, or else of one of its regions", "[table]") {
  const auto u = unit({{"es-MX", "computadora"}, {"es", "ordenador"}, {"en-GB", "computer"}});
  CHECK(write({u}, TableFormat::Tsv, {"es", "en"}) == "es\ten\nordenador\tcomputer\n");
  CHECK(write({u}, TableFormat::Tsv, {"es-MX", "en"}) == "es-MX\ten\ncomputadora\tcomputer\n");
  const auto regions = unit({{"es-MX", "computadora"}, {"en", "computer"}});
  CHECK(write({regions}, TableFormat::Tsv, {"es", "es-MX", "en"}) ==
        "es\tes-MX\ten\n\tcomputadora\tcomputer\n");
}

TEST_CASE("units without text in two of the columns are left out of a table", "[table]") {
  CHECK(write({unit({{"es", "sí"}, {"fr", "oui"}})}, TableFormat::Tsv, {"es", "en"}) == "es\ten\n");
}

TEST_CASE("a sink that asks for it is told the line of each row, and given incomplete ones",
          "[exchange]") {
  std::istringstream in("es\ten\nuno\tone\n\ndos\t\n");
  std::vector<std::pair<std::size_t, std::size_t>> rows;  // line, variants
  read_table(in, "a.tsv", TableFormat::Tsv, [&](TranslationUnit&& unit, const Location& where) {
    rows.emplace_back(where.line, unit.variants.size());
  });
  CHECK(rows == std::vector<std::pair<std::size_t, std::size_t>>{{2, 2}, {4, 1}});
}

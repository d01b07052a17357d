#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <trujaman/po.hpp>

using namespace trujaman;

namespace {

constexpr const char* header =
    "msgid \"\"\n"
    "msgstr \"\"\n"
    "\"Language: es_MX\\n\"\n"
    "\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
    "\n";

struct Read {
  std::vector<TranslationUnit> units;
  std::vector<std::size_t> lines;
  std::vector<Diagnostic> diagnostics;
  ReadSummary summary;
};

Read read(const std::string& po) {
  Read out;
  std::istringstream in(po);
  out.summary = read_po(
      in, "es.po", {LanguageTag("en"), LanguageTag("es")},
      [&](TranslationUnit&& unit, const Location& where) {
        out.units.push_back(std::move(unit));
        out.lines.push_back(where.line);
      },
      [&](const Diagnostic& d) { out.diagnostics.push_back(d); });
  return out;
}

std::string text(const Read& read, std::size_t unit, std::size_t variant) {
  return read.units.at(unit).variants.at(variant).text;
}

}  // namespace

TEST_CASE("an entry of a po file is a unit, with the line of its msgid", "[po]") {
  const Read po =
      read(std::string(header) +
           "# a note\n#: main.c:12\n#, c-format\nmsgid \"Irrigation\"\n"
           "msgstr \"Riego\"\n\n"
           "msgctxt \"menu\"\nmsgid \"\"\n\"Save \"\n\"as…\"\nmsgstr \"Guardar como…\"\n");
  REQUIRE(po.units.size() == 2);
  CHECK(text(po, 0, 0) == "Irrigation");
  CHECK(text(po, 0, 1) == "Riego");
  CHECK(po.units[0].variants[0].language.str() == "en");
  CHECK(po.units[0].variants[1].language.str() == "es-MX");
  CHECK(text(po, 1, 0) == "Save as…");
  CHECK(po.lines == std::vector<std::size_t>{9, 13});
}

TEST_CASE("a plural is a unit of its own", "[po]") {
  const Read po = read(
      "msgid \"one file\"\nmsgid_plural \"%d files\"\n"
      "msgstr[0] \"un archivo\"\nmsgstr[1] \"%d archivos\"\n");
  REQUIRE(po.units.size() == 2);
  CHECK(text(po, 0, 1) == "un archivo");
  CHECK(text(po, 1, 0) == "%d files");
  CHECK(text(po, 1, 1) == "%d archivos");
}

TEST_CASE("escapes of a po file", "[po]") {
  const Read po = read("msgid \"a\\n\\\"b\\\"\\t\\\\\"\nmsgstr \"\"\n");
  CHECK(text(po, 0, 0) == "a\n\"b\"\t\\");
  CHECK(text(po, 0, 1).empty());
}

TEST_CASE("fuzzy and obsolete entries are no units", "[po]") {
  const Read po = read(
      "#, fuzzy\nmsgid \"a\"\nmsgstr \"b\"\n\n#~ msgid \"c\"\n#~ msgstr \"d\"\n\n"
      "msgid \"e\"\nmsgstr \"f\"\nmsgid \"g\"\nmsgstr \"h\"\n");
  REQUIRE(po.units.size() == 2);
  CHECK(text(po, 0, 0) == "e");
  CHECK(text(po, 1, 0) == "g");
  CHECK(po.summary.read == 3);
}

TEST_CASE("what is wrong with an entry of a po file costs that entry", "[po]") {
  const Read po = read("msgid \"a\nmsgstr \"b\"\n\nmsgid \"c\"\nmsgstr \"d\"\n");
  REQUIRE(po.units.size() == 1);
  CHECK(text(po, 0, 0) == "c");
  REQUIRE(po.diagnostics.size() == 1);
  CHECK(to_string(po.diagnostics[0].where) == "es.po:1");
  CHECK(read("msgid \"a\"\nmsgstr \"\xE9\"\n\n# \xE9\nmsgid \"c\"\nmsgstr \"d\"\n").units.size() ==
        1);
}

TEST_CASE("a po file is read in the encoding that its header declares", "[po]") {
  const auto with = [](const std::string& charset, const std::string& text) {
    return read(
        "# Señales\nmsgid \"\"\nmsgstr \"\"\n\"Language: es\\n\"\n"
        "\"Content-Type: text/plain; charset=" +
        charset + "\\n\"\n\nmsgid \"year\"\nmsgstr \"" + text + "\"\n");
  };
  CHECK(text(with("ISO-8859-1", "a\xF1o"), 0, 1) == "año");
  CHECK(text(with("windows-1252",
                  "\x93"
                  "a\xF1o\x94"),
             0, 1) == "“año”");
  CHECK(text(with("KOI8-R", "\xC7\xCF\xC4"), 0, 1) == "год");
  CHECK(text(with("UTF-8", "año"), 0, 1) == "año");
  CHECK(text(with("CHARSET", "año"), 0, 1) == "año");
  CHECK(text(read("\xEF\xBB\xBFmsgid \"year\"\nmsgstr \"año\"\n"), 0, 1) == "año");
  CHECK_THROWS_WITH(with("KLINGON", "a"), Catch::Contains("KLINGON"));
}

TEST_CASE("comments of a po file are notes, its context a property", "[po]") {
  const Read po = read(
      "# Como en el menú.\n#. Label of a button\n#: main.c:12\n#, c-format\n"
      "msgctxt \"toolbar\"\nmsgid \"Save\"\nmsgstr \"Guardar\"\n"
      "#  \nmsgid \"Open\"\nmsgstr \"Abrir\"\n");
  REQUIRE(po.units.size() == 2);
  CHECK(po.units[0].notes == std::vector<std::string>{"Como en el menú.", "Label of a button"});
  CHECK(po.units[0].properties == std::vector<Property>{{"x-context", "toolbar"},
                                                        {"x-note-2-from", "developer"},
                                                        {"x-po-flags", "c-format"}});
  CHECK(po.units[1].notes.empty());
  CHECK(po.units[1].properties.empty());
}

TEST_CASE("what is no longer used in a po file is passed over, in all its lines", "[po]") {
  const Read po = read(
      "msgid \"a\"\nmsgstr \"b\"\n#~ msgctxt \"x\"\n#~ msgid \"\"\n#~ \"c \"\n"
      "#~ \"d\"\n#~ msgstr \"e\"\n\n#, fuzzy\n#| msgid \"old\"\nmsgid \"f\"\n"
      "msgid_plural \"g\"\nmsgstr[0] \"h\"\nmsgstr[1] \"i\"\n");
  CHECK(po.units.size() == 1);
  CHECK(po.summary.read == 2);
}

TEST_CASE("what is not a po file is an error that says so", "[po]") {
  CHECK_THROWS_WITH(read("Hola.\n"), Catch::Contains("is not a po file"));
}

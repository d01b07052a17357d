#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <trujaman/po.hpp>

using namespace trujaman;

namespace {

const LanguagePair kEnglishSpanish{LanguageTag("en"), LanguageTag("es")};

TranslationUnit unit(const std::string& source, const std::string& target) {
  TranslationUnit out;
  out.source_language = LanguageTag("en");
  out.variants.resize(2);
  out.variants[0].language = LanguageTag("en");
  out.variants[0].text = source;
  out.variants[1].language = LanguageTag("es");
  out.variants[1].text = target;
  return out;
}

/// What is written of @p units, behind the header.
std::string write(const std::vector<TranslationUnit>& units) {
  std::ostringstream out;
  PoWriter writer(out, {.languages = kEnglishSpanish});
  for (const TranslationUnit& u : units) writer.write(u);
  writer.finish();
  return out.str().substr(out.str().find("\n\n") + 2);
}

struct Whole {
  std::vector<TranslationUnit> units;
  PoHeader header;
};

Whole read_whole(const std::string& po) {
  Whole out;
  std::istringstream in(po);
  (void)read_po(
      in, "es.po", kEnglishSpanish,
      [&](TranslationUnit&& u, const Location&) { out.units.push_back(std::move(u)); }, {},
      {.whole = true}, &out.header);
  return out;
}

std::string write_whole(const Whole& whole) {
  std::ostringstream out;
  PoHeader header = whole.header;
  header.languages.source = LanguageTag("en");
  PoWriter writer(out, header);
  for (const TranslationUnit& u : whole.units) CHECK(writer.write(u));
  writer.finish();
  return out.str();
}

}  // namespace

TEST_CASE("a po file that is read whole is written as it was", "[po]") {
  // As msgcat writes it: a plural of three forms, all kinds of comments, escapes.
  const std::string po =
      "# Traducción\n"
      "msgid \"\"\n"
      "msgstr \"\"\n"
      "\"Project-Id-Version: riego\\n\"\n"
      "\"PO-Revision-Date: 2024-01-01 10:00+0100\\n\"\n"
      "\"Last-Translator: \\n\"\n"
      "\"Language-Team: \\n\"\n"
      "\"Language: pl\\n\"\n"
      "\"MIME-Version: 1.0\\n\"\n"
      "\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
      "\"Content-Transfer-Encoding: 8bit\\n\"\n"
      "\"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n<5 ? 1 : 2);\\n\"\n"
      "\"X-Generator: Lokalize\\n\"\n"
      "\n"
      "# Uno\n# dos\n#. Developers' remark\n#: a.c:1\n#: b.c:2 c.c:3\n#, fuzzy, c-format\n"
      "#| msgctxt \"x\"\n#| msgid \"%d old\"\n"
      "msgctxt \"menu\"\n"
      "msgid \"%d file\"\n"
      "msgid_plural \"%d files\"\n"
      "msgstr[0] \"%d plik\"\n"
      "msgstr[1] \"%d pliki\"\n"
      "msgstr[2] \"%d plików\"\n"
      "\n"
      "msgid \"tab\\tquote\\\"bell\\a\\001\\\\n\"\n"
      "msgstr \"\"\n";
  const Whole whole = read_whole(po);
  REQUIRE(whole.units.size() == 3);
  CHECK(whole.units[0].variants[1].properties ==
        std::vector<Property>{{"x-state", "needs-review-translation"}});
  CHECK(whole.units[1].variants[1].properties.at(1) == Property{"x-po-form", "%d pliki"});
  CHECK(whole.units[2].variants[0].text == "tab\tquote\"bell\a\001\\n");
  CHECK(write_whole(whole) == po);
}

TEST_CASE("a header has what gettext asks for, in UTF-8", "[po]") {
  std::ostringstream out;
  PoHeader header{.languages = {LanguageTag("es"), LanguageTag("fr-CA")}};
  header.fields = {{"Content-Type", "text/plain; charset=ISO-8859-1"}, {"X-Own", "sí"}};
  PoWriter(out, header).finish();
  for (const char* field :
       {"Project-Id-Version: \\n", "PO-Revision-Date: \\n", "Language: fr_CA\\n",
        "Content-Type: text/plain; charset=UTF-8\\n", "Content-Transfer-Encoding: 8bit\\n",
        "Plural-Forms: nplurals=2; plural=(n > 1);\\n", "X-Own: sí\\n",
        "X-Source-Language: es\\n"}) {
    CHECK_THAT(out.str(), Catch::Contains(field));
  }
}

TEST_CASE("a text stands in a po file once a context", "[po]") {
  std::ostringstream out;
  PoWriter writer(out, {.languages = kEnglishSpanish});
  TranslationUnit menu = unit("Open", "Abrir");
  menu.properties = {{"x-context", "menu"}};
  CHECK(writer.write(unit("Open", "Abierto")));
  CHECK_FALSE(writer.write(unit("Open", "Abierta")));
  CHECK(writer.write(menu));
  CHECK_FALSE(writer.write(menu));
  CHECK_FALSE(writer.write(unit("", "Nada")));
}

TEST_CASE("doubtful translations are fuzzy, missing ones empty", "[po]") {
  TranslationUnit doubtful = unit("Room", "Sala");
  doubtful.confidence = 0.6;
  TranslationUnit missing = unit("Well", "");
  missing.variants.pop_back();
  TranslationUnit fresh = unit("Field", "Field");
  fresh.variants[1].properties = {{"x-state", "new"}};
  CHECK(write({doubtful, missing, fresh}) ==
        "#, fuzzy\nmsgid \"Room\"\nmsgstr \"Sala\"\n\nmsgid \"Well\"\nmsgstr \"\"\n\n"
        "#, fuzzy\nmsgid \"Field\"\nmsgstr \"Field\"\n");
}

TEST_CASE("a singular whose plural went away has its forms, empty", "[po]") {
  TranslationUnit one = unit("%d file", "%d archivo");
  one.properties = {{"x-po-plural", "%d files"}};
  CHECK(write({one, unit("Open", "Abrir")}) ==
        "msgid \"%d file\"\nmsgid_plural \"%d files\"\nmsgstr[0] \"%d archivo\"\nmsgstr[1] \"\"\n\n"
        "msgid \"Open\"\nmsgstr \"Abrir\"\n");
}

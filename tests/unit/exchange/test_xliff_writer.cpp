#include <chrono>
#include <sstream>
#include <string>

#include <catch2/catch.hpp>

#include <trujaman/exchange.hpp>

using namespace trujaman;

namespace {

const LanguagePair kSpanishEnglish{LanguageTag("es"), LanguageTag("en")};

TranslationUnit unit(const std::string& source, const std::string& target) {
  TranslationUnit out;
  out.source_language = LanguageTag("es");
  out.variants.resize(2);
  out.variants[0].language = LanguageTag("es");
  out.variants[0].text = source;
  out.variants[1].language = LanguageTag("en");
  out.variants[1].text = target;
  return out;
}

InlineCode code(std::size_t position, CodeKind kind, int pair, const std::string& native,
                const std::string& type = "", const std::string& id = "") {
  InlineCode out;
  out.position = position;
  out.kind = kind;
  out.pair = pair;
  out.native = native;
  out.type = type;
  out.id = id;
  return out;
}

std::string write(const TranslationUnit& unit, XliffVersion version) {
  std::ostringstream out;
  XliffWriter writer(out, {.languages = kSpanishEnglish, .version = version});
  writer.write(unit);
  writer.finish();
  return out.str();
}

TranslationUnit read_back(const std::string& xliff) {
  std::istringstream in(xliff);
  std::vector<TranslationUnit> units;
  const UnitSink sink = [&](TranslationUnit&& u) { units.push_back(std::move(u)); };
  (void)read_xliff(in, "informe.xlf", sink);
  REQUIRE(units.size() == 1);
  return units.front();
}

constexpr XliffVersion kVersions[] = {XliffVersion::V1_2, XliffVersion::V2_0};

}  // namespace

TEST_CASE("what is written as XLIFF is read back: text, notes, codes and what they were",
          "[exchange]") {
  TranslationUnit before = unit("El «agua» & la <tierra>.", "“Water” & <land>.");
  before.notes = {"Título del capítulo 3", "Ojo: sin artículo"};
  before.variants[0].codes = {code(3, CodeKind::Bpt, 1, "<b>", "bold", "7"),
                              code(11, CodeKind::Ept, 1, "</b>", "bold", "7"),
                              code(14, CodeKind::Ph, 0, "<br/>", "", "8")};
  before.variants[1].codes = {code(0, CodeKind::Bpt, 1, "<b>", "bold", "7"),
                              code(11, CodeKind::Ept, 1, "</b>", "bold", "7"),
                              code(14, CodeKind::Ph, 0, "<br/>", "", "8")};
  for (const XliffVersion version : kVersions) {
    const TranslationUnit after = read_back(write(before, version));
    CHECK(after.notes == before.notes);
    for (std::size_t k = 0; k < 2; ++k) {
      CHECK(after.variants[k].text == before.variants[k].text);
      CHECK(after.variants[k].language == before.variants[k].language);
      CHECK(after.variants[k].codes == before.variants[k].codes);
    }
  }
}

TEST_CASE("what stands for a code in plain text, and on a screen, goes from one XLIFF to the other",
          "[exchange]") {
  const TranslationUnit before = read_back(
      "<xliff version='2.0' srcLang='es' trgLang='en' "
      "xmlns='urn:oasis:names:tc:xliff:document:2.0'><file id='f'><unit id='u'><segment>"
      "<source><ph id='1' equiv='{count}' disp='7'/> países<pc id='2' equivStart='['"
      " equivEnd=']'>sin mar</pc></source>"
      "<target><ph id='1' equiv='{count}' disp='7'/> landlocked countries</target>"
      "</segment></unit></file></xliff>");
  const std::string first = write(before, XliffVersion::V1_2);
  CHECK(first.find("<ph id=\"1\" equiv-text=\"{count}\">") != first.npos);
  CHECK(first.find("equiv-text=\"[\">") != first.npos);
  CHECK(first.find("equiv-text=\"]\">") != first.npos);
  const std::string second = write(read_back(first), XliffVersion::V2_0);
  CHECK(second.find("<ph id=\"1\" equiv=\"{count}\"/>") != second.npos);
  CHECK(write(before, XliffVersion::V2_0).find("equiv=\"{count}\" disp=\"7\"") != second.npos);
}

TEST_CASE("everything that a unit holds comes back in both versions of XLIFF", "[exchange]") {
  TranslationUnit before = unit("El agua \x01 corre.", "Water runs.");
  before.id = "menú <1>";
  before.confidence = 0.8125;
  before.occurrences = {{"informe.docx", 12}, {"otro informe.docx", 3}};
  before.history.created = std::chrono::sys_seconds(std::chrono::seconds(1'700'000'000));
  before.history.creator = "Ana";
  before.history.usage_count = 4;
  before.notes = {"Sin artículo", "Ojo\n2"};
  before.properties = {{"x-note-1-priority", "2"}, {"x-approved", "yes"},
                       {"x-area", "campo"},        {"cliente & país", "OIM\t<a>"},
                       {"x-property:a b", ""},     {"sourcefile", "a.c"},
                       {"x-area", "agua"}};
  before.attributes = {{"datatype", "xml"}, {"o-tmf", "TW4Win"}};
  before.variants[0].notes = {"De la fuente"};
  before.variants[0].properties = {{"x-note-1-category", "estilo"}, {"x-b", "c"}};
  before.variants[1].history.changer = "Luis";
  before.variants[1].attributes = {{"o-encoding", "latin1"}};
  before.variants[1].properties = {{"x-state", "final"}, {"x-state-qualifier", "exact-match"}};
  before.variants[0].codes = {code(3, CodeKind::Ph, 0, "<br/>", "salto", "8")};
  for (const XliffVersion version : kVersions) {
    if (version == XliffVersion::V1_2) before.variants[0].text = "El agua corre.";
    std::istringstream in(write(before, version));
    std::vector<TranslationUnit> after;
    const LocatedUnitSink sink = [&](TranslationUnit&& u, const Location&) { after.push_back(u); };
    (void)read_xliff(in, "informe.xlf", sink);
    REQUIRE(after.size() == 1);
    CHECK(after[0].id == before.id);
    CHECK(after[0].confidence == before.confidence);
    CHECK(after[0].occurrences == before.occurrences);
    CHECK(after[0].history == before.history);
    CHECK(after[0].notes == before.notes);
    CHECK(after[0].properties == before.properties);
    CHECK(after[0].attributes == before.attributes);
    CHECK(after[0].variants[0] == before.variants[0]);
    CHECK(after[0].variants[1] == before.variants[1]);
    before.variants[0].text = "El agua \x01 corre.";
  }
}

TEST_CASE("pairs that overlap and halves that stand alone survive", "[exchange]") {
  TranslationUnit before = unit("uno dos tres", "one two three");
  before.variants[0].codes = {code(0, CodeKind::Bpt, 1, "[i]", "italic", "a"),
                              code(4, CodeKind::Bpt, 2, "[b]", "bold", "b"),
                              code(7, CodeKind::Ept, 1, "[/i]", "italic", "a"),
                              code(12, CodeKind::Ept, 2, "[/b]", "bold", "b")};
  before.variants[1].codes = {code(3, CodeKind::It, 0, "[u]", "underlined", "c")};
  before.variants[1].codes[0].attributes = "pos=end";
  for (const XliffVersion version : kVersions) {
    const TranslationUnit after = read_back(write(before, version));
    CHECK(after.variants[0].codes == before.variants[0].codes);
    // 2.0 has no type at an end without its beginning.
    CHECK(after.variants[1].codes[0].attributes == "pos=end");
    CHECK(after.variants[1].codes[0].native == "[u]");
  }
}

TEST_CASE("an aligner's doubt is the target's state, unless it came with one", "[exchange]") {
  TranslationUnit doubtful = unit("Sala 3", "Room 3");
  doubtful.confidence = 0.6;
  CHECK(write(doubtful, XliffVersion::V1_2).find("state=\"needs-review-translation\"") !=
        std::string::npos);
  doubtful.variants[1].properties = {{"x-state", "final"}};
  CHECK(write(doubtful, XliffVersion::V1_2).find("state=\"final\"") != std::string::npos);
  CHECK(read_back(write(doubtful, XliffVersion::V2_0)).variants[1].properties ==
        doubtful.variants[1].properties);
}

TEST_CASE("a unit without the source language is left out of an XLIFF file", "[exchange]") {
  std::ostringstream out;
  XliffWriter writer(out, {.languages = {LanguageTag("fr"), LanguageTag("en")}});
  writer.write(unit("Sala 3", "Room 3"));
  writer.finish();
  CHECK(writer.written() == 0);
  CHECK(out.str().find("<trans-unit") == std::string::npos);
}

TEST_CASE("a unit without the target language is one that is not translated yet", "[exchange]") {
  for (const XliffVersion version : kVersions) {
    std::ostringstream out;
    XliffWriter writer(out,
                       {.languages = {LanguageTag("es"), LanguageTag("fr")}, .version = version});
    TranslationUnit room = unit("Sala 3", "Room 3");
    room.variants.pop_back();
    room.notes = {"Planta baja"};
    writer.write(room);
    writer.finish();
    CHECK(writer.written() == 1);
    CHECK(out.str().find("<target") == std::string::npos);
    CHECK((out.str().find("state=\"initial\"") != std::string::npos) ==
          (version == XliffVersion::V2_0));
    std::istringstream in(out.str());
    std::vector<TranslationUnit> units;
    (void)read_xliff(in, "a.xlf",
                     [&](TranslationUnit&& u, const Location&) { units.push_back(std::move(u)); });
    REQUIRE(units.size() == 1);
    CHECK(units[0].variants == room.variants);
    CHECK(units[0].notes == room.notes);
  }
}

TEST_CASE("ids of an XLIFF file are those of the units, as far as no two are one", "[exchange]") {
  for (const XliffVersion version : kVersions) {
    std::ostringstream out;
    XliffWriter writer(out, {.languages = kSpanishEnglish, .version = version});
    std::vector<TranslationUnit> units;
    for (const char* id : {"a.1", "a.1", "menú principal", "", "8"}) {
      units.push_back(unit("Sala", "Room"));
      units.back().id = id;
    }
    units.back().properties = {{"x-xliff-id", "n8"}, {"x-reference", "src/menu.c:12"}};
    for (const TranslationUnit& u : units) writer.write(u);
    writer.finish();
    std::vector<std::string> ids;
    std::istringstream in(out.str());
    (void)read_xliff(in, "a.xlf",
                     [&](TranslationUnit&& u, const Location&) { ids.push_back(u.id); });
    const std::string own = version == XliffVersion::V1_2 ? "4" : "u4";
    CHECK(ids == std::vector<std::string>{"a.1", "a.1", "menú principal", own, "8"});
    CHECK(out.str().find(" id=\"a.1\"") == out.str().rfind(" id=\"a.1\""));
    CHECK(out.str().find(" id=\"n8\"") != std::string::npos);
    CHECK((out.str().find("<context context-type=\"linenumber\">12<") != std::string::npos) ==
          (version == XliffVersion::V1_2));
  }
}

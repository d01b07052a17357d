#include <chrono>
#include <limits>
#include <string>

#include <catch2/catch.hpp>

#include "tmx.hpp"

using namespace trujaman;
using namespace std::chrono;
using test::read_tmx;
using test::write_tmx;

namespace {

Variant variant(const std::string& language, const std::string& text, InlineCodes codes = {}) {
  Variant v;
  v.language = LanguageTag(language);
  v.text = text;
  v.codes = std::move(codes);
  return v;
}

TranslationUnit unit(std::vector<Variant> variants) {
  TranslationUnit u;
  u.source_language = LanguageTag("es");
  u.variants = std::move(variants);
  return u;
}

/// The unit as it is after writing and reading.
TranslationUnit round_trip(const TranslationUnit& u) {
  return read_tmx(write_tmx({u})).units.at(0);
}

/// What stands in the first `<seg>` of the file with this variant.
std::string written_segment(const std::string& text, const InlineCodes& codes) {
  const std::string tmx = write_tmx({unit({variant("es", text, codes), variant("en", "x")})});
  CHECK_NOTHROW(read_tmx(tmx));
  const std::size_t begin = tmx.find("<seg>") + 5;
  return tmx.substr(begin, tmx.find("</seg>") - begin);
}

}  // namespace

TEST_CASE("a written file is TMX 1.4 with the header that the DTD requires", "[tmx]") {
  CHECK(write_tmx({unit({variant("es", "Sí & no"), variant("fr", "Oui")})}) ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<tmx version=\"1.4\">\n"
        "  <header creationtool=\"trujaman\" creationtoolversion=\"" TRUJAMAN_VERSION
        "\" segtype=\"sentence\" o-tmf=\"trujaman\" adminlang=\"en\" srclang=\"es\" "
        "datatype=\"plaintext\"/>\n"
        "  <body>\n"
        "    <tu>\n"
        "      <tuv xml:lang=\"es\">\n"
        "        <seg>Sí &amp; no</seg>\n"
        "      </tuv>\n"
        "      <tuv xml:lang=\"fr\">\n"
        "        <seg>Oui</seg>\n"
        "      </tuv>\n"
        "    </tu>\n"
        "  </body>\n"
        "</tmx>\n");
}

TEST_CASE("every field of a unit comes back as it was written", "[tmx]") {
  TranslationUnit u = unit({variant("es-419", " Dos  espacios\r\n\ty <marcas> & \"comillas\" "),
                            variant("en", "x"), variant("en", "y"), variant("fr", "")});
  u.id = "a \"b\"\n<c>";
  u.source_language = LanguageTag("es-419");
  u.occurrences = {{"informe.es.txt", 12}, {"otro & más.txt", 0}};
  u.confidence = 0.1 + 0.2;
  u.history.created = sys_days(1999y / 12 / 31) + 23h + 59min + 58s;
  u.history.changed = sys_days(2024y / 2 / 29);
  u.history.last_used = sys_days(2025y / 1 / 1);
  u.history.creator = "Ana Ñ";
  u.history.changer = "Zoë";
  u.history.usage_count = std::numeric_limits<std::uint64_t>::max();
  u.properties = {{"x-tema", "salud"}, {"x-tema", ""}, {"x-document", "de otra herramienta"}};
  u.attributes = {{"datatype", "html"}, {"segtype", "phrase"}, {"propio", "1\t2"}};
  u.notes = {"Nota.", "", "  Otra\nnota "};
  u.variants[1].history.changer = "Eve";
  u.variants[1].properties = {{"p", "q"}};
  u.variants[1].attributes = {{"o-tmf", "x"}, {"segtype", "block"}};
  u.variants[1].notes = {"note"};
  CHECK(round_trip(u) == u);
}

TEST_CASE("codes of every kind come back as they were written", "[tmx]") {
  const InlineCodes codes = {{0, CodeKind::Bpt, 7, "1", "bold", "<b>", "", false},
                             {3, CodeKind::Ept, 7, "1", "bold", "</b>", "", false},
                             {3, CodeKind::HiBegin, 1, "2", "term", "", "", false},
                             {3, CodeKind::Ph, 0, "3", "image",
                              "&lt;i alt=\"<sub>a<hi>b</hi></sub>\"&gt;", "assoc=p", true},
                             {4, CodeKind::HiEnd, 1, "2", "term", "", "", false},
                             {4, CodeKind::It, 0, "4", "italic", "</i>", "pos=end", false},
                             {4, CodeKind::Ut, 0, "5", "", "", "", false},
                             {4, CodeKind::Ph, 0, "", "", "a\r\nb", "assoc=a%20b%25", false}};
  const TranslationUnit u = unit({variant("es", "a¡b", codes), variant("en", "x")});
  CHECK(round_trip(u) == u);
}

TEST_CASE("the source language of a unit is written where it is not the header's", "[tmx]") {
  TranslationUnit other = unit({variant("en", "a"), variant("es", "b")});
  other.source_language = LanguageTag("en");
  TranslationUnit any = other;
  any.source_language = {};
  const std::string tmx = write_tmx({other, any});
  CHECK(tmx.find("<tu srclang=\"en\">") != std::string::npos);
  CHECK(tmx.find("<tu srclang=\"*all*\">") != std::string::npos);
  const auto read = read_tmx(tmx);
  CHECK(read.units.at(0) == other);
  CHECK(read.units.at(1) == any);
}

TEST_CASE("what XML cannot hold becomes U+FFFD", "[tmx]") {
  using namespace std::string_literals;
  CHECK(written_segment("a\x01"
                        "b\0c\xEF\xBF\xBE"
                        "d\xFF"
                        "e"s,
                        {}) == "a\uFFFDb\uFFFDc\uFFFDd\uFFFDe");
}

TEST_CASE("whatever the codes, elements are nested and codes stand between characters", "[tmx]") {
  CHECK(written_segment("ab", {{0, CodeKind::HiBegin, 1, "", "", "", "", false},
                               {1, CodeKind::HiBegin, 2, "", "", "", "", false},
                               {1, CodeKind::HiEnd, 1, "", "", "", "", false},
                               {2, CodeKind::HiEnd, 2, "", "", "", "", false}}) ==
        "<hi>a<hi></hi></hi>b");
  CHECK(written_segment("é", {{1, CodeKind::Ph, 0, "", "", "x", "", false},
                              {99, CodeKind::HiBegin, 3, "", "", "", "", false}}) ==
        "é<ph>x</ph><hi></hi>");
  CHECK(written_segment("a", {{0, CodeKind::Ph, 0, "", "", "<sub>no", "", true}}) ==
        "<ph>&lt;sub&gt;no</ph>a");
  CHECK(written_segment("a", {{0, CodeKind::Bpt, 0, "", "", "", "", false},
                              {1, CodeKind::Bpt, 1, "", "", "", "", false}}) ==
        "<bpt i=\"2\"></bpt>a<bpt i=\"1\"></bpt>");
}

TEST_CASE("props with our names that another tool means otherwise stay props", "[tmx]") {
  const std::string props =
      "<prop type='x-position'>3</prop><prop type='x-confidence'>85</prop>"
      "<prop type='x-document'>a</prop><prop type='x-position'>tres</prop>";
  const auto read =
      read_tmx(test::tmx_with("<tu>" + props + "<tuv xml:lang='es'><seg>a</seg></tuv></tu>"));
  CHECK(read.units.at(0).properties.size() == 4);
  CHECK(read.units.at(0).occurrences.empty());
  CHECK(read.units.at(0).confidence == 1.0);
}

TEST_CASE("a unit without variants is left out", "[tmx]") {
  CHECK(write_tmx({unit({})}).find("<tu") == std::string::npos);
}

TEST_CASE("a stream that does not take the file is an error", "[tmx]") {
  std::ostringstream out;
  TmxWriter writer(out, {});
  out.setstate(std::ios::badbit);
  CHECK_THROWS_AS(writer.write(unit({variant("es", "a")})), Error);
}

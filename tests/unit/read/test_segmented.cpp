#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <trujaman/document.hpp>
#include <trujaman/segmenter.hpp>

using namespace trujaman;

namespace {

std::vector<std::string> texts(const Document& document) {
  CHECK(document.segmented);
  std::vector<std::string> out;
  for (const Block& block : document.blocks) out.push_back(block.text);
  return out;
}

std::vector<std::string> texts(const std::string& bytes, const char* name,
                               const char* language = "und") {
  return texts(read_document_bytes(bytes, name, LanguageTag(language)));
}

Errc failure(const std::string& bytes, const char* name, const char* language) {
  try {
    (void)read_document_bytes(bytes, name, LanguageTag(language));
  } catch (const Error& e) {
    CHECK(e.where().source == name);
    return e.code();
  }
  return Errc::Internal;
}

using Texts = std::vector<std::string>;

const std::string kXliff =
    "<?xml version='1.0'?>\n"
    "<xliff version='1.2'><file source-language='es-ES' target-language='en' original='a'><body>\n"
    "<trans-unit id='1'><source>El <g id='1'>agua</g> que falta. Y\n   el pan.</source>"
    "<target>The <g id='1'>water</g> that is missing. And the bread.</target></trans-unit>\n"
    "<trans-unit id='2'><source>La casa de los vecinos.</source></trans-unit>\n"
    "</body></file></xliff>\n";

const std::string kPo =
    "msgid \"\"\nmsgstr \"\"\n\"Language: es\\n\"\n\n"
    "msgid \"The water that is missing.\"\nmsgstr \"El agua que falta.\"\n\n"
    "msgid \"The house of the neighbours.\"\nmsgstr \"\"\n";

}  // namespace

TEST_CASE("XLIFF is read in the language asked for, without one its source", "[segmented]") {
  const Texts source{"El agua que falta. Y el pan.", "La casa de los vecinos."};
  CHECK(texts(kXliff, "a.xlf") == source);
  CHECK(texts(kXliff, "a.xlf", "es") == source);
  CHECK(texts(kXliff, "a.xlf", "es-419") == source);
  CHECK(texts(kXliff, "sin-nombre", "en") == Texts{"The water that is missing. And the bread."});
  CHECK(failure(kXliff, "a.xlf", "fr") == Errc::InvalidArgument);

  const Document d = read_document_bytes(kXliff, "a.xlf");
  CHECK(d.language == LanguageTag("es"));
  CHECK(d.blocks[1].where.line == 5);
  REQUIRE(d.blocks[0].codes.size() == 2);
  CHECK(d.blocks[0].codes[0].position == 3);
  CHECK(d.blocks[0].codes[1].position == 7);
}

TEST_CASE("half a pair of codes is an isolated code", "[segmented]") {
  const Document d = read_document_bytes(
      "<xliff version='1.2'><file source-language='es' original='a'><body><trans-unit "
      "id='1'><source>"
      "El <bpt id='1'>[b]</bpt>agua <ept id='2'>[/i]</ept>que "
      "falta</source></trans-unit></body></file>"
      "</xliff>",
      "a.xlf");
  REQUIRE(d.blocks[0].codes.size() == 2);
  CHECK(d.blocks[0].codes[0].kind == CodeKind::It);
  CHECK(d.blocks[0].codes[0].attributes == "pos=begin");
  CHECK(d.blocks[0].codes[1].attributes == "pos=end");
}

TEST_CASE("what has no text in the language is left out, and said", "[segmented]") {
  std::vector<Diagnostic> said;
  (void)read_document_bytes(kXliff, "a.xlf", LanguageTag("en"),
                            {"", [&](const Diagnostic& d) { said.push_back(d); }});
  REQUIRE(said.size() == 1);
  CHECK(said[0].severity == Severity::Note);
  CHECK(said[0].message.starts_with("1 of 2 segments"));
  CHECK(said[0].where.line == 5);
}

TEST_CASE("a segment of a file stays whole when it is segmented", "[segmented]") {
  const SegmentedDocument s =
      Segmenter(LanguageTag("es")).segment(read_document_bytes(kXliff, "a.xlf"));
  REQUIRE(s.size() == 2);
  CHECK(s.text(0) == "El agua que falta. Y el pan.");
}

TEST_CASE("po files give their messages or the translations", "[segmented]") {
  CHECK(texts(kPo, "es.po") == Texts{"The water that is missing.", "The house of the neighbours."});
  CHECK(texts(kPo, "es.po", "en").size() == 2);
  CHECK(texts(kPo, "es.po", "es") == Texts{"El agua que falta."});
  // The language of messages is not named in the file; that they are not in French shows.
  CHECK(failure(kPo, "es.po", "fr") == Errc::InvalidArgument);
}

TEST_CASE("tables of units give a column", "[segmented]") {
  const std::string tsv = "es\ten\nLa casa\tThe house\nEl pan\t\n";
  CHECK(texts(tsv, "a.tsv") == Texts{"La casa", "El pan"});
  CHECK(texts(tsv, "a.tsv", "en") == Texts{"The house"});
  CHECK(texts("fr;es\n\"L’eau; oui\";Agua\n", "a.csv", "fr") == Texts{"L’eau; oui"});
  CHECK(failure("nombre\tedad\nAna\t40\n", "a.tsv", "es") == Errc::Malformed);
  CHECK(failure(tsv, "a.tsv", "fr") == Errc::InvalidArgument);
}

TEST_CASE("a cue of subtitles is a segment, its lines joined", "[segmented]") {
  const std::string srt =
      "1\r\n00:00:01,000 --> 00:00:03,500\r\n- Hola, <i>Ana</i>.\r\n- ¿Qué tal?\r\n\r\n"
      "2\r\n00:00:04,000 --> 00:00:06,000  X1:10\r\n{\\an8}Los vecinos de la sierra\r\n"
      "3\r\n00:00:06,100 --> 00:00:07,000\r\nhan pedido < 3 litros.\r\n\r\n"
      "4\r\n00:00:08,000 --> 00:00:09,000\r\n\r\n";
  CHECK(texts(srt, "a.srt", "es") ==
        Texts{"- Hola, Ana. - ¿Qué tal?", "Los vecinos de la sierra", "han pedido < 3 litros."});
  const Document d = read_document_bytes(srt, "a.srt", LanguageTag("es"));
  CHECK(d.blocks[0].where.line == 3);
  REQUIRE(d.blocks[0].codes.size() == 2);
  CHECK(d.blocks[0].codes[0].type == "italic");
  CHECK(d.blocks[1].codes[0].native == "{\\an8}");
  CHECK(texts("WEBVTT\n\nNOTE nada\n\n00:01.000 --> 00:02.000 line:0\n<v Ana>Los de la casa\n",
              "a.vtt", "es") == Texts{"Los de la casa"});
  CHECK(failure("Los vecinos de la casa\n", "a.srt", "es") == Errc::Malformed);
}

TEST_CASE("rows behind a quotation mark that stays open keep their lines", "[segmented]") {
  const Document d =
      read_document_bytes("\"fr\";\"es\"\n\"L’eau; agua\nville;casa\n", "a.csv", LanguageTag("fr"));
  REQUIRE(texts(d) == Texts{"ville"});
  CHECK(d.blocks[0].where.line == 3);
}

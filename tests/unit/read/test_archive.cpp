/// ZIP files: what is refused, and with which words.
#include <string>

#include <catch2/catch.hpp>

#include <trujaman/document.hpp>

#include "base/archive.hpp"
#include "office_file.hpp"

using namespace trujaman;
using namespace office;

namespace {

struct Refusal {
  Errc code = Errc::Internal;
  std::string message;
};

Refusal refusal(const std::string& bytes) {
  try {
    (void)read_document_bytes(bytes, "informe.docx", LanguageTag("es"));
  } catch (const Error& e) {
    CHECK(e.where().source == "informe.docx");
    return {e.code(), e.what()};
  }
  FAIL("nothing is refused");
  return {};
}

Refusal refusal(const std::vector<Entry>& entries) {
  return refusal(zip(entries));
}

const std::string kText = "<w:p><w:r><w:t>Hola a todas.</w:t></w:r></w:p>";

}  // namespace

TEST_CASE("what only begins like a ZIP file is refused", "[read][office]") {
  CHECK(refusal("PK\3\4....").code == Errc::Malformed);
  const std::string whole = docx(kText);
  CHECK(refusal(whole.substr(0, whole.size() / 2)).code == Errc::Malformed);
  CHECK(refusal(whole.substr(0, whole.size() - 10)).code == Errc::Malformed);
  CHECK(refusal(std::vector<Entry>{}).code == Errc::Unsupported);
}

TEST_CASE("other formats in ZIP files are refused by name", "[read][office]") {
  const auto says = [](const std::vector<Entry>& entries, const char* word) {
    const Refusal r = refusal(entries);
    CHECK(r.code == Errc::Unsupported);
    CHECK_THAT(r.message, Catch::Contains(word));
  };
  says({{"mimetype", "application/epub+zip"}}, "EPUB");
  says({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}}, "ods");
  says({{"mimetype", "application/vnd.oasis.opendocument.presentation"}}, "odp");
  says({{"mimetype", "application/vnd.oasis.opendocument.graphics"}}, "OpenDocument");
  says({{"[Content_Types].xml", "<Types>spreadsheetml.sheet.main+xml</Types>"}}, "xlsx");
  says({{"[Content_Types].xml", "<Types>presentationml.presentation.main+xml</Types>"}}, "pptx");
  says({{"informe.md", "# Informe"}}, "unpack it");
}

TEST_CASE("entries are judged before any is unpacked", "[read][office]") {
  const auto with = [](Entry entry) {
    std::vector<Entry> entries = docx_entries(kText);
    entries.push_back(std::move(entry));
    const Refusal r = refusal(entries);
    CHECK(r.code == Errc::Malformed);
    return r.message;
  };
  for (const char* name : {"../informe.xml", "/etc/informe.xml", "word/../../x.xml", "C:/x.xml",
                           "..\\x.xml", "\\x.xml"}) {
    CHECK_THAT(with({name, "x"}), Catch::Contains("unsafe name"));
  }
  CHECK_THAT(with({"word/document.xml", "x"}), Catch::Contains("two entries"));
  CHECK_THAT(with({"WORD/Document.xml", "x"}), Catch::Contains("two entries"));
  CHECK_THAT(with({"word/media/a.bin", "x", 2'000'000, 0, 8}), Catch::Contains("200 times"));
  CHECK_THAT(with({"word/media/a.bin", "x", 300U << 20U, 0, 8}), Catch::Contains("256 MiB"));

  std::vector<Entry> many = docx_entries(kText);
  for (int i = 0; i < 20'000; ++i) many.push_back({std::to_string(i), ""});
  CHECK_THAT(refusal(many).message, Catch::Contains("entries"));

  std::vector<Entry> large = docx_entries(kText);
  const std::string megabyte(1U << 20U, 'x');
  for (int i = 0; i < 6; ++i) large.push_back({std::to_string(i), megabyte, 200U << 20U, 0, 8});
  CHECK_THAT(refusal(large).message, Catch::Contains("1 GiB"));
}

TEST_CASE("an encrypted document asks for one that is not", "[read][office]") {
  std::vector<Entry> entries = docx_entries(kText);
  entries.back().flags = 1;
  CHECK(refusal(entries).code == Errc::Unsupported);
  CHECK_THAT(refusal(entries).message, Catch::Contains("password"));
  entries = odt_entries("x", "x");
  entries.push_back({"META-INF/manifest.xml", "<manifest:encryption-data/>"});
  CHECK(refusal(entries).code == Errc::Unsupported);
}

TEST_CASE("a part that is damaged is named", "[read][office]") {
  std::vector<Entry> entries = docx_entries(kText);
  entries.back().crc_error = 1;
  CHECK_THAT(refusal(entries).message, Catch::Contains("word/document.xml"));
  CHECK_THAT(refusal(docx_entries("<w:document>")).message, Catch::Contains("well-formed"));
  CHECK_THAT(refusal(docx_entries("<w:document/>")).message, Catch::Contains("no text part"));
  CHECK_THAT(refusal(odt_entries("<a/>", "<a/>")).message, Catch::Contains("no text part"));
}

TEST_CASE("entities and bottomless nesting are refused", "[read][office]") {
  const std::string bomb =
      "<!DOCTYPE w:document [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><w:document/>";
  CHECK_THAT(refusal(docx_entries(bomb)).message, Catch::Contains("document type"));
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<w:sdt><w:sdtContent>";
  deep += kText;
  for (int i = 0; i < 100'000; ++i) deep += "</w:sdtContent></w:sdt>";
  CHECK_THAT(refusal(docx(deep)).message, Catch::Contains("nested deeper"));
}

TEST_CASE("an archive with changed entries keeps all others as they were", "[read][office]") {
  const std::string bytes =
      zip({{"mimetype", "text"}, {"a.xml", "<a/>"}, {"img.png", std::string("\0\1\2", 3)}});
  const trujaman::base::Archive archive(bytes, "x.odt");
  const std::string changed = archive.with({{"a.xml", "<b>largo</b>"}});
  const trujaman::base::Archive again(changed, "x.odt");
  CHECK(again.read("mimetype") == "text");
  CHECK(again.read("a.xml") == "<b>largo</b>");
  CHECK(again.read("img.png") == std::string("\0\1\2", 3));
  CHECK_FALSE(again.read("b.xml"));
  CHECK(changed.substr(0, 42) == bytes.substr(0, 42));  // the first entry, and stored
}

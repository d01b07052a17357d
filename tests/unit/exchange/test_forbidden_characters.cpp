#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "exchange/xml/xml_filter.hpp"
#include "tbx.hpp"
#include "tmx.hpp"
#include "xliff.hpp"

using test::read_tmx;
using test::tmx_of;
using test::tmx_with;

namespace {

struct Filtered {
  std::string text;
  std::vector<char32_t> left_out;
};

/// What passes of @p document, given by @p piece bytes.
Filtered filtered(const std::string& document, std::size_t piece) {
  Filtered out;
  trujaman::exchange::XmlFilter filter([&](std::string_view text) { out.text += text; },
                                       [&](char32_t c) { out.left_out.push_back(c); });
  for (std::size_t at = 0; at < document.size(); at += piece) {
    filter.feed(std::string_view(document).substr(at, piece), false);
  }
  filter.feed({}, true);
  CHECK(filter.held() == 0);
  return out;
}

std::string in_unit(const std::string& text) {
  return "<tu><tuv xml:lang='es'><seg>" + text +
         "</seg></tuv><tuv xml:lang='en'><seg>x</seg></tuv></tu>\n";
}

}  // namespace

TEST_CASE("a control character costs itself, with a warning that names it and its line", "[tmx]") {
  for (const std::string written : {"&#x1f;", "&#31;", "\x1f"}) {
    const auto read = read_tmx(
        tmx_with(in_unit("a") + in_unit("des" + written + "plazado") + in_unit("100&nbsp;%")));
    REQUIRE(read.units.size() == 3);
    CHECK(read.units[1].variants.at(0).text == "desplazado");
    CHECK(read.units[2].variants.at(0).text == "100\u00A0%");
    CHECK(read.first_message() ==
          "informe.tmx:5: has the character U+001F, which XML does not allow; it was left out");
  }
}

TEST_CASE("a character written as two surrogates is the one that is meant", "[tmx]") {
  CHECK(read_tmx(tmx_of("bien &#55357;&#56832;!", "a")).units.at(0).variants.at(0).text ==
        "bien 😀!");
  const auto halved = read_tmx(tmx_of("bien &#xD83D;!", "a"));
  CHECK(halved.units.at(0).variants.at(0).text == "bien !");
  CHECK(halved.first_message() ==
        "informe.tmx:4: has the character U+D83D, which XML does not allow; it was left out");
}

TEST_CASE("a NUL, and U+FFFE, are left out", "[tmx]") {
  const auto read = read_tmx(tmx_of(std::string("a\0b", 3) + "&#0;c\uFFFE&#xFFFF;d", "a"));
  CHECK(read.units.at(0).variants.at(0).text == "abcd");
  CHECK(read.diagnostics.size() == 4);
}

TEST_CASE("TBX loses no more by a control character", "[tbx]") {
  const std::string tbx =
      "<tbx type='TBX-Basic' style='dca' xml:lang='es' xmlns='urn:iso:std:iso:30042:ed-2'><text>"
      "<body><conceptEntry id='c1'><langSec xml:lang='es'><termSec><term>tra&#2;ta</term></termSec>"
      "</langSec></conceptEntry></body></text></tbx>";
  const auto concepts = test::read_tbx(tbx);
  REQUIRE(concepts.concepts.size() == 1);
  CHECK(concepts.concepts[0].terms.at(0).text == "trata");
}

TEST_CASE("XLIFF with a control character is refused: it goes back to where it came from",
          "[xliff]") {
  const std::string xliff =
      "<xliff version='1.2'><file original='a' source-language='es' target-language='en' "
      "datatype='plaintext'><body><trans-unit id='1'><source>la tra&#2;ta</source>"
      "<target>trafficking</target></trans-unit></body></file></xliff>";
  CHECK_THROWS_WITH(test::read_xliff(xliff), Catch::Contains("control character"));
}

TEST_CASE("wherever a document is cut, the same passes", "[xml]") {
  const std::string document =
      "<a b='&#1;'>é&amp;&#233;&#x2;<![CDATA[&#x2;]\x02]]]>&#55357;&#56832;<!-- &#3; -->"
      "&#3;\uFFFF</a>";
  const Filtered whole = filtered(document, document.size());
  CHECK(whole.text == "<a b=''>é&amp;&#233;<![CDATA[&#x2;]]]]>😀<!-- &#3; --></a>");
  CHECK(whole.left_out == std::vector<char32_t>{1, 2, 2, 3, 0xFFFF});
  for (std::size_t piece = 1; piece < document.size(); ++piece) {
    const Filtered pieces = filtered(document, piece);
    CHECK(pieces.text == whole.text);
    CHECK(pieces.left_out == whole.left_out);
  }
}

TEST_CASE("what looks like a reference is the parser's to judge", "[xml]") {
  for (const std::string text :
       {"&#x;", "&#12", "&#1a;", "&#99999999999999999999;", "&nbsp;", "&"}) {
    CHECK(filtered(text, 1).text == text);
  }
}

/// XLIFF and TBX files that end too early; TMX has a file of its own.
#include <algorithm>
#include <functional>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <trujaman/exchange.hpp>

using namespace trujaman;

namespace {

/// Reads the bytes, and counts the records.
using Reader = std::function<ReadSummary(std::istream& in, std::size_t& records)>;

/// Cuts @p file before each byte: a record is there once its end tag is.
void check_cuts(const std::string& file, const std::string& end_tag, const std::string& root_end,
                const Reader& read) {
  std::vector<std::size_t> ends;
  for (std::size_t at = file.find(end_tag); at != std::string::npos;
       at = file.find(end_tag, at + 1)) {
    ends.push_back(at + end_tag.size());
  }
  const std::size_t whole = file.find(root_end) + root_end.size();
  for (std::size_t cut = 0; cut <= file.size(); ++cut) {
    INFO("cut at " << cut);
    std::istringstream in(file.substr(0, cut));
    std::size_t records = 0;
    bool broken = false;
    try {
      read(in, records);
    } catch (const Error& e) {
      broken = true;
      CHECK(e.code() == Errc::Malformed);
      CHECK(e.where().line >= 1);
    }
    CHECK(broken == (cut < whole));
    CHECK(records == static_cast<std::size_t>(
                         std::ranges::count_if(ends, [&](std::size_t end) { return end <= cut; })));
  }
}

}  // namespace

TEST_CASE("wherever an XLIFF file breaks off, what came whole is read", "[xliff]") {
  check_cuts(
      "<?xml version=\"1.0\"?>\n<xliff version=\"1.2\"><file original=\"a\" source-language=\"es\" "
      "target-language=\"en\" datatype=\"plaintext\"><body>\n"
      "<trans-unit id=\"1\"><source>Sí &amp; <g id=\"1\">«€»</g></source><target>Yes</target>"
      "<note>¡Ojo!</note></trans-unit>\n"
      "<trans-unit id=\"2\"><source>No</source><target>No</target></trans-unit>\n"
      "</body></file></xliff>\n",
      "</trans-unit>", "</xliff>", [](std::istream& in, std::size_t& records) {
        return read_xliff(in, "a.xlf", [&](TranslationUnit&&) { ++records; });
      });
}

TEST_CASE("wherever a TBX file breaks off, what came whole is read", "[tbx]") {
  check_cuts(
      "<?xml version=\"1.0\"?>\n<tbx type=\"TBX-Basic\" style=\"dca\" xml:lang=\"es\">"
      "<tbxHeader><fileDesc><sourceDesc><p>Prueba</p></sourceDesc></fileDesc></tbxHeader>"
      "<text><body>\n<conceptEntry id=\"1\"><langSec xml:lang=\"es\"><termSec><term>señal</term>"
      "<termNote type=\"partOfSpeech\">noun</termNote></termSec></langSec></conceptEntry>\n"
      "<conceptEntry id=\"2\"><langSec xml:lang=\"fr\"><termSec><term>été</term></termSec>"
      "</langSec></conceptEntry></body></text></tbx>\n",
      "</conceptEntry>", "</tbx>", [](std::istream& in, std::size_t& records) {
        return read_tbx(in, "a.tbx", [&](ConceptEntry&&) { ++records; });
      });
}

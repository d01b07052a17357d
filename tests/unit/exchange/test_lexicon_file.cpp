#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <trujaman/exchange.hpp>

#include "temporary_file.hpp"

using namespace trujaman;
using test::TemporaryFile;

namespace {

std::vector<LexiconEntry> read(const std::string& content, std::vector<Diagnostic>* found = {}) {
  const TemporaryFile file("palabras.tsv", content);
  return read_lexicon(file.path(), [&](const Diagnostic& d) {
    if (found != nullptr) found->push_back(d);
  });
}

}  // namespace

TEST_CASE("a word list has a source, a target and perhaps a weight a row", "[lexicon]") {
  const auto entries =
      read("# es, en\nagua\twater\r\n\nsin embargo\thowever\t0.5\nni\u006E\u0303o\tchild\n");
  REQUIRE(entries.size() == 3);
  CHECK(entries[0].source == "agua");
  CHECK(entries[0].target == "water");
  CHECK(entries[0].weight == 1.0);
  CHECK(entries[1].source == "sin embargo");
  CHECK(entries[1].weight == 0.5);
  CHECK(entries[2].source == "ni\u00F1o");  // normal form C
}

TEST_CASE("hunalign's dictionaries name the target first", "[lexicon]") {
  const auto entries = read("water @ agua\nhow ever @ sin embargo\n");
  REQUIRE(entries.size() == 2);
  CHECK(entries[1].source == "sin embargo");
  CHECK(entries[1].target == "how ever");
}

TEST_CASE("a bad row is told by its line and costs itself only", "[lexicon]") {
  std::vector<Diagnostic> found;
  CHECK(read("agua\twater\nsolo\n\tnada\nluz\tlight\t7\nmar\tsea\n", &found).size() == 2);
  REQUIRE(found.size() == 3);
  CHECK(found[0].where.line == 2);
  CHECK(found[1].where.line == 3);
  CHECK(found[2].where.line == 4);
}

TEST_CASE("a file without any pair of words is refused", "[lexicon]") {
  CHECK_THROWS_AS(read("Esto no es una lista de palabras.\n"), Error);
}

TEST_CASE("what is written is read again", "[lexicon]") {
  const std::vector<LexiconEntry> entries{{"agua", "eau", 0.75}, {"más bien", "plutôt", 1.0}};
  std::ostringstream out;
  write_lexicon(out, entries);
  const auto again = read(out.str());
  REQUIRE(again.size() == 2);
  CHECK(again[0].weight == 0.75);
  CHECK(again[1].source == "más bien");
  CHECK(again[1].target == "plutôt");
}

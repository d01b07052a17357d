#include <filesystem>
#include <fstream>
#include <string>

#include <catch2/catch.hpp>

#include <trujaman/exchange.hpp>

#include "temporary_file.hpp"

using namespace trujaman;
namespace fs = std::filesystem;
using test::TemporaryFile;

namespace {

std::string first_term(const std::string& name, const std::string& content) {
  const TemporaryFile file(name, content);
  return read_glossary(file.path()).at(0).terms.at(0).text;
}

Errc code_of(const fs::path& path) {
  try {
    (void)read_glossary(path);
  } catch (const Error& e) {
    return e.code();
  }
  FAIL("no error");
  return Errc::Internal;
}

const std::string kTbx =
    "<tbx><text><body><conceptEntry><langSec xml:lang='es'><termSec><term>sí</term></termSec>"
    "</langSec></conceptEntry></body></text></tbx>";

}  // namespace

TEST_CASE("a glossary file is read by its content, whatever its name", "[glossary]") {
  CHECK(first_term("g.tbx", "\xEF\xBB\xBF\n" + kTbx) == "sí");
  CHECK(first_term("g.txt", kTbx) == "sí");
  CHECK(first_term("g.txt", "es\ten\nsí, claro\tof course\n") == "sí, claro");
  CHECK(first_term("g", "es,en\n\"sí, claro\",of course\n") == "sí, claro");
}

TEST_CASE("the ending of a glossary file tells CSV from TSV", "[glossary]") {
  CHECK(first_term("g.CSV", "es;en\na;b\n") == "a");
  CHECK(first_term("g.tsv", "es\na, b\n") == "a, b");
}

TEST_CASE("a glossary file that is missing, a folder or none is an error that says which",
          "[glossary]") {
  CHECK(code_of("no/hay.tbx") == Errc::Io);
  CHECK(code_of(fs::temp_directory_path()) == Errc::Io);
  CHECK(code_of(TemporaryFile("g.tbx", "hola").path()) == Errc::Malformed);
  CHECK(code_of(TemporaryFile("g.tsv", "").path()) == Errc::Malformed);
}

#include <string>

#include <catch2/catch.hpp>

#include <trujaman/document.hpp>

using namespace trujaman;
using namespace std::string_literals;

namespace {
Errc failure(const std::string& bytes, const std::string& name = "informe.txt",
             const LanguageTag& language = LanguageTag("es"), const ReadOptions& options = {}) {
  try {
    (void)read_document_bytes(bytes, name, language, options);
  } catch (const Error& e) {
    CHECK(e.where().source == name);
    return e.code();
  }
  FAIL("no error");
  return Errc::Internal;
}
}  // namespace

TEST_CASE("what is no document is refused with a reason", "[read]") {
  CHECK(failure("") == Errc::Malformed);
  CHECK(failure(" \n\u00A0\n") == Errc::Malformed);
  CHECK(failure("\0\1\2\3"s) == Errc::Malformed);
  CHECK(failure("{\\rtf1 ...}") == Errc::Unsupported);
  CHECK(failure("PK\3\4....") == Errc::Malformed);
  CHECK(failure("12 34 56", "cifras.txt", LanguageTag()) == Errc::InvalidArgument);
}

TEST_CASE("invalid UTF-8 is refused with its line", "[read]") {
  try {
    (void)read_document_bytes("Primera línea.\nA\xF1o nuevo.\n", "x.txt", LanguageTag("es"));
    FAIL("no error");
  } catch (const Error& e) {
    CHECK(e.code() == Errc::Malformed);
    CHECK(e.where().line == 2);
  }
}

TEST_CASE("byte order marks and named encodings are followed, and text becomes NFC", "[read]") {
  const auto text = [](const std::string& bytes, const char* encoding = "") {
    return read_document_bytes(bytes, "x.txt", LanguageTag("es"), {encoding, {}}).blocks.at(0).text;
  };
  CHECK(text("\xEF\xBB\xBFHola.") == "Hola.");
  CHECK(text("\xFF\xFEH\0o\0l\0a\0"s) == "Hola");
  CHECK(text("A\xF1o.", "ISO-8859-1") == "Año.");
  CHECK(text("poblacio\u0301n.") == "población.");
  CHECK(failure("x", "x.txt", LanguageTag("es"), {"no-such-encoding", {}}) ==
        Errc::InvalidArgument);
}

TEST_CASE("Spanish, English and French are told apart", "[read]") {
  CHECK(detect_language("Los migrantes que llegaron a la ciudad en el año 2020").str() == "es");
  CHECK(detect_language("The migrants who arrived in the city during that year").str() == "en");
  CHECK(detect_language("Les migrants qui sont arrivés dans la ville au cours de l’année").str() ==
        "fr");
  CHECK(detect_language("Die Migranten, die in der Stadt mit dem Zug angekommen sind").str() ==
        "de");
  CHECK(detect_language("COVID-19 2020").undetermined());
  CHECK(detect_language("").undetermined());
}

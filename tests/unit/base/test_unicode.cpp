#include <string>

#include <catch2/catch.hpp>

#include "base/unicode.hpp"

using namespace trujaman::base;

TEST_CASE("a lookup key forgets case, accents, width and typography", "[unicode]") {
  CHECK(fold("Población") == "poblacion");
  CHECK(fold("“ÉGALITÉ”") == "\"egalite\"");
  CHECK(fold("«l’accès»") == "\"l'acces\"");
  CHECK(fold("2015–2030 — fin") == "2015-2030 - fin");
  CHECK(fold("  10\u00A0000\u202F%\n") == "10 000 %");
  CHECK(fold("Straße ﬁn ＡＢＣ") == "strasse fin abc");
  CHECK(fold("mi\u00ADgra\u00ADción") == "migracion");
  CHECK(fold("Ελλάδα") == "ελλαδα");
}

TEST_CASE("decomposed text becomes NFC", "[unicode]") {
  CHECK(to_nfc("poblacio\u0301n") == "población");
  CHECK(to_nfc("ya es NFC: ñ") == "ya es NFC: ñ");
  CHECK(to_nfc("«l’été» “…” — n\u00ba 1") == "«l’été» “…” — n\u00ba 1");
  CHECK(to_nfc("a\u2000b") == "a\u2002b");
  CHECK(to_nfc("\u212B") == "\u00C5");
  CHECK(to_nfc("’\u0301") == "’\u0301");
}

TEST_CASE("ill-formed UTF-8 is found where it begins", "[unicode]") {
  CHECK(find_invalid_utf8("año") == std::string::npos);
  CHECK(find_invalid_utf8("a\xF1o") == 1);
  CHECK(find_invalid_utf8("a\xC3") == 1);
  CHECK(find_invalid_utf8("\xED\xA0\x80") == 0);  // a surrogate
  CHECK(replace_invalid_utf8("a\xF1o") == "a\uFFFDo");
}

TEST_CASE("code points are walked in both directions", "[unicode]") {
  const std::string text = "ñ€😀";
  std::size_t i = 0;
  CHECK(next_code_point(text, i) == U'ñ');
  CHECK(next_code_point(text, i) == U'€');
  CHECK(next_code_point(text, i) == U'😀');
  CHECK(i == text.size());
  CHECK(previous_code_point(text, i) == U'😀');
  CHECK(previous_code_point(text, i) == U'€');
  CHECK(previous_code_point(text, i) == U'ñ');
  CHECK(i == 0);
  CHECK(count_code_points(text) == 3);
  CHECK(to_lower("ÁÑ Ç") == "áñ ç");
}

TEST_CASE("trimming knows the no-break spaces", "[unicode]") {
  CHECK(trim("\u00A0 hola\u202F\n") == "hola");
  CHECK(trim(" \t").empty());
}

#include <catch2/catch.hpp>

#include <trujaman/error.hpp>
#include <trujaman/unicode.hpp>

using namespace trujaman;

TEST_CASE("an accent that is a character of its own becomes part of its letter", "[base]") {
  CHECK(to_nfc("migracio\xCC\x81n") == "migración");
  CHECK(to_nfc("déjà vu") == "déjà vu");
  CHECK(to_nfc("").empty());
}

TEST_CASE("what is not UTF-8 is refused, not guessed", "[base]") {
  CHECK(is_utf8("migración"));
  CHECK_FALSE(is_utf8("migraci\xF3n"));
  CHECK_THROWS_AS(to_nfc("migraci\xF3n"), Error);
}

#include <catch2/catch.hpp>

#include <trujaman/error.hpp>
#include <trujaman/language.hpp>

#include "base/language_name.hpp"

using trujaman::LanguageTag;

TEST_CASE("a language tag takes the case that RFC 5646 recommends", "[language]") {
  CHECK(LanguageTag("ES").str() == "es");
  CHECK(LanguageTag("ES_ar").str() == "es-AR");
  CHECK(LanguageTag("es-419").str() == "es-419");
  CHECK(LanguageTag("ZH-hANT-tw").str() == "zh-Hant-TW");
  CHECK(LanguageTag("en-x-US").str() == "en-x-us");
  CHECK(LanguageTag().str() == "und");
}

TEST_CASE("what is not a language tag is refused", "[language]") {
  for (const char* bad :
       {"", "-", "es-", "es--MX", "español", "e", "12", "internationalism", "es MX"}) {
    INFO(bad);
    CHECK_THROWS_AS(LanguageTag(bad), trujaman::Error);
  }
}

TEST_CASE("a region falls under its language, not the other way round", "[language]") {
  CHECK(LanguageTag("es-AR").matches(LanguageTag("es")));
  CHECK(LanguageTag("es").matches(LanguageTag("es")));
  CHECK_FALSE(LanguageTag("es").matches(LanguageTag("es-AR")));
  CHECK_FALSE(LanguageTag("est").matches(LanguageTag("es")));
  CHECK(LanguageTag("fr-CA").primary() == "fr");
}

TEST_CASE("a language is known by its names in English, Spanish, French and itself", "[language]") {
  for (const char* name : {"Spanish", "Español", "ESPAGNOL", "espanol", " español "}) {
    CHECK(trujaman::base::language_named(name) == "es");
  }
  CHECK(trujaman::base::language_named("Deutsch") == "de");
  CHECK(trujaman::base::language_named("русский") == "ru");
  CHECK(trujaman::base::language_named("es").empty());
  CHECK(trujaman::base::language_named("Klingon").empty());
  CHECK(trujaman::base::language_named("").empty());
}

#include <set>

#include "findings.hpp"

using namespace test;
using trujaman::LanguageTag;

TEST_CASE("every rule has a name that finds it, and a description", "[check]") {
  std::set<std::string> names;
  for (const CheckRule rule : trujaman::check_rules()) {
    CHECK(trujaman::find_check_rule(name_of(rule)) == rule);
    CHECK(!description_of(rule).empty());
    names.emplace(name_of(rule));
  }
  CHECK(names.size() == trujaman::check_rules().size());
  CHECK(!trujaman::find_check_rule("nonsense"));
}

TEST_CASE("a rule that is disabled finds nothing", "[check]") {
  const auto unit = unit_of({"es:Son 25.", "en:They are 52"});
  CHECK(trujaman::Checker().check(unit).size() == 2);
  trujaman::CheckOptions options;
  options.disabled = {CheckRule::Number};
  const auto findings = trujaman::Checker(options).check(unit);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].rule == CheckRule::FinalPunctuation);
}

TEST_CASE("each target is compared with the source, whose own faults are reported once",
          "[check]") {
  auto unit = unit_of({"es:El derecho de de asilo de 3.", "en:The right of asylum of 3."});
  unit.variants.push_back(variant_of("fr:Le droit d’asile de 4."));
  const auto findings = trujaman::Checker().check(unit);
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].rule == CheckRule::DoubledWord);
  CHECK(findings[1].rule == CheckRule::Number);
  CHECK(findings[1].languages.source.str() == "es");
  CHECK(findings[1].languages.target.str() == "fr");
}

TEST_CASE("the languages to compare may be chosen", "[check]") {
  auto unit = unit_of({"es:Son 3.", "en:They are 4."});
  unit.variants.push_back(variant_of("fr:Ils sont 4."));
  trujaman::CheckOptions options;
  options.source = LanguageTag("en");
  options.targets = {LanguageTag("fr")};
  CHECK(trujaman::Checker(options).check(unit).empty());
  options.targets = {LanguageTag("es")};
  CHECK(trujaman::Checker(options).check(unit).size() == 1);
  options.source = LanguageTag("de");
  CHECK(trujaman::Checker(options).check(unit).empty());
}

TEST_CASE("spans are bytes of the text, and words are what stands there", "[check]") {
  const auto unit = unit_of({"es:Añadió 25 países.", "en:It added 52 countries."});
  const auto findings = trujaman::Checker().check(unit);
  REQUIRE(findings.size() == 1);
  for (const auto& place : findings[0].places) {
    const std::string& text = unit.find(place.language)->text;
    CHECK(text.substr(place.span.begin, place.span.size()) == place.words);
  }
  CHECK(findings[0].places[0].span == trujaman::TextSpan{9, 11});
}

TEST_CASE("findings of many units come by their numbers", "[check]") {
  const std::vector<trujaman::TranslationUnit> units{
      unit_of({"es:Son tres.", "en:They are three."}), unit_of({"es:Son 25.", "en:They are 52."}),
      unit_of({"es:Son tres.", "en:There are three."})};
  const auto findings = trujaman::check_units(units);
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].unit == 1);
  CHECK(findings[0].rule == CheckRule::Number);
  CHECK(findings[1].unit == 2);
  CHECK(findings[1].rule == CheckRule::Inconsistent);
}

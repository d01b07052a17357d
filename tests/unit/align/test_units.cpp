#include <catch2/catch.hpp>

#include <trujaman/aligner.hpp>

#include "documents.hpp"

using test::document;
using trujaman::Alignment;
using trujaman::CodeKind;
using trujaman::DocumentAlignment;
using trujaman::to_units;

TEST_CASE("beads with both sides become units, null beads do not", "[units]") {
  const auto es = document("es", {"Uno.", "Dos.", "Tres."});
  const auto en = document("en", {"One.", "Three."});
  const Alignment a{{{{0, 1}, {0, 1}, 0.9}, {{1, 2}, {1, 1}, 0.8}, {{2, 3}, {1, 2}, 0.7}}, 0.8};
  const std::vector<DocumentAlignment> targets{{&en, &a}};
  const auto units = to_units(es, targets);
  REQUIRE(units.size() == 2);
  CHECK(units[1].variants[0].text == "Tres.");
  CHECK(units[1].variants[1].text == "Three.");
  CHECK(units[1].confidence == Approx(0.7));
  CHECK(units[1].occurrences.at(0).document == "informe.es.txt");
  CHECK(units[1].occurrences.at(0).position == 2);
  CHECK(to_units(es, targets, 0.8).size() == 1);
}

TEST_CASE("two ladders over one pivot become trilingual units", "[units]") {
  const auto es = document("es", {"Uno.", "Dos.", "Tres.", "Cuatro."});
  const auto en = document("en", {"One, two.", "Three.", "Four."});
  const auto fr = document("fr", {"Un.", "Deux, trois.", "Quatre."});
  const Alignment ladder_en{{{{0, 2}, {0, 1}, 0.9}, {{2, 3}, {1, 2}, 0.9}, {{3, 4}, {2, 3}, 0.5}},
                            0.9};
  const Alignment ladder_fr{{{{0, 1}, {0, 1}, 0.9}, {{1, 3}, {1, 2}, 0.9}, {{3, 4}, {2, 3}, 0.5}},
                            0.9};
  const std::vector<DocumentAlignment> targets{{&en, &ladder_en}, {&fr, &ladder_fr}};
  const auto units = to_units(es, targets);
  REQUIRE(units.size() == 2);
  CHECK(units[0].variants[0].text == "Uno. Dos. Tres.");
  CHECK(units[0].variants[1].text == "One, two. Three.");
  CHECK(units[0].variants[2].text == "Un. Deux, trois.");
  CHECK(units[1].confidence == Approx(0.25));
}

TEST_CASE("translations that bear each other out raise the confidence, others lower it",
          "[units]") {
  const auto es = document("es", {"Uno.", "Dos."});
  const auto en = document("en", {"One.", "Two."});
  const auto fr = document("fr", {"Un.", "Deux."});
  const Alignment ladder{{{{0, 1}, {0, 1}, 0.9}, {{1, 2}, {1, 2}, 0.9}}, 0.9};
  const std::vector<DocumentAlignment> targets{{&en, &ladder}, {&fr, &ladder}};
  const Alignment agrees_on_the_first{
      {{{0, 1}, {0, 1}, 0.95}, {{1, 2}, {1, 1}, 0.9}, {{2, 2}, {1, 2}, 0.9}}, 0.9};
  const std::vector<trujaman::CrossAlignment> crosses{{0, 1, &agrees_on_the_first}};
  const double alone = 0.9 * 0.9;
  const auto units = to_units(es, targets, 0.0, crosses);
  REQUIRE(units.size() == 2);
  CHECK(units[0].confidence > alone + 0.05);
  CHECK(units[1].confidence < alone - 0.2);
  CHECK(units[0].confidence < 1.0);

  const std::vector<trujaman::CrossAlignment> nowhere{{0, 2, &agrees_on_the_first}};
  CHECK_THROWS_AS(to_units(es, targets, 0.0, nowhere), trujaman::Error);
}

TEST_CASE("a pivot segment that one language lacks still gives a unit of the others", "[units]") {
  const auto es = document("es", {"Uno."});
  const auto en = document("en", {"One."});
  const auto fr = document("fr", {});
  const Alignment ladder_en{{{{0, 1}, {0, 1}, 0.9}}, 0.9};
  const Alignment ladder_fr{{{{0, 1}, {0, 0}, 0.6}}, 0.0};
  const std::vector<DocumentAlignment> targets{{&en, &ladder_en}, {&fr, &ladder_fr}};
  const auto units = to_units(es, targets);
  REQUIRE(units.size() == 1);
  CHECK(units[0].variants.size() == 2);
  CHECK(units[0].confidence == Approx(0.9));
}

TEST_CASE("inline codes go with their segment, and a pair cut in two becomes isolated", "[units]") {
  auto es = document("es", {});
  trujaman::Block block;
  block.text = "Panel 1: salud. Panel 2: trabajo.";
  block.codes = {{0, CodeKind::Bpt, 1, "", "bold", "**", "", false},
                 {8, CodeKind::Ept, 1, "", "bold", "**", "", false},
                 {10, CodeKind::Bpt, 2, "", "italic", "*", "", false},
                 {23, CodeKind::Ept, 2, "", "italic", "*", "", false}};
  es.document.blocks = {block};
  es.segments = {{0, {0, 15}}, {0, {16, 33}}};
  const auto en = document("en", {"Panel 1: health.", "Panel 2: work."});
  const Alignment a{{{{0, 1}, {0, 1}, 1.0}, {{1, 2}, {1, 2}, 1.0}}, 1.0};
  const std::vector<DocumentAlignment> targets{{&en, &a}};
  const auto units = to_units(es, targets);
  const auto& first = units.at(0).variants.at(0).codes;
  REQUIRE(first.size() == 3);
  CHECK(first[0].kind == CodeKind::Bpt);
  CHECK(first[1].position == 8);
  CHECK(first[2].kind == CodeKind::It);
  CHECK(first[2].attributes == "pos=begin");
  const auto& second = units.at(1).variants.at(0).codes;
  REQUIRE(second.size() == 1);
  CHECK(second[0].kind == CodeKind::It);
  CHECK(second[0].position == 7);
}

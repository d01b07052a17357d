#include <catch2/catch.hpp>

#include <trujaman/error.hpp>

#include "documents.hpp"

using namespace trujaman;
using test::document;
using test::kSpanishFrench;

namespace {

/// Two chapters of which the second opens with the same words as the first.
const auto spanish = [] {
  return document("es", {"Capítulo 1", "Los migrantes trabajan.", "Los migrantes estudian.",
                         "Capítulo 2", "Los migrantes trabajan.", "Los migrantes viajan."});
};
const auto french = [] {
  return document("fr", {"Chapitre 1", "Les migrants travaillent.", "Les migrants étudient.",
                         "Chapitre 2", "Les migrants travaillent.", "Les migrants voyagent."});
};

bool together(const Alignment& alignment, const AnchorPair& pair) {
  for (const Bead& bead : alignment.beads) {
    const bool source = bead.source.begin <= pair.source && pair.source < bead.source.end;
    const bool target = bead.target.begin <= pair.target && pair.target < bead.target.end;
    if (source || target) return source && target;
  }
  return false;
}

}  // namespace

TEST_CASE("segments that a user pairs stand in one bead, whatever the words say", "[align]") {
  const Aligner aligner(kSpanishFrench);
  for (const std::vector<AnchorPair>& anchors :
       {std::vector<AnchorPair>{{1, 4}}, {{4, 1}}, {{0, 0}, {1, 1}, {5, 5}}, {{0, 5}}, {{5, 0}}}) {
    const Alignment alignment = aligner.align(spanish(), french(), {.anchors = anchors});
    for (const AnchorPair& pair : anchors) {
      INFO(pair.source << " - " << pair.target << ": " << test::to_string(alignment));
      CHECK(together(alignment, pair));
    }
    std::size_t sources = 0;
    std::size_t targets = 0;
    for (const Bead& bead : alignment.beads) {
      sources += bead.source.size();
      targets += bead.target.size();
    }
    CHECK(sources == 6);
    CHECK(targets == 6);
  }
}

TEST_CASE("anchors hold in long documents, where only a band is searched", "[align]") {
  SegmentedDocument source;
  SegmentedDocument target;
  source.document.language = LanguageTag("es");
  target.document.language = LanguageTag("fr");
  const auto append = [](SegmentedDocument& d, const std::string& text) {
    Block block;
    block.text = text;
    d.segments.push_back({d.document.blocks.size(), {0, text.size()}});
    d.document.blocks.push_back(block);
  };
  for (int i = 0; i < 400; ++i) {
    append(source, "El párrafo número " + std::to_string(i) + " trata de la migración.");
    append(target, "Le paragraphe numéro " + std::to_string(i) + " traite de la migration.");
  }
  const std::vector<AnchorPair> anchors{{100, 130}, {250, 251}};
  const Alignment alignment = Aligner(kSpanishFrench).align(source, target, {.anchors = anchors});
  CHECK(together(alignment, anchors[0]));
  CHECK(together(alignment, anchors[1]));
  CHECK(together(alignment, {50, 50}));  // far from them the words decide
}

TEST_CASE("anchors that cross or point nowhere are refused", "[align]") {
  const Aligner aligner(kSpanishFrench);
  for (const std::vector<AnchorPair>& anchors :
       {std::vector<AnchorPair>{{1, 2}, {2, 1}}, {{1, 1}, {1, 2}}, {{6, 0}}, {{0, 6}}}) {
    CHECK_THROWS_AS(aligner.align(spanish(), french(), {.anchors = anchors}), Error);
  }
}

TEST_CASE("a pattern finds anchors by the numbers in its matches", "[align]") {
  const SegmentedDocument source =
      document("es", {"Artículo 1", "Texto.", "Artículo 2", "Artículo 3", "Véase el artículo 1."});
  const SegmentedDocument target = document("fr", {"Article 1", "Article 3", "Texte."});
  CHECK(find_anchors(source, target, R"(^(Artículo|Article) \d+)") ==
        std::vector<AnchorPair>{{0, 0}, {3, 1}});
}

TEST_CASE("separator lines are paired in order when there are as many on both sides", "[align]") {
  const SegmentedDocument source = document("es", {"***", "Uno.", "***", "Dos."});
  CHECK(find_anchors(source, document("fr", {"***", "Un.", "***"}), R"(^\*\*\*$)") ==
        std::vector<AnchorPair>{{0, 0}, {2, 2}});
  CHECK(find_anchors(source, document("fr", {"Un.", "***"}), R"(^\*\*\*$)").empty());
}

TEST_CASE("a pattern that is wrong or never ends is refused", "[align]") {
  const SegmentedDocument source =
      document("es", {"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab"});
  CHECK_THROWS_AS(find_anchors(source, source, "(abierto"), Error);
  CHECK_THROWS_AS(find_anchors(source, source, "^(a+)+$"), Error);
}

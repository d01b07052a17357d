#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "base/neighbours.hpp"

using namespace trujaman;
using Texts = std::vector<std::string>;

namespace {

TranslationUnit unit_with(const std::vector<Property>& of_unit,
                          const std::vector<Property>& of_spanish) {
  TranslationUnit unit;
  unit.properties = of_unit;
  unit.variants.resize(2);
  unit.variants[0].language = LanguageTag("es-MX");
  unit.variants[0].properties = of_spanish;
  unit.variants[1].language = LanguageTag("en");
  unit.variants[1].properties = {{"x-context-pre", "No."}};
  return unit;
}

}  // namespace

TEST_CASE("the neighbours of a unit are found under the names of other programs", "[neighbours]") {
  const struct {
    std::vector<Property> of_unit;
    std::vector<Property> of_spanish;
    Texts previous;
    Texts next;
  } cases[] = {
      {{}, {{"x-context-pre", "<seg>Sí &amp; no.</seg>"}}, {"Sí & no."}, {}},          // memoQ
      {{{"x-context-pre", "a"}, {"x-context-post", "b < c"}}, {}, {"a"}, {"b < c"}},   // MateCat
      {{{"file", "x"}, {"prev", "a"}, {"next", "b"}, {"id", "1"}}, {}, {"a"}, {"b"}},  // OmegaT
      {{}, {{"context_prev", "a"}, {"context_next", "b"}}, {"a"}, {"b"}},              // Phrase
      {{{"x-previous-source-text", "a"}, {"x-next-source-text", "b"}}, {}, {"a"}, {"b"}},  // XTM
      {{{"x-ContextContent", "a || b |  | c | "}}, {}, {"a | b"}, {}},                     // Trados
      {{{"x-ContextContent", " |  |  | "}, {"x-ContextContent", "d"}}, {}, {"", "d"}, {}},
      {{{"x-context", "a"}, {"previous", "b"}}, {}, {}, {}},
  };
  for (const auto& c : cases) {
    const base::NeighbourTexts texts =
        base::neighbour_texts(unit_with(c.of_unit, c.of_spanish), "es");
    CHECK(texts.previous == c.previous);
    CHECK(texts.next == c.next);
  }
}

TEST_CASE("of a neighbour that is an element, the text is taken without its codes",
          "[neighbours]") {
  const auto text = [](const std::string& value) {
    return base::neighbour_texts(unit_with({{"prev", value}}, {}), "es").previous.at(0);
  };
  CHECK(text("<seg>La <bpt i='1'>&lt;b&gt;</bpt>OIM<ept i='1'>&lt;/b&gt;</ept><ph/> "
             "<hi>y</hi></seg>") == "La OIM y");
  CHECK(text("<seg>a <ph>x<sub>y</sub>z</ph>b") == "a b");
  CHECK(text("<seg><") == "");
  CHECK(text("a <seg> b") == "a <seg> b");
}

TEST_CASE("a neighbour comes back as it was written", "[neighbours]") {
  for (const std::string text : {"", "Sí & <no>.", "a > b"}) {
    CHECK(base::neighbour_texts(unit_with({{"x-context-pre", base::neighbour_property(text)}}, {}),
                                "es")
              .previous.at(0) == text);
  }
}

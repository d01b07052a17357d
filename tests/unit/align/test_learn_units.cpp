#include <algorithm>

#include <catch2/catch.hpp>

#include <trujaman/error.hpp>

#include "documents.hpp"

using namespace trujaman;

namespace {

TranslationUnit unit(const std::string& es, const std::string& fr) {
  TranslationUnit u;
  u.variants.resize(2);
  u.variants[0].language = LanguageTag("es");
  u.variants[0].text = es;
  u.variants[1].language = LanguageTag("fr-CA");
  u.variants[1].text = fr;
  return u;
}

const std::vector<TranslationUnit> kUnits{
    unit("El agua es un derecho.", "L’eau est un droit."),
    unit("El agua llega al pueblo.", "L’eau arrive au village."),
    unit("El pueblo pide un camino.", "Le village demande un chemin."),
    unit("Un camino lleva al mar.", "Un chemin mène à la mer."),
    unit("El mar trae el agua.", "La mer apporte l’eau."),
};

bool has(const std::vector<LexiconEntry>& lexicon, const std::string& source,
         const std::string& target) {
  return std::any_of(lexicon.begin(), lexicon.end(), [&](const LexiconEntry& e) {
    return e.source == source && e.target == target;
  });
}

}  // namespace

TEST_CASE("units teach which words translate which, whatever the words look like", "[align]") {
  LearnOptions options;
  options.min_count = 0.5;  // five sentences teach little
  const auto lexicon = learn_lexicon(kUnits, test::kSpanishFrench, options);
  for (const auto& e : lexicon) UNSCOPED_INFO(e.source << " " << e.target << " " << e.weight);
  CHECK(has(lexicon, "agua", "eau"));
  CHECK(has(lexicon, "pueblo", "village"));
  CHECK_FALSE(has(lexicon, "agua", "village"));
  CHECK(std::is_sorted(lexicon.begin(), lexicon.end(),
                       [](const auto& a, const auto& b) { return a.weight > b.weight; }));
  for (const LexiconEntry& e : lexicon) CHECK((e.weight > 0.0 && e.weight <= 1.0));
}

TEST_CASE("units without both languages teach nothing", "[align]") {
  const LanguagePair pair{LanguageTag("es"), LanguageTag("en")};
  CHECK(learn_lexicon(kUnits, pair).empty());
  CHECK(learn_lexicon({}, test::kSpanishFrench).empty());
}

TEST_CASE("learning can be stopped", "[align]") {
  LearnOptions options;
  options.progress = [](double) { return false; };
  CHECK_THROWS_AS(learn_lexicon(kUnits, test::kSpanishFrench, options), Error);
}

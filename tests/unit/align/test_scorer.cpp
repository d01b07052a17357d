#include <functional>
#include <limits>

#include <catch2/catch.hpp>

#include <trujaman/error.hpp>

#include "documents.hpp"

using namespace trujaman;
using test::document;
using test::to_string;

namespace {

/// A scorer made of a function.
class Says : public BeadScorer {
 public:
  using Function = std::function<double(SegmentRange, SegmentRange)>;
  explicit Says(Function function) : function_(std::move(function)) {}
  [[nodiscard]] double score(SegmentRange source, SegmentRange target) const override {
    return function_(source, target);
  }

 private:
  Function function_;
};

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// Two languages of which the aligner knows nothing; the sentences are of equal length and share
/// no word, number or mark that would relate any two of them.
const SegmentedDocument kBasque =
    document("eu", {"Mendian elurra dago.", "Itsasoa lasai ageri.", "Basoan hartza bizi."});
const SegmentedDocument kTurkish =
    document("tr", {"Ormanda bir ay var.", "Deniz bugun sakin.", "Daglarda kar oldu."});
const LanguagePair kBasqueTurkish{LanguageTag("eu"), LanguageTag("tr")};

std::string aligned(const Says::Function& function, std::vector<AnchorPair> anchors = {}) {
  const Says scorer(function);
  return to_string(
      Aligner(kBasqueTurkish).align(kBasque, kTurkish, {.anchors = anchors, .scorer = &scorer}));
}

bool is(SegmentRange range, std::size_t first, std::size_t last) {
  return range == SegmentRange{first, last + 1};
}

}  // namespace

TEST_CASE("a scorer decides where the texts say nothing", "[align]") {
  CHECK(aligned([](SegmentRange, SegmentRange) { return 0.0; }) == "0-0 1-1 2-2");
  CHECK(aligned([](SegmentRange s, SegmentRange t) {
          return is(s, 0, 0) && is(t, 2, 2) ? 12.0 : -12.0;
        }) == "-0 -1 0-2 1- 2-");
  CHECK(aligned([](SegmentRange s, SegmentRange t) {
          return is(s, 0, 1) && is(t, 0, 0) ? 12.0 : -3.0;
        }).substr(0, 5) == "0,1-0");
}

TEST_CASE("a scorer that says nothing changes nothing", "[align]") {
  const SegmentedDocument es =
      document("es", {"El agua es un derecho.", "Nadie la paga.", "Hay 17 objetivos."});
  const SegmentedDocument fr =
      document("fr", {"L’eau est un droit, et personne ne la paie.", "Il y a 17 objectifs."});
  const Aligner aligner(test::kSpanishFrench);
  const Alignment plain = aligner.align(es, fr);
  for (const double nothing : {0.0, kNaN}) {
    const Says scorer([nothing](SegmentRange, SegmentRange) { return nothing; });
    const Alignment scored = aligner.align(es, fr, {.scorer = &scorer});
    CHECK(to_string(scored) == to_string(plain));
    CHECK(scored.quality == plain.quality);
  }
}

TEST_CASE("a scorer speaks with the texts, not instead of them", "[align]") {
  const SegmentedDocument es = document("es", {"Hay 17 objetivos en 2030.", "El agua es cara."});
  const SegmentedDocument fr = document("fr", {"Il y a 17 objectifs en 2030.", "L’eau est chère."});
  const Says scorer([](SegmentRange s, SegmentRange t) {
    return is(s, 0, 0) && is(t, 1, 1) ? 1.0 : 0.0;  // a little, for what is plainly wrong
  });
  CHECK(to_string(Aligner(test::kSpanishFrench).align(es, fr, {.scorer = &scorer})) == "0-0 1-1");
}

TEST_CASE("minus infinity forbids a bead; a forbidden pair becomes null beads", "[align]") {
  const auto no_middle = [](SegmentRange s, SegmentRange t) {
    return s.begin <= 1 && 1 < s.end && t.begin <= 1 && 1 < t.end ? -kInfinity : 0.0;
  };
  CHECK(aligned(no_middle).find("1-1") == std::string::npos);
  const Says never([](SegmentRange, SegmentRange) { return -kInfinity; });
  const Alignment nothing = Aligner(kBasqueTurkish).align(kBasque, kTurkish, {.scorer = &never});
  CHECK(nothing.beads.size() == 6);
  for (const Bead& bead : nothing.beads) CHECK(bead.is_null());
}

TEST_CASE("anchors are kept, whatever a scorer says", "[align]") {
  const auto never = [](SegmentRange, SegmentRange) { return -kInfinity; };
  CHECK(aligned(never, {{0, 2}}) == "-0 -1 0-2 1- 2-");
}

TEST_CASE("whatever a scorer says, every segment stands in one bead", "[align]") {
  SegmentedDocument source;
  SegmentedDocument target;
  for (int i = 0; i < 300; ++i) {  // long enough for a band, in which not every way round exists
    const SegmentedDocument one = document("eu", {"Mendian elurra dago."});
    for (SegmentedDocument* side : {&source, &target}) {
      side->segments.push_back({side->document.blocks.size(), one.segments[0].span});
      side->document.blocks.push_back(one.document.blocks[0]);
    }
  }
  source.document.language = LanguageTag("eu");
  target.document.language = LanguageTag("tr");
  const std::vector<AnchorPair> anchors{{150, 149}};
  for (const double value : {-kInfinity, kInfinity, kNaN, -1e300, 1e300}) {
    INFO(value);
    const Says scorer([value](SegmentRange, SegmentRange) { return value; });
    const Alignment alignment =
        Aligner(kBasqueTurkish).align(source, target, {.anchors = anchors, .scorer = &scorer});
    std::size_t i = 0;
    std::size_t j = 0;
    std::size_t with_text = 0;
    for (const Bead& bead : alignment.beads) {
      CHECK(bead.source.begin == i);
      CHECK(bead.target.begin == j);
      CHECK(bead.confidence >= 0.0);
      CHECK(bead.confidence <= 1.0);
      i = bead.source.end;
      j = bead.target.end;
      with_text += bead.is_null() ? 0 : 1;
    }
    CHECK(i == 300);
    CHECK(j == 300);
    if (value == -kInfinity) CHECK(with_text == 1);  // the anchor's
  }
}

TEST_CASE("what a scorer throws comes out of align", "[align]") {
  CHECK_THROWS_AS(aligned([](SegmentRange, SegmentRange) -> double {
                    throw Error(Errc::Cancelled, "no vectors left");
                  }),
                  Error);
}

namespace {

/// Likes beads that begin at the same segment on both sides; counts how often it was asked.
extern "C" double prefer_diagonal(std::size_t source_begin, std::size_t, std::size_t target_begin,
                                  std::size_t, void* asked) {
  ++*static_cast<std::size_t*>(asked);
  return source_begin == target_begin ? 5.0 : -5.0;
}

}  // namespace

TEST_CASE("a C function can be the scorer", "[align]") {
  std::size_t asked = 0;
  const FunctionScorer scorer(prefer_diagonal, &asked);
  CHECK(to_string(Aligner(kBasqueTurkish).align(kBasque, kTurkish, {.scorer = &scorer})) ==
        "0-0 1-1 2-2");
  CHECK(asked >= 9);
}

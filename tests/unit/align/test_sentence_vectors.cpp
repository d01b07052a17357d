#include <bit>
#include <cmath>
#include <limits>
#include <random>
#include <sstream>

#include <catch2/catch.hpp>

#include <trujaman/sentence_vectors.hpp>

#include "align/vector_file.hpp"
#include "documents.hpp"

using namespace trujaman;
using Catch::Matchers::Contains;
using test::document;
using test::to_string;

namespace {

std::string emb(const std::vector<float>& numbers) {
  std::string out;
  for (const float x : numbers) {
    const auto bits = std::bit_cast<std::uint32_t>(x);
    for (unsigned shift = 0; shift < 32; shift += 8)
      out += static_cast<char>(bits >> shift & 0xFFU);
  }
  return out;
}

align::VectorTable read(const std::string& bytes, std::size_t segments) {
  std::istringstream in(bytes);
  return align::read_rows({&in, "x.emb"}, segments);
}

align::VectorTable read(const std::string& bytes, const std::string& text,
                        const SegmentedDocument& document) {
  std::istringstream in(bytes);
  std::istringstream lines(text);
  return align::read_rows({&in, "x.emb"}, {&lines, "x"}, document);
}

/// The first numbers of the vector of some segments.
std::vector<float> vector(const align::VectorTable& table, std::size_t begin, std::size_t count) {
  const align::RowSum sum = table.sum(begin, count);
  std::vector<float> out(table.dimension());
  for (std::size_t r = 0; r < sum.count; ++r) {
    for (std::size_t d = 0; d < out.size(); ++d) out[d] += sum.rows[r][d] * sum.scale;
  }
  return out;
}

void check_near(const std::vector<float>& a, const std::vector<float>& b) {
  REQUIRE(a.size() == b.size());
  for (std::size_t d = 0; d < a.size(); ++d) CHECK(a[d] == Approx(b[d]).margin(1e-6));
}

const float kRoot = std::sqrt(0.5F);

// Vectors as an encoder might give them: those of words, which translations share, added up.
constexpr std::size_t kDimension = 64;

std::vector<float> random_vector(std::mt19937& random, double scale) {
  std::vector<float> out(kDimension);
  for (float& x : out) {  // a sum of uniform numbers is near enough to a normal one
    double sum = -6.0;
    for (int k = 0; k < 12; ++k) sum += static_cast<double>(random()) / 4294967296.0;
    x = static_cast<float>(scale * sum);
  }
  return out;
}

void add(std::vector<float>& sum, const std::vector<float>& x) {
  for (std::size_t d = 0; d < sum.size(); ++d) sum[d] += x[d];
}

/// A text in two languages of which the aligner knows nothing: no two words are alike, no number
/// or mark relates them, all sentences are as long. The translation lacks 3, 8 and 18 of the 20
/// sentences, and joins 5 and 6, 12 and 13. Vectors tell what means what, but for some noise.
struct Unknown {
  SegmentedDocument source;
  SegmentedDocument target;
  std::vector<float> source_rows;
  std::vector<float> target_rows;
};

void append(SegmentedDocument& side, const std::string& text) {
  Block block;
  block.text = text;
  side.segments.push_back({side.document.blocks.size(), {0, text.size()}});
  side.document.blocks.push_back(block);
}

std::string gibberish(std::mt19937& random, const std::string& letters) {
  std::string out;
  for (int word = 0; word < 5; ++word) {
    if (word > 0) out += ' ';
    for (int k = 0; k < 6; ++k) out += letters[random() % letters.size()];
  }
  return out + '.';
}

Unknown make_unknown(double noise, bool informative = true) {
  std::mt19937 random(7);
  Unknown out;
  out.source.document.language = LanguageTag("eu");
  out.target.document.language = LanguageTag("tr");
  for (std::size_t i = 0; i < 20; ++i) {
    const std::vector<float> meaning = random_vector(random, 1.0);
    append(out.source, gibberish(random, "bdgklm"));
    std::vector<float> row = random_vector(random, noise);
    if (informative) add(row, meaning);
    out.source_rows.insert(out.source_rows.end(), row.begin(), row.end());
    if (i % 7 == 6) {  // joined to the one before it
      const std::string one = gibberish(random, "fnprsz");
      Block& last = out.target.document.blocks.back();
      last.text += ' ' + one;
      out.target.segments.back().span.end = last.text.size();
      for (std::size_t d = 0; informative && d < kDimension; ++d) {
        out.target_rows[out.target_rows.size() - kDimension + d] += meaning[d];
      }
    } else if (i % 5 != 3) {
      append(out.target, gibberish(random, "fnprsz"));
      row = random_vector(random, noise);
      if (informative) add(row, meaning);
      out.target_rows.insert(out.target_rows.end(), row.begin(), row.end());
    }
  }
  return out;
}

Alignment align_unknown(const Unknown& text, const BeadScorer* scorer) {
  const Aligner aligner({LanguageTag("eu"), LanguageTag("tr")});
  return aligner.align(text.source, text.target, {.scorer = scorer});
}

}  // namespace

TEST_CASE("a row a segment: 32-bit numbers, little-endian, made unit vectors", "[align]") {
  const align::VectorTable table =
      read(std::string("\0\0\x40\x40\0\0\x80\x40", 8) + emb({0, -7}), 2);
  CHECK(table.segments() == 2);
  CHECK(table.dimension() == 2);
  check_near(vector(table, 0, 1), {0.6F, 0.8F});
  check_near(vector(table, 1, 1), {0.0F, -1.0F});
}

TEST_CASE("segments without a vector of their joined text have the sum of theirs", "[align]") {
  const align::VectorTable table = read(emb({5, 0, 0, 2, 0, -1}), 3);
  check_near(vector(table, 0, 2), {kRoot, kRoot});
  check_near(vector(table, 1, 2), {0.0F, 0.0F});  // they cancel each other out
  CHECK_FALSE(table.known(1, 2));
}

TEST_CASE("rows belong to lines where their text is given, joined segments' too", "[align]") {
  const SegmentedDocument text = document("fr", {"Un.", "Deux.", "", "Un."});
  const align::VectorTable table = read(emb({1, 0, 0, 1, 1, 1, -1, 0, 0, -1}),
                                        "Deux.\n Un. \r\nautre\nUn. Deux.\nBLANK_LINE\n", text);
  check_near(vector(table, 0, 1), {0.0F, 1.0F});
  check_near(vector(table, 1, 1), {1.0F, 0.0F});
  check_near(vector(table, 0, 2), {-1.0F, 0.0F});  // not the sum
  check_near(vector(table, 2, 1), {0.0F, -1.0F});  // Vecalign's name for what has no text
  check_near(vector(table, 3, 1), {0.0F, 1.0F});   // the same text, the same vector
  check_near(vector(table, 1, 2), {kRoot, -kRoot});
}

TEST_CASE("a segment without a row is not known, and says nothing", "[align]") {
  const align::VectorTable table = read(emb({1, 0}), "Un.\n", document("fr", {"Un.", "Deux."}));
  CHECK(table.known(0, 1));
  CHECK_FALSE(table.known(1, 1));
}

TEST_CASE("vectors that do not go with the segments are refused", "[align]") {
  const SegmentedDocument text = document("fr", {"Un.", "Deux."});
  CHECK_THROWS_WITH(read(emb({1, 2, 3}), 2), Contains("12 bytes") && Contains("2 segments"));
  CHECK_THROWS_WITH(read(emb({1, 2}) + "x", 1), Contains("9 bytes"));
  CHECK_THROWS_WITH(read("", 2), Contains("0 bytes"));
  CHECK_THROWS_WITH(read(std::string(4 * 70'000, '\0'), 1), Contains("70000"));
  CHECK_THROWS_WITH(read(emb({1, 2, 3}), "Un.\nDeux.\n", text), Contains("2 lines of x"));
  CHECK_THROWS_WITH(read(emb({1, 2}), "Trois.\nQuatre.\n", text), Contains("no line"));
  CHECK_THROWS_WITH(read(emb({1, 2, 3, std::numeric_limits<float>::infinity()}), 2),
                    Contains("row 2") && Contains("finite"));
  CHECK_THROWS_AS(read_sentence_vectors("no/such.emb", text), Error);
  CHECK_THROWS_AS(SentenceVectors(std::vector<float>{1, 2, 3}, 2), Error);
  CHECK_THROWS_AS(SentenceVectors(std::vector<float>{1, NAN}, 2), Error);
}

TEST_CASE("no vectors are vectors of no segments", "[align]") {
  CHECK(read("", 0).segments() == 0);
  const SentenceVectors none({}, 0);
  const VectorScorer scorer(none, none);
  CHECK(scorer.recognised() == 0.0);
  CHECK_THROWS_AS(scorer.score({0, 1}, {0, 1}), Error);
}

TEST_CASE("vectors from memory", "[align]") {
  const SentenceVectors vectors(std::vector<float>{3, 4, 0, 0, 0, 2}, 2);
  CHECK(vectors.size() == 3);
  CHECK(vectors.dimension() == 2);
  CHECK(vectors.missing() == 1);
  check_near(vectors.vector({0, 1}), {0.6F, 0.8F});
  CHECK_THROWS_AS(vectors.vector({2, 4}), Error);
  CHECK_THROWS_AS(vectors.vector({1, 1}), Error);
  CHECK_THROWS_AS(VectorScorer(vectors, SentenceVectors(std::vector<float>{1, 2, 3}, 3)), Error);
}

const std::string kUnknownBeads =
    "0-0 1-1 2-2 3- 4-3 5,6-4 7-5 8- 9-6 10-7 11-8 12,13-9 14-10 15-11 16-12 17-13 18- 19-14";

TEST_CASE("vectors align what nothing else relates", "[align]") {
  for (const double noise : {0.1, 0.5}) {
    INFO(noise);
    const Unknown text = make_unknown(noise);
    CHECK(to_string(align_unknown(text, nullptr)) != kUnknownBeads);
    const SentenceVectors source(text.source_rows, kDimension);
    const SentenceVectors target(text.target_rows, kDimension);
    const VectorScorer scorer(source, target);
    CHECK(scorer.recognised() > 0.5);
    CHECK(to_string(align_unknown(text, &scorer)) == kUnknownBeads);
  }
}

TEST_CASE("vectors that tell nothing apart say nothing", "[align]") {
  const Unknown text = make_unknown(1.0, false);
  const SentenceVectors source(text.source_rows, kDimension);
  const SentenceVectors target(text.target_rows, kDimension);
  const std::vector<float> same(text.source_rows.size(), 1.0F);
  const SentenceVectors equal(same, kDimension);
  const VectorScorer by_chance(source, target);
  const VectorScorer by_nothing(equal, equal);
  for (const VectorScorer* scorer : {&by_chance, &by_nothing}) {
    CHECK(scorer->recognised() < 0.1);
    CHECK(std::abs(scorer->score({3, 4}, {3, 4})) < 0.2);
  }
  CHECK(to_string(align_unknown(text, &by_chance)) == to_string(align_unknown(text, nullptr)));
}

TEST_CASE("a bead is worth at least what the beads are into which it can be split", "[align]") {
  const Unknown text = make_unknown(0.1);
  const SentenceVectors source(text.source_rows, kDimension);
  const SentenceVectors target(text.target_rows, kDimension);
  const VectorScorer scorer(source, target);
  CHECK(scorer.score({0, 1}, {0, 1}) > 1.0);
  CHECK(scorer.score({0, 1}, {1, 2}) < 0.0);
  CHECK(scorer.score({0, 2}, {0, 2}) >=
        scorer.score({0, 1}, {0, 1}) + scorer.score({1, 2}, {1, 2}));
}

#include <algorithm>
#include <random>

#include <catch2/catch.hpp>

#include "memory/edit_distance.hpp"

using namespace trujaman::memory;

namespace {

std::size_t plain_distance(const std::vector<WordId>& a, const std::vector<WordId>& b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t corner = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1)});
      corner = above;
    }
  }
  return row.back();
}

std::vector<WordId> random_words(std::mt19937& random, std::size_t max_length, WordId vocabulary) {
  std::vector<WordId> words(random() % (max_length + 1));
  for (WordId& w : words) w = static_cast<WordId>(random() % vocabulary);
  return words;
}

}  // namespace

TEST_CASE("the bit-parallel distance is Levenshtein's, across blocks of 64 words", "[memory]") {
  std::mt19937 random(1);
  for (int round = 0; round < 3000; ++round) {
    const std::size_t longest = round % 3 == 0 ? 200 : 20;
    const std::vector<WordId> a = random_words(random, longest, 6);
    const std::vector<WordId> b = random_words(random, longest, 6);
    REQUIRE(EditDistance(a)(b, longest) == plain_distance(a, b));
  }
}

TEST_CASE("a distance above the limit is told to be above it", "[memory]") {
  std::mt19937 random(2);
  for (int round = 0; round < 2000; ++round) {
    const std::vector<WordId> a = random_words(random, 90, 5);
    const std::vector<WordId> b = random_words(random, 90, 5);
    const std::size_t limit = random() % 40;
    const std::size_t expected = plain_distance(a, b);
    const std::size_t distance = EditDistance(a)(b, limit);
    if (expected <= limit) {
      REQUIRE(distance == expected);
    } else {
      REQUIRE(distance > limit);
    }
  }
}

TEST_CASE("matched pairs are equal words in order, as many as a shortest way has", "[memory]") {
  std::mt19937 random(3);
  for (int round = 0; round < 1000; ++round) {
    const std::vector<WordId> a = random_words(random, 15, 4);
    const std::vector<WordId> b = random_words(random, 15, 4);
    const auto pairs = matched_pairs(a, b);
    for (std::size_t k = 0; k < pairs.size(); ++k) {
      REQUIRE(a[pairs[k].first] == b[pairs[k].second]);
      if (k > 0) {
        REQUIRE(pairs[k - 1].first < pairs[k].first);
        REQUIRE(pairs[k - 1].second < pairs[k].second);
      }
    }
    // Every word that is not in a pair costs at most one step.
    const std::size_t longer = std::max(a.size(), b.size());
    REQUIRE(longer - pairs.size() <= plain_distance(a, b));
  }
}

TEST_CASE("very long texts are paired at their equal ends only", "[memory]") {
  std::vector<WordId> a(5000, 1);
  std::vector<WordId> b(5000, 2);
  a.front() = b.front() = 3;
  a.back() = b.back() = 4;
  CHECK(matched_pairs(a, b).size() == 2);
}

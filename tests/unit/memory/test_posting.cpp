#include <random>
#include <set>

#include <catch2/catch.hpp>

#include <trujaman/error.hpp>

#include "memory/posting.hpp"
#include "memory/schema.hpp"
#include "memory/sqlite.hpp"
#include "units.hpp"

using namespace trujaman::memory;

namespace {

std::vector<Posting> stored(Connection& connection, WordId word) {
  std::vector<Posting> out;
  Query rows(connection, "SELECT list FROM postings WHERE word = ?1 ORDER BY first",
             std::int64_t{word});
  while (rows.next()) {
    for (const Posting& p : decode_postings(rows.text(0))) out.push_back(p);
  }
  return out;
}

}  // namespace

TEST_CASE("postings come back from their bytes", "[memory]") {
  const std::vector<Posting> postings{
      {1, 0, 7}, {1, 0, 9}, {1, 1, 3}, {12, 4, 1LL << 39U}, {kMaxLength, kMaxPlace, 5}};
  const std::string bytes = encode_postings(postings.data(), postings.data() + postings.size());
  CHECK(decode_postings(bytes) == postings);
}

TEST_CASE("bytes that break off are told to be damaged", "[memory]") {
  const Posting posting{300, 2, 100'000};
  std::string bytes = encode_postings(&posting, &posting + 1);
  bytes.pop_back();
  CHECK_THROWS_AS(decode_postings(bytes), trujaman::Error);
}

TEST_CASE("a list grown in any order and cut into rows stays sorted and whole", "[memory]") {
  const test::TemporaryPath path;
  Connection connection(path.get().string(), Connection::Mode::Create);
  prepare_schema(connection, true);
  PostingWriter writer(connection);
  std::mt19937 random(4);
  std::set<Posting> expected;
  for (int round = 0; round < 40; ++round) {
    for (int i = 0; i < 300; ++i) {
      const Posting p{static_cast<std::uint32_t>(1 + random() % 40),
                      static_cast<std::uint32_t>(random() % 8),
                      static_cast<std::int64_t>(1 + random() % 1'000'000)};
      if (expected.insert(p).second) writer.add(5, p);
    }
    writer.flush();
    for (int i = 0; i < 30; ++i) {
      auto victim = expected.begin();
      std::advance(victim, static_cast<long>(random() % expected.size()));
      writer.remove(5, *victim);
      expected.erase(victim);
    }
  }
  CHECK(stored(connection, 5) == std::vector<Posting>(expected.begin(), expected.end()));
  const std::int64_t rows = select_integer(connection, "SELECT count(*) FROM postings", 0);
  CHECK(rows > 10);
  CHECK(select_integer(connection, "SELECT max(length(list)) FROM postings", 0) < 2000);
}

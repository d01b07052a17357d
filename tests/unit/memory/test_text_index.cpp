// Blocks of the text index: what is written is read, and what is damaged is refused.
#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <string>

#include <catch2/catch.hpp>

#include <trujaman/error.hpp>

#include "memory/block_builder.hpp"
#include "memory/connection_pool.hpp"
#include "memory/fuzzy_index.hpp"
#include "memory/phrase_index.hpp"
#include "memory/posting_lists.hpp"
#include "memory/word_map.hpp"
#include "units.hpp"

using namespace trujaman::memory;
using test::kSpanishEnglish;

namespace {

std::string text_of(std::mt19937& random) {
  std::string text;
  for (std::size_t n = 1 + random() % 14; n > 0; --n) {
    text += "w" + std::string(1, static_cast<char>('a' + random() % 20)) + " ";
    if (random() % 8 == 0) text += std::to_string(random() % 3000) + " ";
  }
  return text;
}

std::int64_t count(const test::TemporaryPath& path, const char* sql) {
  Connection connection(path.get().string(), Connection::Mode::ReadOnly);
  Query query(connection, sql);
  return query.next() ? query.integer(0) : -1;
}

}  // namespace

TEST_CASE("a word map knows the words that were put into it, and no others", "[memory]") {
  WordMap map;
  for (WordId i = 0; i < 5000; ++i) map.insert("word" + std::to_string(i), i);
  CHECK(map.size() == 5000);
  for (WordId i = 0; i < 5000; ++i) REQUIRE(map.find("word" + std::to_string(i)) == i);
  CHECK_FALSE(map.find("word5000"));
  CHECK_FALSE(map.find(""));
  map.clear();
  CHECK_FALSE(map.find("word1"));
}

TEST_CASE("numbers of up to nine digits are their own ids", "[memory]") {
  CHECK(literal("0") == kFirstLiteral);
  CHECK(literal("2030") == kFirstLiteral + 2030);
  CHECK_FALSE(literal("007"));
  CHECK_FALSE(literal("1.000"));
  CHECK_FALSE(literal("1234567890"));
  CHECK(fuzzy_word(*literal("2030")) == kAnyNumber);
  CHECK(fuzzy_word(kFirstNumber + 3) == kAnyNumber);
  CHECK(fuzzy_word(17) == 17);
  CHECK(fuzzy_word(kFirstUnknown + 1) == kFirstUnknown + 1);
}

TEST_CASE("a block holds the sequences that it was made of", "[memory]") {
  std::mt19937 random(5);
  Sequences sequences;
  std::map<std::int64_t, std::vector<WordId>> expected;
  for (std::int64_t variant = 1; variant <= 3000; ++variant) {
    std::vector<WordId> words;
    for (std::size_t n = 1 + random() % 30; n > 0; --n) {
      const auto drawn = static_cast<WordId>(random() % 500);
      words.push_back(random() % 7 == 0 ? kFirstLiteral + drawn : 1 + drawn);
    }
    sequences.add(variant * 3, words);
    expected[variant * 3] = words;
  }
  const test::TemporaryPath path;
  Connection connection(path.get().string(), Connection::Mode::Create);
  prepare_schema(connection, true);
  const std::string bytes = build_block(sequences);
  REQUIRE(bytes.size() > 2 * kPieceBytes);
  for (std::size_t at = 0; at < bytes.size(); at += kPieceBytes) {
    execute(connection, "INSERT INTO pieces (id, bytes) VALUES (?1, ?2)",
            static_cast<std::int64_t>((std::size_t{1} << 16U) + at / kPieceBytes),
            Blob{std::string_view(bytes).substr(at, kPieceBytes)});
  }
  BlockRow row;
  row.id = 1;
  row.variants = 3000;
  row.bytes = static_cast<std::int64_t>(bytes.size());
  Block block(connection, row);
  Sequences read;
  block.append_to(connection, read);
  REQUIRE(read.size() == expected.size());
  for (std::size_t i = 0; i < read.size(); ++i) {
    const auto words = read.words(i);
    REQUIRE(std::equal(words.begin(), words.end(), expected[read.variant(i)].begin(),
                       expected[read.variant(i)].end()));
  }
  // Each word's lists have the variants with it, from any start on.
  const auto place = block.place(7);
  REQUIRE(place);
  for (const std::uint32_t from : {0U, 1000U, 2999U}) {
    std::size_t found = 0;
    for (const Rank rank : {Rank::Near, Rank::Far}) {
      const std::string_view bytes_of_list = block.list(connection, *place, rank);
      if (bytes_of_list.empty()) continue;
      ListReader list(bytes_of_list, rank, from);
      std::array<std::uint32_t, 10> locals{};
      for (std::size_t n = 10; n == 10;) found += n = list.next(3000, locals.data(), 10);
    }
    std::size_t wanted = 0;
    for (std::uint32_t local = from; local < 3000; ++local) {
      const auto& words = expected[block.variant(connection, local)];
      wanted += std::find(words.begin(), words.end(), 7U) != words.end() ? 1 : 0;
    }
    CHECK(found == wanted);
  }
}

TEST_CASE("blocks stay few, and go when half of their variants are gone", "[memory]") {
  const test::TemporaryPath path;
  trujaman::Memory memory = trujaman::Memory::open(path.get(), trujaman::Memory::Mode::Create);
  std::mt19937 random(3);
  for (int i = 0; i < 1200; ++i) {
    memory.add(std::vector{test::unit(text_of(random), "t" + std::to_string(i))});
  }
  CHECK(count(path,
              "SELECT count(*) FROM blocks WHERE language = (SELECT id FROM languages WHERE tag = "
              "'es')") <= 8);
  CHECK(count(path,
              "SELECT sum(variants) FROM blocks WHERE language = (SELECT id FROM languages WHERE "
              "tag = 'es')") == 1200);
  trujaman::MemoryWriter writer = memory.write();
  for (std::int64_t row = 1; row <= 1200; ++row) writer.remove(row);
  writer.commit();
  CHECK(count(path, "SELECT count(*) FROM blocks") == 0);
  CHECK(count(path, "SELECT count(*) FROM pieces") == 0);
}

TEST_CASE("parts of words are found through the vocabulary", "[memory]") {
  const test::TemporaryPath path;
  trujaman::Memory memory = trujaman::Memory::open(path.get(), trujaman::Memory::Mode::Create);
  memory.add(std::vector{test::unit("La migración laboral de 2024", "a"),
                         test::unit("Los inmigrantes", "b"), test::unit("Unos 1.202 casos", "c"),
                         test::unit("Nada", "d")});
  ConnectionPool pool(path.get().string(), Connection::Mode::ReadOnly);
  const auto lease = pool.lend();
  IndexReader& index = lease.reader().index;
  const std::int64_t spanish = index.language("es");
  const auto found = [&](const Phrase& phrase) {
    std::vector<std::int64_t> out;
    find_phrase(index, spanish, phrase, Places::InARow, [&](std::int64_t variant) {
      out.push_back(variant);
      return true;
    });
    return out;
  };
  const auto with = [&](std::string_view letters) {
    return words_where(index, spanish, [=](std::string_view key) {
      return key.find(letters) != std::string_view::npos;
    });
  };
  CHECK(found({with("migra")}) == std::vector<std::int64_t>{3, 1});
  CHECK(found({with("202")}) == std::vector<std::int64_t>{5, 1});
  CHECK(found({with("migra"), with("lab")}) == std::vector<std::int64_t>{1});
  CHECK(found({with("xyz")}).empty());
}

TEST_CASE("a damaged index is told to be damaged or finds something else, and harms nothing",
          "[memory]") {
  const test::TemporaryPath path;
  std::mt19937 random(9);
  std::vector<std::string> texts;
  {
    trujaman::Memory memory = trujaman::Memory::open(path.get(), trujaman::Memory::Mode::Create);
    trujaman::MemoryWriter writer = memory.write();
    for (int i = 0; i < 600; ++i) {
      texts.push_back(text_of(random));
      writer.add(test::unit(texts.back(), "t" + std::to_string(i)));
    }
    writer.commit();
  }
  Connection connection(path.get().string(), Connection::Mode::ReadWrite);
  std::string whole;
  {
    Query query(connection, "SELECT bytes FROM pieces WHERE id = (SELECT min(id) FROM pieces)");
    REQUIRE(query.next());
    whole = query.text(0);
  }
  int refused = 0;
  for (int round = 0; round < 300; ++round) {
    std::string bytes = whole;
    // The header and the tables, whose errors would lead astray, more often than the rest.
    const std::size_t reach = round % 3 == 0 ? bytes.size() : std::size_t{400};
    for (std::size_t i = 1 + random() % 6; i > 0; --i) {
      bytes[random() % reach] = static_cast<char>(random() % 256);
    }
    execute(connection, "UPDATE pieces SET bytes = ?1 WHERE id = (SELECT min(id) FROM pieces)",
            Blob{bytes});
    try {
      trujaman::Memory memory = trujaman::Memory::open(path.get());
      for (int q = 0; q < 5; ++q) {
        const std::string& text = texts[random() % texts.size()];
        static_cast<void>(memory.lookup(text, kSpanishEnglish, {.min_score = 50}));
        static_cast<void>(memory.concordance(text.substr(0, 5), kSpanishEnglish));
      }
      memory.add(std::vector{test::unit("uno", "one " + std::to_string(round))});
    } catch (const trujaman::Error& error) {
      CHECK(error.code() == trujaman::Errc::Storage);
      ++refused;
    }
  }
  CHECK(refused > 0);
}

TEST_CASE("lists are the same however many postings are sorted at once", "[memory]") {
  constexpr std::uint32_t kLists = 6;
  std::array<std::string, 3> written;
  const std::array<std::size_t, 3> together{1, 7, 1'000'000};
  for (std::size_t i = 0; i < together.size(); ++i) {
    std::mt19937 random(3);
    PostingLists lists(kLists, together[i]);
    for (std::uint32_t local = 0; local < 2000;
         local += 1 + static_cast<std::uint32_t>(random() % 200)) {
      for (std::uint32_t list = 0; list + 1 < kLists; ++list) {  // the last one stays empty
        if (list != 3 && random() % 2 == 0) lists.add(list, local, local * 31);
      }
    }
    for (std::uint32_t local = 2000; local < 2300; ++local) lists.add(3, local, 0);
    lists.finish();
    for (std::uint32_t list = 0; list < kLists; ++list) {
      const std::size_t before = written[i].size();
      lists.append(list, written[i]);
      CHECK(written[i].size() - before == lists.bytes(list));
    }
  }
  CHECK(written[0].size() > 400);
  CHECK(written[0] == written[2]);
  CHECK(written[1] == written[2]);
}

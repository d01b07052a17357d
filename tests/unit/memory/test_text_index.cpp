// Blocks of the text index: what is written is read, and what is damaged is refused.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <random>
#include <string>

#include <catch2/catch.hpp>

#include <trujaman/error.hpp>

#include "memory/block_builder.hpp"
#include "memory/connection_pool.hpp"
#include "memory/fuzzy_index.hpp"
#include "memory/phrase_index.hpp"
#include "memory/text_index.hpp"
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

namespace {

/// The words of each variant that the blocks of a language have.
std::map<std::int64_t, std::vector<WordId>> sequences_of(Connection& connection,
                                                         std::int64_t language) {
  std::map<std::int64_t, std::vector<WordId>> out;
  for (const BlockRow& row : read_block_rows(connection, language)) {
    Sequences sequences;
    Block(connection, row).append_to(connection, sequences);
    for (std::size_t i = 0; i < sequences.size(); ++i) {
      const auto words = sequences.words(i);
      out[sequences.variant(i)].assign(words.begin(), words.end());
    }
  }
  return out;
}

std::int64_t blocks_of(Connection& connection, std::int64_t language) {
  return static_cast<std::int64_t>(read_block_rows(connection, language).size());
}

}  // namespace

TEST_CASE("what is written in many blocks is the same in one", "[memory]") {
  const test::TemporaryPath path;
  Connection connection(path.get().string(), Connection::Mode::Create);
  prepare_schema(connection, true);
  connection.run("INSERT INTO languages (id, tag, general) VALUES (1, 'es', 1), (2, 'en', 2)");
  std::mt19937 random(17);
  std::vector<std::string> texts;
  for (int i = 0; i < 3000; ++i) texts.push_back(text_of(random));
  // Language 1 in one piece; language 2 is held back in parts, merged in the end.
  TextIndexWriter whole(connection);
  TextIndexWriter parts(connection, {.variants = 250, .words = 1U << 21U});
  for (std::size_t i = 0; i < texts.size(); ++i) {
    whole.add(static_cast<std::int64_t>(i) * 2 + 1, 1, texts[i]);
  }
  whole.flush();
  for (std::size_t i = 0; i < texts.size(); ++i) {
    parts.add(static_cast<std::int64_t>(i) * 2 + 2, 2, texts[i]);
  }
  CHECK(blocks_of(connection, 2) == 12);
  parts.flush();
  REQUIRE(blocks_of(connection, 1) == 1);
  REQUIRE(blocks_of(connection, 2) == 1);
  const auto expected = sequences_of(connection, 1);
  const auto merged = sequences_of(connection, 2);
  REQUIRE(merged.size() == texts.size());
  std::map<WordId, WordId> names;  // a word has another number in another language
  for (const auto& [variant, words] : merged) {
    const std::vector<WordId>& others = expected.at(variant - 1);
    REQUIRE(words.size() == others.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
      REQUIRE(names.emplace(words[i], others[i]).first->second == others[i]);
    }
  }
  // As large as the other, to the byte but for the order of equally frequent words.
  const std::int64_t one = read_block_rows(connection, 1)[0].bytes;
  const std::int64_t two = read_block_rows(connection, 2)[0].bytes;
  CHECK(std::abs(one - two) < one / 50);
  CHECK(select_integer(connection, "SELECT count(*) FROM temp.postings", -1) == 0);
}

TEST_CASE("small transactions leave the same blocks, whether merged in memory or streamed",
          "[memory]") {
  const test::TemporaryPath path;
  Connection connection(path.get().string(), Connection::Mode::Create);
  prepare_schema(connection, true);
  connection.run("INSERT INTO languages (id, tag, general) VALUES (1, 'es', 1), (2, 'es-AR', 2)");
  std::mt19937 random(19);
  std::int64_t variant = 0;
  for (int transaction = 0; transaction < 30; ++transaction) {
    TextIndexWriter in_memory(connection);
    TextIndexWriter streaming(connection, {.absorbed = 0});
    for (int i = 0; i < 100; ++i) {
      const std::string text = text_of(random);
      in_memory.add(++variant, 1, text);
      streaming.add(++variant, 2, text);
    }
    in_memory.flush();
    streaming.flush();
    REQUIRE(blocks_of(connection, 2) == blocks_of(connection, 1));
    CHECK(blocks_of(connection, 2) <= 14);  // seven of each size
  }
  const auto expected = sequences_of(connection, 1);
  const auto merged = sequences_of(connection, 2);
  REQUIRE(merged.size() == 3000);
  for (const auto& [number, words] : merged) {
    CHECK(words.size() == expected.at(number - 1).size());
  }
}

TEST_CASE("merging leaves out what is gone, and a block of which all is gone", "[memory]") {
  const test::TemporaryPath path;
  trujaman::Memory memory = trujaman::Memory::open(path.get(), trujaman::Memory::Mode::Create);
  std::mt19937 random(23);
  std::vector<trujaman::TranslationUnit> units;
  for (int i = 0; i < 2000; ++i)
    units.push_back(test::unit(text_of(random), "t" + std::to_string(i)));
  memory.add(units);
  for (std::int64_t row = 1; row <= 2000; row += 3) memory.remove(row);
  const auto before = memory.lookup(units[1].variants[0].text, kSpanishEnglish, {.min_score = 50});
  memory.compact();
  CHECK(count(path, "SELECT sum(removed) FROM blocks") == 0);
  CHECK(count(path, "SELECT sum(variants) FROM blocks") == 2 * 1333);
  CHECK(count(path, "SELECT count(*) FROM blocks") == 2);
  const auto after = memory.lookup(units[1].variants[0].text, kSpanishEnglish, {.min_score = 50});
  REQUIRE(before.size() == after.size());
  for (std::size_t i = 0; i < before.size(); ++i) CHECK(before[i].row == after[i].row);
}

TEST_CASE("compacting gives back the room of what was removed", "[memory]") {
  const test::TemporaryPath path;
  trujaman::Memory memory = trujaman::Memory::open(path.get(), trujaman::Memory::Mode::Create);
  std::mt19937 random(29);
  std::vector<trujaman::TranslationUnit> units;
  for (int i = 0; i < 3000; ++i)
    units.push_back(test::unit(text_of(random), "t" + std::to_string(i)));
  memory.add(units);
  const std::uintmax_t full = memory.statistics().bytes;
  {
    trujaman::MemoryWriter writer = memory.write();
    for (std::int64_t row = 1; row <= 2900; ++row) writer.remove(row);
    writer.commit();
  }
  memory.compact();
  CHECK(memory.statistics().bytes < full / 4);
  CHECK(memory.statistics().units == 100);
}

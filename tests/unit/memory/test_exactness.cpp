// The index must find what comparing a text with every unit would find, no more and no less.
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <random>

#include <catch2/catch.hpp>

#include "memory/lookup.hpp"
#include "units.hpp"

using namespace trujaman;
using test::kSpanishEnglish;

namespace {

using Stored = std::vector<std::pair<std::int64_t, TranslationUnit>>;

Stored all_units(const Memory& memory) {
  Stored out;
  memory.for_each([&](std::int64_t row, const TranslationUnit& unit) {
    out.emplace_back(row, unit);
    return true;
  });
  return out;
}

using Scores = std::vector<std::pair<std::int64_t, double>>;

/// (row, score) of all units that reach the lowest score, best first, by comparing every one.
Scores brute_force(const Stored& units, const std::string& text) {
  const memory::Scorer scorer(text, kSpanishEnglish);
  std::vector<FuzzyMatch> matches;
  for (const auto& [row, unit] : units) {
    std::optional<FuzzyMatch> match = scorer.score(unit, 50.0);
    if (!match) continue;
    match->row = row;
    matches.push_back(std::move(*match));
  }
  std::sort(matches.begin(), matches.end(), memory::is_better);
  Scores out;
  for (const FuzzyMatch& m : matches) out.emplace_back(m.row, m.score);
  return out;
}

/// Those of @p scores that a lookup with @p options must give.
Scores best_of(const Scores& scores, const LookupOptions& options) {
  Scores out;
  for (const auto& [row, score] : scores) {
    if (score >= options.min_score && out.size() < options.limit) out.emplace_back(row, score);
  }
  return out;
}

Scores looked_up(const Memory& memory, const std::string& text, const LookupOptions& options) {
  Scores out;
  for (const FuzzyMatch& m : memory.lookup(text, kSpanishEnglish, options)) {
    out.emplace_back(m.row, m.score);
  }
  return out;
}

/// Sentences of few words, so that many resemble each other, some of them far beyond 64 words.
std::string random_text(std::mt19937& random) {
  static const char* const kWords[] = {"la",  "migración", "de",   "los", "Migrantes", "y",
                                       "del", "clima",     "2030", "46",  "ODS",       "desarrollo",
                                       "en",  "países",    "con",  "el",  "agua",      "trabajo"};
  const std::size_t length = random() % 12 == 0 ? 60 + random() % 40 : 1 + random() % 9;
  std::string text;
  for (std::size_t i = 0; i < length; ++i) {
    if (i > 0) text += random() % 9 == 0 ? ", " : " ";
    text += kWords[std::min(random() % 18, random() % 18)];
  }
  return text + (random() % 2 == 0 ? "." : "");
}

void check_exactness(const Memory& memory, const std::vector<std::string>& queries) {
  const Stored units = all_units(memory);
  for (const std::string& query : queries) {
    const Scores expected = brute_force(units, query);
    for (const double threshold : {50.0, 57.0, 62.5, 69.9, 70.0, 78.5, 85.0, 99.0, 100.0}) {
      for (const std::size_t limit : {std::size_t{1}, std::size_t{5}, std::size_t{1000}}) {
        const LookupOptions options{.min_score = threshold, .limit = limit};
        INFO(query << " at " << threshold << ", " << limit << " at most");
        REQUIRE(looked_up(memory, query, options) == best_of(expected, options));
      }
    }
  }
}

}  // namespace

TEST_CASE("lookup equals brute force on random texts", "[memory]") {
  std::mt19937 random(7);
  Memory memory = Memory::in_memory();
  for (int batch = 0; batch < 4; ++batch) {
    std::vector<TranslationUnit> added;
    for (int i = 0; i < 150; ++i)
      added.push_back(test::unit(random_text(random), random_text(random)));
    memory.add(added);
    // Removing must leave the index in step, too.
    const Stored units = all_units(memory);
    for (int i = 0; i < 20; ++i) memory.remove(units[random() % units.size()].first);
  }
  std::vector<std::string> queries;
  for (int i = 0; i < 60; ++i) queries.push_back(random_text(random));
  check_exactness(memory, queries);
}

TEST_CASE("lookup equals brute force on a real document", "[memory]") {
  const char* shared = std::getenv("TRUJAMAN_SHARED");
  std::ifstream in(std::string(shared == nullptr ? "" : shared) +
                   "/data/seed/seed_gold_segments.tsv");
  if (!in) {
    WARN("skipped: the shared data are not there");
    return;
  }
  Memory memory = Memory::in_memory();
  std::vector<std::string> texts;
  MemoryWriter writer = memory.write();
  for (std::string line; std::getline(in, line);) {
    texts.push_back(line.substr(line.rfind('\t') + 1));
    writer.add(test::unit(texts.back(), "text " + std::to_string(texts.size())));
  }
  writer.commit();
  // Each text, and each with its second half exchanged for another's.
  std::vector<std::string> queries;
  for (std::size_t i = 0; i + 1 < texts.size(); i += 2) {
    queries.push_back(texts[i]);
    const std::string& other = texts[i + 1];
    queries.push_back(texts[i].substr(0, texts[i].find(' ', texts[i].size() / 2)) +
                      other.substr(std::min(other.size(), other.find(' ', other.size() / 2))));
  }
  check_exactness(memory, queries);
}

TEST_CASE("lookup equals brute force while units come, change and go one by one", "[memory]") {
  std::mt19937 random(11);
  Memory memory = Memory::in_memory();
  // More units than a block of the lowest tier has, in transactions of all sizes.
  for (int step = 0; step < 60; ++step) {
    std::vector<TranslationUnit> added;
    for (std::size_t i = random() % (step % 10 == 0 ? 400 : 12); i > 0; --i) {
      added.push_back(test::unit(random_text(random), random_text(random)));
    }
    memory.add(added);
    const Stored units = all_units(memory);
    if (units.empty()) continue;
    {
      MemoryWriter writer = memory.write();
      for (int i = 0; i < 4; ++i) {
        writer.update(units[random() % units.size()].first,
                      test::unit(random_text(random), random_text(random)));
        writer.remove(units[random() % units.size()].first);
      }
      writer.commit();
    }
    if (step == 29) memory.compact();
    if (step % 15 == 14) {
      std::vector<std::string> queries;
      for (int i = 0; i < 6; ++i) queries.push_back(random_text(random));
      for (int i = 0; i < 6; ++i) {
        queries.push_back(units[random() % units.size()].second.variants[0].text);
      }
      check_exactness(memory, queries);
    }
  }
}

TEST_CASE("lookup equals brute force at every threshold", "[memory]") {
  std::mt19937 random(13);
  Memory memory = Memory::in_memory();
  std::vector<TranslationUnit> added;
  for (int i = 0; i < 500; ++i) {
    added.push_back(test::unit(random_text(random), random_text(random)));
  }
  memory.add(added);
  const Stored units = all_units(memory);
  for (int i = 0; i < 12; ++i) {
    const std::string query = random_text(random);
    const Scores expected = brute_force(units, query);
    for (double threshold = 50.0; threshold <= 100.0; threshold += 1.0) {
      const LookupOptions options{.min_score = threshold, .limit = 3};
      INFO(query << " at " << threshold);
      REQUIRE(looked_up(memory, query, options) == best_of(expected, options));
    }
  }
}

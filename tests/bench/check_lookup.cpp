/// Whether lookup gives what a scan of the whole memory gives.
///
///   check_lookup MEMORY QUERIES.tsv [MIN_SCORE [LIMIT [EVERY]]]
///
/// A line of QUERIES.tsv is: kind TAB Spanish text; of those, each EVERYth is checked. The scan
/// compares the words of the query with those of every unit, and scores what comes near enough.
/// Two threads. Exit code 1 when any answer differs.
#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <thread>
#include <unordered_map>
#include <utility>
#include <vector>

#include <trujaman/memory.hpp>

#include "memory/edit_distance.hpp"
#include "memory/fuzzy_index.hpp"
#include "memory/lookup.hpp"

namespace {

using namespace trujaman;
using memory::WordId;

const LanguagePair kPair{LanguageTag("es"), LanguageTag("en")};

using Answer = std::vector<std::pair<std::int64_t, double>>;  ///< (row, score), best first

/// The Spanish texts of a memory as numbers of words; the numbers are its own, not the index's.
class Scan {
 public:
  explicit Scan(const Memory& memory) : memory_(&memory) {
    memory.for_each([&](std::int64_t row, const TranslationUnit& unit) {
      for (const Variant& variant : unit.variants) {
        if (variant.language.primary() != kPair.source.primary()) continue;
        texts_.push_back({row, words_.size(), 0});
        for (const memory::Word& word : memory::make_key(variant.text).words) {
          words_.push_back(
              ids_.try_emplace(word.key, static_cast<WordId>(ids_.size())).first->second);
        }
        texts_.back().end = words_.size();
      }
      return true;
    });
  }
  [[nodiscard]] std::size_t size() const noexcept { return texts_.size(); }

  [[nodiscard]] Answer operator()(const std::string& query, const LookupOptions& options) const {
    const memory::Scorer scorer(query, kPair);
    std::vector<WordId> key;
    for (const memory::Word& word : scorer.key().words) {
      const auto known = ids_.find(word.key);
      key.push_back(known == ids_.end() ? static_cast<WordId>(ids_.size() + key.size())
                                        : known->second);
    }
    memory::EditDistance distance(key);
    std::vector<FuzzyMatch> matches;
    for (const Text& text : texts_) {
      const std::span<const WordId> other(words_.data() + text.begin, text.end - text.begin);
      const std::size_t longer = std::max(key.size(), other.size());
      const std::size_t limit = memory::max_distance(longer, options.min_score);
      if (distance(other, limit) > limit) continue;
      const std::optional<TranslationUnit> unit = memory_->get(text.row);
      std::optional<FuzzyMatch> match = scorer.score(*unit, options.min_score);
      if (!match) continue;
      match->row = text.row;
      if (matches.empty() || matches.back().row != text.row) matches.push_back(std::move(*match));
    }
    std::sort(matches.begin(), matches.end(), memory::is_better);
    Answer answer;
    for (const FuzzyMatch& match : matches) {
      if (answer.size() < options.limit) answer.emplace_back(match.row, match.score);
    }
    return answer;
  }

 private:
  struct Text {
    std::int64_t row = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  const Memory* memory_;
  std::unordered_map<std::string, WordId> ids_;
  std::vector<WordId> words_;
  std::vector<Text> texts_;
};

Answer looked_up(const Memory& memory, const std::string& query, const LookupOptions& options) {
  Answer answer;
  for (const FuzzyMatch& match : memory.lookup(query, kPair, options)) {
    answer.emplace_back(match.row, match.score);
  }
  return answer;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fputs("usage: check_lookup MEMORY QUERIES.tsv [MIN_SCORE [LIMIT [EVERY]]]\n", stderr);
    return 2;
  }
  LookupOptions options;
  if (argc > 3) options.min_score = std::atof(argv[3]);
  if (argc > 4) options.limit = static_cast<std::size_t>(std::atoi(argv[4]));
  const std::size_t every = argc > 5 ? static_cast<std::size_t>(std::atoi(argv[5])) : 1;
  const Memory memory = Memory::open(argv[1], Memory::Mode::ReadOnly);
  const Scan scan(memory);
  std::vector<std::string> queries;
  std::ifstream in(argv[2]);
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    if (number++ % every == 0) queries.push_back(line.substr(line.find('\t') + 1));
  }
  std::atomic<std::size_t> next = 0;
  std::atomic<std::size_t> matches = 0;
  std::atomic<std::size_t> wrong = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < queries.size(); i = next++) {
      const Answer expected = scan(queries[i], options);
      matches += expected.size();
      if (looked_up(memory, queries[i], options) == expected) continue;
      if (wrong++ < 10) std::printf("differs: %s\n", queries[i].c_str());
    }
  };
  std::thread other(work);
  work();
  other.join();
  std::printf("%zu queries on %zu texts at %g, best %zu: %zu matches, %zu answers differ\n",
              queries.size(), scan.size(), options.min_score, options.limit, matches.load(),
              wrong.load());
  return wrong == 0 ? 0 : 1;
}

// How fast a glossary of 100,000 terms loads and searches, beside a plain Aho–Corasick automaton
// over the bytes of the same terms, which finds them in their own form only.
//
//   bench_terms [TERMS] [SEGMENTS]
//
// Words are made of Spanish syllables and drawn by Zipf's law, always the same ones. Figures are
// medians of nine rounds.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include <trujaman/glossary.hpp>

namespace {

using trujaman::ConceptEntry;
using trujaman::Glossary;
using trujaman::LanguageTag;

/// Words and texts that look like Spanish to the rules.
class Language {
 public:
  explicit Language(std::size_t words) {
    std::unordered_set<std::string> seen;
    while (words_.size() < words) {
      std::string word = make_word();
      if (seen.insert(word).second) words_.push_back(std::move(word));
    }
  }

  /// A term of one to four words, some with "de" between.
  std::string term() {
    std::string out = words_[uniform(words_.size())];
    for (std::size_t n = uniform(4); n > 0; --n) {
      out += uniform(3) == 0 ? " de " : " ";
      out += words_[uniform(words_.size())];
    }
    return out;
  }
  /// A segment of 25 words: terms, plurals, function words.
  std::string segment(const std::vector<std::string>& terms) {
    std::string out;
    for (std::size_t n = 0; n < 25;) {
      if (!out.empty()) out += n % 9 == 8 ? ", " : " ";
      if (uniform(6) == 0) {
        out += terms[uniform(terms.size())];
        n += 2;
      } else if (uniform(3) == 0) {
        out += uniform(2) == 0 ? "de" : "para los";
        ++n;
      } else {
        out += words_[zipf()];
        out += uniform(2) == 0 ? "s" : "";
        ++n;
      }
    }
    return out + '.';
  }

 private:
  std::size_t uniform(std::size_t n) { return random_() % n; }
  std::size_t zipf() {  // rank ~ 1 / frequency
    const double u = static_cast<double>(uniform(1U << 20U)) / static_cast<double>(1U << 20U);
    const double rank = std::pow(static_cast<double>(words_.size()), u);
    return std::min(static_cast<std::size_t>(rank), words_.size() - 1);
  }
  std::string make_word() {
    constexpr std::string_view kOnsets = "bcdfglmnprstv";
    constexpr std::string_view kVowels = "aeiou";
    constexpr const char* kEndings[] = {"ción", "dad", "miento", "or",  "al", "o",
                                        "a",    "ado", "ista",   "ico", "e",  "és"};
    std::string word;
    for (std::size_t n = 2 + uniform(2); n > 0; --n) {
      word += kOnsets[uniform(kOnsets.size())];
      word += kVowels[uniform(kVowels.size())];
      if (uniform(4) == 0) word += "nrs"[uniform(3)];
    }
    word += kOnsets[uniform(kOnsets.size())];
    return word + kEndings[uniform(std::size(kEndings))];
  }

  std::mt19937 random_{1945};
  std::vector<std::string> words_;
};

/// A. V. Aho and M. J. Corasick, "Efficient String Matching" (CACM 18, 1975), algorithms 1 to 3,
/// with the goto function in a hash table.
class AhoCorasick {
 public:
  explicit AhoCorasick(const std::vector<std::string>& keys) : slots_(64) {
    for (const std::string& key : keys) {
      std::uint32_t node = 0;
      for (const char c : key) node = step_or_add(node, c);
      ++ends_[node];
    }
    link();
  }

  /// How many occurrences of keys @p text has.
  [[nodiscard]] std::size_t count(std::string_view text) const {
    std::size_t n = 0;
    std::uint32_t node = 0;
    for (const char c : text) {
      std::uint32_t next = step(node, c);
      while (next == kNone && node != 0) {
        node = fail_[node];
        next = step(node, c);
      }
      node = next == kNone ? 0 : next;
      n += ends_[node];
    }
    return n;
  }

 private:
  static constexpr std::uint32_t kNone = ~std::uint32_t{0};
  struct Slot {
    std::uint64_t key = ~std::uint64_t{0};
    std::uint32_t node = kNone;
  };
  static std::uint64_t key_of(std::uint32_t node, char c) {
    return std::uint64_t{node} << 8U | static_cast<unsigned char>(c);
  }
  [[nodiscard]] std::size_t place(std::uint64_t key) const {
    std::size_t i = (key * 0x9E3779B97F4A7C15U >> 20U) & (slots_.size() - 1);
    while (slots_[i].node != kNone && slots_[i].key != key) i = (i + 1) & (slots_.size() - 1);
    return i;
  }
  [[nodiscard]] std::uint32_t step(std::uint32_t node, char c) const {
    return slots_[place(key_of(node, c))].node;
  }
  std::uint32_t step_or_add(std::uint32_t node, char c) {
    if (2 * ends_.size() > slots_.size()) {
      std::vector<Slot> old(2 * slots_.size());
      old.swap(slots_);
      for (const Slot& slot : old) {
        if (slot.node != kNone) slots_[place(slot.key)] = slot;
      }
    }
    Slot& slot = slots_[place(key_of(node, c))];
    if (slot.node == kNone) {
      slot = {key_of(node, c), static_cast<std::uint32_t>(ends_.size())};
      ends_.push_back(0);
      edges_.push_back({node, c});
    }
    return slot.node;
  }
  /// Failure links, breadth first; a node counts the keys of its link, too.
  void link() {
    std::vector<std::vector<std::uint32_t>> levels(1, {0});
    std::vector<std::uint32_t> depth(ends_.size());
    for (std::uint32_t node = 1; node < ends_.size(); ++node) {
      depth[node] = depth[edges_[node - 1].first] + 1;
      if (levels.size() <= depth[node]) levels.emplace_back();
      levels[depth[node]].push_back(node);
    }
    fail_.assign(ends_.size(), 0);
    for (std::size_t d = 2; d < levels.size(); ++d) {
      for (const std::uint32_t node : levels[d]) {
        const auto [parent, c] = edges_[node - 1];
        std::uint32_t f = fail_[parent];
        while (f != 0 && step(f, c) == kNone) f = fail_[f];
        fail_[node] = step(f, c) == kNone ? 0 : step(f, c);
        ends_[node] += ends_[fail_[node]];
      }
    }
  }

  std::vector<Slot> slots_;
  std::vector<std::uint32_t> ends_{0};
  std::vector<std::pair<std::uint32_t, char>> edges_;  // of node i + 1, from its parent
  std::vector<std::uint32_t> fail_;
};

double median_seconds(const std::function<void()>& work) {
  std::vector<double> seconds;
  for (int round = 0; round < 9; ++round) {
    const auto start = std::chrono::steady_clock::now();
    work();
    seconds.push_back(
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  }
  std::sort(seconds.begin(), seconds.end());
  return seconds[seconds.size() / 2];
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t term_count = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 100'000;
  const std::size_t segment_count = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 2'000;
  Language language(30'000);
  const LanguageTag spanish("es");
  std::vector<std::string> terms;
  std::vector<ConceptEntry> concepts;
  for (std::size_t i = 0; i < term_count; ++i) {
    terms.push_back(language.term());
    ConceptEntry entry;
    entry.terms.resize(1);
    entry.terms[0].language = spanish;
    entry.terms[0].text = terms.back();
    concepts.push_back(std::move(entry));
  }
  std::vector<std::string> segments;
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < segment_count; ++i) {
    segments.push_back(language.segment(terms));
    bytes += segments.back().size();
  }

  const double copy = median_seconds([&] { const auto same = concepts; });
  const double load = median_seconds([&] { const Glossary glossary(concepts); }) - copy;
  const Glossary glossary(concepts);
  const AhoCorasick automaton(terms);
  std::size_t hits = 0;
  std::size_t strings = 0;
  const double search = median_seconds([&] {
    hits = 0;
    for (const std::string& s : segments) hits += glossary.recognize(s, spanish).size();
  });
  const double plain = median_seconds([&] {
    strings = 0;
    for (const std::string& s : segments) strings += automaton.count(s);
  });
  const auto each = [&](double seconds) {
    return 1e6 * seconds / static_cast<double>(segment_count);
  };
  std::printf("load            %zu terms in %.3f s\n", term_count, load);
  std::printf("recognize       %.2f us a segment of %zu bytes, %zu hits in %zu segments\n",
              each(search), bytes / segment_count, hits, segment_count);
  std::printf("Aho-Corasick    %.2f us a segment, %zu strings\n", each(plain), strings);
  std::printf("ratio           %.2f\n", search / plain);
}

// How fast a glossary of 100,000 terms loads and searches, beside a plain Aho–Corasick automaton
// over the bytes of the same terms, which finds them in their own form only.
//
//   bench_terms [TERMS] [SEGMENTS]
//
// Words are made of Spanish syllables and drawn by Zipf's law, always the same ones. Figures are
// medians of nine rounds, in processor time.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <unordered_set>
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
  /// A segment of 25 to 40 words, as institutions write them: terms, plurals, function words.
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

/// A. V. Aho and M. J. Corasick, "Efficient String Matching" (CACM 18, 1975), with their
/// deterministic automaton (algorithm 4): one table look-up a byte, and much memory. Bytes that no
/// key has share one column.
class AhoCorasick {
 public:
  explicit AhoCorasick(const std::vector<std::string>& keys) {
    for (const std::string& key : keys) {
      for (const char c : key) {
        std::uint32_t& column = column_[static_cast<unsigned char>(c)];
        if (column == 0) column = width_++;
      }
    }
    add_node();
    for (const std::string& key : keys) {
      std::uint32_t node = 0;
      for (const char c : key) {
        const std::size_t edge = edge_of(node, c);
        if (next_[edge] == 0) {
          const std::uint32_t fresh = add_node();
          next_[edge] = fresh;
        }
        node = next_[edge];
      }
      ++ends_[node];
    }
    complete();
  }

  /// How many occurrences of keys @p text has.
  [[nodiscard]] std::size_t count(std::string_view text) const {
    std::size_t n = 0;
    std::uint32_t node = 0;
    for (const char c : text) {
      node = next_[edge_of(node, c)];
      n += ends_[node];
    }
    return n;
  }

 private:
  [[nodiscard]] std::size_t edge_of(std::uint32_t node, char c) const {
    return std::size_t{node} * width_ + column_[static_cast<unsigned char>(c)];
  }
  std::uint32_t add_node() {
    next_.resize(next_.size() + width_);
    ends_.push_back(0);
    return static_cast<std::uint32_t>(ends_.size() - 1);
  }
  /// Fills the missing edges from the failure links, breadth first; a node counts the keys of its
  /// link, too.
  void complete() {
    std::vector<std::uint32_t> fail(ends_.size());
    std::vector<std::uint32_t> queue{0};
    for (std::size_t i = 0; i < queue.size(); ++i) {
      const std::uint32_t node = queue[i];
      for (std::size_t column = 0; column < width_; ++column) {
        std::uint32_t& child = next_[std::size_t{node} * width_ + column];
        const std::uint32_t beside =
            node == 0 ? 0 : next_[std::size_t{fail[node]} * width_ + column];
        if (child == 0) {
          child = beside;
          continue;
        }
        fail[child] = beside;
        ends_[child] += ends_[beside];
        queue.push_back(child);
      }
    }
  }

  std::array<std::uint32_t, 256> column_{};
  std::uint32_t width_ = 1;
  std::vector<std::uint32_t> next_;  ///< By node and column.
  std::vector<std::uint32_t> ends_;  ///< How many keys end at a node.
};

/// Processor time: other programs on the machine do not count.
double median_seconds(const std::function<void()>& work) {
  std::vector<double> seconds;
  for (int round = 0; round < 9; ++round) {
    const std::clock_t start = std::clock();
    work();
    seconds.push_back(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
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

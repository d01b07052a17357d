/// How the aligner's cost grows: aligns two documents of N made-up segments each and prints
/// segments a second and peak memory. One size a process, because peak memory never falls.
///
///   grow_aligner N [--write PREFIX]
///   grow_aligner --read PREFIX
///
/// The documents are drawn from a Zipf-distributed vocabulary of 60,000 words, each with one
/// translation, a third of them alike in both languages; 6 % of the segments are joined with the
/// next, 2 % are missing on one side, 10 % have numbers. --write keeps them, a segment a line, as
/// PREFIX.es and PREFIX.en, for other aligners; --read aligns what was kept so.
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include <sys/resource.h>

#include <trujaman/aligner.hpp>

#include "gold.hpp"

namespace {

using namespace trujaman;

constexpr std::size_t kWords = 60'000;

class Author {
 public:
  Author() {
    for (std::size_t w = 0; w < kWords; ++w) {
      source_.push_back(word());
      target_.push_back(w % 3 == 0 ? source_.back() : word());
      cumulative_.push_back((cumulative_.empty() ? 0.0 : cumulative_.back()) +
                            1.0 / std::pow(static_cast<double>(w) + 2.7, 1.05));
    }
  }

  /// A sentence and its translation.
  std::pair<std::string, std::string> sentence() {
    std::string source;
    std::string target;
    const std::size_t length = 4 + random_() % 32;
    for (std::size_t i = 0; i < length; ++i) {
      const std::size_t w = draw();
      source += (i == 0 ? "" : " ") + source_[w];
      if (random_() % 8 == 0) continue;  // not rendered
      target += (target.empty() ? "" : " ") + target_[w];
    }
    if (random_() % 10 == 0) {
      const std::string number = " " + std::to_string(random_() % 5000);
      source += number;
      target += number;
    }
    return {source + ".", target + "."};
  }

  std::size_t chance(std::size_t of) { return random_() % of; }

 private:
  std::string word() {
    std::string out;
    const std::size_t syllables = 1 + random_() % 4;
    for (std::size_t i = 0; i < syllables; ++i) {
      out += "bcdfglmnprstv"[random_() % 13];
      out += "aeiou"[random_() % 5];
      if (random_() % 3 == 0) out += "nrsl"[random_() % 4];
    }
    return out;
  }
  std::size_t draw() {
    const double x = cumulative_.back() * static_cast<double>(random_()) /
                     static_cast<double>(std::mt19937::max());
    return static_cast<std::size_t>(std::lower_bound(cumulative_.begin(), cumulative_.end(), x) -
                                    cumulative_.begin());
  }

  std::mt19937 random_{20240514};
  std::vector<std::string> source_;
  std::vector<std::string> target_;
  std::vector<double> cumulative_;
};

void append(SegmentedDocument& document, const std::string& text) {
  Block block;
  block.text = text;
  document.segments.push_back({document.document.blocks.size(), {0, text.size()}});
  document.document.blocks.push_back(std::move(block));
}

void write(const SegmentedDocument& document, const std::string& path) {
  std::ofstream out(path);
  for (std::size_t i = 0; i < document.size(); ++i) out << document.text(i) << '\n';
}

/// About @p n segments a side.
void make(SegmentedDocument& source, SegmentedDocument& target, std::size_t n) {
  Author author;
  while (source.size() < n) {
    const auto [s, t] = author.sentence();
    const std::size_t fate = author.chance(100);
    if (fate < 3) {
      append(source, s);
      const auto [s2, t2] = author.sentence();
      append(source, s2);
      append(target, t + " " + t2);
    } else if (fate < 6) {
      const auto [s2, t2] = author.sentence();
      append(source, s + " " + s2);
      append(target, t);
      append(target, t2);
    } else {
      if (fate != 6) append(source, s);
      if (fate != 7) append(target, t);
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::string first = argc > 1 ? argv[1] : "";
  const std::string prefix = argc > 2 ? argv[argc - 1] : "";
  SegmentedDocument source;
  SegmentedDocument target;
  source.document.language = LanguageTag("es");
  target.document.language = LanguageTag("en");
  if (first == "--read" && argc == 3) {
    source = bench::read_lines(prefix + ".es", "es");
    target = bench::read_lines(prefix + ".en", "en");
  } else if (std::atoll(first.c_str()) > 0) {
    make(source, target, static_cast<std::size_t>(std::atoll(first.c_str())));
  } else {
    std::fputs("usage: grow_aligner N [--write PREFIX] | --read PREFIX\n", stderr);
    return 2;
  }
  if (argc == 4) {
    write(source, prefix + ".es");
    write(target, prefix + ".en");
    return 0;
  }
  const Aligner aligner({LanguageTag("es"), LanguageTag("en")});
  const std::clock_t begin = std::clock();  // of the processor: other programs do not count
  const Alignment alignment = aligner.align(source, target);
  const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::printf("%8zu segments  %7.2f s  %7.0f segments/s  %6ld MB  quality %.3f\n", source.size(),
              seconds, static_cast<double>(source.size()) / seconds, usage.ru_maxrss / 1024,
              alignment.quality);
  return 0;
}

/// How fast the segmenter cuts text, beside ICU's sentence iterator on one core.
///
///   bench_segmenter FOLDER [MEGABYTES]
///
/// The text is that of the files NAME.es, NAME.en and NAME.fr below FOLDER, a paragraph a line
/// (sentences are put together by five), repeated until there are MEGABYTES (20) of each language.
/// Speeds are medians of five rounds in processor time, in megabytes of UTF-8 a second. ICU gets
/// UTF-16 that is ready for it ("ICU"), which is the least that it can take, and UTF-8 as we do.
/// Fails when this library takes less than 20 MB a second.
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <trujaman/segmenter.hpp>

#include "icu_sentences.hpp"

namespace {

namespace fs = std::filesystem;
using trujaman::LanguageTag;
using trujaman::Segmenter;
using trujaman::bench::IcuSentences;

constexpr double kLeastSpeed = 20.0;  // megabytes a second

std::vector<std::string> read_paragraphs(const fs::path& folder, const std::string& language,
                                         std::size_t bytes) {
  constexpr int kSentences = 5;
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == "." + language) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<std::string> unique;
  for (const fs::path& file : files) {
    std::ifstream in(file);
    std::string paragraph;
    int sentences = 0;
    for (std::string line; std::getline(in, line);) {
      if (!paragraph.empty()) paragraph += ' ';
      paragraph += line;
      if (++sentences % kSentences != 0) continue;
      unique.push_back(std::move(paragraph));
      paragraph.clear();
    }
    if (!paragraph.empty()) unique.push_back(std::move(paragraph));
  }
  std::vector<std::string> out;
  std::size_t size = 0;
  for (std::size_t i = 0; !unique.empty() && size < bytes; ++i) {
    out.push_back(unique[i % unique.size()]);
    size += out.back().size();
  }
  return out;
}

/// Median seconds of processor time that @p work takes.
template <typename Work>
double seconds(const Work& work) {
  std::array<double, 5> rounds{};
  for (double& round : rounds) {
    const std::clock_t begin = std::clock();
    work();
    round = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  }
  std::sort(rounds.begin(), rounds.end());
  return rounds[rounds.size() / 2];
}

/// Prints a row; returns the library's speed.
double measure(const std::string& language, const std::vector<std::string>& paragraphs) {
  std::vector<icu::UnicodeString> wide;
  std::size_t bytes = 0;
  for (const std::string& p : paragraphs) {
    wide.push_back(icu::UnicodeString::fromUTF8(p));
    bytes += p.size();
  }
  const Segmenter segmenter{LanguageTag(language)};
  IcuSentences icu(language, false);
  std::size_t ours = 0;
  std::size_t theirs = 0;
  const double own_time = seconds([&] {
    ours = 0;
    for (const std::string& p : paragraphs) ours += segmenter.split(p).size();
  });
  const double wide_time = seconds([&] {
    theirs = 0;
    for (const icu::UnicodeString& p : wide) theirs += icu.count(p);
  });
  const double utf8_time = seconds([&] {
    for (const std::string& p : paragraphs) theirs += icu.split(p).size();
  });
  const double megabytes = static_cast<double>(bytes) / 1e6;
  std::printf("%-8s %9zu %11.1f %9.1f %11.1f %12.2f\n", language.c_str(), ours,
              megabytes / own_time, megabytes / wide_time, megabytes / utf8_time,
              wide_time / own_time);
  return megabytes / own_time;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: bench_segmenter FOLDER [MEGABYTES]\n");
    return EXIT_FAILURE;
  }
  if (!fs::is_directory(argv[1])) {
    std::printf("no text in %s; skipped\n", argv[1]);
    return EXIT_SUCCESS;
  }
  const std::size_t bytes = (argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 20) * 1'000'000;
  bool fast = true;
  std::printf("language  segments    trujaman       ICU   ICU UTF-8   times ICU\n");
  for (const std::string language : {"es", "en", "fr"}) {
    const std::vector<std::string> paragraphs = read_paragraphs(argv[1], language, bytes);
    if (paragraphs.empty()) continue;
    fast = measure(language, paragraphs) >= kLeastSpeed && fast;
  }
  return fast ? EXIT_SUCCESS : EXIT_FAILURE;
}

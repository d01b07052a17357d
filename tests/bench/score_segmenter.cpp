/// Scores the segmenter on sentence-splitting cases, beside ICU's sentence iterator.
///
///   score_segmenter FOLDER [--errors]
///
/// FOLDER holds LANGUAGE.jsonl: objects with "text" and the list "segments". A case is right when
/// all its segments are; white space does not count, since a splitter that points into the text
/// cannot change it. Prints the share of right cases by language for this library, for ICU's
/// iterator alone, and for ICU's with the suppressions of the language; --errors adds each case
/// that this library has wrong.
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include <trujaman/segmenter.hpp>

#include "icu_sentences.hpp"

namespace {

namespace fs = std::filesystem;
using trujaman::LanguageTag;
using trujaman::Segmenter;
using trujaman::TextSpan;
using trujaman::bench::IcuSentences;
using Segments = std::vector<std::string>;

/// Runs of ASCII white space as one blank, none at the ends.
std::string squeeze(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

Segments cut(const std::string& text, const std::vector<TextSpan>& spans) {
  Segments out;
  for (const TextSpan& span : spans) {
    out.push_back(squeeze(std::string_view(text).substr(span.begin, span.size())));
  }
  return out;
}

void print_error(const std::string& text, const Segments& wanted, const Segments& found) {
  std::printf("\n  %s\n", text.c_str());
  for (const std::string& s : wanted) std::printf("    wanted | %s\n", s.c_str());
  for (const std::string& s : found) std::printf("    found  | %s\n", s.c_str());
}

void score(const fs::path& file, bool errors) {
  const std::string language = file.stem();
  const Segmenter segmenter{LanguageTag(language)};
  IcuSentences bare(language, false);
  IcuSentences suppressed(language, true);
  std::array<int, 3> right{};
  int cases = 0;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    if (line.empty()) continue;
    const auto record = nlohmann::json::parse(line);
    const auto text = record.at("text").get<std::string>();
    Segments wanted = record.at("segments").get<Segments>();
    std::transform(wanted.begin(), wanted.end(), wanted.begin(), squeeze);
    const Segments found = cut(text, segmenter.split(text));
    ++cases;
    right[0] += found == wanted;
    right[1] += cut(text, bare.split(text)) == wanted;
    right[2] += cut(text, suppressed.split(text)) == wanted;
    if (errors && found != wanted) print_error(text, wanted, found);
  }
  const auto share = [cases](int n) { return cases == 0 ? 0.0 : 100.0 * n / cases; };
  std::printf("%-10s %6d %9.1f %% %9.1f %% %9.1f %%\n", language.c_str(), cases, share(right[0]),
              share(right[1]), share(right[2]));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: score_segmenter FOLDER [--errors]\n");
    return EXIT_FAILURE;
  }
  const bool errors = argc > 2 && std::string_view(argv[2]) == "--errors";
  std::vector<fs::path> files;
  if (fs::is_directory(argv[1])) {
    for (const auto& entry : fs::directory_iterator(argv[1])) {
      if (entry.path().extension() == ".jsonl") files.push_back(entry.path());
    }
  }
  if (files.empty()) {
    std::printf("no cases in %s; skipped\n", argv[1]);
    return EXIT_SUCCESS;
  }
  std::sort(files.begin(), files.end());
  std::printf("language    cases    trujaman         ICU   suppressed\n");
  for (const fs::path& file : files) score(file, errors);
  return EXIT_SUCCESS;
}

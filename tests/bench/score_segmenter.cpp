/// Scores the segmenter on sentence-splitting cases, beside ICU's sentence iterator.
///
///   score_segmenter FOLDER [--errors] [RULES.srx]...
///
/// FOLDER holds LANGUAGE.jsonl: objects with "text" and the list "segments". A case is right when
/// all its segments are; white space does not count, since a splitter that points into the text
/// cannot change it. Prints the share of right cases by language for this library, for ICU's
/// iterator alone, for ICU's with the suppressions of the language, and for the rules of SRX files;
/// --errors adds each case that this library has wrong.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
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

using Splitter = std::function<std::vector<TextSpan>(const std::string&)>;

/// This library first.
std::vector<Splitter> make_splitters(const std::string& language,
                                     const std::vector<fs::path>& rules) {
  const LanguageTag tag(language);
  std::vector<Splitter> out;
  const auto add = [&out](auto&& splitter) {
    const auto shared = std::make_shared<std::decay_t<decltype(splitter)>>(std::move(splitter));
    out.push_back([shared](const std::string& text) { return shared->split(text); });
  };
  add(Segmenter(tag));
  add(IcuSentences(language, false));
  add(IcuSentences(language, true));
  for (const fs::path& file : rules) {
    trujaman::SegmenterOptions options;
    options.srx = trujaman::SrxRules(file);
    add(Segmenter(tag, options));
  }
  return out;
}

void score(const fs::path& file, const std::vector<fs::path>& rules, bool errors) {
  const std::string language = file.stem();
  const std::vector<Splitter> splitters = make_splitters(language, rules);
  std::vector<int> right(splitters.size());
  int cases = 0;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    if (line.empty()) continue;
    const auto record = nlohmann::json::parse(line);
    const auto text = record.at("text").get<std::string>();
    Segments wanted = record.at("segments").get<Segments>();
    std::transform(wanted.begin(), wanted.end(), wanted.begin(), squeeze);
    ++cases;
    for (std::size_t i = 0; i < splitters.size(); ++i) {
      const Segments found = cut(text, splitters[i](text));
      right[i] += found == wanted;
      if (errors && i == 0 && found != wanted) print_error(text, wanted, found);
    }
  }
  std::printf("%-10s %6d", language.c_str(), cases);
  for (const int n : right) std::printf(" %11.1f %%", cases == 0 ? 0.0 : 100.0 * n / cases);
  std::printf("\n");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: score_segmenter FOLDER [--errors] [RULES.srx]...\n");
    return EXIT_FAILURE;
  }
  bool errors = false;
  std::vector<fs::path> rules;
  for (int i = 2; i < argc; ++i) {
    if (std::string_view(argv[i]) == "--errors") {
      errors = true;
    } else {
      rules.emplace_back(argv[i]);
    }
  }
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
  std::printf("language    cases      trujaman           ICU    suppressed");
  for (const fs::path& file : rules) std::printf(" %13.13s", file.stem().c_str());
  std::printf("\n");
  for (const fs::path& file : files) score(file, rules, errors);
  return EXIT_SUCCESS;
}

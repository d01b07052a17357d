/// Runs a fuzz target without a fuzzer: over every file of its corpus, then over a fixed number of
/// mutations of them, the same ones each time. So the targets run with any compiler, as tests.
///
///   replay_TARGET CORPUS_FOLDER MUTATIONS
///
/// When the target ends the program, the input is left in the file crash-TARGET.
#include <algorithm>
#include <array>
#include <csignal>
#include <cstring>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <system_error>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

#include "fuzz.hpp"

namespace {

constexpr std::size_t kLongest = 4096;

/// Pieces that formats and segmenters treat specially; most mutations of bytes never hit on one.
constexpr std::array kPieces{"\n",
                             "\n\n",
                             "\f",
                             "\r\n",
                             "\t",
                             "- ",
                             "1. ",
                             "a) ",
                             "# ",
                             "**",
                             "| ",
                             "[^1]",
                             "---",
                             "--",
                             "\u00AD",
                             "\u0301",
                             "«",
                             "»",
                             "(",
                             ")",
                             ".",
                             "…",
                             "Sra.",
                             "<",
                             ">",
                             "/>",
                             "<!--",
                             "&lt;",
                             "&#x",
                             "\"",
                             "\xEF\xBB\xBF",
                             "\xFF\xFE",
                             "\xF0\x9F\x98\x80",
                             "\u2028",
                             "\u3002",
                             "Página 2"};

/// std::uniform_int_distribution differs between standard libraries; this does not.
class Random {
 public:
  /// A number below @p bound, which is above 0.
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(engine_() % bound); }

 private:
  std::mt19937_64 engine_{20240514};
};

std::string slice(const std::string& text, Random& random) {
  const std::size_t begin = random.below(text.size() + 1);
  return text.substr(begin, random.below(text.size() - begin + 1));
}

void mutate(std::string& input, const std::vector<std::string>& corpus, Random& random) {
  const std::size_t at = random.below(input.size() + 1);
  switch (random.below(6)) {
    case 0:
      input.insert(at, kPieces[random.below(kPieces.size())]);
      break;
    case 1:
      input.insert(at, slice(corpus[random.below(corpus.size())], random));
      break;
    case 2:
      input.insert(at, slice(input, random));
      break;
    case 3:
      input.erase(at, random.below(20));
      break;
    case 4:
      input.erase(at);
      break;
    default:
      if (at < input.size()) input[at] = static_cast<char>(random.below(256));
  }
  if (input.size() > kLongest) input.resize(kLongest);
}

std::vector<std::string> read_corpus(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  std::error_code none;  // no folder is no corpus
  for (const auto& entry : std::filesystem::directory_iterator(folder, none)) {
    paths.push_back(entry.path());
  }
  std::ranges::sort(paths);
  std::vector<std::string> corpus;
  for (const auto& path : paths) {
    std::ifstream in(path, std::ios::binary);
    corpus.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  return corpus;
}

// For the handler below, which can reach nothing else.
std::string crash_file;
const std::string* current = nullptr;

extern "C" void save_input(int number) {
  const int file = open(crash_file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0666);
  const bool saved =
      current != nullptr && file != -1 && write(file, current->data(), current->size()) >= 0;
  const char* message = saved ? "the input is saved as crash-TARGET\n" : "no input is saved\n";
  static_cast<void>(!write(STDERR_FILENO, message, std::strlen(message)));
  std::signal(number, SIG_DFL);
  std::raise(number);
}

void run(const std::string& input) {
  current = &input;
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 3) {
    std::cerr << "usage: " << argv[0] << " CORPUS_FOLDER MUTATIONS\n";
    return 2;
  }
  crash_file = "crash-" + std::filesystem::path(argv[1]).filename().string();
  for (const int number : {SIGABRT, SIGSEGV, SIGFPE}) std::signal(number, save_input);
  const std::vector<std::string> corpus = read_corpus(argv[1]);
  if (corpus.empty()) {
    std::cerr << argv[1] << ": no corpus\n";
    return 2;
  }
  const unsigned long mutations = std::stoul(argv[2]);
  for (const std::string& input : corpus) run(input);
  Random random;
  for (unsigned long n = 0; n < mutations; ++n) {
    std::string input = corpus[random.below(corpus.size())];
    for (std::size_t steps = 1 + random.below(8); steps > 0; --steps) {
      mutate(input, corpus, random);
    }
    run(input);
  }
  std::cout << corpus.size() << " files, " << mutations << " mutations\n";
  return 0;
} catch (const std::exception& e) {
  std::cerr << "an exception got out: " << e.what() << '\n';
  std::abort();  // The input is saved as for any other crash.
}

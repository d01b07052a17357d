/// How fast a memory is filled, opened and asked.
///
///   bench_lookup import MEMORY UNITS.tsv         makes MEMORY; a line is: Spanish TAB English
///   bench_lookup query MEMORY QUERIES.tsv [MIN_SCORE [LIMIT [THREADS]]]
///                                                a line is: kind TAB Spanish text
///   bench_lookup answer MEMORY [MIN_SCORE [LIMIT]]
///                                                for each line of standard input, a line: score
///                                                TAB row of each match (compare_fuzzy_match.py)
///   bench_lookup concordance MEMORY PHRASES      a line is a phrase
///   bench_lookup letters MEMORY LETTERS          a line is a part of a word
///   bench_lookup grow MEMORY UNITS.tsv           adds the units one by one, a transaction each
///
/// With COLD=1 in the environment the file is dropped from the page cache first, so that what is
/// read comes from the disk. Memory is what is not backed by the file (RssAnon).
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

#include <trujaman/memory.hpp>

#include "memory/connection_pool.hpp"
#include "memory/phrase_index.hpp"

namespace {

using namespace trujaman;
using Clock = std::chrono::steady_clock;

const LanguagePair kPair{LanguageTag("es"), LanguageTag("en")};

/// Time that this thread was given a processor for: what others do on the machine does not count.
double cpu_milliseconds() {
  timespec t{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return static_cast<double>(t.tv_sec) * 1e3 + static_cast<double>(t.tv_nsec) / 1e6;
}

double milliseconds(Clock::time_point since) {
  return std::chrono::duration<double, std::milli>(Clock::now() - since).count();
}

TranslationUnit unit_of(const std::string& line) {
  const std::size_t tab = line.find('\t');
  TranslationUnit unit;
  unit.variants.resize(2);
  unit.variants[0].language = kPair.source;
  unit.variants[0].text = line.substr(0, tab);
  unit.variants[1].language = kPair.target;
  unit.variants[1].text = tab == std::string::npos ? "" : line.substr(tab + 1);
  return unit;
}

int import_units(const char* path, const char* source) {
  std::filesystem::remove(path);
  std::ifstream in(source);
  const auto begin = Clock::now();
  const double cpu = cpu_milliseconds();
  std::size_t bytes = 0;
  Memory memory = Memory::open(path, Memory::Mode::Create);
  MemoryWriter writer = memory.write();
  for (std::string line; std::getline(in, line); bytes += line.size() - 1) {
    writer.add(unit_of(line));
  }
  writer.commit();
  const double seconds = milliseconds(begin) / 1000;
  const double cpu_seconds = (cpu_milliseconds() - cpu) / 1000;
  const auto added = static_cast<double>(writer.summary().added);
  const auto file = static_cast<double>(memory.statistics().bytes);
  std::printf("%.0f units in %.1f s, %.0f a second (%.0f of cpu)\n", added, seconds,
              added / seconds, added / cpu_seconds);
  std::printf("file %.0f MB, %.2f x the text\n", file / 1e6, file / static_cast<double>(bytes));
  return 0;
}

int grow(const char* path, const char* source) {
  std::ifstream in(source);
  Memory memory = Memory::open(path, Memory::Mode::Create);
  std::vector<double> took;
  for (std::string line; std::getline(in, line);) {
    const TranslationUnit unit = unit_of(line);
    const auto begin = Clock::now();
    memory.add({&unit, 1});
    took.push_back(milliseconds(begin));
  }
  std::sort(took.begin(), took.end());
  std::printf("%zu transactions: median %.3f ms, p99 %.3f ms, longest %.1f ms\n", took.size(),
              took[took.size() / 2], took[took.size() * 99 / 100], took.back());
  return 0;
}

std::vector<std::string> lines_of(const char* path, bool after_tab) {
  std::vector<std::string> out;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    out.push_back(after_tab ? line.substr(line.find('\t') + 1) : line);
  }
  return out;
}

void print_memory() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("RssAnon:") || line.starts_with("VmHWM:")) std::puts(line.c_str());
  }
}

void print_latencies(const char* what, std::vector<double>& took) {
  if (took.empty()) return;
  std::sort(took.begin(), took.end());
  double sum = 0.0;
  for (const double t : took) sum += t;
  const auto n = took.size();
  std::printf("%s: mean %.3f ms, median %.3f, p95 %.3f, p99 %.3f, longest %.3f\n", what,
              sum / static_cast<double>(n), took[n / 2], took[n * 95 / 100], took[n * 99 / 100],
              took.back());
}

/// Opens @p path and runs every question twice: the second time with warm caches.
int ask(const char* path, const std::vector<std::string>& questions, std::size_t threads,
        const std::function<std::size_t(const Memory&, const std::string&)>& answer) {
  if (std::getenv("COLD") != nullptr) {
    const int file = ::open(path, O_RDONLY);
    posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
    close(file);
  }
  const auto begin = Clock::now();
  const Memory memory = Memory::open(path, Memory::Mode::ReadOnly);
  const double opened = milliseconds(begin);
  answer(memory, questions.at(0));
  std::printf("open %.1f ms, with first answer %.1f ms\n", opened, milliseconds(begin));
  for (const char* round : {"first pass", "second pass"}) {
    std::vector<double> took;
    std::vector<double> cpu;
    std::size_t found = 0;
    for (const std::string& question : questions) {
      const double before = cpu_milliseconds();
      const auto start = Clock::now();
      found += answer(memory, question);
      took.push_back(milliseconds(start));
      cpu.push_back(cpu_milliseconds() - before);
    }
    std::printf("%s, %zu questions\n", round, questions.size());
    print_latencies("  wall", took);
    print_latencies("  cpu ", cpu);
    std::printf("  %zu results\n", found);
  }
  print_memory();
  if (threads < 2) return 0;
  const auto start = Clock::now();
  std::vector<std::thread> team;
  for (std::size_t t = 0; t < threads; ++t) {
    team.emplace_back([&] {
      for (const std::string& question : questions) answer(memory, question);
    });
  }
  for (std::thread& member : team) member.join();
  std::printf("%zu threads: %.0f queries a second\n", threads,
              1000.0 * static_cast<double>(threads * questions.size()) / milliseconds(start));
  print_memory();
  return 0;
}

/// Answers as soon as it is asked, as an editor would be.
int answer_lines(const char* path, const LookupOptions& options) {
  const Memory memory = Memory::open(path, Memory::Mode::ReadOnly);
  for (std::string line; std::getline(std::cin, line);) {
    std::string out;
    for (const FuzzyMatch& match : memory.lookup(line, kPair, options)) {
      if (!out.empty()) out += '\t';
      out += std::to_string(match.score) + '\t' + std::to_string(match.row);
    }
    std::puts(out.c_str());
    std::fflush(stdout);
  }
  return 0;
}

/// The first 20 variants whose words have these letters; what a search for a part of a word needs.
std::size_t variants_with(trujaman::memory::ConnectionPool& pool, const std::string& letters) {
  using namespace trujaman::memory;
  const ConnectionPool::Lease lease = pool.lend();
  const Transaction snapshot(lease.connection(), Transaction::Kind::Read);
  IndexReader& index = lease.reader().index;
  const std::int64_t language = index.language("es");
  const auto has = [&](std::string_view key) {
    return key.find(letters) != std::string_view::npos;
  };
  std::size_t found = 0;
  find_phrase(index, language, {words_where(index, language, has)}, Places::InARow,
              [&](std::int64_t) { return ++found < 20; });
  return found;
}

LookupOptions options_of(int argc, char** argv, int first) {
  LookupOptions options;
  if (argc > first) options.min_score = std::atof(argv[first]);
  if (argc > first + 1) options.limit = static_cast<std::size_t>(std::atoi(argv[first + 1]));
  return options;
}

int usage() {
  std::fputs("usage: see the head of bench_lookup.cpp\n", stderr);
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string command = argc > 2 ? argv[1] : "";
  if (command == "answer") return answer_lines(argv[2], options_of(argc, argv, 3));
  if (argc < 4) return usage();
  if (command == "import") return import_units(argv[2], argv[3]);
  if (command == "grow") return grow(argv[2], argv[3]);
  if (command == "query") {
    const LookupOptions options = options_of(argc, argv, 4);
    return ask(argv[2], lines_of(argv[3], true),
               argc > 6 ? static_cast<std::size_t>(std::atoi(argv[6])) : 1,
               [&](const Memory& memory, const std::string& text) {
                 return memory.lookup(text, kPair, options).size();
               });
  }
  if (command == "concordance") {
    return ask(argv[2], lines_of(argv[3], false), 1,
               [](const Memory& memory, const std::string& phrase) {
                 return memory.concordance(phrase, kPair).size();
               });
  }
  if (command == "letters") {
    trujaman::memory::ConnectionPool pool(argv[2], memory::Connection::Mode::ReadOnly);
    return ask(
        argv[2], lines_of(argv[3], false), 1,
        [&](const Memory&, const std::string& letters) { return variants_with(pool, letters); });
  }
  return usage();
}

/// How fast a memory is filled, opened and asked.
///
///   bench_lookup import MEMORY UNITS.tsv         makes MEMORY; a line is: Spanish TAB English
///   bench_lookup query MEMORY QUERIES.tsv [MIN_SCORE [LIMIT]]
///                                                a line is: kind TAB Spanish text
///   bench_lookup answer MEMORY [MIN_SCORE [LIMIT]]
///                                                for each line of standard input, a line: score
///                                                TAB row of each match (compare_fuzzy_match.py)
///   bench_lookup scale MEMORY QUERIES.tsv        by 1, 2, 4 and 16 processes, then threads, which
///                                                share the queries: the best of three rounds
///   bench_lookup concordance MEMORY PHRASES      a line is a phrase
///   bench_lookup letters MEMORY LETTERS          a line is a part of a word
///   bench_lookup grow MEMORY UNITS.tsv [N]       adds the units in transactions of N, 1 by default
///
/// With COLD=1 in the environment the file is dropped from the page cache first, so that what is
/// read comes from the disk. Memory is what is not backed by the file (RssAnon).
#include <algorithm>
#include <array>
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
#include <sys/resource.h>
#include <sys/wait.h>
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

int grow(const char* path, const char* source, std::size_t together) {
  std::ifstream in(source);
  Memory memory = Memory::open(path, Memory::Mode::Create);
  std::vector<double> took;
  std::vector<TranslationUnit> units;
  const auto add = [&] {
    const auto begin = Clock::now();
    memory.add(units);
    took.push_back(milliseconds(begin));
    units.clear();
  };
  for (std::string line; std::getline(in, line);) {
    units.push_back(unit_of(line));
    if (units.size() == together) add();
  }
  if (!units.empty()) add();
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
int ask(const char* path, const std::vector<std::string>& questions,
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
  return 0;
}

/// Asks four times what falls to one of @p count members of a team.
void ask_share(const Memory& memory, const std::vector<std::string>& questions, std::size_t member,
               std::size_t count) {
  for (int time = 0; time < 4; ++time) {
    for (std::size_t i = member; i < questions.size(); i += count) {
      static_cast<void>(memory.lookup(questions[i], kPair));
    }
  }
}

/// What a team took.
struct Took {
  double wall = 0.0;   ///< Milliseconds.
  double cpu = 0.0;    ///< The same of all members together.
  double waits = 0.0;  ///< How often one of them had to wait.
};

template <class Work>
Took measure(int whose, const Work& work) {
  const auto usage = [&] {
    rusage used{};
    getrusage(whose, &used);
    const auto ms = [](timeval t) {
      return static_cast<double>(t.tv_sec) * 1e3 + static_cast<double>(t.tv_usec) / 1e3;
    };
    return Took{0.0, ms(used.ru_utime) + ms(used.ru_stime), static_cast<double>(used.ru_nvcsw)};
  };
  const Took before = usage();
  const auto begin = Clock::now();
  work();
  const double wall = milliseconds(begin);
  const Took after = usage();
  return {wall, after.cpu - before.cpu, after.waits - before.waits};
}

Took time_threads(const Memory& memory, const std::vector<std::string>& questions,
                  std::size_t count) {
  return measure(RUSAGE_SELF, [&] {
    std::vector<std::thread> team;
    for (std::size_t i = 0; i < count; ++i) {
      team.emplace_back([&, i] { ask_share(memory, questions, i, count); });
    }
    for (std::thread& member : team) member.join();
  });
}

/// From when all have opened the memory and asked everything once; processor time and waits have
/// that in them.
Took time_processes(const char* path, const std::vector<std::string>& questions,
                    std::size_t count) {
  int ready[2];
  int go[2];
  if (pipe(ready) != 0 || pipe(go) != 0) std::exit(1);
  char byte = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (fork() != 0) continue;
    close(go[1]);
    const Memory memory = Memory::open(path, Memory::Mode::ReadOnly);
    for (const std::string& question : questions) {
      static_cast<void>(memory.lookup(question, kPair));
    }
    if (write(ready[1], &byte, 1) != 1) std::_Exit(1);
    if (read(go[0], &byte, 1) != 0) std::_Exit(1);  // ends when the parent closes it
    ask_share(memory, questions, i, count);
    std::_Exit(0);
  }
  for (std::size_t i = 0; i < count; ++i) {
    if (read(ready[0], &byte, 1) != 1) std::exit(1);
  }
  const Took took = measure(RUSAGE_CHILDREN, [&] {
    close(go[1]);
    for (std::size_t i = 0; i < count; ++i) wait(nullptr);
  });
  for (const int end : {ready[0], ready[1], go[0]}) close(end);
  return took;
}

int scale(const char* path, const std::vector<std::string>& questions) {
  constexpr std::array<std::size_t, 4> kCounts = {1, 2, 4, 16};
  constexpr int kRounds = 3;
  const auto asked = static_cast<double>(questions.size() * 4);
  std::printf("%u processors\n", std::thread::hardware_concurrency());
  for (const bool processes : {true, false}) {  // fork() wants to be without threads
    const Memory memory = Memory::open(path, Memory::Mode::ReadOnly);
    if (!processes) time_threads(memory, questions, kCounts.back());  // opens connections
    std::array<Took, kCounts.size()> best{};
    for (int round = 0; round < kRounds; ++round) {
      for (std::size_t i = 0; i < kCounts.size(); ++i) {
        const Took took = processes ? time_processes(path, questions, kCounts[i])
                                    : time_threads(memory, questions, kCounts[i]);
        if (round == 0 || took.wall < best[i].wall) best[i] = took;
      }
    }
    for (std::size_t i = 0; i < kCounts.size(); ++i) {
      std::printf("%2zu %s: %6.0f lookups a second, %.2f of one", kCounts[i],
                  processes ? "processes" : "threads", 1000.0 * asked / best[i].wall,
                  best[0].wall / best[i].wall);
      if (!processes) {
        std::printf("; %.3f ms of processors and %.3f waits a lookup", best[i].cpu / asked,
                    best[i].waits / asked);
      }
      std::putchar('\n');
    }
  }
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
  if (command == "grow") {
    return grow(argv[2], argv[3], argc > 4 ? static_cast<std::size_t>(std::atoi(argv[4])) : 1);
  }
  if (command == "query") {
    const LookupOptions options = options_of(argc, argv, 4);
    return ask(argv[2], lines_of(argv[3], true),
               [&](const Memory& memory, const std::string& text) {
                 return memory.lookup(text, kPair, options).size();
               });
  }
  if (command == "scale") return scale(argv[2], lines_of(argv[3], true));
  if (command == "concordance") {
    return ask(argv[2], lines_of(argv[3], false),
               [](const Memory& memory, const std::string& phrase) {
                 return memory.concordance(phrase, kPair).size();
               });
  }
  if (command == "letters") {
    trujaman::memory::ConnectionPool pool(argv[2], memory::Connection::Mode::ReadOnly);
    return ask(argv[2], lines_of(argv[3], false), [&](const Memory&, const std::string& letters) {
      return variants_with(pool, letters);
    });
  }
  return usage();
}

/// Reads an exchange file to its end and does nothing with it, so that stream_exchange.py can say
/// what reading alone takes.
///
///   read_exchange FILE.tmx|FILE.tbx|FILE.xlf
///
/// Prints the records that stand in the file, those that were passed on, and the most memory that
/// was resident.
#include <cstdio>
#include <fstream>
#include <string>

#include <trujaman/exchange.hpp>

namespace {

using namespace trujaman;

/// What was passed on must be made, too: a sink that is there, and looks at it.
ReadSummary read(std::istream& in, const std::string& name) {
  std::size_t texts = 0;
  const UnitSink count_variants = [&](TranslationUnit&& unit) { texts += unit.variants.size(); };
  if (name.ends_with(".tmx")) return read_tmx(in, name, count_variants);
  if (name.ends_with(".xlf")) return read_xliff(in, name, count_variants);
  return read_tbx(in, name, [&](ConceptEntry&& entry) { texts += entry.terms.size(); });
}

/// In kB. getrusage() would count what the process was before it began to run this program.
std::string peak_memory() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmHWM:")) return line.substr(line.find_first_of("0123456789"));
  }
  return "?";
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 2) {
    std::fputs("read_exchange FILE.tmx|FILE.tbx|FILE.xlf\n", stderr);
    return 2;
  }
  std::ifstream in(argv[1], std::ios::binary);
  if (!in) throw Error(Errc::Io, "cannot be read", {argv[1]});
  const ReadSummary summary = read(in, argv[1]);
  std::printf("%zu read, %zu passed, %s\n", summary.read, summary.passed, peak_memory().c_str());
  return 0;
} catch (const std::exception& e) {
  std::fprintf(stderr, "%s\n", e.what());
  return 1;
}

#include "commands/align_anchors.hpp"

#include <charconv>
#include <fstream>
#include <optional>
#include <string_view>

#include <trujaman/message.hpp>

#include "cli/status.hpp"

namespace trujaman::cli {
namespace {

std::optional<std::size_t> number(std::string_view text) {
  std::size_t value = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  return error == std::errc() && stop == end ? std::optional(value) : std::nullopt;
}

std::optional<AnchorPair> parse(std::string_view line) {
  const std::size_t tab = line.find('\t');
  if (tab == std::string_view::npos) return std::nullopt;
  const std::optional<std::size_t> source = number(line.substr(0, tab));
  const std::optional<std::size_t> target = number(line.substr(tab + 1));
  if (!source || !target) return std::nullopt;
  return AnchorPair{*source, *target};
}

/// A pair a line, in order on both sides; empty lines and those that begin with # say nothing.
std::vector<AnchorPair> read_anchors(const std::string& path, std::size_t n, std::size_t m) {
  std::ifstream in(path);
  if (!in)
    throw Error(Errc::Io, message("cannot be read; check its name and permissions"),
                {.source = path});
  std::vector<AnchorPair> anchors;
  std::string line;
  for (std::size_t row = 1; std::getline(in, line); ++row) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty() || line.front() == '#') continue;
    const Location here{.source = path, .line = row};
    const std::optional<AnchorPair> pair = parse(line);
    if (!pair) {
      throw Error(Errc::Malformed, message("is not two segment numbers with a tab between them"),
                  here);
    }
    if (pair->source >= n || pair->target >= m) {
      throw Error(
          Errc::Malformed,
          message("names a segment that is not there; they are counted from 0 as in --beads"),
          here);
    }
    if (!anchors.empty() &&
        (pair->source <= anchors.back().source || pair->target <= anchors.back().target)) {
      throw Error(Errc::Malformed, message("does not follow the pair above it on both sides"),
                  here);
    }
    anchors.push_back(*pair);
  }
  return anchors;
}

}  // namespace

std::vector<AnchorPair> anchors_for(const AnchorArguments& arguments, std::size_t translation,
                                    const SegmentedDocument& source,
                                    const SegmentedDocument& target) {
  if (!arguments.files.empty()) {
    return read_anchors(arguments.files[translation], source.size(), target.size());
  }
  if (arguments.pattern.empty()) return {};
  std::vector<AnchorPair> anchors = find_anchors(source, target, arguments.pattern);
  if (anchors.empty()) {
    print_warning(
        {.severity = Severity::Warning,
         .message = message("'{1}' pairs no segments with the source's; nothing is held fast",
                            arguments.pattern),
         .where = {.source = target.document.id}});
  }
  return anchors;
}

}  // namespace trujaman::cli

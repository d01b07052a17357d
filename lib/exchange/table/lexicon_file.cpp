/// Word lists for the aligner.
#include <array>
#include <charconv>
#include <optional>
#include <ostream>
#include <string>

#include <trujaman/lexicon.hpp>
#include <trujaman/message.hpp>

#include "base/encoding.hpp"
#include "base/file.hpp"
#include "base/unicode.hpp"
#include "exchange/output.hpp"

namespace trujaman::inline v0 {
namespace {

constexpr std::string_view kHunalign = " @ ";

std::optional<double> weight_of(std::string_view text) {
  double weight = 0.0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, weight);
  const bool good = error == std::errc() && stop == end && weight > 0.0 && weight <= 1.0;
  return good ? std::optional(weight) : std::nullopt;
}

/// An entry, or nothing and why.
std::optional<LexiconEntry> parse(std::string_view row, std::string& why) {
  LexiconEntry entry;
  std::size_t cut = row.find('\t');
  if (cut != std::string_view::npos) {
    const std::size_t second = row.find('\t', cut + 1);
    const std::size_t length = second == std::string_view::npos ? second : second - cut - 1;
    entry.source = base::trim(row.substr(0, cut));
    entry.target = base::trim(row.substr(cut + 1, length));
    if (second != std::string_view::npos) {
      const std::optional<double> weight = weight_of(base::trim(row.substr(second + 1)));
      if (!weight) {
        why = message("the weight is no number above 0 and up to 1; row skipped");
        return std::nullopt;
      }
      entry.weight = *weight;
    }
  } else if ((cut = row.find(kHunalign)) != std::string_view::npos) {
    entry.target = base::trim(row.substr(0, cut));
    entry.source = base::trim(row.substr(cut + kHunalign.size()));
  } else {
    why = message("neither a tab nor \" @ \" between two words; row skipped");
    return std::nullopt;
  }
  if (entry.source.empty() || entry.target.empty()) {
    why = message("one side is empty; row skipped");
    return std::nullopt;
  }
  return entry;
}

}  // namespace

std::vector<LexiconEntry> read_lexicon(const std::string& path,
                                       const DiagnosticSink& on_diagnostic) {
  const std::string& name = path;
  const std::string text = base::to_nfc(base::decode(base::read_file(path), {}, name));
  std::vector<LexiconEntry> entries;
  std::size_t begin = 0;
  for (std::size_t line = 1; begin < text.size(); ++line) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view row = std::string_view(text).substr(begin, end - begin);
    begin = end + 1;
    if (base::trim(row).empty() || row.front() == '#') continue;
    std::string why;
    std::optional<LexiconEntry> entry = parse(row, why);
    if (entry) {
      entries.push_back(*std::move(entry));
    } else if (on_diagnostic) {
      on_diagnostic({Severity::Defect, why, {name, line, 0}});
    }
  }
  if (entries.empty()) {
    throw Error(Errc::Malformed, message("has no pair of words; give rows of source, tab, target"),
                {name});
  }
  return entries;
}

void write_lexicon(std::ostream& out, std::span<const LexiconEntry> entries) {
  for (const LexiconEntry& entry : entries) {
    std::array<char, 16> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(),
                                            entry.weight, std::chars_format::fixed, 3);
    std::string row =
        entry.source + '\t' + entry.target + '\t' + std::string(digits.data(), end) + '\n';
    exchange::flush_to(out, row);
  }
}

}  // namespace trujaman::inline v0

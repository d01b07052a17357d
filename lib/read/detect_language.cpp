#include <algorithm>

#include <trujaman/document.hpp>

#include "base/frequent_words.hpp"
#include "base/token.hpp"

namespace trujaman::inline v0 {
namespace {

/// Sizes: how much of a text is looked at, and how many known words must speak.
constexpr std::size_t kMostBytes = 200'000;
constexpr std::size_t kFewestWords = 2;
/// The winner's lead over the second, as a share of its count.
constexpr double kLead = 0.1;

}  // namespace

LanguageTag detect_language(std::string_view text) {
  if (text.size() > kMostBytes) {
    std::size_t end = kMostBytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    text = text.substr(0, end);
  }
  const base::FrequentWordCounts counts = base::count_frequent_words(text, base::tokenize(text));
  const auto best = std::max_element(counts.begin(), counts.end());
  const std::size_t most = *best;
  if (most < kFewestWords) return {};
  for (auto it = counts.begin(); it != counts.end(); ++it) {
    if (it != best && static_cast<double>(*it) > (1.0 - kLead) * static_cast<double>(most)) {
      return {};
    }
  }
  return LanguageTag(base::kCountedLanguages[static_cast<std::size_t>(best - counts.begin())]);
}

}  // namespace trujaman::inline v0

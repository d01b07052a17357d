/// A document's segments → how much of them the memory has.
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>

#include <trujaman/analysis.hpp>
#include <trujaman/message.hpp>

#include "base/local.hpp"
#include "base/unicode.hpp"

namespace trujaman::inline v0 {
namespace {

constexpr double kLeastScore = 50.0;

MatchBand band_of(const FuzzyMatch& match) {
  if (match.kind == MatchKind::Context) return MatchBand::Context;
  if (match.kind == MatchKind::Exact) return MatchBand::Exact;
  if (match.score >= 95.0) return MatchBand::From95;
  if (match.score >= 85.0) return MatchBand::From85;
  if (match.score >= 75.0) return MatchBand::From75;
  return MatchBand::From50;
}

Volume volume_of(std::string_view text) {
  Volume volume{1, count_words(text), 0};
  for (std::size_t i = 0; i < text.size();) {
    if (!base::is_space(base::next_code_point(text, i))) ++volume.characters;
  }
  return volume;
}

}  // namespace

std::string_view to_string(MatchBand band) noexcept {
  constexpr std::array<std::string_view, kMatchBands> kNames{message_id("context"),
                                                             "100",
                                                             message_id("repetition"),
                                                             message_id("cross-file"),
                                                             "95-99",
                                                             "85-94",
                                                             "75-84",
                                                             "50-74",
                                                             message_id("new")};
  return kNames[static_cast<std::size_t>(band)];
}

struct TRUJAMAN_LOCAL Analyser::Impl {
  const Memory* memory;
  LanguagePair languages;
  /// Texts that have no exact match, and the number of the document in which they last stood.
  std::unordered_map<std::string, std::size_t> inexact;
  std::size_t document = 0;

  MatchBand look_up(const std::string& text, std::string_view previous, std::string_view next) {
    const auto known = inexact.find(text);
    if (known != inexact.end()) {
      const std::size_t last = std::exchange(known->second, document);
      return last == document ? MatchBand::Repetition : MatchBand::CrossFile;
    }
    const auto matches =
        memory->lookup(text, languages,
                       {.min_score = kLeastScore, .limit = 1, .previous = previous, .next = next});
    const MatchBand band = matches.empty() ? MatchBand::New : band_of(matches.front());
    if (band != MatchBand::Context && band != MatchBand::Exact) inexact.emplace(text, document);
    return band;
  }
};

Analyser::Analyser(const Memory& memory, const LanguagePair& languages)
    : impl_(std::make_unique<Impl>(Impl{&memory, languages, {}})) {}
Analyser::~Analyser() = default;
Analyser::Analyser(Analyser&&) noexcept = default;
Analyser& Analyser::operator=(Analyser&&) noexcept = default;

Leverage Analyser::analyse(const SegmentedDocument& document,
                           const std::function<bool(double done)>& progress) {
  ++impl_->document;
  Leverage leverage;
  const auto neighbour = [&](std::size_t i) {
    return i < document.size() ? document.text(i) : std::string_view();
  };
  for (std::size_t i = 0; i < document.size(); ++i) {
    if (progress && !progress(static_cast<double>(i) / static_cast<double>(document.size()))) {
      throw Error(Errc::Cancelled, message("analysis was stopped"));
    }
    const std::string_view text = base::trim(document.text(i));
    if (text.empty()) continue;
    const std::string_view previous = i > 0 ? document.text(i - 1) : std::string_view();
    leverage[impl_->look_up(std::string(text), previous, neighbour(i + 1))] += volume_of(text);
  }
  return leverage;
}

}  // namespace trujaman::inline v0

#include "align/known.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "align/shipped_lexicon.hpp"
#include "base/stem.hpp"
#include "base/token.hpp"

namespace trujaman::align {
namespace {

/// Alternatives after the first are less usual.
constexpr double kAlternative = 0.7;

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::vector<std::string> stems_of(std::string_view phrase, const base::Stemmer& stemmer) {
  std::vector<std::string> stems;
  for (const base::Token& token : base::tokenize(phrase)) {
    if (token.kind != base::TokenKind::Word) continue;
    stems.push_back(stemmer.stem(phrase.substr(token.span.begin, token.span.size())));
  }
  return stems;
}

/// Types of all the stems; empty when one is not in the document.
std::vector<TypeId> find_all(const std::vector<std::string>& stems, const Vocabulary& vocabulary) {
  std::vector<TypeId> types;
  for (const std::string& stem : stems) {
    const TypeId type = vocabulary.find(stem);
    if (type == Vocabulary::npos) return {};
    types.push_back(type);
  }
  return types;
}

/// A phrase to look for, and what it is called.
struct Phrase {
  std::vector<TypeId> words;
  TypeId name;
};

/// Phrases by their first word.
using PhraseIndex = std::unordered_map<TypeId, std::vector<Phrase>>;

void mark_phrases(const PhraseIndex& index, Side& side) {
  for (SegmentView& segment : side.segments) {
    for (auto word = segment.words.begin(); word != segment.words.end(); ++word) {
      const auto found = index.find(*word);
      if (found == index.end()) continue;
      const auto left = static_cast<std::size_t>(segment.words.end() - word);
      for (const Phrase& phrase : found->second) {
        if (phrase.words.size() <= left &&
            std::equal(phrase.words.begin(), phrase.words.end(), word)) {
          segment.terms.push_back(phrase.name);
        }
      }
    }
    std::sort(segment.terms.begin(), segment.terms.end());
  }
}

}  // namespace

std::vector<LexiconEntry> shipped_lexicon(const LanguagePair& languages) {
  std::vector<LexiconEntry> entries;
  const std::span<const std::string_view> rows(kShippedLexicon);
  const auto header = split(rows.front(), '\t');
  const auto column = [&](const LanguageTag& language) {
    return static_cast<std::size_t>(std::find(header.begin(), header.end(), language.primary()) -
                                    header.begin());
  };
  const std::size_t from = column(languages.source);
  const std::size_t to = column(languages.target);
  if (from == header.size() || to == header.size() || from == to) return entries;
  for (const std::string_view row : rows.subspan(1)) {
    const auto fields = split(row, '\t');
    double source_weight = 1.0;
    for (const std::string_view source : split(fields.at(from), '|')) {
      double weight = source_weight;
      for (const std::string_view target : split(fields.at(to), '|')) {
        entries.push_back({std::string(source), std::string(target), weight});
        weight = source_weight * kAlternative;
      }
      source_weight = kAlternative;
    }
  }
  return entries;
}

KnownTranslations::KnownTranslations(const LanguagePair& languages,
                                     std::span<const LexiconEntry> entries) {
  const base::Stemmer source(languages.source);
  const base::Stemmer target(languages.target);
  entries_.reserve(entries.size());
  for (const LexiconEntry& entry : entries) {
    entries_.push_back({stems_of(entry.source, source), stems_of(entry.target, target),
                        std::clamp(entry.weight, 0.0, 1.0)});
  }
}

void KnownTranslations::add_to(Lexicon& lexicon, const Side& source, const Side& target) const {
  for (const Entry& entry : entries_) {
    const auto from = find_all(entry.source, source.vocabulary);
    const auto to = find_all(entry.target, target.vocabulary);
    const double strength = kEntryBelief * entry.weight;
    if (from.size() == 1 && to.empty()) lexicon.add_absent_target(from[0], strength);
    if (to.size() == 1 && from.empty()) lexicon.add_absent_source(to[0], strength);
    if (from.empty() || to.empty()) continue;
    for (const TypeId s : from) {
      for (const TypeId t : to) {
        lexicon.add_prior(s, t, strength / static_cast<double>(std::max(from.size(), to.size())));
      }
    }
  }
}

void KnownTranslations::mark_terms(Side& source, Side& target, Vocabulary& shared) const {
  PhraseIndex sources;
  PhraseIndex targets;
  const auto name_of = [](const std::vector<std::string>& stems) {
    std::string name;
    for (const std::string& stem : stems) name += stem + " ";
    return name;
  };
  for (const Entry& entry : entries_) {
    if (entry.source.size() < 2 && entry.target.size() < 2) continue;
    auto from = find_all(entry.source, source.vocabulary);
    auto to = find_all(entry.target, target.vocabulary);
    if (from.empty() || to.empty()) continue;
    const TypeId name = shared.intern(name_of(entry.source) + "=" + name_of(entry.target));
    const TypeId first = from.front();
    sources[first].push_back({std::move(from), name});
    const TypeId other = to.front();
    targets[other].push_back({std::move(to), name});
  }
  mark_phrases(sources, source);
  mark_phrases(targets, target);
}

}  // namespace trujaman::align

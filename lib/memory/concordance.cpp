#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "memory/lookup.hpp"
#include "memory/phrase_index.hpp"
#include "memory/text_key.hpp"
#include "memory/unit_store.hpp"

namespace trujaman::memory {
namespace {

/// Where @p phrase stands in @p text; occurrences do not overlap.
std::vector<TextSpan> spans_of(std::string_view text, const std::vector<IndexedWord>& phrase) {
  const std::vector<IndexedWord> words = indexed_words(text);
  const auto same = [](const IndexedWord& a, const IndexedWord& b) { return a.key == b.key; };
  std::vector<TextSpan> out;
  auto at = words.begin();
  while ((at = std::search(at, words.end(), phrase.begin(), phrase.end(), same)) != words.end()) {
    const auto last = at + static_cast<std::ptrdiff_t>(phrase.size()) - 1;
    out.push_back({at->span.begin, last->span.end});
    at = last + 1;
  }
  return out;
}

/// The first variant of the searched language that has the phrase, and its counterpart.
std::optional<ConcordanceHit> find_in(const TranslationUnit& unit, const LanguagePair& languages,
                                      const std::vector<IndexedWord>& phrase, bool in_target) {
  const LanguageTag& searched = in_target ? languages.target : languages.source;
  const Variant* other = best_variant(unit, in_target ? languages.source : languages.target);
  if (other == nullptr) return std::nullopt;
  for (const Variant& variant : unit.variants) {
    if (&variant == other || !variant.language.matches(searched)) continue;
    std::vector<TextSpan> spans = spans_of(variant.text, phrase);
    if (spans.empty()) continue;
    return ConcordanceHit{.row = 0,
                          .source = in_target ? *other : variant,
                          .target = in_target ? variant : *other,
                          .hits = std::move(spans),
                          .occurrences = unit.occurrences};
  }
  return std::nullopt;
}

}  // namespace

std::vector<ConcordanceHit> concordance(Reader& reader, std::string_view phrase,
                                        const LanguagePair& languages,
                                        const ConcordanceOptions& options) {
  std::vector<ConcordanceHit> hits;
  const std::vector<IndexedWord> words = indexed_words(phrase);
  const LanguageTag& searched = options.search_target ? languages.target : languages.source;
  const std::int64_t language = reader.index.language(searched.primary());
  if (words.empty() || options.limit == 0 || language == 0) return hits;
  Phrase places;
  for (const IndexedWord& word : words) {
    const std::optional<WordId> id = indexed_word(reader.index, language, word.key);
    if (!id) return hits;
    places.push_back({*id});
  }
  std::size_t skip = options.offset;
  std::int64_t last_row = 0;
  memory::find_phrase(reader.index, language, places, [&](std::int64_t variant) {
    const std::int64_t row = reader.units.unit_of(variant);
    if (row == last_row || row == 0) return true;  // a unit's variants have neighbouring numbers
    last_row = row;
    const std::optional<TranslationUnit> unit = reader.units.unit(row);
    if (!unit) return true;
    std::optional<ConcordanceHit> hit = find_in(*unit, languages, words, options.search_target);
    if (!hit) return true;  // the phrase is in the variant of another region
    if (skip > 0) {
      --skip;
      return true;
    }
    hit->row = row;
    hits.push_back(std::move(*hit));
    return hits.size() < options.limit;
  });
  return hits;
}

}  // namespace trujaman::memory

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "memory/lookup.hpp"
#include "memory/text_key.hpp"
#include "memory/unit_store.hpp"

namespace trujaman::memory {
namespace {

/// @p phrase as one FTS5 string, which its tokenizer takes apart as it does every text: in quotes,
/// nothing in it is query syntax.
std::string fts_phrase(std::string_view phrase) {
  std::string out = "\"";
  for (const char c : phrase) {
    if (c == '"') out += c;
    out += c == '\0' ? ' ' : c;
  }
  return out + '"';
}

/// Where @p phrase stands in @p text; occurrences do not overlap.
std::vector<TextSpan> find_phrase(std::string_view text, const std::vector<IndexedWord>& phrase) {
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
    std::vector<TextSpan> spans = find_phrase(variant.text, phrase);
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

std::vector<ConcordanceHit> concordance(Connection& connection, std::string_view phrase,
                                        const LanguagePair& languages,
                                        const ConcordanceOptions& options) {
  std::vector<ConcordanceHit> hits;
  const std::vector<IndexedWord> words = indexed_words(phrase);
  if (words.empty() || options.limit == 0) return hits;
  const std::string match = fts_phrase(phrase);
  UnitReader reader(connection);
  Query query(connection, "SELECT rowid FROM phrases WHERE phrases MATCH ?1 ORDER BY rowid DESC",
              std::string_view(match));
  std::size_t skip = options.offset;
  std::int64_t last_row = 0;
  while (hits.size() < options.limit && query.next()) {
    const std::int64_t row = reader.unit_of(query.integer(0));
    if (row == last_row) continue;  // the variants of a unit have neighbouring numbers
    last_row = row;
    const std::optional<TranslationUnit> unit = reader.unit(row);
    if (!unit) continue;
    std::optional<ConcordanceHit> hit = find_in(*unit, languages, words, options.search_target);
    if (!hit) continue;  // the phrase is in another language's variant
    if (skip > 0) {
      --skip;
      continue;
    }
    hit->row = row;
    hits.push_back(std::move(*hit));
  }
  return hits;
}

}  // namespace trujaman::memory

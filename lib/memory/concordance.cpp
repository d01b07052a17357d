#include <algorithm>
#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <utility>

#include <trujaman/message.hpp>

#include "base/unicode.hpp"
#include "memory/lookup.hpp"
#include "memory/phrase_index.hpp"
#include "memory/text_pattern.hpp"
#include "memory/unit_store.hpp"

namespace trujaman::memory {
namespace {

/// What a search by a regular expression, which may have to look at every text, may take.
constexpr std::chrono::seconds kMostTime{20};

std::string as_utf8(const std::u32string& code_points) {
  std::string out;
  for (const char32_t c : code_points) base::append_code_point(out, c);
  return out;
}

/// The words that an index has for each word of a pattern; nothing when one has none.
std::optional<Phrase> phrase_of(const TextPattern& pattern, IndexReader& index,
                                std::int64_t language) {
  Phrase phrase;
  for (const WordPattern& word : pattern.words()) {
    std::vector<WordId> words;
    if (word.is_literal()) {
      const auto id = indexed_word(index, language, as_utf8(word.pattern()));
      if (id) words.push_back(*id);
    } else {
      words = words_where(index, language, [&](std::string_view key) { return word.matches(key); });
    }
    if (words.empty()) return std::nullopt;
    phrase.push_back(std::move(words));
  }
  return phrase;
}

class Search {
 public:
  Search(Reader& reader, const TextPattern& pattern, const LanguagePair& languages,
         const ConcordanceOptions& options)
      : reader_(&reader),
        pattern_(&pattern),
        languages_(&languages),
        options_(&options),
        selects_(options.filter) {}

  /// Calls @p take with each hit, newest first, until it returns false.
  void for_each(const std::function<bool(ConcordanceHit&&)>& take) {
    std::int64_t last_row = 0;
    const auto visit = [&](std::int64_t variant) {
      check_time();
      const std::int64_t row = reader_->units.unit_of(variant);
      if (row == last_row || row == 0) return true;  // a unit's variants have neighbouring numbers
      last_row = row;
      std::optional<ConcordanceHit> hit = look(row);
      return !hit || take(std::move(*hit));
    };
    const std::int64_t language = reader_->index.language(searched().primary());
    if (language == 0) return;
    if (pattern_->words().empty()) {
      visit_all(language, visit);
    } else if (const auto phrase = phrase_of(*pattern_, reader_->index, language)) {
      find_phrase(reader_->index, language, *phrase,
                  pattern_->in_a_row() ? Places::InARow : Places::Anywhere, visit);
    }
  }

 private:
  [[nodiscard]] const LanguageTag& searched() const {
    return options_->search_target ? languages_->target : languages_->source;
  }

  /// The variants of a primary language whose text has the pattern, newest first.
  void visit_all(std::int64_t language, const std::function<bool(std::int64_t)>& visit) {
    Query rows(reader_->connection,
               "SELECT variants.id, text FROM variants JOIN languages ON languages.id = language "
               "WHERE general = ?1 ORDER BY variants.id DESC",
               language);
    while (rows.next()) {
      if (!pattern_->find(rows.text(1)).empty() && !visit(rows.integer(0))) return;
      check_time();
    }
  }

  void check_time() const {
    if (pattern_->is_regex() && std::chrono::steady_clock::now() > end_) {
      throw Error(Errc::InvalidArgument,
                  message("the regular expression takes too long in a memory of this size"));
    }
  }

  /// The first variant of the searched language that has the pattern, and its counterpart.
  [[nodiscard]] std::optional<ConcordanceHit> look(std::int64_t row) {
    const std::optional<TranslationUnit> unit = reader_->units.unit(row);
    if (!unit || !selects_(*unit)) return std::nullopt;
    const bool in_target = options_->search_target;
    const Variant* other = best_variant(*unit, in_target ? languages_->source : languages_->target);
    if (other == nullptr) return std::nullopt;
    for (const Variant& variant : unit->variants) {
      if (&variant == other || !variant.language.matches(searched())) continue;
      std::vector<TextSpan> spans = pattern_->find(variant.text);
      if (spans.empty()) continue;
      return ConcordanceHit{.row = row,
                            .source = in_target ? *other : variant,
                            .target = in_target ? variant : *other,
                            .hits = std::move(spans),
                            .occurrences = unit->occurrences};
    }
    return std::nullopt;
  }

  Reader* reader_;
  const TextPattern* pattern_;
  const LanguagePair* languages_;
  const ConcordanceOptions* options_;
  UnitSelector selects_;
  std::chrono::steady_clock::time_point end_ = std::chrono::steady_clock::now() + kMostTime;
};

/// How much of its text a hit is, in [0, 1].
double share(const ConcordanceHit& hit, bool in_target) {
  std::size_t bytes = 0;
  for (const TextSpan& span : hit.hits) bytes += span.size();
  return static_cast<double>(bytes) /
         static_cast<double>((in_target ? hit.target : hit.source).text.size());
}

/// The page of hits asked for, of the best. Only as many are held as the pages so far have.
std::vector<ConcordanceHit> best_hits(Search& search, const ConcordanceOptions& options) {
  struct Ranked {
    double share;
    ConcordanceHit hit;
  };
  const auto is_better = [](const Ranked& a, const Ranked& b) {
    return a.share != b.share ? a.share > b.share : a.hit.row > b.hit.row;
  };
  std::vector<Ranked> best;  // a heap with the worst on top
  const std::size_t wanted = options.offset + options.limit;
  search.for_each([&](ConcordanceHit&& hit) {
    best.push_back({share(hit, options.search_target), std::move(hit)});
    std::push_heap(best.begin(), best.end(), is_better);
    if (best.size() > wanted) {
      std::pop_heap(best.begin(), best.end(), is_better);
      best.pop_back();
    }
    return true;
  });
  std::sort_heap(best.begin(), best.end(), is_better);
  std::vector<ConcordanceHit> page;
  for (std::size_t k = options.offset; k < best.size(); ++k) {
    page.push_back(std::move(best[k].hit));
  }
  return page;
}

std::vector<ConcordanceHit> newest_hits(Search& search, const ConcordanceOptions& options) {
  std::vector<ConcordanceHit> page;
  std::size_t skip = options.offset;
  search.for_each([&](ConcordanceHit&& hit) {
    if (skip > 0) {
      --skip;
      return true;
    }
    page.push_back(std::move(hit));
    return page.size() < options.limit;
  });
  return page;
}

}  // namespace

std::vector<ConcordanceHit> concordance(Reader& reader, std::string_view query,
                                        const LanguagePair& languages,
                                        const ConcordanceOptions& options) {
  reader.count_question();
  const TextPattern pattern(query, options);
  if (options.limit == 0 || (pattern.words().empty() && !pattern.is_regex())) return {};
  Search search(reader, pattern, languages, options);
  return options.order == ConcordanceOptions::Order::Best ? best_hits(search, options)
                                                          : newest_hits(search, options);
}

}  // namespace trujaman::memory

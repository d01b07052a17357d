#include "memory/lookup.hpp"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "base/neighbours.hpp"
#include "base/unicode.hpp"
#include "memory/fuzzy_index.hpp"
#include "memory/substitution.hpp"
#include "memory/unit_store.hpp"

namespace trujaman::memory {
namespace {

/// What is known of the segments before and after a unit, beside those that a query gave.
enum class Surroundings { Unknown, Same, Other };

class Context {
 public:
  Context(Connection& connection, const LanguageTag& language, const LookupOptions& options)
      : connection_(&connection),
        language_(&language),
        previous_(base::fold(options.previous)),
        next_(base::fold(options.next)) {}

  [[nodiscard]] bool known() const noexcept { return !previous_.empty() || !next_.empty(); }

  /// By the units that stand beside it in a document, or by what other programs wrote of them.
  [[nodiscard]] Surroundings of(const TranslationUnit& unit,
                                const std::vector<Occurrence>& occurrences) const {
    if (holds(occurrences)) return Surroundings::Same;
    return compare(base::neighbour_texts(unit, language_->primary()));
  }

 private:
  [[nodiscard]] bool holds(const std::vector<Occurrence>& occurrences) const {
    return std::any_of(occurrences.begin(), occurrences.end(), [&](const Occurrence& o) {
      const auto position = static_cast<std::int64_t>(o.position);
      return (previous_.empty() || stands_at(o.document, position - 1, previous_)) &&
             (next_.empty() || stands_at(o.document, position + 1, next_));
    });
  }

  /// A program may say what stands on one side only.
  [[nodiscard]] Surroundings compare(const base::NeighbourTexts& texts) const {
    const auto among = [](const std::string& folded, const std::vector<std::string>& known) {
      return std::any_of(known.begin(), known.end(),
                         [&](const std::string& text) { return base::fold(text) == folded; });
    };
    const bool previous = !previous_.empty() && !texts.previous.empty();
    const bool next = !next_.empty() && !texts.next.empty();
    if (!previous && !next) return Surroundings::Unknown;
    const bool same =
        (!previous || among(previous_, texts.previous)) && (!next || among(next_, texts.next));
    return same ? Surroundings::Same : Surroundings::Other;
  }

  [[nodiscard]] bool stands_at(const std::string& document, std::int64_t position,
                               const std::string& folded) const {
    Query query(*connection_,
                "SELECT variants.text FROM documents "
                "JOIN occurrences ON occurrences.document = documents.id AND position = ?2 "
                "JOIN units ON units.id = occurrences.unit "
                "JOIN variants ON variants.id >= units.first_variant "
                "AND variants.id < units.first_variant + units.variants "
                "JOIN languages ON languages.id = variants.language "
                "JOIN languages AS general ON general.id = languages.general "
                "WHERE documents.name = ?1 AND general.tag = ?3",
                std::string_view(document), position, language_->primary());
    while (query.next()) {
      if (base::fold(query.text(0)) == folded) return true;
    }
    return false;
  }

  Connection* connection_;
  const LanguageTag* language_;
  std::string previous_;
  std::string next_;
};

bool have_same_text(const Variant& a, const Variant& b) {
  return a.text == b.text && a.codes == b.codes;
}

/// The best matches so far, best first.
class TopMatches {
 public:
  /// With @p context, a match is better for its neighbours than for being newer.
  TopMatches(const LookupOptions& options, double min_score, bool context)
      : limit_(options.limit),
        min_score_(min_score),
        context_(context),
        distinct_(options.distinct) {}

  /// @p elsewhere: it is said to be the translation of another place, as OmegaT has alternative
  /// ones; of equal scores such a match comes last.
  void add(FuzzyMatch&& match, bool elsewhere) {
    const auto is_first = [&](const FuzzyMatch& one, const Entry& other) {
      const bool alike = one.kind == other.match.kind && one.score == other.match.score;
      if (alike && elsewhere != other.elsewhere) return other.elsewhere;
      return is_better(one, other.match);
    };
    if (distinct_) {
      const auto same = std::ranges::find_if(matches_, [&](const Entry& other) {
        return have_same_text(other.match.source, match.source) &&
               have_same_text(other.match.target, match.target);
      });
      if (same != matches_.end()) {
        if (!is_first(match, *same)) return;
        matches_.erase(same);
      }
    }
    const auto place = std::upper_bound(matches_.begin(), matches_.end(), match, is_first);
    matches_.insert(place, {std::move(match), elsewhere});
    if (matches_.size() > limit_) matches_.pop_back();
  }

  /// The score that a match must have to be among them. A newer one of that score still can.
  [[nodiscard]] double min_score() const noexcept {
    return matches_.size() < limit_ ? min_score_
                                    : std::max(min_score_, matches_.back().match.score);
  }
  /// Whether a unit of that similarity, which is the most that its score can be, may be among them.
  [[nodiscard]] bool admits(double similarity, std::int64_t row) const noexcept {
    if (similarity < min_score()) return false;
    if (matches_.size() < limit_ || similarity > matches_.back().match.score) return true;
    return context_ || row > matches_.back().match.row;
  }
  [[nodiscard]] std::vector<FuzzyMatch> take() {
    std::vector<FuzzyMatch> out;
    for (Entry& entry : matches_) out.push_back(std::move(entry.match));
    return out;
  }

 private:
  struct Entry {
    FuzzyMatch match;
    bool elsewhere;
  };

  std::size_t limit_;
  double min_score_;
  bool context_;
  bool distinct_;
  std::vector<Entry> matches_;
};

}  // namespace

std::vector<FuzzyMatch> lookup(Reader& reader, std::string_view text, const LanguagePair& languages,
                               const LookupOptions& options) {
  reader.count_question();
  // What is no number is as low as it gets.
  const double min_score =
      options.min_score > kLowestScore ? std::min(options.min_score, 100.0) : kLowestScore;
  const std::int64_t language = reader.index.language(languages.source.primary());
  if (options.limit == 0 || language == 0) return {};

  const Scorer scorer(text, languages, options.codes);
  const Context context(reader.connection, languages.source, options);
  TopMatches best(options, min_score, context.known());
  std::unordered_set<std::int64_t> seen;  // units with several variants of the source language
  search(reader.index, language, scorer.key().words, min_score, [&](const Candidate& candidate) {
    const std::int64_t row = reader.units.unit_of(candidate.variant);
    if (row == 0 || !best.admits(candidate.similarity, row) || !seen.insert(row).second) {
      return best.min_score();
    }
    const std::optional<TranslationUnit> unit = reader.units.unit_alone(row);
    std::optional<FuzzyMatch> match;
    if (unit) match = scorer.score(*unit, best.min_score());
    if (match) {
      match->row = row;
      Surroundings surroundings = Surroundings::Unknown;
      if (match->kind == MatchKind::Exact && context.known()) {
        surroundings = context.of(*unit, reader.units.occurrences(row));
      }
      if (surroundings == Surroundings::Same) match->kind = MatchKind::Context;
      best.add(std::move(*match), surroundings == Surroundings::Other);
    }
    return best.min_score();
  });
  std::vector<FuzzyMatch> matches = best.take();
  for (FuzzyMatch& match : matches) {
    match.occurrences = reader.units.occurrences(match.row);
    substitute_numbers(text, match);
  }
  return matches;
}

}  // namespace trujaman::memory

#include "memory/similarity.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "base/token.hpp"
#include "base/unicode.hpp"
#include "memory/match_score.hpp"

namespace trujaman::memory {
namespace {

constexpr double kMaxPunctuation = 3.0;
constexpr double kMaxNumbers = 5.0;

/// The words of a key as numbers, equal ones the same; @p known gets those that it lacks.
std::vector<WordId> number(const TextKey& key, WordMap& known) {
  std::vector<WordId> out;
  out.reserve(key.words.size());
  for (const Word& word : key.words) {
    std::optional<WordId> id = known.find(word.key);
    if (!id) {
      id = static_cast<WordId>(known.size());
      known.insert(word.key, *id);
    }
    out.push_back(*id);
  }
  return out;
}

std::string_view text_of(const KeyedText& text, std::size_t word) {
  const TextSpan span = text.key.words[word].span;
  return text.text.substr(span.begin, span.size());
}

double punctuation(const TextKey& a, const TextKey& b) {
  if (a.marks == b.marks) return 0.0;
  const auto as_ids = [](const std::u32string& marks) {
    return std::vector<WordId>(marks.begin(), marks.end());
  };
  const auto limit = static_cast<std::size_t>(kMaxPunctuation);
  const std::vector<WordId> first = as_ids(a.folded_marks);
  const std::size_t distance = EditDistance(first)(as_ids(b.folded_marks), limit);
  return std::clamp(static_cast<double>(distance), 1.0, kMaxPunctuation);
}

/// Where a code stands among the words of a text.
struct CodePlace {
  std::size_t word = 0;    ///< The first one that does not end before it.
  std::size_t offset = 0;  ///< Bytes of that word before it.
  bool operator==(const CodePlace&) const = default;
};

CodePlace place_of(const InlineCode& code, const std::vector<Word>& words) {
  const auto found = std::partition_point(
      words.begin(), words.end(), [&](const Word& word) { return word.span.end <= code.position; });
  CodePlace place{static_cast<std::size_t>(found - words.begin()), 0};
  if (found != words.end() && found->span.begin < code.position) {
    place.offset = code.position - found->span.begin;
  }
  return place;
}

/// @p pairs: matched_words of both. Where a word before or after a code has been changed, the other
/// one tells the place.
bool codes_differ(const KeyedText& a, const KeyedText& b, const MatchedWords& pairs) {
  const auto matched = [&](std::size_t i, std::size_t j) {
    return std::binary_search(pairs.begin(), pairs.end(), std::pair(i, j));
  };
  const auto same = [&](const InlineCode& x, const InlineCode& y) {
    if (x.kind != y.kind || x.type != y.type || x.native != y.native) return false;
    const CodePlace p = place_of(x, a.key.words);
    const CodePlace q = place_of(y, b.key.words);
    if (p.offset != q.offset) return false;
    const bool first = p.word == 0 && q.word == 0;
    const bool last = p.word == a.key.words.size() && q.word == b.key.words.size();
    return first || last || matched(p.word, q.word) ||
           (p.word > 0 && q.word > 0 && matched(p.word - 1, q.word - 1));
  };
  return !std::equal(a.codes.begin(), a.codes.end(), b.codes.begin(), b.codes.end(), same);
}

}  // namespace

MatchedWords matched_words(const TextKey& a, const TextKey& b) {
  WordMap known;
  const std::vector<WordId> first = number(a, known);
  const std::vector<WordId> second = number(b, known);
  return matched_pairs(first, second);
}

Comparison::Comparison(KeyedText text)
    : text_(std::move(text)), ids_(number(text_.key, known_)), distance_(ids_) {}

const std::vector<WordId>& Comparison::ids_of(const TextKey& other) const {
  other_.clear();
  for (const Word& word : other.words) {
    other_.push_back(known_.find(word.key).value_or(static_cast<WordId>(known_.size())));
  }
  return other_;
}

double Comparison::similarity(const TextKey& other) const {
  const std::size_t longer = std::max(ids_.size(), other.words.size());
  return memory::similarity(distance_(ids_of(other), longer), longer);
}

std::vector<Penalty> Comparison::penalties(const KeyedText& other) const {
  return text_penalties(text_, other, matched_pairs(ids_, ids_of(other.key)));
}

std::vector<Penalty> text_penalties(const KeyedText& a, const KeyedText& b,
                                    const MatchedWords& matched) {
  bool case_differs = false;
  bool accents_differ = false;
  double numbers = 0.0;
  for (const auto& [i, j] : matched) {
    const std::string_view x = text_of(a, i);
    const std::string_view y = text_of(b, j);
    if (x == y) continue;
    if (a.key.words[i].number && b.key.words[j].number) {
      if (base::number_value(x) != base::number_value(y)) numbers += 1.0;
    } else if (base::to_lower(x) == base::to_lower(y)) {
      case_differs = true;
    } else {
      accents_differ = true;
    }
  }
  const double marks = punctuation(a.key, b.key);
  std::vector<Penalty> out;
  if (case_differs) out.push_back({Penalty::Kind::Case, 1.0});
  if (accents_differ) out.push_back({Penalty::Kind::Accents, 1.0});
  if (marks > 0.0) out.push_back({Penalty::Kind::Punctuation, marks});
  if (numbers > 0.0) out.push_back({Penalty::Kind::Numbers, std::min(numbers, kMaxNumbers)});
  if (codes_differ(a, b, matched)) out.push_back({Penalty::Kind::Codes, 1.0});
  return out;
}

}  // namespace trujaman::memory

#include "memory/fuzzy_index.hpp"

#include <algorithm>
#include <limits>
#include <unordered_set>

#include <trujaman/error.hpp>

#include "memory/varint.hpp"

namespace trujaman::memory {
namespace {

/// Words of which the writer remembers the number; a memory's whole vocabulary as a rule.
constexpr std::size_t kMaxKnown = std::size_t{1} << 20;

/// A word of a text and its place among the text's words, rarest first.
struct PlacedWord {
  WordId word = 0;
  std::size_t place = 0;
};

/// The words that a text is found by when the distance may be @p distance: those at the first
/// distance + 1 places, each once. A word that came into the memory later is taken to be rarer.
std::vector<PlacedWord> prefix(std::vector<WordId> words, std::size_t distance) {
  std::sort(words.begin(), words.end(), std::greater<>());
  std::vector<PlacedWord> out;
  for (std::size_t i = 0; i < words.size() && i <= distance; ++i) {
    if (i == 0 || words[i] != words[i - 1]) out.push_back({words[i], i});
  }
  return out;
}

Posting posting(const PlacedWord& placed, std::size_t length, std::int64_t variant) {
  return {.length = static_cast<std::uint32_t>(std::min<std::size_t>(length, kMaxLength)),
          .place = static_cast<std::uint32_t>(std::min<std::size_t>(placed.place, kMaxPlace)),
          .variant = variant};
}

std::string encode_sequence(const std::vector<WordId>& words) {
  std::string bytes;
  for (const WordId word : words) append_varint(bytes, word);
  return bytes;
}

void decode_sequence(std::string_view bytes, std::vector<WordId>& words) {
  words.clear();
  for (VarintReader reader(bytes); !reader.done();) {
    words.push_back(static_cast<WordId>(reader.next()));
  }
}

/// Looks one text up.
class Search {
 public:
  Search(Connection& connection, std::int64_t language, const std::vector<Word>& words,
         double min_score, const std::function<double(const Candidate&)>& visit)
      : connection_(&connection),
        words_(ids(connection, language, words)),
        distance_(words_),
        min_score_(min_score),
        visit_(&visit) {}

  void run() {
    // A rising score shortens the prefix while it is walked.
    for (const PlacedWord& placed : prefix(words_, words_.size())) {
      if (placed.place > max_distance(words_.size(), min_score_)) break;
      if (placed.word < kFirstUnknown) scan(placed);
    }
  }

 private:
  static constexpr WordId kFirstUnknown = WordId{1} << 31U;

  /// Words that the memory does not have get numbers above all that it has: they are the rarest.
  static std::vector<WordId> ids(Connection& connection, std::int64_t language,
                                 const std::vector<Word>& words) {
    std::vector<WordId> out;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const auto unknown = static_cast<std::int64_t>(kFirstUnknown + i);
      out.push_back(static_cast<WordId>(
          select_integer(connection, "SELECT id FROM words WHERE language = ?1 AND key = ?2",
                         unknown, language, std::string_view(words[i].key))));
    }
    return out;
  }

  /// Shortest and longest text within reach of the query.
  [[nodiscard]] std::size_t min_length() const noexcept {
    return words_.size() - max_distance(words_.size(), min_score_);
  }
  [[nodiscard]] bool too_long(std::size_t length) const noexcept {
    return length > words_.size() && length - words_.size() > max_distance(length, min_score_);
  }

  /// Reads the postings of a word that may still lead to a match.
  void scan(const PlacedWord& placed) {
    const std::int64_t from =
        first_key(static_cast<std::uint32_t>(std::min<std::size_t>(min_length(), kMaxLength)));
    Query rows(*connection_,
               "SELECT list FROM postings WHERE word = ?1 AND first >= coalesce("
               "(SELECT max(first) FROM postings WHERE word = ?1 AND first <= ?2), 0) "
               "ORDER BY first",
               std::int64_t{placed.word}, from);
    while (rows.next()) {
      for (const Posting& p : decode_postings(rows.text(0))) {
        if (p.length < kMaxLength && too_long(p.length)) return;
        if (may_match(placed, p) && seen_.insert(p.variant).second) verify(p.variant);
      }
    }
  }

  /// Whether two texts whose rarest common word has these places can share enough words.
  [[nodiscard]] bool may_match(const PlacedWord& placed, const Posting& p) const noexcept {
    if (p.length >= kMaxLength) return true;  // the true length is not known here
    if (p.length < min_length()) return false;
    const std::size_t longer = std::max<std::size_t>(words_.size(), p.length);
    const std::size_t needed = longer - max_distance(longer, min_score_);
    return std::min(words_.size() - placed.place, std::size_t{p.length} - p.place) >= needed;
  }

  void verify(std::int64_t variant) {
    Query row(*connection_, "SELECT words FROM sequences WHERE variant = ?1", variant);
    if (!row.next()) return;
    decode_sequence(row.text(0), other_);
    const std::size_t longer = std::max(words_.size(), other_.size());
    const std::size_t limit = max_distance(longer, min_score_);
    const std::size_t distance = distance_(other_, limit);
    if (distance > limit) return;
    min_score_ = std::max(min_score_, (*visit_)({variant, similarity(distance, longer)}));
  }

  Connection* connection_;
  std::vector<WordId> words_;
  EditDistance distance_;
  double min_score_;
  const std::function<double(const Candidate&)>* visit_;
  std::unordered_set<std::int64_t> seen_;
  std::vector<WordId> other_;
};

}  // namespace

double similarity(std::size_t distance, std::size_t length) noexcept {
  if (length == 0) return 100.0;
  return 100.0 * static_cast<double>(length - distance) / static_cast<double>(length);
}

std::size_t max_distance(std::size_t length, double score) noexcept {
  // An estimate that rounding may have put one off, set right by the definition itself.
  auto distance = static_cast<std::size_t>((100.0 - score) / 100.0 * static_cast<double>(length));
  distance = std::min(distance, length);
  while (distance < length && similarity(distance + 1, length) >= score) ++distance;
  while (distance > 0 && similarity(distance, length) < score) --distance;
  return distance;
}

WordId FuzzyIndexWriter::word(std::int64_t language, const std::string& key) {
  const std::string place = std::to_string(language) + ' ' + key;
  const auto known = known_.find(place);
  if (known != known_.end()) return known->second;
  std::int64_t id =
      select_integer(*connection_, "SELECT id FROM words WHERE language = ?1 AND key = ?2", 0,
                     language, std::string_view(key));
  if (id == 0) {
    execute(*connection_, "INSERT INTO words (language, key) VALUES (?1, ?2)", language,
            std::string_view(key));
    id = connection_->last_row();
  }
  if (known_.size() >= kMaxKnown) known_.clear();
  return known_[place] = static_cast<WordId>(id);
}

void FuzzyIndexWriter::add(std::int64_t variant, std::int64_t language, std::string_view text) {
  std::vector<WordId> words;
  for (const Word& w : make_key(text).words) words.push_back(word(language, w.key));
  if (words.empty()) return;
  execute(*connection_, "INSERT INTO sequences (variant, words) VALUES (?1, ?2)", variant,
          Blob{encode_sequence(words)});
  for (const PlacedWord& placed : prefix(words, max_distance(words.size(), kLowestScore))) {
    postings_.add(placed.word, posting(placed, words.size(), variant));
  }
}

void FuzzyIndexWriter::remove(std::int64_t variant) {
  std::vector<WordId> words;
  {
    Query row(*connection_, "SELECT words FROM sequences WHERE variant = ?1", variant);
    if (!row.next()) return;
    decode_sequence(row.text(0), words);
  }
  for (const PlacedWord& placed : prefix(words, max_distance(words.size(), kLowestScore))) {
    postings_.remove(placed.word, posting(placed, words.size(), variant));
  }
  execute(*connection_, "DELETE FROM sequences WHERE variant = ?1", variant);
}

void search(Connection& connection, std::int64_t language, const std::vector<Word>& words,
            double min_score, const std::function<double(const Candidate&)>& visit) {
  if (!words.empty()) Search(connection, language, words, min_score, visit).run();
}

}  // namespace trujaman::memory

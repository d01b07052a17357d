#include "terms/recognizer.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/token.hpp"
#include "base/unicode.hpp"

namespace trujaman::terms {
namespace {

using base::Token;
using base::TokenKind;

/// A word or number of the text and what it may be.
struct TextWord {
  TextSpan span;
  Gap gap = 0;  ///< What stands between it and the word before.
  Shape shape = Shape::Lower;
  bool inserted = false;  ///< May stand inside a term without being of it.
  bool bound = false;     ///< Goes on a word that a prefix began: no term begins here.
  std::size_t first = 0;  ///< Its candidates.
  std::size_t last = 0;
};

/// A word of the term and where the text has it.
struct Step {
  Candidate candidate;
  std::size_t at = 0;
};

TextTraits traits_of(std::string_view text) {
  TextTraits traits{false, true};
  std::string folded;
  for (std::size_t i = 0; i < text.size() && !(traits.accented && !traits.shouted);) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      if (base::is_ascii_lower(text[i])) traits.shouted = false;
      ++i;
      continue;
    }
    const std::size_t begin = i;
    const char32_t c = base::next_code_point(text, i);
    if (!base::is_letter(c)) continue;
    if (base::is_lower(c)) traits.shouted = false;
    folded.clear();
    base::append_folded(folded, c);
    std::size_t plain = 0;
    // œ and its like fold to themselves.
    const bool same = folded.empty() || base::next_code_point(folded, plain) >= 0x80;
    traits.accented = traits.accented || (!same && folded != text.substr(begin, i - begin));
  }
  return traits;
}

/// Next code point of @p text, letters as they are, quotes, dashes and spaces in their plain forms,
/// runs of spaces as one; 0 at the end.
char32_t next_plain(std::string_view text, std::size_t& offset) {
  if (offset >= text.size()) return 0;
  char32_t c = base::next_code_point(text, offset);
  if (c < 0x80 ? base::is_ascii_alnum(static_cast<char>(c)) : base::is_letter(c)) return c;
  if (!base::is_space(c)) {
    std::string folded;
    base::append_folded(folded, c);
    std::size_t start = 0;
    return folded.empty() ? c : base::next_code_point(folded, start);
  }
  for (std::size_t next = offset; next < text.size();) {
    if (!base::is_space(base::next_code_point(text, next))) break;
    offset = next;
  }
  return U' ';
}

/// Are the texts the same but for the typography of quotes, dashes and spaces?
bool same_spelling(std::string_view a, std::string_view b) {
  if (a == b) return true;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() || j < b.size()) {
    if (next_plain(a, i) != next_plain(b, j)) return false;
  }
  return true;
}

class Recognizer {
 public:
  Recognizer(const LanguageIndex& index, std::span<const ConceptEntry> concepts,
             std::string_view text, const RecognizeOptions& options)
      : index_(index), concepts_(concepts), text_(text), options_(options) {}

  std::vector<RankedHit> run() {
    read_words();
    look_ahead();
    for (std::size_t at = 0; at < words_.size(); ++at) {
      if (!words_[at].bound) walk(LanguageIndex::kRoot, at, 0);
    }
    rank_hits();
    return std::move(hits_);
  }

 private:
  /// Fills words_ and candidates_.
  void read_words();
  void prefetch_forms(const std::vector<Token>& tokens);
  void read_joined(std::size_t at, const TextTraits& traits);
  void look_ahead() const;
  /// Follows the trie from @p node with the words from @p at on; @p skipped words were passed over.
  void walk(NodeId node, std::size_t at, std::size_t skipped);
  void report(NodeId node, std::size_t skipped);
  [[nodiscard]] bool fits(const Entry& entry, std::size_t skipped) const;
  [[nodiscard]] bool gaps_fit(const Entry& entry) const;
  [[nodiscard]] bool forms_fit(const Entry& entry) const;
  [[nodiscard]] bool changes_number(std::size_t step) const;
  [[nodiscard]] TextSpan span_of(const Entry& entry) const;
  [[nodiscard]] Rank rank_of(const Entry& entry, std::size_t skipped) const;
  void rank_hits();

  [[nodiscard]] std::string_view slice(TextSpan span) const noexcept {
    return text_.substr(span.begin, span.size());
  }
  [[nodiscard]] std::size_t last_word(const Step& step) const noexcept {
    return step.at + step.candidate.tokens - 1;
  }

  const LanguageIndex& index_;
  std::span<const ConceptEntry> concepts_;
  std::string_view text_;
  const RecognizeOptions& options_;
  std::vector<TextWord> words_;
  std::vector<Candidate> candidates_;
  std::vector<Step> path_;
  std::vector<RankedHit> hits_;
};

void Recognizer::read_words() {
  const TextTraits traits = traits_of(text_);
  const std::vector<Token> tokens = base::tokenize(text_);
  words_.reserve(tokens.size());
  candidates_.reserve(tokens.size());
  prefetch_forms(tokens);
  WordKey key;
  for (const Token& token : tokens) {
    if (token.kind == TokenKind::Punctuation) continue;
    TextWord word;
    word.span = token.span;
    const std::size_t before = words_.empty() ? 0 : words_.back().span.end;
    word.gap = gap_of(text_.substr(before, token.span.begin - before));
    word.first = candidates_.size();
    word.bound = !words_.empty() && word.gap == gap::kHyphen &&
                 is_bound_prefix(make_key(slice(words_.back().span)).folded);
    if (token.kind == TokenKind::Number) {
      index_.find_number(slice(token.span), candidates_);
    } else {
      make_key(slice(token.span), key);
      index_.find(slice(token.span), key, traits, candidates_);
      word.shape = key.shape;
      word.inserted = options_.max_gap > 0 && !is_function_word(index_.inflection(), key.folded);
    }
    word.last = candidates_.size();
    words_.push_back(word);
  }
  for (std::size_t at = 0; at + 1 < words_.size(); ++at) {
    if (words_[at + 1].gap == gap::kHyphen) read_joined(at, traits);
  }
}

void Recognizer::prefetch_forms(const std::vector<Token>& tokens) {
  std::vector<std::size_t> buckets;
  buckets.reserve(tokens.size());
  WordKey key;
  for (const Token& token : tokens) {
    if (token.kind != TokenKind::Word) continue;
    make_key(slice(token.span), key);
    buckets.push_back(index_.bucket_of(key));
  }
  index_.prefetch_forms(buckets);
}

void Recognizer::look_ahead() const {
  index_.prefetch_first(candidates_);
  for (std::size_t at = 0; at + 1 < words_.size(); ++at) {
    for (std::size_t i = words_[at].first; i < words_[at].last; ++i) {
      for (std::size_t k = words_[at + 1].first; k < words_[at + 1].last; ++k) {
        index_.prefetch_second(candidates_[i], candidates_[k]);
      }
    }
  }
}

/// Adds what words @p at and the next are when written as one: "socio-économique".
void Recognizer::read_joined(std::size_t at, const TextTraits& traits) {
  std::string joined(slice(words_[at].span));
  joined += slice(words_[at + 1].span);
  const std::size_t first = candidates_.size();
  std::vector<Candidate> all(candidates_.begin() + static_cast<std::ptrdiff_t>(words_[at].first),
                             candidates_.begin() + static_cast<std::ptrdiff_t>(words_[at].last));
  const std::size_t alone = all.size();
  index_.find(joined, make_key(joined), traits, all);
  if (all.size() == alone) return;
  for (std::size_t i = alone; i < all.size(); ++i) all[i].tokens = 2;
  candidates_.insert(candidates_.end(), all.begin(), all.end());
  words_[at].first = first;
  words_[at].last = candidates_.size();
}

void Recognizer::walk(NodeId node, std::size_t at, std::size_t skipped) {
  for (; at < words_.size(); ++at, ++skipped) {
    for (std::size_t i = words_[at].first; i < words_[at].last; ++i) {
      const Candidate& candidate = candidates_[i];
      const NodeId child = index_.child(node, candidate.word);
      if (child == LanguageIndex::kNoNode) continue;
      path_.push_back({candidate, at});
      report(child, skipped);
      walk(child, at + candidate.tokens, skipped);
      path_.pop_back();
    }
    // Words may be inserted in a term, not before it.
    if (node == LanguageIndex::kRoot || skipped >= options_.max_gap) return;
    if (!words_[at].inserted || words_[at].gap != gap::kSpace) return;
  }
}

bool Recognizer::gaps_fit(const Entry& entry) const {
  for (std::size_t i = 1; i < path_.size(); ++i) {
    const Gap allowed = index_.gap(entry, i - 1) | gap::kSpace | gap::kHyphen;
    if ((words_[path_[i].at].gap & ~allowed) != 0) return false;
  }
  return true;
}

bool Recognizer::changes_number(std::size_t step) const {
  if (step >= path_.size()) return false;
  const Relation relation = path_[step].candidate.relation;
  return relation == Relation::Number || relation == Relation::Gender;
}

bool Recognizer::forms_fit(const Entry& entry) const {
  const Relation head = path_[entry.head].candidate.relation;
  const bool feminine = head == Relation::Gender || entry.common_gender || entry.adjective;
  for (std::size_t i = 0; i < path_.size(); ++i) {
    const Candidate& candidate = path_[i].candidate;
    const bool is_head = i == entry.head;
    if (candidate.accents == AccentMatch::LastMissing && path_.size() == 1) return false;
    switch (candidate.relation) {
      case Relation::Verb:
        if (!is_head || !entry.verb) return false;
        break;
      case Relation::Agreement:
        if (is_head ? !entry.adjective : !feminine) return false;
        break;
      case Relation::Gender:
        if (!is_head && !feminine) return false;
        break;
      case Relation::Number:
        // An article changes with its noun.
        if (candidate.function && !changes_number(i + 1)) return false;
        break;
      case Relation::Same:
      case Relation::Spelling:
        break;
    }
  }
  return true;
}

bool Recognizer::fits(const Entry& entry, std::size_t skipped) const {
  if (skipped > 0 && entry.acronym) return false;
  if (entry.capitalised && words_[path_[entry.head].at].shape == Shape::Lower &&
      index_.capitals_matter()) {
    return false;
  }
  return gaps_fit(entry) && forms_fit(entry);
}

TextSpan Recognizer::span_of(const Entry& entry) const {
  TextSpan span{words_[path_.front().at].span.begin, words_[last_word(path_.back())].span.end};
  if (const std::string_view marks = index_.closing(entry); !marks.empty()) {
    std::size_t end = span.end;
    for (std::size_t n = base::count_code_points(marks); n > 0 && end < text_.size(); --n) {
      static_cast<void>(base::next_code_point(text_, end));
    }
    if (same_spelling(slice({span.end, end}), marks)) span.end = end;
  }
  if (const std::string_view marks = index_.opening(entry); !marks.empty()) {
    std::size_t begin = span.begin;
    for (std::size_t n = base::count_code_points(marks); n > 0 && begin > 0; --n) {
      static_cast<void>(base::previous_code_point(text_, begin));
    }
    if (same_spelling(slice({begin, span.begin}), marks)) span.begin = begin;
  }
  return span;
}

/// What can be said without the term's text: Exact stands for "to be compared with it".
Rank Recognizer::rank_of(const Entry& entry, std::size_t skipped) const {
  if (skipped > 0) return Rank::Interrupted;
  const bool same = std::ranges::all_of(
      path_, [](const Step& s) { return s.candidate.relation == Relation::Same; });
  if (!same) return Rank::Inflected;
  return entry.whole ? Rank::Exact : Rank::Recased;
}

/// Compares what may be exact with the terms' texts, which are asked for beforehand.
void Recognizer::rank_hits() {
  const auto entry_of = [&](const RankedHit& hit) { return &concepts_[hit.concept_index]; };
  for (const RankedHit& hit : hits_) {
    if (hit.rank == Rank::Exact) __builtin_prefetch(&entry_of(hit)->terms);
  }
  for (const RankedHit& hit : hits_) {
    if (hit.rank == Rank::Exact) {
      __builtin_prefetch(&entry_of(hit)->terms[hit.term_index].text);
    }
  }
  for (const RankedHit& hit : hits_) {
    if (hit.rank == Rank::Exact) {
      __builtin_prefetch(entry_of(hit)->terms[hit.term_index].text.data());
    }
  }
  for (RankedHit& hit : hits_) {
    if (hit.rank != Rank::Exact) continue;
    const std::string& text = entry_of(hit)->terms[hit.term_index].text;
    if (!same_spelling(slice(hit.span), text)) hit.rank = Rank::Recased;
  }
}

void Recognizer::report(NodeId node, std::size_t skipped) {
  for (const Entry* entry = index_.entry(node); entry != nullptr;
       entry = index_.next_entry(*entry)) {
    if (!fits(*entry, skipped)) continue;
    const TextSpan span = span_of(*entry);
    hits_.push_back(
        {span, entry->concept_index, entry->term_index, entry->status, rank_of(*entry, skipped)});
  }
}

}  // namespace

std::vector<RankedHit> find_terms(const LanguageIndex& index,
                                  std::span<const ConceptEntry> concepts, std::string_view text,
                                  const RecognizeOptions& options) {
  return Recognizer(index, concepts, text, options).run();
}

}  // namespace trujaman::terms

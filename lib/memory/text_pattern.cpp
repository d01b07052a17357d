#include "memory/text_pattern.hpp"

#include <algorithm>
#include <utility>

#include "base/token.hpp"
#include "base/unicode.hpp"
#include "memory/regex_literal.hpp"

namespace trujaman::memory {
namespace {

std::u32string code_points(std::string_view text) {
  std::u32string out;
  for (std::size_t i = 0; i < text.size();) out += base::next_code_point(text, i);
  return out;
}

/// The words of a query as it was typed; where @p wildcards says so, * and ? that touch a word are
/// part of it.
std::vector<std::u32string> words_of(std::string_view query, bool wildcards) {
  std::vector<std::u32string> words;
  bool open = false;  // the last word goes on where it ended
  std::size_t end = 0;
  for (const base::Token& token : base::tokenize(query)) {
    const std::string_view part = query.substr(token.span.begin, token.span.size());
    const bool wildcard = wildcards && (part == "*" || part == "?");
    const bool touches = !words.empty() && token.span.begin == end;
    end = token.span.end;
    if (token.kind == base::TokenKind::Punctuation && !wildcard) {
      open = false;
      continue;
    }
    // "a*b": a word goes on after a wildcard, and a wildcard after a word; "a b" are two.
    if (!touches || !open) words.emplace_back();
    if (wildcard) {
      words.back() += part == "*" ? WordPattern::kRun : WordPattern::kOne;
    } else {
      words.back() += code_points(part);
    }
    open = wildcards;
  }
  return words;
}

/// The same pattern of the words that fold alike.
std::u32string folded(const std::u32string& pattern) {
  std::u32string out;
  for (const char32_t c : pattern) {
    if (c >= WordPattern::kRun) {
      out += c;
      continue;
    }
    std::string key;
    base::append_folded(key, c);
    out += code_points(key);
  }
  return out;
}

/// Where each of some words can be put at a place of its own.
class Assignment {
 public:
  /// @p fits[w]: the places where word w could stand, ascending.
  explicit Assignment(const std::vector<std::vector<std::size_t>>& fits, std::size_t places)
      : fits_(&fits), word_at_(places, kNone) {}

  /// Maximum bipartite matching by augmenting paths.
  [[nodiscard]] bool complete() {
    for (std::size_t w = 0; w < fits_->size(); ++w) {
      std::vector<bool> tried(word_at_.size(), false);
      if (!place(w, tried)) return false;
    }
    return true;
  }
  [[nodiscard]] std::vector<std::size_t> places() const {
    std::vector<std::size_t> out;
    for (std::size_t p = 0; p < word_at_.size(); ++p) {
      if (word_at_[p] != kNone) out.push_back(p);
    }
    return out;
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  bool place(std::size_t word, std::vector<bool>& tried) {
    for (const std::size_t p : (*fits_)[word]) {
      if (tried[p]) continue;
      tried[p] = true;
      if (word_at_[p] == kNone || place(word_at_[p], tried)) {
        word_at_[p] = word;
        return true;
      }
    }
    return false;
  }
  const std::vector<std::vector<std::size_t>>* fits_;
  std::vector<std::size_t> word_at_;
};

}  // namespace

bool WordPattern::matches(std::string_view word) const {
  const std::u32string letters = code_points(word);
  // As for file names: after a failure, the last run takes one letter more.
  std::size_t p = 0;
  std::size_t i = 0;
  std::size_t run = pattern_.size();
  std::size_t run_end = 0;
  while (i < letters.size()) {
    if (p < pattern_.size() && pattern_[p] == kRun) {
      run = p++;
      run_end = i;
    } else if (p < pattern_.size() && (pattern_[p] == kOne || pattern_[p] == letters[i])) {
      ++p, ++i;
    } else if (run < pattern_.size()) {
      p = run + 1;
      i = ++run_end;
    } else {
      return false;
    }
  }
  while (p < pattern_.size() && pattern_[p] == kRun) ++p;
  return p == pattern_.size();
}

bool WordPattern::is_literal() const noexcept {
  return pattern_.find(kRun) == std::u32string::npos && pattern_.find(kOne) == std::u32string::npos;
}

TextPattern::TextPattern(std::string_view query, const ConcordanceOptions& options)
    : exact_(options.exact), distance_(options.distance) {
  if (options.syntax == ConcordanceOptions::Syntax::Regex) {
    regex_.emplace(std::string(query), !options.exact);
    const std::u32string letters = code_points(literal_in(query));
    if (!letters.empty()) {
      folded_.emplace_back(WordPattern::kRun + folded(letters) + WordPattern::kRun);
    }
    return;
  }
  std::vector<std::u32string> words =
      words_of(query, options.syntax == ConcordanceOptions::Syntax::Wildcards);
  if (options.parts_of_words && !words.empty()) {
    // "ción de la pob" stands in "migración de la población"; apart, each may be a part.
    for (std::size_t w = 0; w < words.size(); ++w) {
      if (w == 0 || distance_) words[w].insert(words[w].begin(), WordPattern::kRun);
      if (w + 1 == words.size() || distance_) words[w] += WordPattern::kRun;
    }
  }
  for (const std::u32string& word : words) {
    folded_.emplace_back(folded(word));
    words_.emplace_back(word);
  }
}

bool TextPattern::fits(std::size_t word, const IndexedWord& found, std::string_view text) const {
  if (!folded_[word].matches(found.key)) return false;
  return !exact_ || words_[word].matches(text.substr(found.span.begin, found.span.size()));
}

std::vector<TextSpan> TextPattern::find(std::string_view text) const {
  if (regex_) return regex_->find_all(text);
  if (words_.empty()) return {};
  return distance_ ? find_apart(text) : find_in_a_row(text);
}

std::vector<TextSpan> TextPattern::find_in_a_row(std::string_view text) const {
  const std::vector<IndexedWord> found = indexed_words(text);
  std::vector<TextSpan> out;
  for (std::size_t i = 0; i + words_.size() <= found.size();) {
    std::size_t w = 0;
    while (w < words_.size() && fits(w, found[i + w], text)) ++w;
    if (w < words_.size()) {
      ++i;
      continue;
    }
    out.push_back({found[i].span.begin, found[i + w - 1].span.end});
    i += w;
  }
  return out;
}

std::vector<TextSpan> TextPattern::find_apart(std::string_view text) const {
  const std::vector<IndexedWord> found = indexed_words(text);
  const std::size_t reach = words_.size() + std::min(*distance_, found.size());
  std::vector<TextSpan> out;
  for (std::size_t i = 0; i < found.size();) {
    const std::size_t places = std::min(reach, found.size() - i);
    std::vector<std::vector<std::size_t>> where(words_.size());
    bool begins = false;  // a window begins with one of the words
    for (std::size_t w = 0; w < words_.size(); ++w) {
      for (std::size_t p = 0; p < places; ++p) {
        if (fits(w, found[i + p], text)) where[w].push_back(p);
      }
      begins = begins || (!where[w].empty() && where[w].front() == 0);
    }
    Assignment assignment(where, places);
    if (!begins || !assignment.complete()) {
      ++i;
      continue;
    }
    const std::vector<std::size_t> at = assignment.places();
    for (const std::size_t p : at) out.push_back(found[i + p].span);
    i += at.back() + 1;
  }
  return out;
}

}  // namespace trujaman::memory

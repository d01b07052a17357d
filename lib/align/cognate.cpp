#include "align/cognate.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

namespace trujaman::align {
namespace {

constexpr std::size_t kMaxLetters = 32;  // longer words are compared by their beginnings

bool is_vowel(char c) noexcept {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

std::size_t common_prefix(std::string_view a, std::string_view b) noexcept {
  return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first -
                                  a.begin());
}

std::size_t common_subsequence(std::string_view a, std::string_view b) noexcept {
  std::array<std::uint8_t, kMaxLetters + 1> row{};
  for (const char x : a) {
    std::uint8_t diagonal = 0;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::uint8_t above = row[j + 1];
      row[j + 1] = x == b[j] ? static_cast<std::uint8_t>(diagonal + 1) : std::max(above, row[j]);
      diagonal = above;
    }
  }
  return row[b.size()];
}

}  // namespace

std::string skeleton(std::string_view folded) {
  std::string out;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    char c = folded[i];
    const char next = i + 1 < folded.size() ? folded[i + 1] : '\0';
    if ((c == 'p' || c == 't') && next == 'h') {
      c = c == 'p' ? 'f' : 't';
      ++i;
    } else if (c == 'q' && next == 'u') {
      c = 'c';
      ++i;
    } else if (c == 'h' && !(i > 0 && (folded[i - 1] == 'c' || folded[i - 1] == 's'))) {
      continue;
    } else if (c == 'k') {
      c = 'c';
    } else if (c == 'y') {
      c = 'i';
    } else if (i == 0 && c == 'e' && next == 's' && folded.size() > 3 && !is_vowel(folded[2])) {
      continue;
    }
    if (!out.empty() && out.back() == c && !is_vowel(c)) continue;
    out += c;
  }
  return out;
}

double likeness(std::string_view a, std::string_view b) {
  a = a.substr(0, kMaxLetters);
  b = b.substr(0, kMaxLetters);
  if (a.empty() || b.empty()) return 0.0;
  const auto common = static_cast<double>(common_prefix(a, b) + common_subsequence(a, b));
  return common / static_cast<double>(a.size() + b.size());
}

double cognate_probability(double like, std::size_t length) {
  // Identity is near proof for long words and little for short ones; below that the shares of true
  // pairs by likeness, measured on aligned documents, fall steeply.
  if (like >= 1.0) return length >= 4 ? 0.75 : length == 3 ? 0.6 : length == 2 ? 0.35 : 0.2;
  if (length < 4) return 0.0;
  if (like >= 0.9) return 0.65;
  if (like >= 0.8) return 0.5;
  if (like >= 0.7) return 0.3;
  if (like >= 0.6) return length >= 5 ? 0.12 : 0.05;
  return 0.0;
}

void add_cognates(const Side& source, const Side& target, Lexicon& lexicon) {
  struct Word {
    TypeId id;
    std::string letters;
  };
  std::unordered_map<std::string, std::vector<Word>> by_beginning;
  for (TypeId t = 0; t < target.vocabulary.size(); ++t) {
    std::string letters = skeleton(target.vocabulary.key(t));
    by_beginning[letters.substr(0, 3)].push_back({t, std::move(letters)});
  }
  for (TypeId s = 0; s < source.vocabulary.size(); ++s) {
    const std::string& key = source.vocabulary.key(s);
    const std::string letters = skeleton(key);
    const auto bucket = by_beginning.find(letters.substr(0, 3));
    if (bucket == by_beginning.end()) continue;
    for (const Word& word : bucket->second) {
      const std::size_t shorter = std::min(letters.size(), word.letters.size());
      const double p = cognate_probability(likeness(letters, word.letters), shorter);
      if (p > 0.0) lexicon.add_prior(s, word.id, p);
    }
  }
}

}  // namespace trujaman::align

#include "segment/lexicon.hpp"

#include <algorithm>

#include "base/unicode.hpp"

namespace trujaman::segment {
namespace {

/// Calls @p take with each word of a list between blanks.
template <typename Take>
void for_each_word(std::string_view list, const Take& take) {
  while (!list.empty()) {
    const std::size_t begin = std::min(list.find_first_not_of(' '), list.size());
    const std::size_t end = std::min(list.find(' ', begin), list.size());
    if (end > begin) take(list.substr(begin, end - begin));
    list.remove_prefix(end);
  }
}

bool begins_upper(std::string_view word) noexcept {
  std::size_t i = 0;
  return !word.empty() && base::is_upper(base::next_code_point(word, i));
}

/// Longer words (bytes) are in no list of ours.
constexpr std::size_t kLongestWord = 24;

/// Key of an abbreviation that counts only with a capital.
std::string capital_key(const std::string& lower) {
  return '^' + lower;
}

template <typename Set>
bool contains(const Set& set, std::string_view word) {
  return word.size() <= kLongestWord && set.contains(base::to_lower(word));
}

template <typename Set>
void fill(Set& set, std::string_view words) {
  for_each_word(words, [&set](std::string_view word) { set.emplace(word); });
}

}  // namespace

Lexicon::Lexicon(std::string_view language, const std::vector<std::string>& more) {
  const LanguageData data = data_of(language);
  for (const AbbreviationList& list : common_abbreviations()) add(list.kind, list.words);
  for (const AbbreviationList& list : data.abbreviations) add(list.kind, list.words);
  for (std::string word : more) {
    if (word.ends_with('.')) word.pop_back();
    std::erase(word, ' ');
    insert(base::to_lower(word), AbbreviationKind::Never);
  }
  fill(starters_, data.starters);
  fill(relatives_, data.relatives);
  fill(times_, data.times);
  fill(labels_, data.labels);
  fill(reports_, data.reports);
}

void Lexicon::add(AbbreviationKind kind, std::string_view words) {
  for_each_word(words, [&](std::string_view word) {
    const std::string key = base::to_lower(word);
    insert(begins_upper(word) ? capital_key(key) : key, kind);
  });
}

void Lexicon::insert(std::string word, AbbreviationKind kind) {
  longest_ = std::max(longest_, word.size());
  abbreviations_.insert_or_assign(std::move(word), kind);
}

std::optional<AbbreviationKind> Lexicon::kind_of(std::string_view word) const {
  if (word.empty() || word.size() > longest_) return std::nullopt;
  std::string key = base::to_lower(word);
  if (begins_upper(word)) {
    const auto known = abbreviations_.find(capital_key(key));
    if (known != abbreviations_.end()) return known->second;
  }
  const auto known = abbreviations_.find(key);
  if (known == abbreviations_.end()) return std::nullopt;
  return known->second;
}

bool Lexicon::starts_sentence(std::string_view word) const {
  const std::size_t typographic = word.find("’");
  const std::size_t apostrophe = std::min(word.find('\''), typographic);
  if (apostrophe == std::string_view::npos) return contains(starters_, word);
  // "l'", then "i'm".
  const std::string elided = std::string(word.substr(0, apostrophe)) + '\'';
  if (contains(starters_, elided)) return true;
  const std::size_t behind = apostrophe + (apostrophe == typographic ? 3 : 1);
  return contains(starters_, elided + std::string(word.substr(behind)));
}
bool Lexicon::is_relative(std::string_view words) const {
  return contains(relatives_, words);
}
bool Lexicon::is_of_time(std::string_view word) const {
  return contains(times_, word);
}
bool Lexicon::is_report(std::string_view word) const {
  return contains(reports_, word);
}
bool Lexicon::is_label(std::string_view word) const {
  return contains(labels_, word);
}

}  // namespace trujaman::segment

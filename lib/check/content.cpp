/// Whether there is a translation at all: empty, untranslated, in another language.
#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <trujaman/message.hpp>

#include "base/ascii.hpp"
#include "base/frequent_words.hpp"
#include "base/script.hpp"
#include "base/unicode.hpp"
#include "check/rules.hpp"

namespace trujaman::check {
namespace {

bool says_something(const Side& side) {
  return std::ranges::any_of(
      side.tokens, [](const base::Token& t) { return t.kind != base::TokenKind::Punctuation; });
}

/// Index in kCountedLanguages; its size when the language is not counted.
std::size_t counted(const LanguageTag& language) {
  const auto found = std::ranges::find(base::kCountedLanguages, language.primary());
  return static_cast<std::size_t>(found - base::kCountedLanguages.begin());
}

/// Words in lower case and of some length, which names and symbols have none of.
std::size_t count_plain_words(const Side& side) {
  constexpr std::size_t shortest = 4;
  std::size_t words = 0;
  for (const base::Token& token : side.tokens) {
    if (token.kind != base::TokenKind::Word || side.is_opaque(token.span.begin)) continue;
    const std::string_view word = side.at(token.span);
    const bool letters = std::ranges::none_of(word, [](char c) { return c >= '0' && c <= '9'; });
    if (letters && base::count_code_points(word) >= shortest && base::to_lower(word) == word) {
      ++words;
    }
  }
  return words;
}

/// What stands between quotation marks: titles and sayings of any language.
std::vector<TextSpan> quotations(std::string_view text) {
  constexpr std::pair<std::string_view, std::string_view> marks[] = {
      {"«", "»"}, {"“", "”"}, {"\"", "\""}};
  std::vector<TextSpan> out;
  for (const auto& [opening, closing] : marks) {
    for (std::size_t at = 0; (at = text.find(opening, at)) != std::string_view::npos;) {
      const std::size_t end = text.find(closing, at + opening.size());
      if (end == std::string_view::npos) break;
      out.push_back({at, end + closing.size()});
      at = end + closing.size();
    }
  }
  return out;
}

/// The words that tell a language, in lower case: no names ("Sur" is no French "sur"), no symbols,
/// no letters of lists, and none of a quotation, unless that is nearly all of the text.
std::vector<base::Token> telling_words(const Side& side) {
  std::vector<TextSpan> quoted = quotations(side.text);
  std::erase_if(quoted, [&](TextSpan span) { return 4 * span.size() > 3 * side.text.size(); });
  const auto is_quoted = [&](std::size_t offset) {
    return std::ranges::any_of(
        quoted, [&](TextSpan span) { return span.begin <= offset && offset < span.end; });
  };
  std::vector<base::Token> out;
  for (const base::Token& token : side.tokens) {
    if (token.kind != base::TokenKind::Word || side.is_opaque(token.span.begin) ||
        is_quoted(token.span.begin)) {
      continue;
    }
    const std::string_view word = side.at(token.span);
    if (base::count_code_points(word) > 1 && base::to_lower(word) == word) out.push_back(token);
  }
  return out;
}

/// Whether nearly all letters are of a script in which the language is not written. Of Latin ones
/// it takes a sentence: names and commands are written so everywhere.
bool in_another_script(const Side& side) {
  constexpr std::size_t fewest_letters = 4;
  constexpr std::size_t fewest_words = 6;
  constexpr double nearly_all = 0.9;
  const base::ForeignLetters count = base::count_foreign_letters(side.text, side.variant->language);
  if (count.letters < fewest_letters ||
      static_cast<double>(count.foreign) < nearly_all * static_cast<double>(count.letters)) {
    return false;
  }
  const auto is_latin = [](char c) { return base::is_ascii_alpha(c); };
  const auto ascii = static_cast<std::size_t>(std::ranges::count_if(side.text, is_latin));
  return 2 * ascii < count.letters || telling_words(side).size() >= fewest_words;
}

TextSpan whole(const Side& side) {
  return base::trim(side.text, {0, side.text.size()});
}

}  // namespace

bool check_empty(const Pair& pair, Report& report) {
  const bool source = says_something(pair.source);
  const bool target = !base::trim(pair.target.text).empty();
  if (source && !target) {
    if (report.wants(CheckRule::Empty)) {
      report.add(CheckRule::Empty, Severity::Defect, {place(pair.source, whole(pair.source))},
                 message("{1} has no translation", quoted(pair.source.at(whole(pair.source)))));
    }
    return true;
  }
  if (target && says_something(pair.target) && base::trim(pair.source.text).empty()) {
    if (report.wants(CheckRule::Empty)) {
      report.add(CheckRule::Empty, Severity::Defect, {place(pair.target, whole(pair.target))},
                 message("{1} has no source", quoted(pair.target.at(whole(pair.target)))));
    }
    return true;
  }
  return !source || !target;
}

bool check_untranslated(const Pair& pair, Report& report) {
  if (base::trim(pair.source.text) != base::trim(pair.target.text)) return false;
  const std::size_t source = counted(pair.source.variant->language);
  const std::size_t target = counted(pair.target.variant->language);
  if (source == target) return true;
  // Two languages share words, names and titles; a phrase of one is not a phrase of the other.
  constexpr std::size_t enough_words = 4;
  const std::size_t words = count_plain_words(pair.target);
  bool phrase = words >= enough_words;
  if (!phrase && source < base::kCountedLanguages.size() &&
      target < base::kCountedLanguages.size()) {
    const auto counts = base::count_frequent_words(pair.target.text, pair.target.tokens);
    phrase = words > 0 && counts[source] > counts[target];
  }
  if (phrase && report.wants(CheckRule::Untranslated)) {
    report.add(
        CheckRule::Untranslated, Severity::Defect,
        {place(pair.source, whole(pair.source)), place(pair.target, whole(pair.target))},
        message("{1}: the target is the source", quoted(pair.target.at(whole(pair.target)))));
  }
  return true;
}

void check_language(const Side& side, const Side& other, Report& report) {
  if (!report.wants(CheckRule::Language)) return;
  if (in_another_script(side) && !in_another_script(other)) {
    report.add(CheckRule::Language, Severity::Defect, {place(side, whole(side))},
               message("{1} is not in the script of “{2}”", quoted(side.at(whole(side))),
                       side.variant->language.str()));
    return;
  }
  constexpr std::size_t fewest_words = 4;
  constexpr std::size_t fewest_frequent = 2;
  constexpr std::size_t times_as_many = 3;
  const std::size_t own = counted(side.variant->language);
  if (own == base::kCountedLanguages.size()) return;
  const std::vector<base::Token> words = telling_words(side);
  if (words.size() < fewest_words) return;
  // Once each: one word that comes twice is no more than one witness. Of the words that two
  // languages share ("de", "la"), neither is to be told.
  std::set<std::string_view> seen;
  base::FrequentWordCounts for_other{};
  base::FrequentWordCounts for_own{};
  for (const base::Token& token : words) {
    if (!seen.insert(side.at(token.span)).second) continue;
    const unsigned languages = base::languages_of_frequent_word(side.at(token.span));
    const bool in_own = (languages >> own & 1U) != 0;
    for (std::size_t k = 0; k < for_other.size(); ++k) {
      const bool in_other = (languages >> k & 1U) != 0;
      for_other[k] += in_other && !in_own ? 1 : 0;
      for_own[k] += in_own && !in_other ? 1 : 0;
    }
  }
  const auto best = std::ranges::max_element(for_other);
  const auto index = static_cast<std::size_t>(best - for_other.begin());
  if (*best < fewest_frequent || *best < times_as_many * for_own[index]) return;
  report.add(CheckRule::Language, Severity::Defect, {place(side, whole(side))},
             message("{1} seems to be in “{2}”, not in “{3}”", quoted(side.at(whole(side))),
                     base::kCountedLanguages[index], side.variant->language.str()));
}

}  // namespace trujaman::check

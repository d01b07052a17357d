#include "extract/acronyms.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "base/token.hpp"
#include "base/unicode.hpp"
#include "extract/word_class.hpp"

namespace trujaman::extract {
namespace {

/// Letters of an acronym, at least and at most.
constexpr std::size_t kShortest = 2;
constexpr std::size_t kLongest = 10;
/// This share of them must begin words.
constexpr double kInitials = 0.7;
/// So many words may have no letter in it: Food and Agriculture Organization of the United Nations
/// (FAO).
constexpr std::size_t kSkipped = 2;

/// A word of the text with its folded letters.
struct TextWord {
  TextSpan span;
  std::string folded;
  WordClass word_class = WordClass::Content;
};

/// The letters of an acronym, folded; empty when @p text is none: two capitals at least, no blank,
/// and no lower-case letters but a few (PhD, SDGs).
std::string letters_of(std::string_view text) {
  std::size_t upper = 0;
  std::size_t lower = 0;
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    const char32_t c = base::next_code_point(text, at);
    if (base::is_space(c)) return {};
    if (base::is_upper(c)) ++upper;
    if (base::is_lower(c)) ++lower;
    if (base::is_letter(c) || base::is_digit(c)) plain += text.substr(here, at - here);
  }
  if (upper < 2 || lower > upper) return {};
  if (lower == 1 && plain.ends_with('s')) plain.pop_back();  // a plural
  const std::string folded = base::fold(plain);
  return folded.size() < kShortest || folded.size() > kLongest ? std::string() : folded;
}

/// Where the long form of @p letters begins among words [begin, end), which it ends.
/// Only with @p function_words may those give it a letter, too.
std::optional<std::size_t> begin_of_long_form(const std::string& letters,
                                              std::span<const TextWord> words,
                                              bool function_words) {
  std::size_t left = letters.size();
  std::size_t initials = 0;
  std::size_t skipped = 0;
  for (std::size_t w = words.size(); w > 0 && left > 0;) {
    const TextWord& word = words[--w];
    const bool may_begin = word.word_class == WordClass::Content || (function_words && left > 1);
    if (may_begin && !word.folded.empty() && word.folded.front() == letters[left - 1]) {
      ++initials;
      --left;
    } else if (word.word_class == WordClass::Content) {
      // Several letters of one word: hydroxychloroquine (HCQ).
      std::size_t at = word.folded.size();
      std::size_t inside = left;
      while (inside > 0 && at > 0) {
        if (word.folded[--at] != letters[inside - 1]) continue;
        --inside;
        if (at == 0) break;
      }
      if (inside < left && at == 0 && word.folded.front() == letters[inside]) {
        ++initials;
        left = inside;
      } else if (++skipped > kSkipped) {
        return std::nullopt;
      }
    }
    if (left == 0) {
      const bool enough =
          static_cast<double>(initials) >= kInitials * static_cast<double>(letters.size());
      return enough ? std::optional(w) : std::nullopt;
    }
  }
  return std::nullopt;
}

std::vector<TextWord> words_of(std::string_view text, Grammar grammar) {
  std::vector<TextWord> out;
  for (const base::Token& token : base::tokenize(text)) {
    if (token.kind == base::TokenKind::Punctuation) continue;
    const std::string_view raw = text.substr(token.span.begin, token.span.size());
    const WordClass kind = token.kind == base::TokenKind::Number
                               ? WordClass::Number
                               : word_class(grammar, base::to_lower(raw));
    out.push_back({token.span, base::fold(raw), kind});
  }
  return out;
}

/// How many words a long form may have: Schwartz and Hearst's bound, doubled for the prepositions
/// and articles of Spanish and French.
std::size_t most_words(std::size_t letters) {
  return 2 * std::min(letters + 5, 2 * letters);
}

class Finder {
 public:
  Finder(std::string_view text, const LanguageTag& language)
      : text_(text), words_(words_of(text, grammar_of(language))) {}

  std::vector<Acronym> find() {
    std::vector<Acronym> out;
    for (std::size_t open = text_.find('('); open != std::string_view::npos;
         open = text_.find('(', open + 1)) {
      const std::size_t close = text_.find(')', open);
      if (close == std::string_view::npos) break;
      const TextSpan inside{open + 1, close};
      auto found = behind(inside);
      if (!found) found = before(inside);
      if (found) out.push_back(*found);
    }
    return out;
  }

 private:
  [[nodiscard]] std::string_view part(TextSpan span) const {
    return text_.substr(span.begin, span.size());
  }

  /// Long form (ACR)
  [[nodiscard]] std::optional<Acronym> behind(TextSpan inside) const {
    // "(ACR, …)" and "(ACR; …)" introduce one, too.
    inside.end = std::min(inside.end, text_.find_first_of(",;", inside.begin));
    inside = base::trim(text_, inside);
    const std::string letters = letters_of(part(inside));
    if (letters.empty()) return std::nullopt;
    const auto last = std::partition_point(words_.begin(), words_.end(), [&](const TextWord& w) {
      return w.span.end <= inside.begin;
    });
    const std::size_t end = static_cast<std::size_t>(last - words_.begin());
    if (end == 0) return std::nullopt;
    // Nothing but a blank stands between the long form and the bracket.
    const TextSpan between{words_[end - 1].span.end, inside.begin};
    if (part(between).find_first_not_of(" (\u00A0\"\u201D\u00BB") != std::string_view::npos) {
      return std::nullopt;
    }
    const std::size_t begin = end - std::min(end, most_words(letters.size()));
    return long_form(letters, inside, begin, end);
  }

  /// ACR (Long form)
  [[nodiscard]] std::optional<Acronym> before(TextSpan inside) const {
    const auto at = [&](std::size_t offset) {
      return static_cast<std::size_t>(
          std::partition_point(words_.begin(), words_.end(),
                               [&](const TextWord& w) { return w.span.end <= offset; }) -
          words_.begin());
    };
    const std::size_t begin = at(inside.begin);
    const std::size_t end = at(inside.end);
    if (begin == 0 || end < begin + 2) return std::nullopt;
    const TextSpan acronym = words_[begin - 1].span;
    if (inside.begin - acronym.end > 2) return std::nullopt;
    const std::string letters = letters_of(part(acronym));
    if (letters.empty() || end - begin > most_words(letters.size())) return std::nullopt;
    auto found = long_form(letters, acronym, begin, end);
    // All of what the brackets hold is the long form.
    if (found && found->long_form.begin != words_[begin].span.begin) return std::nullopt;
    return found;
  }

  [[nodiscard]] std::optional<Acronym> long_form(const std::string& letters, TextSpan acronym,
                                                 std::size_t begin, std::size_t end) const {
    const std::span<const TextWord> words = std::span(words_).subspan(begin, end - begin);
    auto first = begin_of_long_form(letters, words, false);
    if (!first) first = begin_of_long_form(letters, words, true);
    if (!first) return std::nullopt;
    return Acronym{acronym, {words_[begin + *first].span.begin, words_[end - 1].span.end}};
  }

  std::string_view text_;
  std::vector<TextWord> words_;
};

/// How many elements of two sorted lists are equal, as Dice's coefficient.
template <typename List>
double common_share(const List& a, const List& b) {
  if (a.empty() || b.empty()) return 0.0;
  List both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return 2.0 * static_cast<double>(both.size()) / static_cast<double>(a.size() + b.size());
}

/// Beginnings of the longer words, sorted: names of bodies are made of international words.
std::vector<std::string> beginnings(std::string_view text) {
  constexpr std::size_t kLetters = 4;
  std::vector<std::string> out;
  for (const base::Token& token : base::tokenize(text)) {
    const std::string folded = base::fold(text.substr(token.span.begin, token.span.size()));
    if (folded.size() >= kLetters) out.push_back(folded.substr(0, kLetters));
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::string sorted_letters(std::string_view acronym) {
  std::string letters = letters_of(acronym);
  std::sort(letters.begin(), letters.end());
  return letters;
}

/// Which acronyms of a unit's sides belong together: the most alike first, by their letters, their
/// long forms' words and their order. Sides that introduce one each have no choice.
std::vector<std::pair<std::size_t, std::size_t>> match(std::string_view source,
                                                       std::span<const Acronym> sources,
                                                       std::string_view target,
                                                       std::span<const Acronym> targets) {
  constexpr double kSameOrder = 0.2;
  constexpr double kAlike = 0.4;
  if (sources.size() == 1 && targets.size() == 1) return {{0, 0}};
  const auto part = [](std::string_view text, TextSpan span) {
    return text.substr(span.begin, span.size());
  };
  std::vector<std::tuple<double, std::size_t, std::size_t>> alike;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    for (std::size_t j = 0; j < targets.size(); ++j) {
      const double letters = common_share(sorted_letters(part(source, sources[i].short_form)),
                                          sorted_letters(part(target, targets[j].short_form)));
      const double words = common_share(beginnings(part(source, sources[i].long_form)),
                                        beginnings(part(target, targets[j].long_form)));
      const bool in_order = i == j && sources.size() == targets.size();
      const double score = 0.5 * (letters + words) + (in_order ? kSameOrder : 0.0);
      if (score >= kAlike) alike.emplace_back(-score, i, j);
    }
  }
  std::sort(alike.begin(), alike.end());
  std::vector<bool> source_taken(sources.size(), false);
  std::vector<bool> target_taken(targets.size(), false);
  std::vector<std::pair<std::size_t, std::size_t>> out;
  for (const auto& [score, i, j] : alike) {
    if (source_taken[i] || target_taken[j]) continue;
    source_taken[i] = target_taken[j] = true;
    out.emplace_back(i, j);
  }
  // Of two pairs, one tells the other.
  const auto left = [](const std::vector<bool>& taken) {
    return std::count(taken.begin(), taken.end(), false);
  };
  if (!out.empty() && left(source_taken) == 1 && left(target_taken) == 1) {
    const auto first = [](const std::vector<bool>& taken) {
      return static_cast<std::size_t>(std::find(taken.begin(), taken.end(), false) - taken.begin());
    };
    out.emplace_back(first(source_taken), first(target_taken));
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::string copy(std::string_view text, TextSpan span) {
  return std::string(text.substr(span.begin, span.size()));
}

}  // namespace

std::vector<Acronym> find_acronyms(std::string_view text, const LanguageTag& language) {
  if (text.find('(') == std::string_view::npos) return {};
  return Finder(text, language).find();
}

std::vector<AcronymPair> pair_acronyms(std::span<const TranslationUnit> units,
                                       const LanguagePair& languages) {
  std::vector<AcronymPair> out;
  std::map<std::pair<std::string, std::string>, std::size_t> index;
  for (std::size_t u = 0; u < units.size(); ++u) {
    const Variant* source = units[u].find(languages.source);
    const Variant* target = units[u].find(languages.target);
    if (source == nullptr || target == nullptr) continue;
    const std::vector<Acronym> sources = find_acronyms(source->text, languages.source);
    if (sources.empty()) continue;
    const std::vector<Acronym> targets = find_acronyms(target->text, languages.target);
    for (const auto& [i, j] : match(source->text, sources, target->text, targets)) {
      AcronymPair pair{copy(source->text, sources[i].short_form),
                       copy(source->text, sources[i].long_form),
                       copy(target->text, targets[j].short_form),
                       copy(target->text, targets[j].long_form),
                       1,
                       u,
                       sources[i].long_form,
                       targets[j].long_form};
      const auto [it, fresh] = index.try_emplace(std::pair(pair.source, pair.target), out.size());
      if (fresh) {
        out.push_back(std::move(pair));
      } else {
        ++out[it->second].count;
      }
    }
  }
  return out;
}

}  // namespace trujaman::extract

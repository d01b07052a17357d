/// @file
/// The stretches of a segment that may be terms.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>

#include "extract/corpus.hpp"

namespace trujaman::extract {

/// Words [begin, end) of a segment.
struct Phrase {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint64_t key = 0;     ///< Equal for forms that differ in number and articles only.
  std::uint8_t content = 0;  ///< Words that are no function words.
  bool coordinated = false;  ///< Has a conjunction.
};

/// Most words of a term, function words included, and most content words.
inline constexpr std::size_t kMostWords = 10;

/// May a term begin, or end, with @p word?
[[nodiscard]] inline bool may_be_edge(const Form& form) noexcept {
  return form.word_class == WordClass::Content && !form.barred &&
         (form.acronym || form.text.size() > 1);
}

[[nodiscard]] constexpr bool is_preposition(WordClass kind) noexcept {
  return kind == WordClass::Preposition || kind == WordClass::Contraction;
}

[[nodiscard]] constexpr bool may_be_inside(WordClass kind) noexcept {
  return kind != WordClass::Determiner && kind != WordClass::Preverbal && kind != WordClass::Other;
}

/// Calls @p visit with every stretch of @p words, one segment of @p corpus, that is formed like a
/// term: content words at both ends, between them others, and function words that join nouns
/// (Justeson & Katz, *Technical terminology: some linguistic properties and an algorithm for
/// identification in text*, 1995, with word classes for parts of speech). An article stands only
/// behind a preposition or conjunction: a verb and its object are no term. Numbers belong to names.
/// O(words · kMostWords).
template <typename Visit>
void for_each_phrase(const Corpus& corpus, std::span<const Word> words, std::size_t most_content,
                     const Visit& visit) {
  const auto number_of_name = [&](std::size_t w, bool name_before) {
    const bool beside =
        name_before ? w > 0 && words[w - 1].capital && !words[w].after_break
                    : w + 1 < words.size() && words[w + 1].capital && !words[w + 1].after_break;
    return beside && corpus.form(words[w].form).text.find_first_of(".,") == std::string::npos;
  };
  const auto w_next_content = [&](std::size_t w) {
    return w + 1 < words.size() && !words[w + 1].after_break &&
           corpus.form(words[w + 1].form).word_class == WordClass::Content;
  };
  for (std::size_t b = 0; b < words.size(); ++b) {
    const Form& first = corpus.form(words[b].form);
    const bool number_first = first.word_class == WordClass::Number && number_of_name(b, false);
    const bool degree_first = first.word_class == WordClass::Degree &&
                              corpus.grammar() == Grammar::English && w_next_content(b);
    if (!may_be_edge(first) && !number_first && !degree_first) continue;
    if (first.adverb && corpus.grammar() != Grammar::English) continue;
    Phrase phrase{static_cast<std::uint32_t>(b), 0, 0x51ED270B, 0, false};
    WordClass before = WordClass::Other;
    std::size_t conjunctions = 0;
    for (std::size_t w = b; w < std::min(words.size(), b + kMostWords); ++w) {
      if (w > b && words[w].after_break) break;
      const Form& form = corpus.form(words[w].form);
      const WordClass kind = form.word_class;
      if (!may_be_inside(kind)) break;
      if (form.barred) break;
      // "les pays les moins avancés" is the other place of an article.
      const bool superlative =
          w + 1 < words.size() && corpus.form(words[w + 1].form).word_class == WordClass::Degree;
      if (kind == WordClass::Article && before != WordClass::Preposition &&
          before != WordClass::Conjunction && !superlative) {
        break;
      }
      const bool number = kind == WordClass::Number;
      if (number && w > b && !number_of_name(w, true)) break;
      const bool preposition = is_preposition(kind);
      if (preposition && (is_preposition(before) || before == WordClass::Conjunction)) break;
      if (kind == WordClass::Conjunction) {
        if (before != WordClass::Content || ++conjunctions > 1) break;
        phrase.coordinated = true;
      }
      before = kind;
      if (kind != WordClass::Article) {
        for (const std::uint64_t part : form.parts) phrase.key = mix(phrase.key, part);
      }
      if (kind == WordClass::Content || number) ++phrase.content;
      if (phrase.content > most_content) break;
      if (!may_be_edge(form) && !number) continue;
      if (form.adverb && w > b) continue;
      if (number && w == b) continue;
      if (degree_first && w == b) continue;
      phrase.end = static_cast<std::uint32_t>(w + 1);
      visit(phrase);
    }
  }
}

}  // namespace trujaman::extract

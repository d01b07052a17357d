/// @file
/// What part a word may have in a term, as far as closed classes and endings tell.
#pragma once

#include <string>
#include <string_view>

#include <trujaman/language.hpp>

namespace trujaman::extract {

/// The languages whose function words we know. Terms of others are runs of longer words.
enum class Grammar : unsigned char { Spanish, English, French, Other };
[[nodiscard]] Grammar grammar_of(const LanguageTag& language) noexcept;

enum class WordClass : unsigned char {
  Content,      ///< Nouns, adjectives, participles, verbs: whatever is in no closed class.
  Number,       ///< Digits.
  Article,      ///< May stand inside a term behind a preposition: Convenio sobre los Derechos …
  Preposition,  ///< Of those that join nouns into terms: de, of.
  Contraction,  ///< Of such a preposition with an article: del, aux.
  Conjunction,  ///< y, and, et: mujeres y niñas.
  Degree,       ///< Between the words of a term: países menos adelantados, non transmissible.
  Determiner,   ///< Stands before a noun and in no term: su, each, plusieurs.
  Preverbal,    ///< Stands before verbs and in no term: que, se, shall, ne, peuvent.
  Other,        ///< Everything else that stands in no term: pronouns, auxiliaries, adverbs.
};
inline constexpr std::size_t kWordClasses = 10;

/// @p lower: in lower case, with its accents (French à and a, Spanish el and él differ).
[[nodiscard]] WordClass word_class(Grammar grammar, std::string_view lower) noexcept;

/// The preposition in a contracted article: "de" for "del", "à" for "aux"; others as they are.
[[nodiscard]] std::string_view uncontracted(Grammar grammar, std::string_view lower) noexcept;

/// A preposition that makes adverbials and prepositions of bare nouns: en consonancia con, by means
/// of, par rapport à.
[[nodiscard]] bool is_adverbial_preposition(Grammar grammar, std::string_view lower) noexcept;

/// A preposition that completes a participle: atribuida a, caused by, relatif à.
[[nodiscard]] bool is_complement_preposition(Grammar grammar, std::string_view lower) noexcept;

/// A noun of administrative prose in any field: acceso, mechanism, mesure. By itself hardly a term.
[[nodiscard]] bool is_general_noun(Grammar grammar, const std::string& stem);

/// A noun that says how much, which part or in what way of something, and hardly what: número,
/// level, manière. At the head of a phrase it makes no term of it: number of countries.
[[nodiscard]] bool is_light_noun(Grammar grammar, std::string_view stem) noexcept;

/// An adjective of quantity, order, place in the text or judgement: mayor, relevant, suivant. No
/// term begins with one but for names.
[[nodiscard]] bool is_light_adjective(Grammar grammar, std::string_view stem) noexcept;

/// Ends like an infinitive. @p folded: without accents.
[[nodiscard]] bool ends_like_infinitive(Grammar grammar, std::string_view folded) noexcept;

/// Ends like a past participle; French ones are told by their accent.
[[nodiscard]] bool ends_like_participle(Grammar grammar, std::string_view lower) noexcept;

/// An adverb of manner, or a gerund that is never a noun: internacionalmente, promoviendo.
[[nodiscard]] bool ends_like_adverb(Grammar grammar, std::string_view folded) noexcept;

/// @p folded without the marks of the plural, roughly: a key that both numbers share, not a word.
/// Gender stays, since a term's does not change.
[[nodiscard]] std::string_view without_plural(Grammar grammar, std::string_view folded,
                                              char (&buffer)[64]) noexcept;

}  // namespace trujaman::extract

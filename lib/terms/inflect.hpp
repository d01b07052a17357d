/// @file
/// The forms that a word of a term may take in a text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <trujaman/language.hpp>

#include "terms/key.hpp"

namespace trujaman::terms {

/// The languages whose inflection we know. For others, words are compared by their Snowball stems.
enum class Inflection : unsigned char { Spanish, English, French, Other };
[[nodiscard]] Inflection inflection_of(const LanguageTag& language) noexcept;

/// How a form of the text stands to the word of the term.
enum class Relation : unsigned char {
  Same,
  Spelling,   ///< Another accepted spelling: labour, labor; stabilisation, stabilization.
  Number,     ///< The plural of a singular or the reverse.
  Gender,     ///< The feminine of a word for persons, or of a participle: refugiado, refugiadas.
  Agreement,  ///< The feminine of any other word: only right beside a feminine head.
  Verb,       ///< A form of an infinitive.
};

struct Form {
  std::string folded;
  Relation relation = Relation::Same;
};

/// Collects forms, each once, the first relation wins.
class Forms {
 public:
  void add(std::string folded, Relation relation);
  [[nodiscard]] const std::vector<Form>& all() const noexcept { return forms_; }
  void clear() noexcept { forms_.clear(); }

 private:
  std::vector<Form> forms_;
};

/// Adds the forms of @p word by number and gender, itself first. Masculine words get feminine
/// forms, never the reverse: a glossary cites what varies in the masculine, so that what it cites
/// in the feminine does not vary ("medida" is no form of "medido").
void add_noun_forms(Inflection inflection, const WordKey& word, Forms& forms);
/// Adds the finite forms, participles and gerund of the infinitive @p word.
void add_verb_forms(Inflection inflection, const WordKey& word, Forms& forms);

/// May @p word, first in a term of several words, be an infinitive? @p next is the word behind it.
[[nodiscard]] bool may_be_infinitive(Inflection inflection, std::string_view word,
                                     std::string_view next) noexcept;

/// Articles, prepositions, conjunctions and pronouns, folded: inside a term they must be equal.
[[nodiscard]] bool is_function_word(Inflection inflection, std::string_view folded) noexcept;
/// The plural of an article, or its singulars, which change with their noun: "miembro de la
/// diáspora", "miembros de las diásporas". Nothing for other words.
void add_article_forms(Inflection inflection, std::string_view folded, Forms& forms);
/// A noun that has one form for both genders, so that only its adjectives tell: migrante, jeune.
[[nodiscard]] bool has_common_gender(Inflection inflection, std::string_view folded) noexcept;
/// A prefix that a hyphen joins to a word: in "non-migrant" there is no migrant.
[[nodiscard]] bool is_bound_prefix(std::string_view folded) noexcept;

// One language each, in a file of its name.
void add_spanish_noun_forms(const WordKey& word, Forms& forms);
void add_spanish_verb_forms(const WordKey& word, Forms& forms);
void add_english_noun_forms(const WordKey& word, Forms& forms);
void add_english_verb_forms(const WordKey& word, Forms& forms);
void add_french_noun_forms(const WordKey& word, Forms& forms);
void add_french_verb_forms(const WordKey& word, Forms& forms);

/// True when @p list, words between blanks, has @p word.
[[nodiscard]] bool contains_word(std::string_view list, std::string_view word) noexcept;
/// @p word with its last @p count bytes replaced by @p ending.
[[nodiscard]] std::string with_ending(std::string_view word, std::size_t count,
                                      std::string_view ending);
[[nodiscard]] constexpr bool is_plain_vowel(char c) noexcept {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

}  // namespace trujaman::terms

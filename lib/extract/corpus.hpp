/// @file
/// One language of the units, as words of which terms may be made.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <trujaman/language.hpp>

#include "base/token.hpp"
#include "extract/word_class.hpp"

namespace trujaman::extract {

using FormId = std::uint32_t;

/// What stands beside a word: a class of words, or the end of what a term may run over.
inline constexpr std::size_t kBreak = kWordClasses;
using Neighbours = std::array<std::uint32_t, kWordClasses + 1>;

/// A word form of the corpus, in lower case (acronyms as they are).
struct Form {
  std::string text;
  WordClass word_class = WordClass::Content;
  bool acronym = false;
  std::uint32_t count = 0;
  std::uint32_t inner = 0;     ///< Times it does not begin a segment or stand behind a mark …
  std::uint32_t capitals = 0;  ///< … and of these, with a capital.
  /// Keys of its parts without plural: a hyphenated word has several, so that it equals the same
  /// words written apart.
  std::vector<std::uint64_t> parts;
  std::string stem;  ///< Of a word of one part; for the lists of word_class.
  Neighbours left{};
  Neighbours right{};
  std::uint32_t after_adverbial = 0;    ///< Times behind a preposition as in "en consonancia con".
  std::uint32_t before_complement = 0;  ///< Times before one as in "atribuida a".
  bool infinitive = false;              ///< Ends like one.
  bool participle = false;              ///< Ends like one.
  bool adverb = false;                  ///< Ends like one.
  float verb = 0.0F;                    ///< How likely it is a verb, in [0, 1]; see word_roles.hpp.
  /// Written with a capital wherever it stands: Chinese, Naciones.
  [[nodiscard]] bool is_capitalised() const noexcept { return 2 * capitals > inner; }
  /// Stands in no term: a verb, or a noun or participle that is half a preposition.
  bool barred = false;
};

/// A word in its place. What a hyphen joins is one word, an English possessive's s is part of it.
struct Word {
  std::uint32_t begin = 0;  ///< Bytes of the segment's text.
  std::uint32_t end = 0;
  FormId form = 0;
  bool after_break = false;  ///< No term runs over what stands before it.
  bool capital = false;      ///< Begins with a capital.
};

/// The words of all segments of one language. Segments are added in the order of the units.
class Corpus {
 public:
  explicit Corpus(const LanguageTag& language);

  /// Adds a segment, valid UTF-8 in NFC. O(bytes).
  void add(std::string_view text);

  [[nodiscard]] Grammar grammar() const noexcept { return grammar_; }
  [[nodiscard]] std::size_t segments() const noexcept { return starts_.size() - 1; }
  [[nodiscard]] std::span<const Word> words(std::size_t segment) const noexcept {
    return std::span(words_).subspan(starts_[segment], starts_[segment + 1] - starts_[segment]);
  }
  [[nodiscard]] const Form& form(FormId id) const noexcept { return forms_[id]; }
  [[nodiscard]] Form& form(FormId id) noexcept { return forms_[id]; }
  [[nodiscard]] std::size_t forms() const noexcept { return forms_.size(); }

 private:
  FormId intern(std::string_view raw, bool is_number);

  Grammar grammar_;
  std::vector<Word> words_;
  std::vector<std::size_t> starts_{0};
  std::vector<Form> forms_;
  std::unordered_map<std::string, FormId> ids_;
  std::vector<base::Token> tokens_;  // to reuse its memory
};

/// A key of 64 bits made of keys in order (boost::hash_combine's mixing with Murmur3's finaliser).
[[nodiscard]] constexpr std::uint64_t mix(std::uint64_t key, std::uint64_t next) noexcept {
  std::uint64_t h = key ^ (next + 0x9E3779B97F4A7C15U + (key << 6U) + (key >> 2U));
  h = (h ^ (h >> 33U)) * 0xFF51AFD7ED558CCDU;
  return h ^ (h >> 29U);
}

}  // namespace trujaman::extract

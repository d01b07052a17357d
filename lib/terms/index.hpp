/// @file
/// The terms of one language, ready to be found: a table of word forms and a trie of words.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <trujaman/concept.hpp>

#include "terms/accents.hpp"
#include "terms/flat_map.hpp"
#include "terms/inflect.hpp"
#include "terms/key.hpp"
#include "terms/pattern.hpp"

namespace trujaman::terms {

using WordId = std::uint32_t;
using NodeId = std::uint32_t;

/// A word of the index that a token may be a form of.
struct Candidate {
  WordId word = 0;
  Relation relation = Relation::Same;
  AccentMatch accents = AccentMatch::Agree;
  bool function = false;     ///< An article, preposition or the like.
  unsigned char tokens = 1;  ///< 2 where the token and the one behind its hyphen are one word.
};

/// A pattern that ends at a node of the trie.
struct Entry {
  std::uint32_t concept_index = 0;
  std::uint32_t term_index = 0;
  std::uint32_t gaps = 0;     ///< The first of its gaps in the index, one less than its words.
  std::uint32_t closing = 0;  ///< In marks(); 0 for none. The opening marks follow.
  std::uint32_t next = FlatMap::kNone;  ///< The next entry of the same node.
  TermStatus status = TermStatus::Preferred;
  std::uint16_t words = 0;
  std::uint16_t head = 0;  ///< The first word that is no function word.
  bool whole = true;       ///< See Pattern::whole.
  bool acronym = false;
  bool capitalised = false;    ///< Its one content word has a capital in the glossary.
  bool adjective = false;      ///< Declared so: it has a feminine.
  bool verb = false;           ///< The head is an infinitive.
  bool common_gender = false;  ///< Of the head: its adjectives may be feminine, it shows none.
};

/// What all of a text says about its words.
struct TextTraits {
  bool accented = false;  ///< It has accents, so that a missing one means something.
  bool shouted = false;   ///< It has no lower-case letter, so that capitals mean nothing.
};

/// Built with add() and finish(), then immutable: any number of threads may use it.
class LanguageIndex {
 public:
  explicit LanguageIndex(const LanguageTag& language);

  void add(const Term& term, std::uint32_t concept_index, std::uint32_t term_index);
  void finish();

  [[nodiscard]] Inflection inflection() const noexcept { return inflection_; }
  /// Adds to @p out the words that @p token, of keys @p key, may be a form of. O(1) expected.
  void find(std::string_view token, const WordKey& key, const TextTraits& traits,
            std::vector<Candidate>& out) const;
  /// The same for a number.
  void find_number(std::string_view number, std::vector<Candidate>& out) const;

  // A large index fits no cache: to look at its parts one after the other is mostly waiting. So
  // what all words of a text need is asked for together, part by part, before it is looked at.
  /// Where the forms of @p key are.
  [[nodiscard]] std::size_t bucket_of(const WordKey& key) const noexcept;
  void prefetch_forms(std::span<const std::size_t> buckets) const noexcept;
  /// What terms begin with these words, and are only these.
  void prefetch_first(std::span<const Candidate> words) const noexcept;
  /// What terms go on with @p next behind @p first.
  void prefetch_second(const Candidate& first, const Candidate& next) const noexcept;

  static constexpr NodeId kRoot = 0;
  static constexpr NodeId kNoNode = FlatMap::kNone;
  [[nodiscard]] NodeId child(NodeId node, WordId word) const noexcept {
    if (node == kRoot) return roots_[word];
    return nodes_[node].inner ? children_.find(edge(node, word)) : kNoNode;
  }
  /// The first entry that ends at @p node, or nullptr; next_entry gives the others.
  [[nodiscard]] const Entry* entry(NodeId node) const noexcept {
    return entry_at(nodes_[node].entry);
  }
  [[nodiscard]] const Entry* next_entry(const Entry& e) const noexcept { return entry_at(e.next); }
  [[nodiscard]] Gap gap(const Entry& e, std::size_t i) const noexcept { return gaps_[e.gaps + i]; }
  [[nodiscard]] std::string_view closing(const Entry& e) const noexcept {
    return marks_[e.closing];
  }
  [[nodiscard]] std::string_view opening(const Entry& e) const noexcept {
    return e.closing == 0 ? std::string_view() : marks_[e.closing + 1];
  }
  /// Do capitals tell terms apart? Not in a glossary that writes most terms with one.
  [[nodiscard]] bool capitals_matter() const noexcept { return capitalised_ * 2 < terms_; }

 private:
  struct Word {
    WordKey key;
    WordKind kind = WordKind::Ordinary;
    std::string text;   ///< Of acronyms only: they are compared as they are.
    bool verb = false;  ///< Somewhere it begins a term as an infinitive.
  };
  struct Node {
    std::uint32_t entry = FlatMap::kNone;  ///< The first that ends here.
    bool inner = false;                    ///< It has children.
  };
  struct FormRecord {
    std::uint32_t offset = 0;  ///< In letters_.
    std::uint32_t size = 0;
    WordId word = 0;
    Relation relation = Relation::Same;
    bool function = false;  ///< The word is an article, preposition or the like.
    bool plain = false;     ///< The word has no accents and is no acronym: no need to look at it.
  };

  static constexpr std::uint64_t edge(NodeId node, WordId word) noexcept {
    return std::uint64_t{node} << 32U | word;
  }
  void add_pattern(const Pattern& pattern, const Term& term, Entry entry);
  WordId word_id(const PatternWord& word);
  void add_form(std::string_view form, WordId word, Relation relation);
  void add_forms(WordId id, Forms& scratch);
  void sort_forms();
  [[nodiscard]] std::string_view letters_of(const FormRecord& form) const noexcept {
    return {letters_.data() + form.offset, form.size};
  }
  [[nodiscard]] std::string stem_key(std::string_view token) const;
  [[nodiscard]] const Entry* entry_at(std::uint32_t i) const noexcept {
    return i == FlatMap::kNone ? nullptr : &entries_[i];
  }
  template <typename Use>
  void for_each_form(std::string_view form, Use use) const;

  LanguageTag language_;
  Inflection inflection_;
  std::vector<Word> words_;
  std::unordered_map<std::string, WordId> ids_;  // while adding
  std::string name_;                             // of the word that is being added
  std::string letters_;                          // the forms, one behind the other
  std::vector<FormRecord> forms_;
  std::vector<std::uint32_t> buckets_;  // by hash, the first form; 2^n, and the end
  FlatMap children_;                    // node, word → node
  std::vector<Node> nodes_{Node()};
  std::vector<NodeId> roots_;  // word → child of the root, which is asked most
  std::vector<Entry> entries_;
  std::vector<Gap> gaps_;
  std::vector<std::string> marks_{std::string()};
  std::size_t terms_ = 0;
  std::size_t capitalised_ = 0;
};

}  // namespace trujaman::terms

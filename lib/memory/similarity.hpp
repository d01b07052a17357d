/// @file
/// What two texts whose words are alike still differ in.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include <trujaman/memory.hpp>

#include "memory/edit_distance.hpp"
#include "memory/text_key.hpp"
#include "memory/word_map.hpp"

namespace trujaman::memory {

/// A text, its key and the codes that stand in it.
struct KeyedText {
  std::string_view text;
  TextKey key;
  std::span<const InlineCode> codes{};
};

/// The words that two texts have in common, as pairs of their numbers on a shortest way from one
/// to the other.
using MatchedWords = std::vector<std::pair<std::size_t, std::size_t>>;
[[nodiscard]] MatchedWords matched_words(const TextKey& a, const TextKey& b);

/// A text that others are compared with, one after the other. One thread.
class Comparison {
 public:
  /// What @p text refers to is borrowed.
  explicit Comparison(KeyedText text);
  [[nodiscard]] const KeyedText& text() const noexcept { return text_; }

  /// The similarity of the words of both, 0–100. O(words of one · words of the other ÷ 64).
  [[nodiscard]] double similarity(const TextKey& other) const;
  /// See text_penalties().
  [[nodiscard]] std::vector<Penalty> penalties(const KeyedText& other) const;

 private:
  /// The words of @p other as numbers: those of the text, and one for all that it lacks.
  [[nodiscard]] const std::vector<WordId>& ids_of(const TextKey& other) const;

  KeyedText text_;
  WordMap known_;
  std::vector<WordId> ids_;
  mutable EditDistance distance_;
  mutable std::vector<WordId> other_;
};

/// The penalties for case, accents, punctuation, numbers and codes, in the order of Penalty::Kind:
/// - case, accents: 1 when any word that is common to both differs in them;
/// - punctuation: 1 for each mark that was added, dropped or changed, 3 at most; 1 when marks
/// differ
///   only in their form, as «» and “” do;
/// - numbers: 1 for each number that has another value, 5 at most. How a language writes a number
///   does not count: 1.000,5 is 1,000.5;
/// - codes: 1 unless both have the same ones (kind, type, native text) beside the same words. How
///   they are numbered does not count.
/// @p matched: matched_words of both. O(words of one · words of the other).
[[nodiscard]] std::vector<Penalty> text_penalties(const KeyedText& a, const KeyedText& b,
                                                  const MatchedWords& matched);

}  // namespace trujaman::memory

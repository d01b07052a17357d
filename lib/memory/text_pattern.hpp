/// @file
/// What a concordance looks for in a text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <trujaman/memory.hpp>

#include "base/regex.hpp"
#include "memory/text_key.hpp"

namespace trujaman::memory {

/// A word with places that are open: "migra*" has any letters at its end.
class WordPattern {
 public:
  /// Code points, kRun for any letters (none, too), kOne for any letter.
  explicit WordPattern(const std::u32string& pattern) : pattern_(pattern) {}
  static constexpr char32_t kRun = 0x110000;  // beyond Unicode
  static constexpr char32_t kOne = 0x110001;

  [[nodiscard]] bool matches(std::string_view word) const;
  /// Nothing is open.
  [[nodiscard]] bool is_literal() const noexcept;
  [[nodiscard]] const std::u32string& pattern() const noexcept { return pattern_; }

 private:
  std::u32string pattern_;
};

/// The words of a query, or its regular expression. Immutable; one thread at a time.
class TextPattern {
 public:
  /// @throws Error{InvalidArgument} when @p query is to be a regular expression and is none.
  TextPattern(std::string_view query, const ConcordanceOptions& options);

  /// The words that a text must have, as folded patterns: what an index can be asked for. Of a
  /// regular expression, one that every match has a part in, where there is one. Empty for a query
  /// without words.
  [[nodiscard]] const std::vector<WordPattern>& words() const noexcept { return folded_; }
  /// They stand next to each other, in this order.
  [[nodiscard]] bool in_a_row() const noexcept { return !distance_; }
  [[nodiscard]] bool is_regex() const noexcept { return regex_.has_value(); }

  /// Where the query stands in @p text, in order, without overlaps: the phrase as a whole, or each
  /// word where they may stand apart. O(words of the text · words of the query).
  /// @throws Error{InvalidArgument} when a regular expression takes too long.
  [[nodiscard]] std::vector<TextSpan> find(std::string_view text) const;

 private:
  [[nodiscard]] bool fits(std::size_t word, const IndexedWord& found, std::string_view text) const;
  [[nodiscard]] std::vector<TextSpan> find_in_a_row(std::string_view text) const;
  [[nodiscard]] std::vector<TextSpan> find_apart(std::string_view text) const;

  std::vector<WordPattern> words_;   ///< As typed.
  std::vector<WordPattern> folded_;  ///< By words_.
  bool exact_ = false;
  std::optional<std::size_t> distance_;
  std::optional<base::Regex> regex_;
};

}  // namespace trujaman::memory

/// @file
/// Abbreviations and sentence-opening words of one language, made for fast look-up.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "segment/abbreviations.hpp"

namespace trujaman::segment {

/// Immutable; may be shared between threads. Look-ups fold case.
class Lexicon {
 public:
  /// @param more further abbreviations, with or without their full stop, kept from ending anything.
  Lexicon(std::string_view language, const std::vector<std::string>& more);

  /// Kind of an abbreviation written without its last full stop ("núm", "p.ej"), if it is known.
  [[nodiscard]] std::optional<AbbreviationKind> kind_of(std::string_view word) const;
  /// Whether sentences commonly begin with @p word, apostrophes included: "L'homme", "I'm".
  [[nodiscard]] bool starts_sentence(std::string_view word) const;
  /// Whether @p words (two with a hyphen between) begin a relative clause.
  [[nodiscard]] bool is_relative(std::string_view words) const;
  /// Whether @p word stands round a time of day.
  [[nodiscard]] bool is_of_time(std::string_view word) const;
  /// Whether @p word is a verb that reports speech, behind its speaker.
  [[nodiscard]] bool is_report(std::string_view word) const;
  /// Whether @p word names what is numbered: "Chapter", "Cuadro".
  [[nodiscard]] bool is_label(std::string_view word) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const noexcept {
      return std::hash<std::string_view>{}(s);
    }
  };
  using Set = std::unordered_set<std::string, Hash, std::equal_to<>>;

  void add(AbbreviationKind kind, std::string_view words);
  void insert(std::string word, AbbreviationKind kind);

  std::unordered_map<std::string, AbbreviationKind, Hash, std::equal_to<>> abbreviations_;
  std::size_t longest_ = 0;  ///< Bytes of the longest abbreviation.
  Set starters_;
  Set relatives_;
  Set times_;
  Set labels_;
  Set reports_;
};

}  // namespace trujaman::segment

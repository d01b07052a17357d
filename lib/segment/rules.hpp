/// @file
/// Which marks end a sentence.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "segment/boundary.hpp"
#include "segment/lexicon.hpp"

namespace trujaman::segment {

/// The rules of one language. Immutable; may be shared between threads.
class Rules {
 public:
  Rules(std::string_view language, const std::vector<std::string>& abbreviations);

  /// Whether a sentence ends at @p candidate, when the one before it ended at @p begin. The answer
  /// looks at the words round the mark and at nothing else, so it takes bounded time, but for the
  /// length of white space.
  [[nodiscard]] bool breaks(std::string_view text, const Candidate& candidate,
                            std::size_t begin) const;

 private:
  /// What a full stop abbreviates.
  struct Abbreviation {
    enum class Part { None, Inner, Last };  ///< Inner: more words of it follow, "a." of "a. C.".
    Part part = Part::None;
    AbbreviationKind kind{};  ///< For Last.
    std::size_t size = 0;     ///< Bytes before the stop that belong to it.
  };
  [[nodiscard]] bool stop_breaks(std::string_view text, const Candidate& c,
                                 std::size_t begin) const;
  [[nodiscard]] Abbreviation abbreviation_before(std::string_view text, const Candidate& c,
                                                 std::string_view word, std::size_t begin) const;
  [[nodiscard]] bool goes_on_with_number(std::string_view text, const Candidate& c) const;
  [[nodiscard]] bool abbreviation_breaks(AbbreviationKind kind, std::string_view text,
                                         const Candidate& c, std::string_view before) const;
  [[nodiscard]] bool touching_breaks(std::string_view text, const Candidate& c,
                                     std::size_t begin) const;
  [[nodiscard]] bool mark_breaks(std::string_view text, const Candidate& c) const;
  [[nodiscard]] bool opens_sentence(std::string_view text, const Candidate& c) const;
  [[nodiscard]] bool goes_on_in_name(std::string_view text, const Candidate& c) const;
  [[nodiscard]] bool is_reported(std::string_view text, const Candidate& c) const;
  [[nodiscard]] bool is_only_marker(std::string_view sentence) const;
  [[nodiscard]] bool is_time_only(std::string_view before) const;
  [[nodiscard]] bool is_bracket_of_sentence(std::string_view text, const Candidate& c) const;

  std::string language_;
  Lexicon lexicon_;
};

}  // namespace trujaman::segment

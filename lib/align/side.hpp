/// @file
/// What the aligner sees of one document.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <trujaman/document.hpp>

namespace trujaman::align {

/// Number of a word type within one side, or of a number or symbol within both.
using TypeId = std::uint32_t;

/// Distinct strings, numbered in the order in which they were first seen.
class Vocabulary {
 public:
  TypeId intern(std::string_view key);
  /// The number of @p key, or npos when it was never seen.
  [[nodiscard]] TypeId find(std::string_view key) const;
  [[nodiscard]] const std::string& key(TypeId id) const { return *keys_[id]; }
  [[nodiscard]] std::size_t size() const noexcept { return keys_.size(); }
  static constexpr TypeId npos = UINT32_MAX;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const noexcept {
      return std::hash<std::string_view>{}(s);
    }
  };
  std::unordered_map<std::string, TypeId, Hash, std::equal_to<>> ids_;
  std::vector<const std::string*> keys_;  // node keys stay where they are when the map grows
};

/// How a segment begins or ends, as far as translations tend to keep it.
enum class Edge : std::uint8_t {
  Plain,
  Lower,
  Digit,
  Quote,
  Bracket,
  Dash,
  Question,
  Exclamation,
  Colon,
  Semicolon,
  Comma,
  Stop,
  Ellipsis,
  Nothing
};
inline constexpr std::size_t kEdgeCount = 14;

struct SegmentView {
  std::vector<TypeId> words;    ///< Stems, in order; ids of this side's vocabulary.
  std::vector<TypeId> numbers;  ///< Values, sorted; ids of the vocabulary that both sides share.
  std::vector<TypeId> symbols;  ///< Brackets, quotes, %, …, sorted; ids shared likewise.
  std::vector<TypeId> terms;    ///< Known phrases, sorted: one id for a phrase and its rendering.
  std::uint32_t length = 0;     ///< Code points that are not white space.
  Edge start = Edge::Nothing;
  Edge end = Edge::Nothing;
  std::uint32_t repeats = 0;  ///< Further segments of this document with the same text.
};

/// One document, ready for scoring.
struct Side {
  std::vector<SegmentView> segments;
  Vocabulary vocabulary;                   ///< Word types.
  std::vector<std::uint32_t> word_counts;  ///< Occurrences by type.
  std::size_t words = 0;                   ///< Occurrences in all.
  double mean_log_length = 0.0;            ///< Of segments with text.
  double var_log_length = 1.0;
  std::vector<double> start_share;  ///< Share of segments by Edge.
  std::vector<double> end_share;

  [[nodiscard]] std::size_t size() const noexcept { return segments.size(); }
  [[nodiscard]] double probability(TypeId word) const noexcept {
    return static_cast<double>(word_counts[word]) / static_cast<double>(words);
  }
};

/// Prepares @p document, its words stemmed as @p language asks; numbers and symbols are interned in
/// @p shared. O(bytes).
[[nodiscard]] Side make_side(const SegmentedDocument& document, const LanguageTag& language,
                             Vocabulary& shared);

}  // namespace trujaman::align

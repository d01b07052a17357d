/// @file
/// The fuzzy index: finds every variant that resembles a text enough, without comparing them all.
///
/// Method: prefix filter (Chaudhuri, Ganti & Kaushik 2006; Xiao et al. 2008) with length and place
/// filters, over words ordered rarest first. README.md has the proof that nothing is missed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "memory/edit_distance.hpp"
#include "memory/posting.hpp"
#include "memory/sqlite.hpp"
#include "memory/text_key.hpp"

namespace trujaman::memory {

/// Lowest score that a lookup may ask for. Each variant is posted under as many of its words as
/// this one needs.
inline constexpr double kLowestScore = 50.0;

/// 100 · (1 − @p distance ÷ @p length), with the length of the longer text; 0–100.
[[nodiscard]] double similarity(std::size_t distance, std::size_t length) noexcept;
/// The greatest distance at which similarity is at least @p score.
[[nodiscard]] std::size_t max_distance(std::size_t length, double score) noexcept;

/// Keeps the index in step with the variants, inside the caller's transaction.
class FuzzyIndexWriter {
 public:
  explicit FuzzyIndexWriter(Connection& connection)
      : connection_(&connection), postings_(connection) {}

  /// @p language is the row of a primary language.
  void add(std::int64_t variant, std::int64_t language, std::string_view text);
  /// Takes a variant out that was added, in this transaction or an earlier one.
  void remove(std::int64_t variant);
  /// Writes what is held back. To be called before the transaction is committed.
  void flush() { postings_.flush(); }

 private:
  WordId word(std::int64_t language, const std::string& key);

  Connection* connection_;
  PostingWriter postings_;
  std::unordered_map<std::string, WordId> known_;  ///< Keys with their language before them.
};

/// A variant found, with the distance of its words to those of the query.
struct Candidate {
  std::int64_t variant = 0;
  double similarity = 0.0;  ///< 0–100.
};

/// Calls @p visit, in no order, for every variant of @p language whose similarity to @p words is at
/// least a score: @p min_score at first, then what the last call of @p visit returned, which must
/// not be lower. Reads the rows of the rarest words only.
void search(Connection& connection, std::int64_t language, const std::vector<Word>& words,
            double min_score, const std::function<double(const Candidate&)>& visit);

}  // namespace trujaman::memory

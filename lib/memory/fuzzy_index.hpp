/// @file
/// Finds every variant that resembles a text enough, without comparing them all.
///
/// Method: prefix filter (Chaudhuri, Ganti & Kaushik 2006; Xiao et al. 2008) on the query's side,
/// with length and signature filters; the best come first, as in Fagin's threshold algorithm
/// (2001). README.md has the proof that nothing is missed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "memory/index_cache.hpp"
#include "memory/match_score.hpp"
#include "memory/text_key.hpp"

namespace trujaman::memory {

/// A variant found, with the similarity of its words to those of the query. It may have been
/// removed since.
struct Candidate {
  std::int64_t variant = 0;
  double similarity = 0.0;  ///< 0–100.
};

/// Calls @p visit for every variant of @p language whose similarity to @p words is at least a
/// score: @p min_score at first, then what the last call of @p visit returned, which must not be
/// lower. The most similar come first as far as they are known, of equal ones the newest. Reads
/// the lists of the rarest words only.
void search(IndexReader& index, std::int64_t language, const std::vector<Word>& words,
            double min_score, const std::function<double(const Candidate&)>& visit);

}  // namespace trujaman::memory

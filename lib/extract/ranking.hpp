/// @file
/// Which phrase pairs to propose, and in what order.
#pragma once

#include <vector>

#include "extract/phrase_pairs.hpp"

namespace trujaman::extract {

struct RankedPair {
  PhrasePair pair;
  double score = 0.0;  ///< In [0, 1].
};

/// One pair a phrase of either side, best first. O(pairs · log pairs).
[[nodiscard]] std::vector<RankedPair> rank_pairs(const AlignedCorpus& corpus,
                                                 std::size_t min_count);

}  // namespace trujaman::extract

/// @file
/// Documents that are translated more freely than those at hand.
#pragma once

#include "gold.hpp"

namespace bench {

/// How much freer.
struct Looseness {
  double joined = 0.2;     ///< Share of borders between segments that one side does without.
  double left_out = 0.03;  ///< Share of beads that only one side has.
  double words = 0.15;     ///< Share of words that go missing, independently on both sides.
};

/// @p doc with segments joined, beads halved and words gone by chance; the same each time. Reports
/// are translated sentence by sentence and word by word; this is what is to be had of other
/// kinds of translation where no gold alignment of them is.
[[nodiscard]] GoldDocument loosened(const GoldDocument& doc, const Looseness& how = {});

}  // namespace bench

/// @file
/// Which words of a unit render which: a decision for each, made of the word aligner's
/// probabilities.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <trujaman/word_aligner.hpp>

#include "extract/corpus.hpp"

namespace trujaman::extract {

/// A content word of the source and one of the target, by their places in the segment.
struct ContentLink {
  std::uint16_t source = 0;
  std::uint16_t target = 0;
};

/// The links of a segment, sorted by source, then target. Words past the 65,535th have none.
[[nodiscard]] std::vector<ContentLink> content_links(const Corpus& source, const Corpus& target,
                                                     std::size_t segment,
                                                     std::span<const WordLink> links);

}  // namespace trujaman::extract

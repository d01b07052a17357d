/// @file
/// Translation units as two documents that are aligned already.
#pragma once

#include <span>
#include <vector>

#include <trujaman/aligner.hpp>

namespace trujaman::align {

/// Documents of one segment a unit, and the beads between them.
struct UnitSides {
  SegmentedDocument source;
  SegmentedDocument target;
  std::vector<Bead> beads;  ///< 1-1, as certain as their units.
};

/// Units without text in both languages are passed over.
[[nodiscard]] UnitSides sides_of(std::span<const TranslationUnit> units,
                                 const LanguagePair& languages);

}  // namespace trujaman::align

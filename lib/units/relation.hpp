/// @file
/// How a unit stands to one that is there already.
#pragma once

#include <trujaman/unit.hpp>

namespace trujaman::units {

/// How a stored unit stands to one of the same source that is to be added.
enum class Relation {
  Unrelated,
  Holds,       ///< It has all variants of the other.
  Contradicts  ///< In a language that both have, their translations differ.
};

/// Tags of which one falls under the other count as one language here. Units with ids that differ
/// are unrelated.
[[nodiscard]] Relation relation(const TranslationUnit& stored, const TranslationUnit& unit);

/// Takes over into @p unit what it does not contradict of @p other, which it replaces: languages
/// that it lacks, occurrences, properties, attributes and notes, the earliest time of creation.
void inherit(TranslationUnit& unit, const TranslationUnit& other);

}  // namespace trujaman::units

/// @file
/// When two units are one, and what becomes of them.
#pragma once

#include <cstdint>

#include <trujaman/unit.hpp>

namespace trujaman::memory {

/// A number that equal units share whatever the order of their variants (FNV-1a over languages,
/// texts and codes).
[[nodiscard]] std::int64_t fingerprint(const TranslationUnit& unit);

/// Whether two units have the same variants (language, text and codes) in any order, and ids that
/// do not contradict each other.
[[nodiscard]] bool are_equal(const TranslationUnit& a, const TranslationUnit& b);

/// Brings what @p other knows into the equal @p unit: occurrences, properties, attributes and notes
/// that it lacks; the earliest time of creation and the latest of change and use; the higher
/// confidence and usage count. Merging the same unit again changes nothing.
void merge_into(TranslationUnit& unit, const TranslationUnit& other);

/// What was translated: the variant in the unit's source language, else the first one. @p unit has
/// variants.
[[nodiscard]] const Variant& source_of(const TranslationUnit& unit);

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

}  // namespace trujaman::memory

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

}  // namespace trujaman::memory

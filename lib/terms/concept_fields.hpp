/// @file
/// A concept as a list of fields, to compare it with another.
#pragma once

#include <vector>

#include <trujaman/glossary_editor.hpp>

namespace trujaman::terms {

/// `es "paro"`, which names a term among fields.
[[nodiscard]] std::string term_field(const Term& term);

/// What they say differently, ids aside. Values of a field that has several are matched as sets.
[[nodiscard]] std::vector<FieldDifference> field_differences(const ConceptEntry& before,
                                                             const ConceptEntry& after);

}  // namespace trujaman::terms

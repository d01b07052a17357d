/// @file
/// Two entries of one concept made one.
#pragma once

#include <vector>

#include <trujaman/glossary_editor.hpp>

namespace trujaman::terms {

struct UnionOptions {
  bool prefer_other = false;   ///< In contradictions, the other's value is taken.
  bool keep_statuses = false;  ///< Nothing that the other says of a status counts.
};

/// Takes over into @p entry what @p other says. Values of which one only can hold and both have
/// are returned with both.
std::vector<MergeConflict> unite(ConceptEntry& entry, const ConceptEntry& other,
                                 const UnionOptions& options);

}  // namespace trujaman::terms

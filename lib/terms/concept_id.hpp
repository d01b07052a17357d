/// @file
/// Ids for concepts that have none, or one that another has.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include <trujaman/concept.hpp>

namespace trujaman::terms {

/// The entry's id, or one made of its first term that XML takes ("trata-de-personas"), with a
/// number behind it where that is taken.
[[nodiscard]] std::string unused_id(const ConceptEntry& entry,
                                    const std::function<bool(std::string_view id)>& is_taken);

}  // namespace trujaman::terms

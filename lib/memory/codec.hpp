/// @file
/// The parts of units and concepts that are stored as JSON: what most records do not have.
#pragma once

#include <string>
#include <string_view>

#include <trujaman/concept.hpp>
#include <trujaman/unit.hpp>

namespace trujaman::memory {

/// History, properties, attributes and notes of @p unit; "" when there is nothing to say.
[[nodiscard]] std::string encode_details(const TranslationUnit& unit);
void decode_details(std::string_view json, TranslationUnit& unit);

/// The same of a variant, and its codes.
[[nodiscard]] std::string encode_details(const Variant& variant);
void decode_details(std::string_view json, Variant& variant);

[[nodiscard]] std::string encode(const ConceptEntry& entry);
[[nodiscard]] ConceptEntry decode_concept(std::string_view json);

}  // namespace trujaman::memory

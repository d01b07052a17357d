/// @file
/// Fields of a unit that TMX has no place for, as props.
#pragma once

#include <string>
#include <vector>

#include <trujaman/unit.hpp>

#include "exchange/tmx/tmx_format.hpp"

namespace trujaman::exchange {

/// The props that stand for occurrences, confidence and attributes that are not the DTD's, and
/// then the unit's own.
[[nodiscard]] std::vector<Property> properties_to_write(const TranslationUnit& unit);
[[nodiscard]] std::vector<Property> properties_to_write(const Variant& variant);

/// The other way: takes out of the properties read what is a field. Of props with these names that
/// another tool means otherwise (x-position without x-document before it, a confidence of 85) none
/// is touched.
void take_fields(TranslationUnit& unit);
void take_fields(Variant& variant);

}  // namespace trujaman::exchange

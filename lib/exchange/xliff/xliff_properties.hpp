/// @file
/// What XLIFF says of a unit beside its texts, as properties and notes.
///
/// | property                       | 1.2                          | 2.x                       |
/// | ------------------------------ | ---------------------------- | ------------------------- |
/// | unit: x-xliff-id               | `id` (beside `resname`)      | `id` (beside `name`)      |
/// | unit: x-reference              | `<context-group purpose="location">` | `<mda:meta>`      |
/// | unit: x-approved               | `approved`                   | –                         |
/// | unit: x-translate ("no")       | `translate`                  | `translate`               |
/// | target: x-state                | `state`                      | `state`                   |
/// | target: x-state-qualifier      | `state-qualifier`            | –                         |
/// | target: x-substate             | –                            | `subState`                |
/// | x-note-N-from, -priority, -category | of the Nth note: `from`, `priority` | `priority`,
/// `category` | | any other                      | `<context>`                  | `<mda:meta>` |
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <trujaman/exchange.hpp>

#include "exchange/xliff/xliff_unit.hpp"
#include "exchange/xml/xml_reader.hpp"

namespace trujaman::exchange {

/// The id of a unit in its file where it has a name, too, which is then TranslationUnit::id.
inline constexpr std::string_view kIdProperty = "x-xliff-id";
/// Before the number that our writer gives to an element whose unit has a name, but no id of its
/// own: it means nothing.
inline constexpr std::string_view kOwnId = "trujaman.";
/// "src/menu.c:12": where the text stands in a program. Of po files it may name several places.
inline constexpr std::string_view kReferenceProperty = "x-reference";
inline constexpr std::string_view kApprovedProperty = "x-approved";
inline constexpr std::string_view kStateQualifierProperty = "x-state-qualifier";
inline constexpr std::string_view kSubstateProperty = "x-substate";
inline constexpr std::string_view kTranslateProperty = "x-translate";
/// Properties of units that are matches: what a file offers from a memory or a machine.
inline constexpr std::string_view kMatchTypeProperty = "x-match-type";
inline constexpr std::string_view kMatchQualityProperty = "x-match-quality";
inline constexpr std::string_view kOriginProperty = "x-origin";

/// Value of the first property of that type; empty without one.
[[nodiscard]] std::string_view property_value(const std::vector<Property>& properties,
                                              std::string_view type) noexcept;

/// What the attributes of an `<alt-trans>` or `<mtc:match>` say of it, as properties.
void take_match_attributes(XmlAttributes attributes, std::vector<Property>& properties);

/// Gives notes and properties to @p unit and its variants: first what the variants have, then the
/// notes' own, then the rest. What is a field (occurrences, confidence, history) becomes one.
void take_remarks(const XliffRemarks& remarks, TranslationUnit& unit);

/// The other way: what @p version has no attribute for is a property; fields are, too. @p target
/// may be null.
[[nodiscard]] XliffRemarks to_remarks(const TranslationUnit& unit, const Variant& source,
                                      const Variant* target, XliffVersion version);

/// The `context-type` of 1.2 that stands for a property's type: one of its list, or what begins
/// with "x-"; and back.
[[nodiscard]] std::string to_context_type(std::string_view type);
[[nodiscard]] std::string from_context_type(std::string_view context_type);

}  // namespace trujaman::exchange

/// @file
/// What of a unit a format holds, so that nothing is left out unsaid.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include <trujaman/message.hpp>
#include <trujaman/unit.hpp>

namespace trujaman::inline v0 {

/// Parts of a unit that not every format holds. Its texts all hold.
enum class UnitPart {
  Id,            ///< Its name.
  FurtherTexts,  ///< In other languages than those written, or a second one in one of them.
  Codes,         ///< Inline codes.
  Notes,         ///< Remarks about it.
  VariantNotes,  ///< Notes about one of the texts.
  Properties,    ///< Named values.
  History,       ///< Who made, changed or used it, and when.
  Occurrences,   ///< Places in documents.
  Confidence,    ///< The aligner's confidence.
  Attributes,    ///< Further XML attributes.
};

/// In English, as an object that is left out: "inline codes", "dates and authors"; message() gives
/// it in another language.
[[nodiscard]] TRUJAMAN_API std::string_view to_string(UnitPart part) noexcept;

/// What our writer of a format writes.
struct UnitCapacity {
  bool ids = false;            ///< Names of units.
  bool any_languages = false;  ///< Not only those that are named before the first unit.
  bool codes = false;          ///< Inline codes.
  bool notes = false;          ///< Remarks about units.
  bool variant_notes = false;  ///< Remarks about one of the texts.
  bool properties = false;     ///< Named values.
  bool po_properties = false;  ///< Those of po files (is_po_property), where not all.
  bool histories = false;      ///< Who made, changed or used it, and when.
  bool occurrences = false;    ///< Places in documents.
  bool confidence = false;     ///< The aligner's confidence.
  bool attributes = false;     ///< Further XML attributes.
  bool untranslated = false;   ///< Units with a text in one language only.
};
/// What TMX holds: everything.
inline constexpr UnitCapacity kTmxCapacity{.ids = true,
                                           .any_languages = true,
                                           .codes = true,
                                           .notes = true,
                                           .variant_notes = true,
                                           .properties = true,
                                           .histories = true,
                                           .occurrences = true,
                                           .confidence = true,
                                           .attributes = true,
                                           .untranslated = true};
/// What XLIFF holds.
inline constexpr UnitCapacity kXliffCapacity{.ids = true,
                                             .codes = true,
                                             .notes = true,
                                             .variant_notes = true,
                                             .properties = true,
                                             .histories = true,
                                             .occurrences = true,
                                             .confidence = true,
                                             .attributes = true,
                                             .untranslated = true};
/// What po files hold.
inline constexpr UnitCapacity kPoCapacity{
    .notes = true, .po_properties = true, .untranslated = true};
/// What tables hold: texts.
inline constexpr UnitCapacity kTableCapacity{};

/// Whether @p property, of a unit or its target, has a place of its own in po files: those that
/// read_po makes, and states that are one of translated and fuzzy.
[[nodiscard]] TRUJAMAN_API bool is_po_property(const Property& property) noexcept;

/// The parts that @p unit has and a file with @p capacity for texts in @p languages does not hold,
/// each once, in the order of the enumeration.
[[nodiscard]] TRUJAMAN_API std::vector<UnitPart> parts_left_out(
    const TranslationUnit& unit, const UnitCapacity& capacity,
    std::span<const LanguageTag> languages);

}  // namespace trujaman::inline v0

/// @file
/// A `<trans-unit>`, `<segment>`, `<alt-trans>` or `<mtc:match>` as it stands in its file, on its
/// way to translation units.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <trujaman/unit.hpp>

#include "exchange/xliff/xliff_text.hpp"

namespace trujaman::exchange {

/// What a note or a property is said of.
enum class XliffPart { Unit, Source, Target };

struct XliffNote {
  XliffPart part = XliffPart::Unit;
  std::string text;
  std::vector<Property> says;  ///< "from", "priority", "category".
};

/// What is said of a unit and of its two sides.
struct XliffRemarks {
  std::vector<XliffNote> notes;
  std::array<std::vector<Property>, 3> properties;  ///< By XliffPart.

  std::vector<Property>& of(XliffPart part) {
    return properties.at(static_cast<std::size_t>(part));
  }
  [[nodiscard]] const std::vector<Property>& of(XliffPart part) const {
    return properties.at(static_cast<std::size_t>(part));
  }
};

struct XliffSide {
  LanguageTag language;
  std::vector<Property> properties;
  XliffContent content;
};

struct XliffUnit {
  std::size_t line = 0;
  std::string id;
  std::string mid;  ///< Of a match: the segment that it is for.
  bool is_match = false;
  std::optional<XliffSide> source;
  std::optional<XliffContent> segmented;  ///< The source as `<seg-source>` has it.
  std::vector<XliffSide> targets;
  XliffRemarks remarks;
};

/// Whether the source of @p unit has segments: `<mrk mtype="seg">`.
[[nodiscard]] bool is_segmented(const XliffUnit& unit);
/// Whether each segment of the source has one in each target that has text, and no text stands
/// beside them.
[[nodiscard]] bool corresponds(const XliffUnit& unit);
/// @p unit as one.
[[nodiscard]] TranslationUnit to_unit(XliffUnit&& unit);
/// One for each segment of the source in @p unit, whose segments correspond.
[[nodiscard]] std::vector<TranslationUnit> to_units(const XliffUnit& unit);

/// Gives a match that has no source of its own that of the unit, or of the unit's segment, for
/// which it was found.
void lend_source(const XliffUnit& unit, XliffUnit& match);

}  // namespace trujaman::exchange

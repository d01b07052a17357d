/// @file
/// A `<trans-unit>`, `<segment>`, `<alt-trans>` or `<mtc:match>` as it stands in its file, on its
/// way to translation units.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include <trujaman/error.hpp>
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
  Location where;
  std::string id;
  std::string mid;  ///< Of a match: the segment that it is for.
  bool is_match = false;
  std::optional<XliffSide> source;
  std::optional<XliffContent> segmented;  ///< The source as `<seg-source>` has it.
  std::vector<XliffSide> targets;
  XliffRemarks remarks;
};

/// The translation units in @p unit: with @p segments one for each `<mrk mtype="seg">` of the
/// source that has its own in the target. Where they do not correspond, and without @p segments, it
/// is one unit; @p differ says whether that is because they do not.
[[nodiscard]] std::vector<TranslationUnit> to_units(XliffUnit&& unit, bool segments, bool& differ);

/// Gives a match that has no source of its own that of the unit, or of the unit's segment, for
/// which it was found.
void lend_source(const XliffUnit& unit, XliffUnit& match);

}  // namespace trujaman::exchange

/// @file
/// The units of an XLIFF file as a tree has them, taken apart as the reader does.
#pragma once

#include <string_view>
#include <vector>

#include <pugixml.hpp>

namespace trujaman::read::xliff {

/// What the reader makes a block of: a unit, or a segment of one.
struct Piece {
  pugi::xml_node source;  ///< `<source>`, or the segment's `<mrk>` of the source.
  pugi::xml_node target;  ///< `<target>`, or the segment's `<mrk>` in it; null without one.
};

/// A `<trans-unit>` of 1.x or a `<segment>` of 2.x.
struct Unit {
  pugi::xml_node node;
  pugi::xml_node source;
  pugi::xml_node target;      ///< Null where there is none.
  pugi::xml_node segmented;   ///< Where its segments stand in the source's language; null without.
  std::vector<Piece> pieces;  ///< Those that have text; one where the unit is not segmented.
};

/// Name without prefix.
[[nodiscard]] std::string_view local_name(const pugi::xml_node& node);
/// The first child of that name; null without one.
[[nodiscard]] pugi::xml_node child(const pugi::xml_node& node, std::string_view name);
/// Whether there is text outside codes, as the reader has it.
[[nodiscard]] bool has_text(const pugi::xml_node& node);

/// Units in @p document with a source that has text and is to be translated, in the file's order.
[[nodiscard]] std::vector<Unit> find_units(const pugi::xml_node& document);

}  // namespace trujaman::read::xliff

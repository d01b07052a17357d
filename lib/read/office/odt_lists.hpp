/// @file
/// Numbers of an ODT file's list items and headings (OpenDocument 1.3 part 3, 5.3 and 16.31).
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include <pugixml.hpp>

#include "read/office/list_number.hpp"

namespace trujaman::read::office {

constexpr int kOdtLevels = 10;

/// One level of a list style or of the outline.
struct OdtLevel {
  NumberStyle style = NumberStyle::None;
  std::string prefix;
  std::string suffix;
  std::string format;  ///< "%1%.%2%)", in files that have it; takes the place of prefix and suffix.
  int display_levels = 1;
  int start = 1;
};
using OdtLevels = std::array<OdtLevel, kOdtLevels>;

/// The counters of a list; lists that continue each other share them.
struct OdtCounters {
  std::array<std::optional<int>, kOdtLevels> counts;

  /// Counts one more item at @p level (from 0), from @p start anew where that is set; the levels
  /// below begin anew.
  void count(const OdtLevels& levels, int level, std::optional<int> start);
};

/// The number of the item counted last, as it is shown; "-" for a bullet, empty for none.
[[nodiscard]] std::string shown_number(const OdtLevels& levels, const OdtCounters& counters,
                                       int level);

class OdtLists {
 public:
  /// The parents of text:list-style elements: automatic styles before named ones.
  OdtLists(pugi::xml_node automatic, pugi::xml_node named);

  /// The levels of the list style @p name; null when there is none.
  [[nodiscard]] const OdtLevels* style(std::string_view name) const;
  /// The levels of headings.
  [[nodiscard]] const OdtLevels& outline() const noexcept { return outline_; }

  /// Counters for an outermost text:list @p list in the style @p style: new ones, or those that it
  /// continues.
  std::shared_ptr<OdtCounters> counters_for(pugi::xml_node list, const std::string& style);

 private:
  std::unordered_map<std::string, OdtLevels> styles_;
  OdtLevels outline_;
  std::unordered_map<std::string, std::shared_ptr<OdtCounters>> by_style_;
  std::unordered_map<std::string, std::shared_ptr<OdtCounters>> by_id_;
};

}  // namespace trujaman::read::office

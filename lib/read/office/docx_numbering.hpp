/// @file
/// Numbers of a DOCX file's list items and headings (ISO/IEC 29500-1, 17.9).
#pragma once

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

#include <pugixml.hpp>

#include "read/office/docx_styles.hpp"
#include "read/office/list_number.hpp"

namespace trujaman::read::office {

/// The numbering definitions with their counters: paragraphs ask in reading order.
class DocxNumbering {
 public:
  static constexpr int kLevels = 9;

  DocxNumbering() = default;
  /// @p numbering is the root of the numbering part; may be null.
  DocxNumbering(pugi::xml_node numbering, const DocxStyles& styles);

  /// Counts a paragraph of the list @p number (w:numId) at @p level from 0. Its number as it is
  /// shown, "-" for any bullet, "" for a blank one; nothing when it does not look like an item.
  std::optional<std::string> count(const std::string& number, int level);
  /// The level at which the list names the paragraph style @p style; 0 when it does not.
  [[nodiscard]] int level_of_style(const std::string& number, std::string_view style) const;

 private:
  struct Level {
    NumberStyle style = NumberStyle::Decimal;
    std::string text;  ///< "%1.%2": level numbers from 1 after percent signs.
    int start = 1;
    std::optional<int>
        restart;         ///< Restarts after this level (from 1) or a higher one; 0 is never.
    bool legal = false;  ///< Shows the numbers of all levels in digits.
    std::string paragraph_style;
  };
  using Levels = std::array<Level, kLevels>;

  /// A definition with its counters.
  struct Abstract {
    Levels levels;
    std::array<std::optional<int>, kLevels> counts;
    std::string style;  ///< The numbering style where the levels really are.
  };

  /// A list: a definition, with levels of its own here and there.
  struct List {
    std::string abstract;
    std::map<int, Level> levels;
    std::map<int, int> starts;  ///< Levels that begin anew with the list's first paragraph in them.
  };

  static Level read_level(pugi::xml_node node);
  void resolve_styles(const DocxStyles& styles);
  const Level& level(const List& list, const Abstract& abstract, int index) const;

  std::unordered_map<std::string, Abstract> abstracts_;
  std::unordered_map<std::string, List> lists_;
};

}  // namespace trujaman::read::office

/// @file
/// The styles of an ODT file (OpenDocument 1.3 part 3, 16).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include <pugixml.hpp>

namespace trujaman::read::office {

/// A paragraph or text style with all that it inherits.
struct OdtStyle {
  std::optional<bool> bold;  ///< By itself or by automatic styles: what the author has set here.
  std::optional<bool> italic;
  std::optional<bool> hidden;
  std::string list_style;
  bool caption = false;
  bool title = false;
  bool subtitle = false;
};

/// Named styles, and the automatic ones of one file (content.xml or styles.xml).
class OdtStyles {
 public:
  /// @p named is office:styles, @p automatic is office:automatic-styles; either may be null.
  OdtStyles(pugi::xml_node named, pugi::xml_node automatic);

  /// Styles that are not there say nothing, but for what their names do.
  [[nodiscard]] const OdtStyle& paragraph(std::string_view name) const;
  [[nodiscard]] const OdtStyle& text(std::string_view name) const;

 private:
  struct Source {
    pugi::xml_node node;
    bool automatic = false;
  };
  using Sources = std::unordered_map<std::string, Source>;
  using Styles = std::unordered_map<std::string, OdtStyle>;

  static void collect(pugi::xml_node styles, bool automatic, Sources& paragraphs, Sources& texts);
  static Styles resolve(const Sources& sources, bool all_looks);

  Styles paragraphs_;
  Styles texts_;
};

}  // namespace trujaman::read::office

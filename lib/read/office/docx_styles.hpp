/// @file
/// The styles of a DOCX file (ISO/IEC 29500-1, 17.7).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include <pugixml.hpp>

namespace trujaman::read::office {

/// What a run's properties say of its looks; unset where they say nothing.
struct RunLooks {
  std::optional<bool> bold;
  std::optional<bool> italic;
  std::optional<bool> hidden;

  /// These, and where they say nothing, what @p below says.
  [[nodiscard]] RunLooks over(const RunLooks& below) const;
};

/// Reads a w:rPr, without the style that it may name.
[[nodiscard]] RunLooks looks_of(pugi::xml_node properties);

/// A style with all that it inherits.
struct DocxStyle {
  std::string name;                   ///< In lower case.
  std::optional<int> outline_level;   ///< 0–8; 9 is body text.
  std::optional<std::string> number;  ///< w:numId.
  std::optional<int> number_level;    ///< w:ilvl.
  bool caption = false;
  bool title = false;
  bool subtitle = false;
  RunLooks looks;
};

class DocxStyles {
 public:
  DocxStyles() = default;
  /// @p styles is the root of the styles part; may be null.
  explicit DocxStyles(pugi::xml_node styles);

  /// The style with this id; that of paragraphs without one when it is empty or unknown.
  [[nodiscard]] const DocxStyle& paragraph(std::string_view id) const;
  /// The character style with this id; one that says nothing when it is empty or unknown.
  [[nodiscard]] const DocxStyle& character(std::string_view id) const;
  /// w:numId of a numbering style, empty when it has none.
  [[nodiscard]] std::string number_of(std::string_view id) const;
  /// The language that the defaults name; empty when they name none.
  [[nodiscard]] const std::string& language() const noexcept { return language_; }

 private:
  std::unordered_map<std::string, DocxStyle> styles_;
  std::string default_paragraph_;
  std::string language_;
};

}  // namespace trujaman::read::office

/// @file
/// Changes text nodes of ODT paragraphs.
#pragma once

#include <string>

#include "read/office/rewrite.hpp"

namespace trujaman::read::office {

class OdtEditor : public PieceEditor {
 public:
  /// @p content is the root of content.xml, to which the styles that are used are added.
  explicit OdtEditor(pugi::xml_node content) : content_(content) {}

  pugi::xml_node split(pugi::xml_node node, std::size_t offset) override;
  void replace(pugi::xml_node node, const std::vector<StyledText>& texts,
               Highlight colour) override;
  void remove(pugi::xml_node node) override;
  void highlight(pugi::xml_node node) override;

 private:
  /// Name of the automatic style with this text property; made when it is first asked for.
  std::string style(const char* name, const char* property, const char* value);

  pugi::xml_node content_;
};

}  // namespace trujaman::read::office

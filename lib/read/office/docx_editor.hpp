/// @file
/// Changes runs of DOCX paragraphs.
#pragma once

#include "read/office/rewrite.hpp"

namespace trujaman::read::office {

class DocxEditor : public PieceEditor {
 public:
  pugi::xml_node split(pugi::xml_node node, std::size_t offset) override;
  void replace(pugi::xml_node node, const std::vector<StyledText>& texts,
               Highlight colour) override;
  void remove(pugi::xml_node node) override;
  void highlight(pugi::xml_node node) override;
};

}  // namespace trujaman::read::office

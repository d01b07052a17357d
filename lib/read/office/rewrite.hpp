/// @file
/// Replaces parts of office documents' paragraphs, whichever XML they are in.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include <trujaman/document_writer.hpp>

#include "read/office/paragraph.hpp"

namespace trujaman::read::office {

/// Text with one look of its own, or with that of its surroundings.
struct StyledText {
  std::string text;
  bool styled = false;  ///< bold and italic say how it looks.
  bool bold = false;
  bool italic = false;
};

/// What a highlighted text waits for.
enum class Highlight { None, Translate, Revise };

/// What a format does to the nodes of its pieces.
class PieceEditor {
 public:
  virtual ~PieceEditor() = default;
  /// Parts the node @p node of a piece's text before byte @p offset of the node's text; returns the
  /// node of the second part.
  virtual pugi::xml_node split(pugi::xml_node node, std::size_t offset) = 0;
  /// Puts @p texts in the place of the node's text; they look like it but for what they say
  /// themselves.
  virtual void replace(pugi::xml_node node, const std::vector<StyledText>& texts,
                       Highlight colour) = 0;
  virtual void remove(pugi::xml_node node) = 0;
  /// Shows that the node's text is still to be translated.
  virtual void highlight(pugi::xml_node node) = 0;
};

/// Does to the paragraph's XML what @p renderings say, which fit @p block; that and @p map are what
/// to_block made of it. @p on_left hears of each that has a text and cannot be put in.
RenderSummary rewrite(const Paragraph& paragraph, const Block& block, const PieceMap& map,
                      const std::vector<Rendering>& renderings, PieceEditor& editor,
                      const std::function<void(const Rendering&)>& on_left);

}  // namespace trujaman::read::office

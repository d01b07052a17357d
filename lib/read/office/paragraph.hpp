/// @file
/// Paragraphs of office documents, between the XML that they stand in and the blocks they become.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include <trujaman/document.hpp>

namespace trujaman::read::office {

/// How a run looks, as far as translators are told.
struct Face {
  bool bold = false;
  bool italic = false;
  std::size_t link = 0;  ///< Number of the target in Paragraph::links, from 1; 0 for none.

  bool operator==(const Face&) const = default;
};

/// Text in one face and of one XML node, or something that stands in the text.
struct Piece {
  std::string text;  ///< Valid UTF-8; soft hyphens still stand in it.
  Face face;
  pugi::xml_node node;        ///< Where it comes from: what holds the text, or a tab or the like.
  std::size_t begin = 0;      ///< Where in the node's text it begins.
  std::string placeholder{};  ///< What stands for something that is no text; text is empty then.
  std::string_view type{};    ///< What that is: "fnote".
  bool computed = false;      ///< A field's result: the document makes it, such as a page number.
};

struct Paragraph {
  BlockKind kind = BlockKind::Paragraph;
  int level = 0;
  std::string marker;
  std::size_t number = 0;  ///< Of the paragraph in the document, from 1, empty ones included.
  std::vector<Piece> pieces;
  std::vector<std::string> links;  ///< Targets of links.

  /// Number of @p target in links, which it may be added to.
  std::size_t link_to(std::string_view target);
};

/// An office document, read: its paragraphs in reading order, and the parts that they stand in.
struct OfficeText {
  std::vector<Paragraph> body;
  std::vector<Paragraph> furniture;  ///< Running headers and footers, generated tables of contents.
  LanguageTag language;              ///< As the document declares it.
};

/// Where the characters of a paragraph's pieces have come to in its block: one row a piece, one
/// place for each code point of its text and one for its end.
using PieceMap = std::vector<std::vector<std::size_t>>;

/// The block of a paragraph; its text is empty when the paragraph has none. Pieces that look the
/// same become one, so that the traces that word processors leave (spelling, revision marks) do not
/// part words; white space looks like what stands round it; soft hyphens go.
[[nodiscard]] Block to_block(const Paragraph& paragraph, const std::string& name,
                             PieceMap* map = nullptr);

}  // namespace trujaman::read::office

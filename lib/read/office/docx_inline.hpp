/// @file
/// What stands inside the paragraphs of a DOCX file: runs, fields, links, notes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "read/office/docx_package.hpp"
#include "read/office/docx_styles.hpp"
#include "read/office/paragraph.hpp"

namespace trujaman::read::office {

/// A footnote or endnote that the text refers to.
struct DocxNote {
  bool end = false;  ///< An endnote.
  std::string id;

  auto operator<=>(const DocxNote&) const = default;
};

/// What the body needs to hear of a paragraph's inside.
class DocxInlineSink {
 public:
  virtual ~DocxInlineSink() = default;
  /// A note is referred to; returns its number, from 1.
  virtual std::size_t on_note(const DocxNote& note) = 0;
  /// A text box hangs on the paragraph; @p content holds its paragraphs (w:txbxContent).
  virtual void on_text_box(pugi::xml_node content) = 0;
};

/// Follows a text through its paragraphs, in which fields may begin and end anywhere.
class DocxInline {
 public:
  /// All of them must outlive this. @p part is where the paragraphs stand.
  DocxInline(const DocxPart& part, const DocxStyles& styles, DocxInlineSink& sink)
      : part_(&part), styles_(&styles), sink_(&sink) {}

  /// Adds the text of the paragraph @p node to @p out. True when all of it is what a field makes by
  /// itself from other text: a line of a table of contents or an index.
  bool read(pugi::xml_node node, const DocxStyle& style, Paragraph& out);
  /// Forgets the fields that stand open.
  void close_fields() { fields_.clear(); }

 private:
  /// A field, between its w:fldChar begin and end.
  struct Field {
    bool result = false;  ///< Its result has begun.
    bool generated = false;
    std::string instruction;  ///< "HYPERLINK \"https://…\"".
    std::string link;
  };

  [[nodiscard]] bool is_generated() const;
  void walk(pugi::xml_node parent, std::size_t link);
  void read_run(pugi::xml_node run, std::size_t link);
  void read_run_children(pugi::xml_node parent, const Face& face);
  void read_run_child(pugi::xml_node node, const Face& face);
  void read_field_mark(pugi::xml_node mark);
  void read_text(pugi::xml_node node, const Face& face);
  void read_symbol(pugi::xml_node node, const Face& face);
  void read_note(pugi::xml_node node, bool end, const Face& face);
  void find_text_boxes(pugi::xml_node node);
  void add(std::string text, const Face& face, pugi::xml_node node, std::size_t begin = 0);
  void add(Piece piece);

  const DocxPart* part_;
  const DocxStyles* styles_;
  DocxInlineSink* sink_;
  std::vector<Field> fields_;
  int simple_fields_ = 0;  ///< Open w:fldSimple, but for links.
  Paragraph* out_ = nullptr;
  std::size_t generated_ = 0;  ///< Pieces of the paragraph that are.
  RunLooks paragraph_looks_;
};

/// The alternative that is read of several: the first choice, or what stands in for it.
[[nodiscard]] pugi::xml_node chosen_alternative(pugi::xml_node alternate_content);

}  // namespace trujaman::read::office

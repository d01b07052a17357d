/// @file
/// What stands inside the paragraphs of an ODT file: spans, links, notes, fields.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "read/office/odt_styles.hpp"
#include "read/office/paragraph.hpp"

namespace trujaman::read::office {

/// What hangs on a paragraph and is read apart from it.
class OdtInlineSink {
 public:
  virtual ~OdtInlineSink() = default;
  /// A note is referred to; returns its number, from 1. @p body holds its paragraphs.
  virtual std::size_t on_note(pugi::xml_node body) = 0;
  /// A text box; @p content holds its paragraphs.
  virtual void on_text_box(pugi::xml_node content) = 0;
};

class OdtInline {
 public:
  /// Both must outlive this.
  OdtInline(const OdtStyles& styles, OdtInlineSink& sink) : styles_(&styles), sink_(&sink) {}

  /// Adds the text of the paragraph or heading @p node to @p out.
  void read(pugi::xml_node node, Paragraph& out);
  /// Tells the sink of the text boxes in a drawing.
  void find_text_boxes(pugi::xml_node drawing);

 private:
  struct Looks {
    Face face;
    bool hidden = false;
    bool computed = false;
  };

  void walk(pugi::xml_node parent, const Looks& looks);
  void read_element(pugi::xml_node node, const Looks& looks);
  void add(std::string text, const Looks& looks, pugi::xml_node node);

  const OdtStyles* styles_;
  OdtInlineSink* sink_;
  Paragraph* out_ = nullptr;
};

}  // namespace trujaman::read::office

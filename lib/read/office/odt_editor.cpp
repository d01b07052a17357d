#include "read/office/odt_editor.hpp"

#include "read/office/xml_part.hpp"

namespace trujaman::read::office {
namespace {

bool is_text(pugi::xml_node node) {
  return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

pugi::xml_node wrap(pugi::xml_node node, const std::string& style) {
  pugi::xml_node span = node.parent().insert_child_before("text:span", node);
  span.append_attribute("text:style-name").set_value(style.c_str());
  span.append_move(node);
  return span;
}

}  // namespace

pugi::xml_node OdtEditor::split(pugi::xml_node node, std::size_t offset) {
  const std::string text = clean_text(node.value());
  if (!is_text(node) || offset >= text.size()) return node;
  pugi::xml_node rest = node.parent().insert_child_after(node.type(), node);
  node.set_value(text.substr(0, offset).c_str());
  rest.set_value(text.substr(offset).c_str());
  return rest;
}

void OdtEditor::replace(pugi::xml_node node, const std::vector<StyledText>& texts,
                        Highlight colour) {
  pugi::xml_node parent = node.parent();
  pugi::xml_node last = node;
  for (const StyledText& t : texts) {
    last = parent.insert_child_after(pugi::node_pcdata, last);
    last.set_value(t.text.c_str());
    if (t.styled && t.italic) last = wrap(last, style("TrujamanItalic", "fo:font-style", "italic"));
    if (t.styled && t.bold) last = wrap(last, style("TrujamanBold", "fo:font-weight", "bold"));
    if (colour == Highlight::Revise) {
      last = wrap(last, style("TrujamanRevise", "fo:background-color", "#00ffff"));
    }
  }
  parent.remove_child(node);
}

void OdtEditor::remove(pugi::xml_node node) {
  // Links and spans that have lost their text go with it.
  for (pugi::xml_node parent = node.parent(); parent; parent = node.parent()) {
    parent.remove_child(node);
    const std::string_view name = parent.name();
    if (parent.first_child() || (name != "text:span" && name != "text:a")) return;
    node = parent;
  }
}

void OdtEditor::highlight(pugi::xml_node node) {
  wrap(node, style("TrujamanOpen", "fo:background-color", "#ffff00"));
}

std::string OdtEditor::style(const char* name, const char* property, const char* value) {
  pugi::xml_node styles = content_.child("office:automatic-styles");
  if (!styles) {
    styles = content_.insert_child_before("office:automatic-styles", content_.child("office:body"));
  }
  if (styles.find_child_by_attribute("style:style", "style:name", name)) return name;
  pugi::xml_node added = styles.append_child("style:style");
  added.append_attribute("style:name").set_value(name);
  added.append_attribute("style:family").set_value("text");
  added.append_child("style:text-properties").append_attribute(property).set_value(value);
  return name;
}

}  // namespace trujaman::read::office

#include "read/office/odt_inline.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "read/office/xml_part.hpp"

namespace trujaman::read::office {
namespace {

/// What stands in a paragraph and is none of its text: comments, readings, programs, what a form
/// needs.
bool is_left_out(std::string_view name) {
  constexpr std::array<std::string_view, 8> kNames{
      "office:annotation", "office:event-listeners", "text:ruby-text", "text:script",
      "text:hidden-text",  "text:tracked-changes",   "svg:title",      "svg:desc"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

bool is_paragraph(pugi::xml_node node) {
  const std::string_view name = node.name();
  return name == "text:p" || name == "text:h" || name == "text:list" || name == "table:table";
}

}  // namespace

void OdtInline::read(pugi::xml_node node, Paragraph& out) {
  out_ = &out;
  const OdtStyle& style = styles_->paragraph(node.attribute("text:style-name").value());
  walk(node, {{style.bold.value_or(false), style.italic.value_or(false), 0},
              style.hidden.value_or(false)});
}

void OdtInline::walk(pugi::xml_node parent, const Looks& looks) {
  for (const pugi::xml_node node : parent.children()) {
    if (node.type() == pugi::node_element) {
      read_element(node, looks);
    } else if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
      add(clean_text(node.value()), looks, node);
    }
  }
}

void OdtInline::read_element(pugi::xml_node node, const Looks& looks) {
  const std::string_view name = node.name();
  if (name == "text:s" || name == "text:tab" || name == "text:line-break") {
    add(" ", looks, node);
  } else if (name == "text:span") {
    const OdtStyle& style = styles_->text(node.attribute("text:style-name").value());
    Looks inner = looks;
    inner.face.bold = style.bold.value_or(looks.face.bold);
    inner.face.italic = style.italic.value_or(looks.face.italic);
    inner.hidden = style.hidden.value_or(looks.hidden);
    walk(node, inner);
  } else if (name == "text:a") {
    Looks inner = looks;
    inner.face.link = out_->link_to(clean_text(node.attribute("xlink:href").value()));
    walk(node, inner);
  } else if (name == "text:note") {
    const std::size_t number = sink_->on_note(node.child("text:note-body"));
    // As Markdown has it, so that the codes of one text are the same in every format.
    out_->pieces.push_back({"", looks.face, node, 0, "[^" + std::to_string(number) + "]", "fnote"});
  } else if (name.starts_with("draw:")) {
    find_text_boxes(node);
  } else if (!is_left_out(name)) {
    // What is left are fields, and elements that only mark a place.
    Looks inner = looks;
    inner.computed = true;
    walk(node, inner);
  }
}

void OdtInline::find_text_boxes(pugi::xml_node drawing) {
  if (drawing.find_child(is_paragraph)) return sink_->on_text_box(drawing);
  for (const pugi::xml_node child : drawing.children()) {
    if (std::string_view(child.name()).starts_with("draw:")) find_text_boxes(child);
  }
}

void OdtInline::add(std::string text, const Looks& looks, pugi::xml_node node) {
  if (text.empty() || looks.hidden) return;
  out_->pieces.push_back({std::move(text), looks.face, node, 0, {}, {}, looks.computed});
}

}  // namespace trujaman::read::office

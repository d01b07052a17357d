#include "read/office/docx_editor.hpp"

#include <algorithm>
#include <array>

#include "read/office/xml_part.hpp"

namespace trujaman::read::office {
namespace {

std::string text_of(pugi::xml_node text) {
  std::string out;
  for (const pugi::xml_node child : text.children()) out += child.value();
  return clean_text(out);
}

void set_text(pugi::xml_node text, const std::string& value) {
  while (text.first_child()) text.remove_child(text.first_child());
  text.append_child(pugi::node_pcdata).set_value(value.c_str());
  pugi::xml_attribute space = text.attribute("xml:space");
  if (!space) space = text.append_attribute("xml:space");
  space.set_value("preserve");
}

pugi::xml_node run_of(pugi::xml_node node) {
  while (node && std::string_view(node.name()) != "w:r") node = node.parent();
  return node;
}

/// An empty run like @p run behind it.
pugi::xml_node run_after(pugi::xml_node run) {
  pugi::xml_node out = run.parent().insert_child_after("w:r", run);
  for (const pugi::xml_attribute a : run.attributes()) out.append_copy(a);
  if (const pugi::xml_node properties = run.child("w:rPr")) out.append_copy(properties);
  return out;
}

bool is_properties(pugi::xml_node node) {
  return std::string_view(node.name()) == "w:rPr";
}

/// Moves @p node and what stands behind it to the end of @p run.
void move_from(pugi::xml_node node, pugi::xml_node run) {
  for (pugi::xml_node next; node; node = next) {
    next = node.next_sibling();
    run.append_move(node);
  }
}

/// Gives @p node a run of its own, so that its looks can change alone. Returns the run; null where
/// the node stands deeper inside its run.
pugi::xml_node isolate(pugi::xml_node node) {
  const pugi::xml_node run = run_of(node);
  if (!run || node.parent() != run) return {};
  pugi::xml_node own = run;
  if (node.previous_sibling() && !is_properties(node.previous_sibling())) {
    own = run_after(run);
    move_from(node, own);
  }
  if (node.next_sibling()) move_from(node.next_sibling(), run_after(own));
  return own;
}

/// The run's property @p name, made at its place in the order that the schema asks for.
pugi::xml_node property(pugi::xml_node run, const char* name) {
  constexpr std::array<std::string_view, 27> kOrder{
      "w:rStyle", "w:rFonts",    "w:b",       "w:bCs",        "w:i",        "w:iCs",
      "w:caps",   "w:smallCaps", "w:strike",  "w:dstrike",    "w:outline",  "w:shadow",
      "w:emboss", "w:imprint",   "w:noProof", "w:snapToGrid", "w:vanish",   "w:webHidden",
      "w:color",  "w:spacing",   "w:w",       "w:kern",       "w:position", "w:sz",
      "w:szCs",   "w:highlight", "w:u"};
  pugi::xml_node properties = run.child("w:rPr");
  if (!properties) properties = run.prepend_child("w:rPr");
  if (const pugi::xml_node found = properties.child(name)) return found;
  const auto rank = [&](std::string_view n) {
    return std::find(kOrder.begin(), kOrder.end(), n) - kOrder.begin();
  };
  for (const pugi::xml_node child : properties.children()) {
    if (rank(child.name()) > rank(name)) return properties.insert_child_before(name, child);
  }
  return properties.append_child(name);
}

void set_value(pugi::xml_node property, const char* value) {
  pugi::xml_attribute attribute = property.attribute("w:val");
  if (!attribute) attribute = property.append_attribute("w:val");
  attribute.set_value(value);
}

void set_switch(pugi::xml_node run, const char* name, bool on) {
  if (on) {
    set_value(property(run, name), "1");
  } else {
    run.child("w:rPr").remove_child(name);
  }
}

}  // namespace

pugi::xml_node DocxEditor::split(pugi::xml_node node, std::size_t offset) {
  const std::string text = text_of(node);
  // Something other than text, such as a tab, is one character and never parted.
  if (std::string_view(node.name()) != "w:t" || offset >= text.size()) return node;
  pugi::xml_node rest = node.parent().insert_copy_after(node, node);
  set_text(node, text.substr(0, offset));
  set_text(rest, text.substr(offset));
  return rest;
}

void DocxEditor::replace(pugi::xml_node node, const std::vector<StyledText>& texts,
                         Highlight colour) {
  if (std::string_view(node.name()) != "w:t") {
    const pugi::xml_node text = node.parent().insert_child_before("w:t", node);
    node.parent().remove_child(node);
    node = text;
  }
  const bool plain = texts.size() == 1 && !texts.front().styled && colour == Highlight::None;
  if (plain) return set_text(node, texts.front().text);
  pugi::xml_node run = isolate(node);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (i > 0) {
      if (!run) {  // no run of its own: the looks cannot change in it
        set_text(node, text_of(node) + texts[i].text);
        continue;
      }
      run = run_after(run);
      node = run.append_child("w:t");
    }
    set_text(node, texts[i].text);
    if (!run) continue;
    if (colour == Highlight::Revise) set_value(property(run, "w:highlight"), "cyan");
    if (!texts[i].styled) continue;
    set_switch(run, "w:b", texts[i].bold);
    set_switch(run, "w:i", texts[i].italic);
  }
}

void DocxEditor::remove(pugi::xml_node node) {
  const std::string_view name = node.name();
  // The start of a page or column is layout, and stays.
  if (name == "w:br" && node.attribute("w:type")) return;
  pugi::xml_node parent = node.parent();
  parent.remove_child(node);
  const bool empty = std::all_of(parent.begin(), parent.end(), is_properties);
  if (empty && std::string_view(parent.name()) == "w:r") parent.parent().remove_child(parent);
}

void DocxEditor::highlight(pugi::xml_node node) {
  const pugi::xml_node run = isolate(node);
  if (run) set_value(property(run, "w:highlight"), "yellow");
}

}  // namespace trujaman::read::office

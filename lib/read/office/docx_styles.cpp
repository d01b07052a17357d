#include "read/office/docx_styles.hpp"

#include <array>
#include <vector>

#include "base/unicode.hpp"
#include "read/office/docx_package.hpp"
#include "read/office/xml_part.hpp"

namespace trujaman::read::office {
namespace {

/// More than any chain of styles that people make.
constexpr std::size_t kLongestChain = 50;

std::optional<bool> switch_of(pugi::xml_node properties, const char* name) {
  const pugi::xml_node property = properties.child(name);
  return property ? std::optional(is_on(property)) : std::nullopt;
}

/// The level that a heading style's name says, in English or as older programs write it in the
/// author's language; nothing for other names. Word itself sets the outline level, too.
std::optional<int> level_in_name(std::string_view name) {
  constexpr std::array<std::string_view, 8> kWords{"heading ", "título ",     "titulo ",
                                                   "titre ",   "encabezado ", "überschrift ",
                                                   "titolo ",  "título"};
  for (const std::string_view word : kWords) {
    if (name.size() != word.size() + 1 || !name.starts_with(word)) continue;
    const char digit = name.back();
    if (digit >= '1' && digit <= '9') return digit - '1';
  }
  return std::nullopt;
}

/// What a style says itself, over what it has inherited.
void apply(pugi::xml_node style, DocxStyle& out) {
  out.name = base::to_lower(clean_text(value_of(style, "w:name", "w:val")));
  const pugi::xml_node properties = style.child("w:pPr");
  if (const auto level = level_in_name(out.name)) out.outline_level = level;
  if (const pugi::xml_node level = properties.child("w:outlineLvl")) {
    out.outline_level = to_number(level.attribute("w:val").value(), 0, 9, 9);
  }
  if (const pugi::xml_node number = properties.child("w:numPr")) {
    if (const pugi::xml_node id = number.child("w:numId"))
      out.number = id.attribute("w:val").value();
    if (const pugi::xml_node level = number.child("w:ilvl")) {
      out.number_level = to_number(level.attribute("w:val").value(), 0, 8, 0);
    }
  }
  // "table caption" is Pandoc's.
  out.caption = out.caption || out.name == "caption" || out.name.ends_with(" caption");
  out.title = out.title || out.name == "title";
  out.subtitle = out.subtitle || out.name == "subtitle";
  out.looks = looks_of(style.child("w:rPr")).over(out.looks);
}

}  // namespace

RunLooks RunLooks::over(const RunLooks& below) const {
  return {bold ? bold : below.bold, italic ? italic : below.italic, hidden ? hidden : below.hidden};
}

RunLooks looks_of(pugi::xml_node properties) {
  return {switch_of(properties, "w:b"), switch_of(properties, "w:i"),
          switch_of(properties, "w:vanish")};
}

DocxStyles::DocxStyles(pugi::xml_node styles) {
  std::unordered_map<std::string, pugi::xml_node> nodes;
  for (const pugi::xml_node style : styles.children("w:style")) {
    const std::string id = style.attribute("w:styleId").value();
    nodes.try_emplace(id, style);
    const std::string_view standard = style.attribute("w:default").value();
    if (std::string_view(style.attribute("w:type").value()) == "paragraph" &&
        (standard == "1" || standard == "true" || standard == "on")) {
      default_paragraph_ = id;
    }
  }
  for (const auto& [id, node] : nodes) {
    // The chain of what the style is based on, which a damaged file may close to a ring.
    std::vector<pugi::xml_node> chain;
    for (auto at = nodes.find(id); at != nodes.end() && chain.size() < kLongestChain;
         at = nodes.find(std::string(value_of(at->second, "w:basedOn", "w:val")))) {
      chain.push_back(at->second);
    }
    DocxStyle& style = styles_[id];
    for (auto it = chain.rbegin(); it != chain.rend(); ++it) apply(*it, style);
  }
  language_ = value_of(styles.child("w:docDefaults").child("w:rPrDefault").child("w:rPr"), "w:lang",
                       "w:val");
}

const DocxStyle& DocxStyles::paragraph(std::string_view id) const {
  auto it = styles_.find(std::string(id));
  if (id.empty() || it == styles_.end()) it = styles_.find(default_paragraph_);
  static const DocxStyle none;
  return it == styles_.end() ? none : it->second;
}

const DocxStyle& DocxStyles::character(std::string_view id) const {
  const auto it = styles_.find(std::string(id));
  static const DocxStyle none;
  return it == styles_.end() ? none : it->second;
}

std::string DocxStyles::number_of(std::string_view id) const {
  const auto it = styles_.find(std::string(id));
  return it == styles_.end() ? std::string() : it->second.number.value_or("");
}

}  // namespace trujaman::read::office

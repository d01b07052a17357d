#include "read/office/odt_styles.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/ascii.hpp"
#include "read/office/xml_part.hpp"

namespace trujaman::read::office {
namespace {

constexpr std::size_t kLongestChain = 50;

/// The styles that LibreOffice gives to captions, by its categories, and those of Word and Pandoc.
bool is_caption(std::string_view style) {
  constexpr std::array<std::string_view, 4> kCategories{"illustration", "drawing", "figure",
                                                        "table"};
  std::string name(style);
  std::transform(name.begin(), name.end(), name.begin(), base::ascii_lower);
  return name.ends_with("caption") ||
         std::find(kCategories.begin(), kCategories.end(), name) != kCategories.end();
}

/// What a style says itself, over what it has inherited.
void apply(pugi::xml_node style, bool looks, OdtStyle& out) {
  const std::string_view name = style.attribute("style:name").value();
  out.caption = out.caption || is_caption(name);
  out.title = out.title || name == "Title";
  out.subtitle = out.subtitle || name == "Subtitle";
  if (const pugi::xml_attribute list = style.attribute("style:list-style-name")) {
    out.list_style = list.value();
  }
  const pugi::xml_node properties = style.child("style:text-properties");
  if (const pugi::xml_attribute display = properties.attribute("text:display")) {
    out.hidden = std::string_view(display.value()) == "none";
  }
  if (!looks) return;
  if (const pugi::xml_attribute weight = properties.attribute("fo:font-weight")) {
    out.bold =
        std::string_view(weight.value()) == "bold" || to_number(weight.value(), 0, 900, 0) > 500;
  }
  if (const pugi::xml_attribute slope = properties.attribute("fo:font-style")) {
    out.italic = std::string_view(slope.value()) != "normal";
  }
}

const OdtStyle& find(const std::unordered_map<std::string, OdtStyle>& styles,
                     std::string_view name) {
  static const OdtStyle none;
  const auto it = styles.find(std::string(name));
  return it == styles.end() ? none : it->second;
}

}  // namespace

OdtStyles::OdtStyles(pugi::xml_node named, pugi::xml_node automatic) {
  Sources paragraphs;
  Sources texts;
  collect(automatic, true, paragraphs, texts);
  collect(named, false, paragraphs, texts);
  // A paragraph in bold by its named style is plain to its readers; one by its own, automatic style
  // has been made so by its author, who could as well have marked the words.
  paragraphs_ = resolve(paragraphs, false);
  texts_ = resolve(texts, true);
}

void OdtStyles::collect(pugi::xml_node styles, bool automatic, Sources& paragraphs,
                        Sources& texts) {
  for (const pugi::xml_node style : styles.children("style:style")) {
    const std::string_view family = style.attribute("style:family").value();
    if (family != "paragraph" && family != "text") continue;
    (family == "text" ? texts : paragraphs)
        .try_emplace(style.attribute("style:name").value(), Source{style, automatic});
  }
}

OdtStyles::Styles OdtStyles::resolve(const Sources& sources, bool all_looks) {
  Styles out;
  for (const auto& [name, source] : sources) {
    std::vector<Source> chain;  // which a damaged file may close to a ring
    for (auto at = sources.find(name); at != sources.end() && chain.size() < kLongestChain;
         at = sources.find(at->second.node.attribute("style:parent-style-name").value())) {
      chain.push_back(at->second);
    }
    OdtStyle& style = out[name];
    for (auto it = chain.rbegin(); it != chain.rend(); ++it) {
      apply(it->node, all_looks || it->automatic, style);
    }
  }
  return out;
}

const OdtStyle& OdtStyles::paragraph(std::string_view name) const {
  // Pandoc names a caption's style and forgets to define it.
  static const OdtStyle undefined_caption = [] {
    OdtStyle out;
    out.caption = true;
    return out;
  }();
  if (is_caption(name) && !paragraphs_.contains(std::string(name))) return undefined_caption;
  return find(paragraphs_, name);
}

const OdtStyle& OdtStyles::text(std::string_view name) const {
  return find(texts_, name);
}

}  // namespace trujaman::read::office

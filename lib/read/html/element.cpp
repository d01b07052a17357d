#include "read/html/element.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/ascii.hpp"

namespace trujaman::read {
namespace {

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, base::ascii_lower, base::ascii_lower);
}

/// Longer formulas and drawings are kept as their tags.
constexpr std::size_t kLongestSource = 2048;

/// Elements newer than gumbo has no number for; it knows their names.
ElementRole role_of_unknown(const GumboElement& element) {
  const std::string name = name_of(element);
  return name == "search" || name == "dialog" ? ElementRole::Block : ElementRole::Inline;
}

}  // namespace

ElementRole role_of(const GumboElement& element) {
  if (element.tag_namespace != GUMBO_NAMESPACE_HTML) return ElementRole::Placeholder;
  switch (element.tag) {
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_DIR:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_HGROUP:
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_LEGEND:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_LISTING:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_OPTGROUP:
    case GUMBO_TAG_OPTION:
    case GUMBO_TAG_P:
    case GUMBO_TAG_PLAINTEXT:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_TFOOT:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_XMP:
      return ElementRole::Block;
    case GUMBO_TAG_APPLET:
    case GUMBO_TAG_AREA:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_BASE:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_DATALIST:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_LINK:
    case GUMBO_TAG_META:
    case GUMBO_TAG_NOEMBED:
    case GUMBO_TAG_NOFRAMES:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_RP:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_TITLE:
    case GUMBO_TAG_VIDEO:
      return ElementRole::Skipped;
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_INPUT:
      return ElementRole::Placeholder;
    case GUMBO_TAG_BR:
      return ElementRole::Break;
    case GUMBO_TAG_HR:
      return ElementRole::Rule;
    case GUMBO_TAG_IMG:
      return ElementRole::Image;
    case GUMBO_TAG_WBR:
      return ElementRole::WordBreak;
    case GUMBO_TAG_UNKNOWN:
      return role_of_unknown(element);
    default:
      return ElementRole::Inline;
  }
}

bool is_element(const GumboNode* node) noexcept {
  return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

bool is_element(const GumboNode* node, GumboTag tag) noexcept {
  return is_element(node) && node->v.element.tag == tag &&
         node->v.element.tag_namespace == GUMBO_NAMESPACE_HTML;
}

bool is_text(const GumboNode* node) noexcept {
  return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
         node->type == GUMBO_NODE_CDATA;
}

std::span<const GumboNode* const> children_of(const GumboNode* node) noexcept {
  if (!is_element(node)) return {};
  const GumboVector& children = node->v.element.children;
  // Gumbo's vectors are of void*; it puts nodes in.
  return {reinterpret_cast<const GumboNode* const*>(children.data), children.length};
}

std::string_view attribute(const GumboElement& element, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
  return found == nullptr ? std::string_view() : found->value;
}

bool has_attribute(const GumboElement& element, const char* name) {
  return gumbo_get_attribute(&element.attributes, name) != nullptr;
}

bool has_word(const GumboElement& element, const char* name, std::string_view word) {
  std::string_view rest = attribute(element, name);
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find_first_of(" \t\n\f\r"), rest.size());
    if (equal_ignoring_case(rest.substr(0, end), word)) return true;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return false;
}

bool is_hidden(const GumboElement& element) {
  if (has_attribute(element, "hidden")) return attribute(element, "hidden") != "until-found";
  if (attribute(element, "aria-hidden") == "true") return true;
  return plain_style(element).find("display:none") != std::string::npos;
}

std::string plain_style(const GumboElement& element) {
  std::string out;
  for (const char c : attribute(element, "style")) {
    if (!base::is_ascii_space(c)) out += base::ascii_lower(c);
  }
  return out;
}

std::string name_of(const GumboElement& element) {
  if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
  GumboStringPiece piece = element.original_tag;
  gumbo_tag_from_original_text(&piece);
  std::string out(piece.data == nullptr ? "" : piece.data, piece.length);
  std::transform(out.begin(), out.end(), out.begin(), base::ascii_lower);
  return out;
}

std::string start_tag(const GumboElement& element) {
  if (element.original_tag.length != 0) {
    return {element.original_tag.data, element.original_tag.length};
  }
  return "<" + name_of(element) + ">";
}

std::string code_type(const GumboElement& element) {
  switch (element.tag) {
    case GUMBO_TAG_B:
    case GUMBO_TAG_STRONG:
      return "bold";
    case GUMBO_TAG_I:
    case GUMBO_TAG_EM:
      return "italic";
    case GUMBO_TAG_U:
      return "underlined";
    case GUMBO_TAG_A:
      return has_attribute(element, "href") ? "link" : "a";
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_TT:
    case GUMBO_TAG_VAR:
      return "code";
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_S:
    case GUMBO_TAG_STRIKE:
      return "strikethrough";
    default:
      return name_of(element);
  }
}

std::string text_content(const GumboNode* node, std::size_t limit) {
  std::string out;
  std::vector<const GumboNode*> open{node};
  while (!open.empty() && out.size() < limit) {
    const GumboNode* next = open.back();
    open.pop_back();
    if (is_text(next)) out += next->v.text.text;
    const auto children = children_of(next);
    open.insert(open.end(), children.rbegin(), children.rend());
  }
  return out;
}

std::string source_of(const GumboElement& element) {
  const GumboStringPiece& begin = element.original_tag;
  const GumboStringPiece& end = element.original_end_tag;
  if (begin.length != 0 && end.length != 0 && end.data > begin.data) {
    const auto size = static_cast<std::size_t>(end.data - begin.data) + end.length;
    if (size <= kLongestSource) return {begin.data, size};
    return start_tag(element) + "…" + std::string(end.data, end.length);
  }
  return start_tag(element);
}

int heading_level(const GumboElement& element) {
  if (element.tag >= GUMBO_TAG_H1 && element.tag <= GUMBO_TAG_H6) {
    return 1 + static_cast<int>(element.tag) - static_cast<int>(GUMBO_TAG_H1);
  }
  if (!has_word(element, "role", "heading")) return 0;
  const std::string_view level = attribute(element, "aria-level");
  return level.size() == 1 && level[0] >= '1' && level[0] <= '6' ? level[0] - '0' : 2;
}

bool is_code(const GumboNode* pre) {
  for (const char* word : {"code", "sourceCode", "highlight", "prettyprint", "programlisting"}) {
    if (has_word(pre->v.element, "class", word)) return true;
  }
  const auto children = children_of(pre);
  const auto is_something = [](const GumboNode* child) {
    return child->type != GUMBO_NODE_WHITESPACE;
  };
  return std::ranges::count_if(children, is_something) == 1 &&
         is_element(*std::ranges::find_if(children, is_something), GUMBO_TAG_CODE);
}

}  // namespace trujaman::read

#include "read/html/notes.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "base/ascii.hpp"
#include "base/unicode.hpp"
#include "read/html/element.hpp"

namespace trujaman::read {
namespace {

/// "1", "[12]", "(iv)", "*", "nota 3": more is text.
constexpr std::size_t kLongestSign = 10;  // bytes

/// The id that a link in this page leads to; empty for other elements and links.
std::string_view fragment_of(const GumboNode* node) {
  if (!is_element(node, GUMBO_TAG_A)) return {};
  const std::string_view href = attribute(node->v.element, "href");
  return href.starts_with('#') ? href.substr(1) : std::string_view();
}

std::string_view sign_of(const std::string& text) {
  return base::trim(text);
}

bool is_sign(const GumboNode* node) {
  const std::string text = text_content(node, 2 * kLongestSign);
  return sign_of(text).size() <= kLongestSign;
}

bool has_any(const GumboElement& element, const char* name,
             std::span<const std::string_view> words) {
  return std::ranges::any_of(words,
                             [&](std::string_view word) { return has_word(element, name, word); });
}

/// "ftn1", "_edn2", "cite_note-3": what word processors and wikis call notes.
bool is_note_name(std::string_view id) {
  if (id.starts_with('_')) id.remove_prefix(1);
  constexpr std::array<std::string_view, 7> kNames{"ftn",     "edn",        "fn",       "footnote",
                                                   "endnote", "sdfootnote", "cite_note"};
  return std::ranges::any_of(kNames, [&](std::string_view name) {
    if (!id.starts_with(name)) return false;
    const std::string_view rest = id.substr(name.size());
    return !rest.empty() && (base::is_ascii_digit(rest[0]) || rest[0] == '-' || rest[0] == ':');
  });
}

constexpr std::array<std::string_view, 4> kNoteRoles{"doc-footnote", "doc-endnote", "doc-endnotes",
                                                     "doc-rearnote"};
constexpr std::array<std::string_view, 8> kNoteClasses{
    "footnote",      "footnotes",      "endnote",         "endnotes",
    "footnote-list", "footnotes-list", "MsoFootnoteText", "MsoEndnoteText"};
constexpr std::array<std::string_view, 4> kReferenceClasses{"footnote-ref", "footnote-reference",
                                                            "noteref", "footnoteref"};
constexpr std::array<std::string_view, 5> kBacklinkClasses{
    "footnote-back", "footnote-backref", "fn-backref", "mw-cite-backlink", "reversefootnote"};

/// Elements that may be a note as a whole; a heading or a section that a raised sign links to is
/// not one.
bool may_be_note(const GumboNode* node) {
  if (!is_element(node)) return false;
  constexpr std::array kTags{GUMBO_TAG_LI, GUMBO_TAG_P,  GUMBO_TAG_DIV,  GUMBO_TAG_DD,
                             GUMBO_TAG_TD, GUMBO_TAG_TR, GUMBO_TAG_ASIDE};
  return std::ranges::find(kTags, node->v.element.tag) != kTags.end();
}

/// The first link to a place in this page inside @p node, itself included; null when none.
const GumboNode* first_link(const GumboNode* node) {
  std::vector<const GumboNode*> open{node};
  while (!open.empty()) {
    const GumboNode* next = open.back();
    open.pop_back();
    if (!fragment_of(next).empty()) return next;
    const auto children = children_of(next);
    open.insert(open.end(), children.rbegin(), children.rend());
  }
  return nullptr;
}

bool holds(const GumboNode* node, GumboTag tag) {
  return std::ranges::any_of(children_of(node),
                             [&](const GumboNode* child) { return is_element(child, tag); });
}

}  // namespace

Notes::Notes(const GumboNode* root) {
  scan(root);
  add_notes();
}

void Notes::scan(const GumboNode* root) {
  std::vector<const GumboNode*> open{root};
  std::size_t order = 0;
  while (!open.empty()) {
    const GumboNode* node = open.back();
    open.pop_back();
    if (!is_element(node)) continue;
    ++order;
    const GumboElement& element = node->v.element;
    order_.emplace(node, order);
    for (const char* name : {"id", "name"}) {
      const std::string_view id = attribute(element, name);
      if (!id.empty()) ids_.emplace(id, node);
    }
    if (is_reference(node)) {
      if (const GumboNode* link = first_link(node)) {
        references_.push_back({std::string(fragment_of(link)), order});
      }
    }
    const auto children = children_of(node);
    open.insert(open.end(), children.rbegin(), children.rend());
  }
}

/// A note comes after what refers to it, and does not hold it: links back, which look alike, lead
/// upwards.
void Notes::add_notes() {
  for (const Link& link : references_) {
    const auto found = ids_.find(link.target);
    if (found == ids_.end()) continue;
    for (const GumboNode* node = found->second; node != nullptr; node = node->parent) {
      const auto order = order_.find(node);
      if (order == order_.end() || order->second < link.order) break;
      if (!may_be_note(node)) {
        if (role_of(node->v.element) == ElementRole::Block) break;
        continue;
      }
      notes_.insert(node);
      break;
    }
  }
}

bool Notes::is_note(const GumboNode* node) const {
  if (notes_.contains(node)) return true;
  return has_any(node->v.element, "role", kNoteRoles) ||
         (role_of(node->v.element) == ElementRole::Block &&
          has_any(node->v.element, "class", kNoteClasses));
}

bool Notes::is_reference(const GumboNode* node) {
  const GumboElement& element = node->v.element;
  if (element.tag == GUMBO_TAG_SUP) return is_sign(node) && first_link(node) != nullptr;
  const std::string_view target = fragment_of(node);
  if (target.empty() || !is_sign(node)) return false;
  return has_word(element, "role", "doc-noteref") || has_any(element, "class", kReferenceClasses) ||
         holds(node, GUMBO_TAG_SUP) || is_note_name(target);
}

bool Notes::is_backlink(const GumboNode* node) const {
  const GumboElement& element = node->v.element;
  if (has_word(element, "role", "doc-backlink") || has_any(element, "class", kBacklinkClasses)) {
    return true;
  }
  if (element.tag != GUMBO_TAG_A && element.tag != GUMBO_TAG_SUP) return false;
  const GumboNode* link = first_link(node);
  if (link == nullptr || !is_sign(node)) return false;
  const std::string_view target = fragment_of(link);
  const auto found = ids_.find(std::string(target));
  return found != ids_.end() && order_.at(found->second) < order_.at(node);
}

}  // namespace trujaman::read

/// @file
/// Footnotes and endnotes of a page: their texts, the signs that refer to them, the links back.
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <gumbo.h>

namespace trujaman::read {

/// HTML has no element for notes. They are told by DPUB-ARIA's roles (doc-footnote, doc-endnotes,
/// …), by the class names of Pandoc, cmark, Sphinx and MediaWiki, and by how they are linked: a
/// raised sign that links to a paragraph or list item farther down, which links back.
class Notes {
 public:
  explicit Notes(const GumboNode* root);

  /// The element is a note, or a part of the page that holds nothing but notes.
  [[nodiscard]] bool is_note(const GumboNode* node) const;
  /// The element is a sign that refers to a note: it is no text to translate.
  [[nodiscard]] static bool is_reference(const GumboNode* node);
  /// The element, inside a note, leads back to where the note is referred to.
  [[nodiscard]] bool is_backlink(const GumboNode* node) const;

 private:
  struct Link {
    std::string target;
    std::size_t order;
  };
  void scan(const GumboNode* root);
  void add_notes();

  std::unordered_map<std::string, const GumboNode*> ids_;
  std::unordered_map<const GumboNode*, std::size_t>
      order_;  ///< Of elements with an id, and round them.
  std::vector<Link> references_;
  std::unordered_set<const GumboNode*> notes_;
};

}  // namespace trujaman::read

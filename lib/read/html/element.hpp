/// @file
/// What HTML's elements are to a reader of text.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include <gumbo.h>

namespace trujaman::read {

enum class ElementRole {
  Inline,       ///< Part of the text it stands in; unknown elements are.
  Block,        ///< Ends the text before it, and its own.
  Skipped,      ///< No text to read: scripts, styles, players.
  Placeholder,  ///< Stands in a text as one sign: formulas, drawings, fields of forms.
  Break,        ///< br
  Rule,         ///< hr
  Image,
  WordBreak  ///< wbr
};

[[nodiscard]] ElementRole role_of(const GumboElement& element);

/// The node is an element (or template).
[[nodiscard]] bool is_element(const GumboNode* node) noexcept;
[[nodiscard]] bool is_element(const GumboNode* node, GumboTag tag) noexcept;
[[nodiscard]] bool is_text(const GumboNode* node) noexcept;

/// Its children; of what has none, none.
[[nodiscard]] std::span<const GumboNode* const> children_of(const GumboNode* node) noexcept;

/// The value of an attribute; empty where there is none.
[[nodiscard]] std::string_view attribute(const GumboElement& element, const char* name);
/// The attribute is there, with or without a value.
[[nodiscard]] bool has_attribute(const GumboElement& element, const char* name);
/// @p word is one of the words, kept apart by white space, of an attribute; in any case.
[[nodiscard]] bool has_word(const GumboElement& element, const char* name, std::string_view word);

/// It is not to be seen: hidden, aria-hidden, style="display: none".
[[nodiscard]] bool is_hidden(const GumboElement& element);

/// The style attribute in lower case, without white space.
[[nodiscard]] std::string plain_style(const GumboElement& element);

/// "a", "my-element": in lower case.
[[nodiscard]] std::string name_of(const GumboElement& element);
/// The start tag as it stands in the text, or as it would.
[[nodiscard]] std::string start_tag(const GumboElement& element);
/// An element from its start tag to its end tag, as it stands in the text; long ones shortened.
[[nodiscard]] std::string source_of(const GumboElement& element);
/// 1 to 6 for headings, 0 for other elements.
[[nodiscard]] int heading_level(const GumboElement& element);
/// Program code, which Markdown's reader leaves out, too: pre round code, and what highlighters
/// make.
[[nodiscard]] bool is_code(const GumboNode* pre);
/// What inline codes call it: "bold", "italic", "link", …
[[nodiscard]] std::string code_type(const GumboElement& element);

/// All text in a node, as it stands; of at most @p limit bytes or a little more.
[[nodiscard]] std::string text_content(const GumboNode* node, std::size_t limit);

}  // namespace trujaman::read

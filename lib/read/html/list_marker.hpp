/// @file
/// The numbers before list items: those that browsers put there, and written ones.
#pragma once

#include <string>

#include <gumbo.h>

namespace trujaman::read {

/// Counts the items of one list.
class ListCounter {
 public:
  /// Of an ol, ul, menu or dir element.
  explicit ListCounter(const GumboNode* list);
  /// The marker of the next item, a child of the list: "-", "3.", "c.", "iv."; empty where the list
  /// shows none.
  [[nodiscard]] std::string next(const GumboElement& item);

 private:
  enum class Style { None, Bullet, Decimal, LowerAlpha, UpperAlpha, LowerRoman, UpperRoman };
  static Style style_of(const GumboElement& element, Style otherwise);
  static std::string format(long number, Style style);

  Style style_;
  long number_ = 1;
  long step_ = 1;
};

/// The marker that a word processor wrote into an item's text: Word marks it with "mso-list:
/// Ignore", LibreOffice by its style's name. Empty for other elements.
[[nodiscard]] std::string written_marker(const GumboNode* node);
/// The level of a list item that Word saved as a paragraph ("mso-list: l0 level2 lfo1"); 0 where it
/// is none.
[[nodiscard]] int written_level(const GumboElement& element);

}  // namespace trujaman::read

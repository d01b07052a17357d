/// @file
/// The numbers that browsers put before list items.
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

}  // namespace trujaman::read

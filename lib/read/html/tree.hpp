/// @file
/// An HTML page as a tree of elements, by gumbo, in bounded memory and time.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include <gumbo.h>

namespace trujaman::read {

/// Elements stand in each other at most so deep; browsers stop at 512.
inline constexpr int kDeepestElement = 1000;

/// What gumbo makes of a page. Its nodes point into the text, which must outlive it.
class HtmlTree {
 public:
  /// @p text is valid UTF-8. @throws Error{Malformed} when elements are nested too deep, or the
  /// tree would take too much memory or time. @p name is for messages.
  HtmlTree(std::string_view text, const std::string& name);
  ~HtmlTree();
  HtmlTree(HtmlTree&&) noexcept;
  HtmlTree& operator=(HtmlTree&&) noexcept;

  /// The html element; there is always one.
  [[nodiscard]] const GumboNode* root() const noexcept { return root_; }

 private:
  struct Arena;
  std::unique_ptr<Arena> arena_;
  const GumboNode* root_ = nullptr;
};

}  // namespace trujaman::read

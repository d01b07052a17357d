/// @file
/// Which parts of a page are its text, and which its furniture.
#pragma once

#include <unordered_set>

#include <gumbo.h>

namespace trujaman::read {

/// Where a page says what its main text is (main, role=main, its only article), its nav, header,
/// footer and aside elements outside that are furniture. Where it does not, only what is plainly
/// navigation is: a nav element that is no table of contents, and ARIA's roles that say so.
class PageParts {
 public:
  explicit PageParts(const GumboNode* root);
  [[nodiscard]] bool is_furniture(const GumboNode* node) const { return furniture_.contains(node); }

 private:
  std::unordered_set<const GumboNode*> furniture_;
};

}  // namespace trujaman::read

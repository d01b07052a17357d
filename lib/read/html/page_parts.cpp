#include "read/html/page_parts.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "read/html/element.hpp"

namespace trujaman::read {
namespace {

bool has_role(const GumboNode* node, std::string_view role) {
  return has_word(node->v.element, "role", role);
}

/// Calls @p visit for the elements in and under @p root in order; what it returns false for is not
/// entered.
template <typename Visit>
void for_each_element(const GumboNode* root, Visit visit) {
  std::vector<const GumboNode*> open{root};
  while (!open.empty()) {
    const GumboNode* node = open.back();
    open.pop_back();
    if (!is_element(node) || !visit(node)) continue;
    const auto children = children_of(node);
    open.insert(open.end(), children.rbegin(), children.rend());
  }
}

const GumboNode* find_main(const GumboNode* root) {
  const GumboNode* main = nullptr;
  const GumboNode* article = nullptr;
  int articles = 0;
  for_each_element(root, [&](const GumboNode* node) {
    if (main == nullptr && (is_element(node, GUMBO_TAG_MAIN) || has_role(node, "main"))) {
      main = node;
    }
    if (!is_element(node, GUMBO_TAG_ARTICLE)) return true;
    if (articles++ == 0) article = node;
    return false;
  });
  if (main != nullptr) return main;
  return articles == 1 ? article : nullptr;
}

bool is_navigation(const GumboNode* node) {
  if (has_role(node, "doc-toc")) return false;
  constexpr std::array<std::string_view, 6> kRoles{"navigation", "banner", "contentinfo",
                                                   "search",     "menu",   "menubar"};
  // LibreOffice's running header and footer.
  const std::string_view title = attribute(node->v.element, "title");
  if (is_element(node, GUMBO_TAG_DIV) && (title == "header" || title == "footer")) return true;
  // DocBook's stylesheets write these round "Previous" and "Next".
  if (has_word(node->v.element, "class", "navheader") ||
      has_word(node->v.element, "class", "navfooter")) {
    return true;
  }
  return is_element(node, GUMBO_TAG_NAV) ||
         std::ranges::any_of(kRoles, [&](std::string_view role) { return has_role(node, role); });
}

bool is_beside_main(const GumboNode* node) {
  return is_navigation(node) || is_element(node, GUMBO_TAG_HEADER) ||
         is_element(node, GUMBO_TAG_FOOTER) || is_element(node, GUMBO_TAG_ASIDE) ||
         has_role(node, "complementary");
}

}  // namespace

PageParts::PageParts(const GumboNode* root) {
  const GumboNode* main = find_main(root);
  std::unordered_set<const GumboNode*> around;
  for (const GumboNode* node = main; node != nullptr; node = node->parent) around.insert(node);
  for_each_element(root, [&](const GumboNode* node) {
    if (node == main) return false;
    const bool apart = main == nullptr ? is_navigation(node) : is_beside_main(node);
    if (!apart || around.contains(node)) return true;
    furniture_.insert(node);
    return false;
  });
}

}  // namespace trujaman::read

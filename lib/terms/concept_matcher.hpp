/// @file
/// Which concept of a glossary another entry is; glossary_editor.hpp has the rule.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <trujaman/concept.hpp>

namespace trujaman::terms {

/// The texts of the preferred terms of a primary language.
[[nodiscard]] std::vector<std::string_view> preferred_terms(const ConceptEntry& entry,
                                                            std::string_view primary);

/// Whether the preferred terms say that both are one concept.
[[nodiscard]] bool share_preferred_terms(const ConceptEntry& a, const ConceptEntry& b);

class ConceptMatcher {
 public:
  /// Adds the entry with the number @p index. What stands in the matcher for a number that has
  /// changed is harmless: callers look at the concepts themselves.
  void add(const ConceptEntry& entry, std::size_t index);
  void remove_id(std::string_view id);
  [[nodiscard]] std::optional<std::size_t> find_id(std::string_view id) const;
  /// The numbers, below @p end, of the entries that were added with this preferred term of a
  /// primary language.
  [[nodiscard]] std::vector<std::size_t> with_preferred_term(std::string_view language,
                                                             std::string_view term,
                                                             std::size_t end) const;
  /// The first of @p concepts that shares preferred terms with @p entry and that @p allowed allows.
  [[nodiscard]] std::optional<std::size_t> find_terms(
      const ConceptEntry& entry, std::span<const ConceptEntry> concepts,
      const std::function<bool(std::size_t)>& allowed) const;

 private:
  std::map<std::string, std::size_t, std::less<>> ids_;
  std::map<std::string, std::set<std::size_t>> preferred_;  // by language and text
};

}  // namespace trujaman::terms

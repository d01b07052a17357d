#include "terms/concept_matcher.hpp"

#include <algorithm>
#include <set>

namespace trujaman::terms {
namespace {

std::string key_of(std::string_view language, std::string_view term) {
  return std::string(language) + '\t' + std::string(term);
}

std::string key_of(const Term& term) {
  return key_of(term.language.primary(), term.text);
}

std::set<std::string_view> languages_of(const ConceptEntry& entry) {
  std::set<std::string_view> out;
  for (const Term& t : entry.terms) {
    if (t.status == TermStatus::Preferred) out.insert(t.language.primary());
  }
  return out;
}

}  // namespace

std::vector<std::string_view> preferred_terms(const ConceptEntry& entry, std::string_view primary) {
  std::vector<std::string_view> out;
  for (const Term& t : entry.terms) {
    if (t.status == TermStatus::Preferred && t.language.primary() == primary) out.push_back(t.text);
  }
  return out;
}

bool share_preferred_terms(const ConceptEntry& a, const ConceptEntry& b) {
  const auto of_a = languages_of(a);
  const auto of_b = languages_of(b);
  std::size_t shared = 0;
  for (const std::string_view language : of_a) {
    if (!of_b.contains(language)) continue;
    ++shared;
    const auto terms = preferred_terms(b, language);
    const bool any = std::ranges::any_of(preferred_terms(a, language), [&](std::string_view text) {
      return std::ranges::find(terms, text) != terms.end();
    });
    if (!any) return false;
  }
  return shared >= 2 || (shared == 1 && of_a == of_b);
}

void ConceptMatcher::add(const ConceptEntry& entry, std::size_t index) {
  if (!entry.id.empty()) ids_.try_emplace(entry.id, index);
  for (const Term& t : entry.terms) {
    if (t.status != TermStatus::Preferred) continue;
    preferred_[key_of(t)].insert(index);
  }
}

void ConceptMatcher::remove_id(std::string_view id) {
  const auto found = ids_.find(id);
  if (found != ids_.end()) ids_.erase(found);
}

std::optional<std::size_t> ConceptMatcher::find_id(std::string_view id) const {
  const auto found = ids_.find(id);
  if (id.empty() || found == ids_.end()) return std::nullopt;
  return found->second;
}

std::vector<std::size_t> ConceptMatcher::with_preferred_term(std::string_view language,
                                                             std::string_view term,
                                                             std::size_t end) const {
  const auto found = preferred_.find(key_of(language, term));
  if (found == preferred_.end()) return {};
  return {found->second.begin(), found->second.lower_bound(end)};
}

std::optional<std::size_t> ConceptMatcher::find_terms(
    const ConceptEntry& entry, std::span<const ConceptEntry> concepts,
    const std::function<bool(std::size_t)>& allowed) const {
  std::set<std::size_t> candidates;
  for (const Term& t : entry.terms) {
    if (t.status != TermStatus::Preferred) continue;
    const auto found = preferred_.find(key_of(t));
    if (found != preferred_.end()) candidates.insert(found->second.begin(), found->second.end());
  }
  for (const std::size_t i : candidates) {
    if (allowed(i) && share_preferred_terms(concepts[i], entry)) return i;
  }
  return std::nullopt;
}

}  // namespace trujaman::terms

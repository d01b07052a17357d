/// Two glossaries compared, and made one.
#include <algorithm>
#include <utility>

#include <trujaman/glossary_editor.hpp>

#include "terms/concept_fields.hpp"
#include "terms/concept_matcher.hpp"
#include "terms/concept_union.hpp"

namespace trujaman::inline v0 {
namespace {

/// For each of @p others, which of @p concepts it is; those that are none of them have npos.
std::vector<std::size_t> counterparts(std::span<const ConceptEntry> concepts,
                                      std::span<const ConceptEntry> others) {
  constexpr auto kNone = static_cast<std::size_t>(-1);
  terms::ConceptMatcher matcher;
  for (std::size_t i = 0; i < concepts.size(); ++i) matcher.add(concepts[i], i);
  std::vector<std::size_t> out(others.size(), kNone);
  std::vector<bool> taken(concepts.size(), false);
  // Ids first: terms must not take a concept that has its own entry further down.
  for (std::size_t k = 0; k < others.size(); ++k) {
    const auto found = matcher.find_id(others[k].id);
    if (!found || taken[*found]) continue;
    taken[*found] = true;
    out[k] = *found;
  }
  for (std::size_t k = 0; k < others.size(); ++k) {
    if (out[k] != kNone) continue;
    const auto found =
        matcher.find_terms(others[k], concepts, [&](std::size_t i) { return !taken[i]; });
    if (!found) continue;
    taken[*found] = true;
    out[k] = *found;
  }
  return out;
}

std::string unused_id(const std::string& id, const terms::ConceptMatcher& used) {
  for (std::size_t n = 2;; ++n) {
    std::string candidate = id + "-" + std::to_string(n);
    if (!used.find_id(candidate)) return candidate;
  }
}

}  // namespace

std::vector<ConceptDifference> diff_glossaries(std::span<const ConceptEntry> before,
                                               std::span<const ConceptEntry> after) {
  using Kind = ConceptDifference::Kind;
  const std::vector<std::size_t> places = counterparts(before, after);
  std::vector<const ConceptEntry*> now(before.size(), nullptr);
  for (std::size_t k = 0; k < after.size(); ++k) {
    if (places[k] < before.size()) now[places[k]] = &after[k];
  }
  std::vector<ConceptDifference> out;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (now[i] == nullptr) {
      out.push_back({Kind::Removed, before[i].id, terms::field_differences(before[i], {})});
      continue;
    }
    auto fields = terms::field_differences(before[i], *now[i]);
    if (before[i].id != now[i]->id) fields.insert(fields.begin(), {"id", before[i].id, now[i]->id});
    if (!fields.empty()) out.push_back({Kind::Changed, before[i].id, std::move(fields)});
  }
  for (std::size_t k = 0; k < after.size(); ++k) {
    if (places[k] < before.size()) continue;
    out.push_back({Kind::Added, after[k].id, terms::field_differences({}, after[k])});
  }
  return out;
}

MergeResult merge_glossaries(std::span<const ConceptEntry> first,
                             std::span<const ConceptEntry> second, MergePreference preference) {
  const std::vector<std::size_t> places = counterparts(first, second);
  MergeResult result{{first.begin(), first.end()}, {}};
  terms::ConceptMatcher ids;
  for (std::size_t i = 0; i < first.size(); ++i) ids.add(first[i], i);
  const terms::UnionOptions options{.prefer_other = preference == MergePreference::Second};
  for (std::size_t k = 0; k < second.size(); ++k) {
    if (places[k] < first.size()) {
      for (auto& conflict : terms::unite(result.concepts[places[k]], second[k], options)) {
        result.conflicts.push_back(std::move(conflict));
      }
      continue;
    }
    ConceptEntry entry = second[k];
    if (ids.find_id(entry.id)) entry.id = unused_id(entry.id, ids);
    ids.add(entry, result.concepts.size());
    result.concepts.push_back(std::move(entry));
  }
  return result;
}

}  // namespace trujaman::inline v0

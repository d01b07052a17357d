#include "memory/unit_filter.hpp"

#include <algorithm>

namespace trujaman::memory {
namespace {

using Time = std::optional<std::chrono::sys_seconds>;

/// When a unit was last changed, or made; what its variants say counts where it says nothing.
Time last_change(const TranslationUnit& unit) {
  const auto of = [](const History& history) {
    return history.changed ? history.changed : history.created;
  };
  Time last = of(unit.history);
  for (const Variant& variant : unit.variants) last = std::max(last, of(variant.history));
  return last;
}

bool has_property(const TranslationUnit& unit, const Property& property) {
  const auto among = [&](const std::vector<Property>& properties) {
    return std::find(properties.begin(), properties.end(), property) != properties.end();
  };
  return among(unit.properties) ||
         std::any_of(unit.variants.begin(), unit.variants.end(),
                     [&](const Variant& variant) { return among(variant.properties); });
}

}  // namespace

bool passes(const TranslationUnit& unit, const UnitFilter& filter) {
  const auto has = [&](const LanguageTag& range) {
    return std::any_of(unit.variants.begin(), unit.variants.end(), [&](const Variant& variant) {
      return variant.language.matches(range) && !variant.text.empty();
    });
  };
  if (!std::all_of(filter.languages.begin(), filter.languages.end(), has)) return false;
  if (!filter.document.empty() &&
      std::none_of(unit.occurrences.begin(), unit.occurrences.end(),
                   [&](const Occurrence& o) { return o.document == filter.document; })) {
    return false;
  }
  if (filter.since || filter.before) {
    const Time time = last_change(unit);
    if (!time || (filter.since && *time < *filter.since) ||
        (filter.before && *time >= *filter.before)) {
      return false;
    }
  }
  return !filter.property || has_property(unit, *filter.property);
}

bool is_open(const UnitFilter& filter) noexcept {
  return filter.languages.empty() && filter.document.empty() && !filter.since && !filter.before &&
         !filter.property;
}

}  // namespace trujaman::memory

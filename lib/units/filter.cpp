/// Which units are wanted.
#include <algorithm>
#include <memory>
#include <utility>

#include <trujaman/unit_filter.hpp>

#include "base/local.hpp"
#include "base/regex.hpp"

namespace trujaman::inline v0 {
namespace {

bool has_property(const TranslationUnit& unit, const Property& property) {
  const auto among = [&](const std::vector<Property>& properties) {
    return std::ranges::find(properties, property) != properties.end();
  };
  return among(unit.properties) || std::ranges::any_of(unit.variants, [&](const Variant& variant) {
           return among(variant.properties);
         });
}

bool is_of_time(const TranslationUnit& unit, const UnitFilter& filter) {
  if (!filter.since && !filter.before) return true;
  const auto time = last_change(unit);
  return time && (!filter.since || *time >= *filter.since) &&
         (!filter.before || *time < *filter.before);
}

std::optional<base::Regex> compile(const std::string& pattern) {
  if (pattern.empty()) return std::nullopt;
  return base::Regex(pattern);
}

}  // namespace

struct TRUJAMAN_LOCAL UnitSelector::Impl {
  explicit Impl(UnitFilter f)
      : filter(std::move(f)),
        source_matches(compile(filter.source_matches)),
        target_matches(compile(filter.target_matches)) {}

  [[nodiscard]] bool has_text_in(const TranslationUnit& unit, const LanguageTag& range) const {
    return std::ranges::any_of(unit.variants, [&](const Variant& variant) {
      return variant.language.matches(range) && !variant.text.empty();
    });
  }

  [[nodiscard]] bool has_matches(const TranslationUnit& unit) const {
    if (!source_matches && !target_matches) return true;
    const Variant* source = source_of(unit, filter.source);
    if (source_matches && (source == nullptr || !source_matches->search(source->text))) {
      return false;
    }
    return !target_matches || std::ranges::any_of(unit.variants, [&](const Variant& variant) {
      return &variant != source && target_matches->search(variant.text).has_value();
    });
  }

  [[nodiscard]] bool passes(const TranslationUnit& unit) const {
    const auto has = [&](const LanguageTag& range) { return has_text_in(unit, range); };
    const auto stands_there = [&](const Occurrence& o) { return o.document == filter.document; };
    return std::ranges::all_of(filter.languages, has) &&
           (filter.document.empty() || std::ranges::any_of(unit.occurrences, stands_there)) &&
           is_of_time(unit, filter) && (!filter.property || has_property(unit, *filter.property)) &&
           unit.confidence >= filter.min_confidence && unit.confidence <= filter.max_confidence &&
           has_matches(unit);
  }

  UnitFilter filter;
  std::optional<base::Regex> source_matches;
  std::optional<base::Regex> target_matches;
};

UnitSelector::UnitSelector(UnitFilter filter)
    : impl_(std::make_unique<const Impl>(std::move(filter))) {}
UnitSelector::~UnitSelector() = default;
UnitSelector::UnitSelector(UnitSelector&&) noexcept = default;
UnitSelector& UnitSelector::operator=(UnitSelector&&) noexcept = default;

bool UnitSelector::operator()(const TranslationUnit& unit) const {
  return impl_->passes(unit) != impl_->filter.invert;
}

const Variant* source_of(const TranslationUnit& unit, const LanguageTag& source) noexcept {
  if (!source.undetermined()) return unit.find(source);
  const Variant* found = nullptr;
  if (!unit.source_language.undetermined()) {
    found = unit.find(unit.source_language);
    // "es-ES" in the header, "es" in the unit.
    for (const Variant& v : unit.variants) {
      if (found != nullptr) break;
      if (v.language.primary() == unit.source_language.primary()) found = &v;
    }
  }
  if (found != nullptr || unit.variants.empty()) return found;
  return unit.variants.data();
}

std::optional<Timestamp> last_change(const TranslationUnit& unit) noexcept {
  const auto of = [](const History& history) {
    return history.changed ? history.changed : history.created;
  };
  auto last = of(unit.history);
  for (const Variant& variant : unit.variants) last = std::max(last, of(variant.history));
  return last;
}

}  // namespace trujaman::inline v0

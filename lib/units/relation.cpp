/// How a unit stands to one that is there already.
#include <algorithm>
#include <span>

#include <trujaman/unit_filter.hpp>
#include <trujaman/unit_merge.hpp>

#include "units/details.hpp"

namespace trujaman::inline v0 {

using units::add_missing;
using units::merge_details;
using units::same_text;

namespace {

bool ids_differ(const TranslationUnit& a, const TranslationUnit& b) {
  return !a.id.empty() && !b.id.empty() && a.id != b.id;
}

bool are_related(const LanguageTag& a, const LanguageTag& b) {
  return a.matches(b) || b.matches(a);
}

/// Whether @p variants have one in the language of @p variant, and if so, one with its text.
UnitRelation relation_to(std::span<const Variant> variants, const Variant& variant) {
  UnitRelation out = UnitRelation::Unrelated;
  for (const Variant& v : variants) {
    if (!are_related(v.language, variant.language)) continue;
    if (v.text == variant.text && v.codes == variant.codes) return UnitRelation::Holds;
    out = UnitRelation::Contradicts;
  }
  return out;
}

}  // namespace

UnitRelation relation_of(const TranslationUnit& stored, const TranslationUnit& unit) {
  const Variant& source = *source_of(unit);
  if (ids_differ(stored, unit) ||
      relation_to({source_of(stored), 1}, source) != UnitRelation::Holds) {
    return UnitRelation::Unrelated;
  }
  bool holds_all = true;
  for (const Variant& variant : unit.variants) {
    const bool says_nothing = variant.text.empty() && variant.codes.empty();
    if (says_nothing || are_related(variant.language, source.language)) continue;
    const UnitRelation one = relation_to(stored.variants, variant);
    if (one == UnitRelation::Contradicts) return one;
    holds_all = holds_all && one == UnitRelation::Holds;
  }
  return holds_all ? UnitRelation::Holds : UnitRelation::Unrelated;
}

void inherit(TranslationUnit& unit, const TranslationUnit& other) {
  const std::size_t own = unit.variants.size();
  for (const Variant& variant : other.variants) {
    const std::span<Variant> before(unit.variants.data(), own);
    const auto twin = std::find_if(before.begin(), before.end(),
                                   [&](const Variant& v) { return same_text(v, variant); });
    if (twin != before.end()) {
      merge_details(*twin, variant);
    } else if (relation_to(before, variant) == UnitRelation::Unrelated) {
      unit.variants.push_back(variant);
    }
  }
  if (unit.id.empty()) unit.id = other.id;
  if (unit.source_language.undetermined()) unit.source_language = other.source_language;
  add_missing(unit.occurrences, other.occurrences);
  merge_details(unit, other);
}

}  // namespace trujaman::inline v0

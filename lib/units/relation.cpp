#include "units/relation.hpp"

#include <algorithm>
#include <span>

#include <trujaman/unit_filter.hpp>

#include "units/details.hpp"

namespace trujaman::units {
namespace {

bool ids_differ(const TranslationUnit& a, const TranslationUnit& b) {
  return !a.id.empty() && !b.id.empty() && a.id != b.id;
}

bool are_related(const LanguageTag& a, const LanguageTag& b) {
  return a.matches(b) || b.matches(a);
}

/// Whether @p variants have one in the language of @p variant, and if so, one with its text.
Relation relation_to(std::span<const Variant> variants, const Variant& variant) {
  Relation out = Relation::Unrelated;
  for (const Variant& v : variants) {
    if (!are_related(v.language, variant.language)) continue;
    if (v.text == variant.text && v.codes == variant.codes) return Relation::Holds;
    out = Relation::Contradicts;
  }
  return out;
}

}  // namespace

Relation relation(const TranslationUnit& stored, const TranslationUnit& unit) {
  const Variant& source = *source_of(unit);
  if (ids_differ(stored, unit) || relation_to({source_of(stored), 1}, source) != Relation::Holds) {
    return Relation::Unrelated;
  }
  bool holds_all = true;
  for (const Variant& variant : unit.variants) {
    const bool says_nothing = variant.text.empty() && variant.codes.empty();
    if (says_nothing || are_related(variant.language, source.language)) continue;
    const Relation one = relation_to(stored.variants, variant);
    if (one == Relation::Contradicts) return one;
    holds_all = holds_all && one == Relation::Holds;
  }
  return holds_all ? Relation::Holds : Relation::Unrelated;
}

void inherit(TranslationUnit& unit, const TranslationUnit& other) {
  const std::size_t own = unit.variants.size();
  for (const Variant& variant : other.variants) {
    const std::span<Variant> before(unit.variants.data(), own);
    const auto twin = std::find_if(before.begin(), before.end(),
                                   [&](const Variant& v) { return same_text(v, variant); });
    if (twin != before.end()) {
      merge_details(*twin, variant);
    } else if (relation_to(before, variant) == Relation::Unrelated) {
      unit.variants.push_back(variant);
    }
  }
  if (unit.id.empty()) unit.id = other.id;
  if (unit.source_language.undetermined()) unit.source_language = other.source_language;
  add_missing(unit.occurrences, other.occurrences);
  merge_details(unit, other);
}

}  // namespace trujaman::units

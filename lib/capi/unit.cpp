#include <memory>

#include <trujaman/c/unit.h>
#include <trujaman/unit_filter.hpp>
#include <trujaman/unit_merge.hpp>

#include "capi/from_c.hpp"
#include "capi/guard.hpp"
#include "capi/handles.hpp"

using namespace trujaman;

namespace {

trujaman_unit unit_view(const TranslationUnit& unit, capi::Arena& arena) {
  return capi::to_c(unit, arena);
}

/// The caller's variant that stands where @p found does among @p unit's.
const trujaman_variant* same_place(const trujaman_unit& given, const TranslationUnit& unit,
                                   const Variant* found) {
  return found == nullptr ? nullptr : given.variants + (found - unit.variants.data());
}

}  // namespace

trujaman_status trujaman_units_new(trujaman_units** units) {
  return capi::give(units, "units", [] { return std::make_unique<trujaman_units>(); });
}

trujaman_status trujaman_units_add(trujaman_units* units, const trujaman_unit* added,
                                   size_t count) {
  return capi::guard([&] { capi::need(units, "units").add(capi::units(added, count)); });
}

size_t trujaman_units_size(const trujaman_units* units) {
  return capi::size_of(units, "units", [](const auto& list) { return list.values().size(); });
}

const trujaman_unit* trujaman_units_at(const trujaman_units* units, size_t index) {
  return capi::grown_at<trujaman_unit>(units, index, "units", unit_view);
}

void trujaman_units_free(trujaman_units* units) {
  delete units;
}

trujaman_status trujaman_unit_find(const trujaman_unit* unit, const char* language,
                                   const trujaman_variant** variant) {
  return capi::put(variant, "variant", [&] {
    const TranslationUnit given = capi::unit(unit);
    return same_place(*unit, given, given.find(capi::language(language)));
  });
}

trujaman_status trujaman_unit_source(const trujaman_unit* unit, const char* source,
                                     const trujaman_variant** variant) {
  return capi::put(variant, "variant", [&] {
    const TranslationUnit given = capi::unit(unit);
    return same_place(*unit, given, source_of(given, capi::language(source)));
  });
}

trujaman_status trujaman_unit_last_change(const trujaman_unit* unit, int64_t* time) {
  return capi::put(time, "time", [&] { return capi::to_c(last_change(capi::unit(unit))); });
}

trujaman_status trujaman_unit_fingerprint(const trujaman_unit* unit, int64_t* number) {
  return capi::put(number, "fingerprint", [&] { return fingerprint(capi::unit(unit)); });
}

trujaman_status trujaman_unit_relate(const trujaman_unit* stored, const trujaman_unit* unit,
                                     trujaman_unit_relation* relation) {
  return capi::put(relation, "relation", [&] {
    const TranslationUnit a = capi::unit(&capi::need(stored, "stored"));
    const TranslationUnit b = capi::unit(unit);
    if (are_equal(a, b)) return TRUJAMAN_RELATION_EQUAL;
    return static_cast<trujaman_unit_relation>(relation_of(a, b));
  });
}

trujaman_status trujaman_unit_unite(const trujaman_unit* unit, const trujaman_unit* other,
                                    trujaman_unit_union how, trujaman_units** united) {
  return capi::give(united, "united", [&] {
    TranslationUnit one = capi::unit(unit);
    const TranslationUnit two = capi::unit(&capi::need(other, "other"));
    if (capi::enumerator<int>(how, TRUJAMAN_UNION_INHERIT, "how") == TRUJAMAN_UNION_MERGE) {
      merge_into(one, two);
    } else {
      inherit(one, two);
    }
    return capi::make_list<trujaman_units>(std::optional(std::move(one)));
  });
}

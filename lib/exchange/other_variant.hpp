/// @file
/// The two texts of a unit that a bilingual file has.
#pragma once

#include <trujaman/unit.hpp>

namespace trujaman::exchange {

/// The first variant under @p range that is not @p source, which may fall under it, too ("es-MX"
/// and "es"); nullptr without one.
[[nodiscard]] inline const Variant* find_other(const TranslationUnit& unit, const Variant& source,
                                               const LanguageTag& range) noexcept {
  for (const Variant& v : unit.variants) {
    if (&v != &source && v.language.matches(range)) return &v;
  }
  return nullptr;
}

}  // namespace trujaman::exchange

#include "check/variants.hpp"

namespace trujaman::check {

const Variant* source_of(const TranslationUnit& unit, const CheckOptions& options) {
  if (!options.source.undetermined()) return unit.find(options.source);
  if (!unit.source_language.undetermined()) {
    if (const Variant* found = unit.find(unit.source_language)) return found;
    // "es-ES" in the header, "es" in the unit.
    if (const Variant* found = unit.find(LanguageTag(unit.source_language.primary()))) return found;
  }
  return unit.variants.empty() ? nullptr : unit.variants.data();
}

std::vector<Target> targets_of(const TranslationUnit& unit, const Variant& source,
                               const CheckOptions& options) {
  std::vector<Target> out;
  for (const LanguageTag& language : options.targets) {
    const Variant* found = unit.find(language);
    if (found != &source) out.push_back({language, found});
  }
  if (!options.targets.empty()) return out;
  for (const Variant& variant : unit.variants) {
    if (&variant != &source) out.push_back({variant.language, &variant});
  }
  if (out.empty()) out.push_back({});
  return out;
}

}  // namespace trujaman::check

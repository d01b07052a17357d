/// When two units are one, and what becomes of them.
#include <algorithm>
#include <string>

#include <trujaman/unit_merge.hpp>

#include "units/details.hpp"
#include "units/hash.hpp"

namespace trujaman::inline v0 {

using units::add_missing;
using units::merge_details;
using units::same_text;
std::int64_t fingerprint(const TranslationUnit& unit) {
  std::uint64_t sum = 0;  // commutative, so that the order of the variants does not matter
  for (const Variant& variant : unit.variants) {
    units::Hash hash;
    hash.add(variant.language.str());
    hash.add(variant.text);
    for (const InlineCode& code : variant.codes) {
      hash.add(std::to_string(code.position));
      hash.add(code.native);
    }
    sum += hash.value();
  }
  return static_cast<std::int64_t>(sum);
}

bool have_same_variants(const TranslationUnit& a, const TranslationUnit& b) {
  return std::is_permutation(a.variants.begin(), a.variants.end(), b.variants.begin(),
                             b.variants.end(), same_text);
}

bool are_equal(const TranslationUnit& a, const TranslationUnit& b) {
  return (a.id.empty() || b.id.empty() || a.id == b.id) && have_same_variants(a, b);
}

void merge_into(TranslationUnit& unit, const TranslationUnit& other) {
  if (unit.id.empty()) unit.id = other.id;
  if (unit.source_language.undetermined()) unit.source_language = other.source_language;
  unit.confidence = std::max(unit.confidence, other.confidence);
  add_missing(unit.occurrences, other.occurrences);
  merge_details(unit, other);
  for (Variant& variant : unit.variants) {
    const auto twin = std::find_if(other.variants.begin(), other.variants.end(),
                                   [&](const Variant& v) { return same_text(v, variant); });
    if (twin != other.variants.end()) merge_details(variant, *twin);
  }
}

}  // namespace trujaman::inline v0

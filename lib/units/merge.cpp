/// When two units are one, and what becomes of them.
#include <algorithm>
#include <string_view>
#include <vector>

#include <trujaman/unit_merge.hpp>

#include "units/hash.hpp"

namespace trujaman::inline v0 {
namespace {

bool same_text(const Variant& a, const Variant& b) {
  return a.language == b.language && a.text == b.text && a.codes == b.codes;
}

template <class T>
void add_missing(std::vector<T>& to, const std::vector<T>& from) {
  for (const T& value : from) {
    if (std::find(to.begin(), to.end(), value) == to.end()) to.push_back(value);
  }
}

template <class T, class Better>
void take_better(std::optional<T>& to, const std::optional<T>& from, Better better) {
  if (from && (!to || better(*from, *to))) to = from;
}

void merge_history(History& to, const History& from) {
  take_better(to.created, from.created, std::less<>());
  take_better(to.changed, from.changed, std::greater<>());
  take_better(to.last_used, from.last_used, std::greater<>());
  take_better(to.usage_count, from.usage_count, std::greater<>());
  if (to.creator.empty()) to.creator = from.creator;
  if (to.changer.empty()) to.changer = from.changer;
}

/// For units and variants, which have these in common.
template <class Record>
void merge_details(Record& to, const Record& from) {
  merge_history(to.history, from.history);
  add_missing(to.properties, from.properties);
  add_missing(to.attributes, from.attributes);
  add_missing(to.notes, from.notes);
}

}  // namespace

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

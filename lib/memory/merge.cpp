#include "memory/merge.hpp"

#include <algorithm>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace trujaman::memory {
namespace {

class Hash {
 public:
  void add(std::string_view bytes) {
    for (const char c : bytes) {
      value_ = (value_ ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    }
    value_ = (value_ ^ 0xFFU) * 0x100000001B3ULL;  // no byte of UTF-8: parts the fields
  }
  [[nodiscard]] std::uint64_t value() const noexcept { return value_; }

 private:
  std::uint64_t value_ = 0xCBF29CE484222325ULL;
};

bool ids_differ(const TranslationUnit& a, const TranslationUnit& b) {
  return !a.id.empty() && !b.id.empty() && a.id != b.id;
}

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
    Hash hash;
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

bool are_equal(const TranslationUnit& a, const TranslationUnit& b) {
  if (ids_differ(a, b)) return false;
  return std::is_permutation(a.variants.begin(), a.variants.end(), b.variants.begin(),
                             b.variants.end(), same_text);
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

const Variant& source_of(const TranslationUnit& unit) {
  const LanguageTag& language = unit.source_language;
  const Variant* source = nullptr;
  if (!language.undetermined()) {
    source = unit.find(language);
    if (source == nullptr) source = unit.find(LanguageTag(language.primary()));
  }
  return source != nullptr ? *source : unit.variants.front();
}

Relation relation(const TranslationUnit& stored, const TranslationUnit& unit) {
  const Variant& source = source_of(unit);
  if (ids_differ(stored, unit) || relation_to({&source_of(stored), 1}, source) != Relation::Holds) {
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

}  // namespace trujaman::memory

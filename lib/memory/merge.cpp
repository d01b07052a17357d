#include "memory/merge.hpp"

#include <algorithm>
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
  if (!a.id.empty() && !b.id.empty() && a.id != b.id) return false;
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

}  // namespace trujaman::memory

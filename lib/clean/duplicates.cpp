#include "clean/duplicates.hpp"

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

#include "base/wording.hpp"

namespace trujaman::clean {
namespace {

// No byte of UTF-8: they part the fields of a key.
constexpr char kField = '\xFE';
constexpr char kRecord = '\xFF';

std::string key_of(const TranslationUnit& unit,
                   const std::function<std::string(const Variant&)>& text_of, bool with_places) {
  std::vector<std::string> variants;
  for (const Variant& v : unit.variants) {
    std::string key = v.language.str() + kField + text_of(v);
    for (const InlineCode& code : v.codes) {
      key += kField + std::to_string(static_cast<int>(code.kind)) + ' ' + code.native;
      if (with_places) key += kField + std::to_string(code.position) + ' ' + code.id;
    }
    variants.push_back(std::move(key));
  }
  std::ranges::sort(variants);
  std::string out;
  for (const std::string& variant : variants) out += variant + kRecord;
  return out;
}

}  // namespace

std::string exact_key(const TranslationUnit& unit) {
  return key_of(
      unit, [](const Variant& v) { return v.text; }, true);
}

std::string near_key(const TranslationUnit& unit) {
  return key_of(
      unit,
      [](const Variant& v) {
        std::string words = base::wording(v.text);
        // Texts of nothing but punctuation are told apart by it.
        return words.empty() ? v.text : words;
      },
      false);
}

Newest::Hash Newest::hash_of(const std::string& key) {
  // FNV-1a with 128 bits: two keys with one hash would cost a unit.
  __extension__ using Wide = unsigned __int128;
  constexpr Wide prime = (Wide{1} << 88) + 0x13B;
  Wide hash = (Wide{0x6C62272E07BB0142ULL} << 64) | 0x62B821756295C58DULL;
  for (const char c : key) hash = (hash ^ static_cast<unsigned char>(c)) * prime;
  return {static_cast<std::uint64_t>(hash >> 64), static_cast<std::uint64_t>(hash)};
}

std::optional<Newest::Pair> Newest::add(const std::string& key, std::int64_t unit, Time changed) {
  const auto [entry, is_first] = newest_.try_emplace(hash_of(key), Entry{unit, changed});
  if (is_first) return std::nullopt;
  Entry& newest = entry->second;
  if (changed < newest.changed) return Pair{unit, newest.unit};
  return Pair{std::exchange(newest, {unit, changed}).unit, unit};
}

}  // namespace trujaman::clean

#include "units/hash.hpp"

#include <string>

namespace trujaman::units {

std::uint64_t hash_of_variants(const TranslationUnit& unit) {
  std::uint64_t sum = 0;  // commutative
  for (const Variant& variant : unit.variants) {
    Hash hash;
    hash.add(variant.language.str());
    hash.add(variant.text);
    for (const InlineCode& code : variant.codes) {
      hash.add(std::to_string(code.position));
      hash.add(std::to_string(static_cast<int>(code.kind)));
      hash.add(std::to_string(code.pair));
      hash.add(code.id);
      hash.add(code.type);
      hash.add(code.native);
      hash.add(code.attributes);
      hash.add(code.fragment ? "fragment" : "");
    }
    sum += hash.value();
  }
  return sum;
}

}  // namespace trujaman::units

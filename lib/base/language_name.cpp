#include "base/language_name.hpp"

#include <map>

#include <unicode/locid.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include "base/unicode.hpp"

namespace trujaman::base {
namespace {

using Names = std::map<std::string, std::string, std::less<>>;

Names all_names() {
  Names names;
  const char* const* codes = uloc_getISOLanguages();
  for (; *codes != nullptr; ++codes) {
    const icu::Locale language(*codes);
    // Tags of two letters are those that files have.
    if (std::string_view(*codes).size() != 2) continue;
    for (const char* in : {"en", "es", "fr", *codes}) {
      icu::UnicodeString name;
      language.getDisplayLanguage(icu::Locale(in), name);
      std::string key;
      name.toUTF8String(key);
      key = fold(key);
      if (key != *codes) names.emplace(std::move(key), *codes);
    }
  }
  return names;
}

}  // namespace

std::string language_named(std::string_view name) {
  static const Names names = all_names();
  const auto found = names.find(fold(trim(name)));
  return found == names.end() ? std::string() : found->second;
}

}  // namespace trujaman::base

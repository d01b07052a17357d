#include "check/side.hpp"

#include <algorithm>

#include "base/unicode.hpp"
#include "check/opaque.hpp"

namespace trujaman::check {

Tongue tongue_of(const LanguageTag& language) noexcept {
  if (language.primary() == "es") return Tongue::Spanish;
  if (language.primary() == "en") return Tongue::English;
  if (language.primary() == "fr") return Tongue::French;
  return Tongue::Other;
}

Side::Side(const Variant& v)
    : variant(&v), text(v.text), tongue(tongue_of(v.language)), tokens(base::tokenize(v.text)) {
  placeholders = find_placeholders(text);
  opaque = find_addresses(text);
  opaque.insert(opaque.end(), placeholders.begin(), placeholders.end());
  std::ranges::sort(opaque);
}

bool Side::is_opaque(std::size_t offset) const noexcept {
  return std::ranges::any_of(opaque,
                             [&](TextSpan s) { return s.begin <= offset && offset < s.end; });
}

}  // namespace trujaman::check

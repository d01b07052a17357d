#include "base/script.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include <unicode/uscript.h>

#include "base/unicode.hpp"

namespace trujaman::base {
namespace {

/// More than any language has.
constexpr std::int32_t kMostScripts = 8;

}  // namespace

ForeignLetters count_foreign_letters(std::string_view text, const LanguageTag& language) {
  ForeignLetters out;
  std::array<UScriptCode, kMostScripts> scripts{};
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t count =
      uscript_getCode(language.str().c_str(), scripts.data(), kMostScripts, &status);
  if (U_FAILURE(status) || count <= 0 || language.undetermined()) return out;
  const std::span<const UScriptCode> own(scripts.data(), static_cast<std::size_t>(count));
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    if (!is_letter(c)) continue;
    ++out.letters;
    const bool is_own = std::ranges::any_of(own, [&](UScriptCode script) {
      return uscript_hasScript(static_cast<UChar32>(c), script) != 0;
    });
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &status);
    if (!is_own && script != USCRIPT_COMMON && script != USCRIPT_INHERITED) ++out.foreign;
  }
  return out;
}

}  // namespace trujaman::base

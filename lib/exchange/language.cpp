#include "exchange/language.hpp"

#include <algorithm>
#include <string>

#include <trujaman/error.hpp>

#include "base/unicode.hpp"

namespace trujaman::exchange {

std::optional<LanguageTag> parse_language(std::string_view text) {
  std::string tag(base::trim(text));
  if (tag == "C" || tag == "POSIX") tag.insert(0, "x-");
  const std::size_t charset = std::min(tag.find('.'), tag.size());
  tag.erase(charset, std::min(tag.find('@', charset), tag.size()) - charset);
  std::replace(tag.begin(), tag.end(), '@', '-');
  try {
    return LanguageTag(tag);
  } catch (const Error&) {
    return std::nullopt;
  }
}

}  // namespace trujaman::exchange

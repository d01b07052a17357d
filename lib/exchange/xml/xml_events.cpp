#include "exchange/xml/xml_events.hpp"

#include <array>
#include <cstdio>

#include <trujaman/message.hpp>

#include "base/unicode.hpp"

namespace trujaman::exchange {

std::string_view find_attribute(XmlAttributes attributes, std::string_view name) noexcept {
  for (const XmlAttribute& a : attributes) {
    if (a.name == name) return a.value;
  }
  return {};
}

std::string_view local_name(std::string_view name) noexcept {
  const std::size_t colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string tag(std::string_view name) {
  constexpr std::size_t kLongest = 40;
  if (name.size() <= kLongest) return "<" + std::string(name) + ">";
  return "<" + base::replace_invalid_utf8(name.substr(0, kLongest)) + "…>";
}

std::string left_out(char32_t character) {
  std::array<char, 16> name{};
  std::snprintf(name.data(), name.size(), "U+%04X", static_cast<unsigned>(character));
  return message("has the character {1}, which XML does not allow; it was left out", name.data());
}

}  // namespace trujaman::exchange

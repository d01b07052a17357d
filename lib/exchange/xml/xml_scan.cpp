#include "exchange/xml/xml_scan.hpp"

#include <algorithm>
#include <charconv>
#include <system_error>

namespace trujaman::exchange {
namespace {

/// "&#x10FFFF;"
constexpr std::size_t kLongestReference = 10;

/// Bytes of the character that is not ASCII at @p at: 0 where it is not UTF-8 or not XML's, or
/// where it is not whole, which is @p cut.
std::size_t wide_size(const char* at, const char* end, bool& cut) noexcept {
  const auto byte = [&](std::ptrdiff_t i) -> unsigned {
    return i < end - at ? static_cast<unsigned char>(at[i]) : 0;
  };
  const unsigned lead = byte(0);
  const std::ptrdiff_t size = lead < 0xC2   ? 0
                              : lead < 0xE0 ? 2
                              : lead < 0xF0 ? 3
                              : lead < 0xF5 ? 4
                                            : 0;
  cut = size > end - at;
  if (size == 0 || cut) return 0;
  for (std::ptrdiff_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return 0;
  }
  const unsigned second = byte(1);
  const bool bad = (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ||
                   (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F) ||
                   (lead == 0xEF && second == 0xBF && byte(2) >= 0xBE);  // U+FFFE, U+FFFF
  return bad ? 0 : static_cast<std::size_t>(size);
}

struct Entity {
  std::string_view name;
  char32_t character;
};
constexpr std::array<Entity, 5> kEntities{
    {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}}};

/// What stands between "&" and ";": a character, or 0 for what a parser has to look at.
char32_t meaning_of(std::string_view reference) noexcept {
  for (const Entity& entity : kEntities) {
    if (entity.name == reference) return entity.character;
  }
  if (!reference.starts_with('#')) return 0;
  reference.remove_prefix(1);
  const bool hexadecimal = reference.starts_with('x');
  if (hexadecimal) reference.remove_prefix(1);
  unsigned number = 0;
  const char* const last = reference.data() + reference.size();
  const auto [end, error] = std::from_chars(reference.data(), last, number, hexadecimal ? 16 : 10);
  return error == std::errc() && end == last && is_xml_char(number) ? number : 0;
}

}  // namespace

const char* skip_wide(const char* at, const char* end, CharClass one, bool& cut) noexcept {
  cut = false;
  for (;;) {
    at = skip(at, end, one);
    if (at == end || static_cast<unsigned char>(*at) < 0x80) return at;
    const std::size_t size = wide_size(at, end, cut);
    if (size == 0) return at;
    at += size;
  }
}

bool is_xml_char(char32_t c) noexcept {
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
  return c < 0xD800 || (c > 0xDFFF && c < 0xFFFE) || (c > 0xFFFF && c < 0x110000);
}

bool is_well_formed(std::string_view text) noexcept {
  const char* const end = text.data() + text.size();
  bool cut = false;
  for (const char* at = text.data();; ++at) {
    at = skip_wide(at, end, kText, cut);
    if (at == end) return true;
    if (*at != '<' && *at != '&' && *at != ']' && *at != '\r') return false;
  }
}

char32_t read_reference(const char* at, const char* end, std::size_t& size, bool& cut) noexcept {
  const std::string_view rest(at, std::min(static_cast<std::size_t>(end - at), kLongestReference));
  const std::size_t semicolon = rest.find(';');
  cut = semicolon == std::string_view::npos && rest.size() < kLongestReference;
  if (semicolon == std::string_view::npos) return 0;
  size = semicolon + 1;
  return meaning_of(rest.substr(1, semicolon - 1));
}

}  // namespace trujaman::exchange

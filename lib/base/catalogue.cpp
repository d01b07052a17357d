#include "base/catalogue.hpp"

#include <cstdint>
#include <vector>

#include <boost/locale/gnu_gettext.hpp>
#include <boost/locale/message.hpp>

#include <trujaman/error.hpp>
#include <trujaman/message.hpp>

namespace trujaman::base {
namespace {

using Facet = boost::locale::message_format<char>;

constexpr const char* kDomain = "trujaman";

/// The number of 32 bits at @p at, which the file may hold in either byte order.
std::uint32_t number_at(std::string_view bytes, std::size_t at, bool little) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    const std::size_t byte = little ? at + 3 - i : at + i;
    value = value << 8U | static_cast<unsigned char>(bytes[byte]);
  }
  return value;
}

/// Whether every text that the tables of @p bytes name lies inside them and ends in a zero byte:
/// Boost.Locale takes their word for it. (GNU gettext manual, "The Format of GNU MO Files".)
bool is_sound(std::string_view bytes) {
  constexpr std::size_t header_size = 28;
  constexpr std::string_view magic_little = "\xDE\x12\x04\x95";
  constexpr std::string_view magic_big = "\x95\x04\x12\xDE";
  if (bytes.size() < header_size) return false;
  const bool little = bytes.starts_with(magic_little);
  if (!little && !bytes.starts_with(magic_big)) return false;
  const std::uint64_t count = number_at(bytes, 8, little);
  const std::uint64_t hashes = number_at(bytes, 20, little);
  if (number_at(bytes, 24, little) + hashes * 4 > bytes.size()) return false;
  for (const std::size_t field : {12, 16}) {  // where the tables of ids, of translations are
    const std::uint64_t table = number_at(bytes, field, little);
    if (table + count * 8 > bytes.size()) return false;
    for (std::uint64_t i = 0; i < count; ++i) {
      const std::uint64_t length = number_at(bytes, table + i * 8, little);
      const std::uint64_t begin = number_at(bytes, table + i * 8 + 4, little);
      if (begin + length >= bytes.size() || bytes[begin + length] != '\0') return false;
    }
  }
  return true;
}

std::locale read(std::string_view language, std::string_view bytes) {
  if (!is_sound(bytes)) {
    throw Error(Errc::Malformed,
                message("not a catalogue of messages; give the bytes of a GNU .mo file"));
  }
  boost::locale::gnu_gettext::messages_info info;
  info.language = language.substr(0, language.find('-'));
  info.encoding = "UTF-8";
  info.domains.emplace_back(kDomain);
  info.paths.emplace_back();  // one, so that the callback is asked
  info.callback = [bytes](const std::string&, const std::string&) {
    return std::vector<char>(bytes.begin(), bytes.end());
  };
  try {
    return {std::locale::classic(), boost::locale::gnu_gettext::create_messages_facet<char>(info)};
  } catch (const std::exception& e) {  // an encoding that nobody knows
    throw Error(Errc::Malformed, message("a catalogue of messages cannot be read: {1}", e.what()));
  }
}

}  // namespace

Catalogue::Catalogue(std::string_view language, std::string_view bytes)
    : locale_(read(language, bytes)), domain_(std::use_facet<Facet>(locale_).domain(kDomain)) {}

const char* Catalogue::find(const std::string& id) const {
  // The empty id is the catalogue's head.
  return id.empty() ? nullptr : std::use_facet<Facet>(locale_).get(domain_, nullptr, id.c_str());
}

const char* Catalogue::find(const std::string& id, std::size_t n) const {
  // Rules look at the last digits, and at whether there are more of them.
  constexpr std::size_t most = 1'000'000;
  const auto number = static_cast<int>(n < most ? n : most + n % most);
  return id.empty() ? nullptr
                    : std::use_facet<Facet>(locale_).get(domain_, nullptr, id.c_str(), number);
}

}  // namespace trujaman::base

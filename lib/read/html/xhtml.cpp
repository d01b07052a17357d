#include "read/html/xhtml.hpp"

#include <algorithm>
#include <array>

#include "base/ascii.hpp"

namespace trujaman::read {
namespace {

/// Elements that are never more than a tag.
constexpr std::array<std::string_view, 16> kVoid{
    "area",  "base",   "br",   "col",  "command", "embed",  "hr",    "img",
    "input", "keygen", "link", "meta", "param",   "source", "track", "wbr"};

/// The end of the tag that begins at @p begin: behind its ">"; npos where there is none.
std::size_t end_of_tag(std::string_view text, std::size_t begin) {
  for (std::size_t i = begin; i < text.size(); ++i) {
    if (text[i] == '>') return i + 1;
    if (text[i] != '"' && text[i] != '\'') continue;
    i = text.find(text[i], i + 1);
    if (i == std::string_view::npos) break;
  }
  return std::string_view::npos;
}

}  // namespace

bool is_xhtml(std::string_view text, std::string_view name) {
  return text.starts_with("<?xml") || name.ends_with(".xhtml") || name.ends_with(".xht");
}

std::string with_end_tags(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t tag = std::min(text.find('<', at), text.size());
    out += text.substr(at, tag - at);
    at = tag;
    const std::string_view rest = text.substr(tag);
    std::size_t end = tag + 1;
    if (rest.starts_with("<!--")) {
      end = text.find("-->", tag);
    } else if (rest.starts_with("<![CDATA[")) {
      end = text.find("]]>", tag);
    } else if (rest.size() > 1 && base::is_ascii_alpha(rest[1])) {
      end = end_of_tag(text, tag);
    }
    end = std::min(end, text.size());
    std::string_view whole = text.substr(tag, end - tag);
    at = end;
    if (!whole.ends_with("/>")) {
      out += whole;
      continue;
    }
    const std::string_view name = whole.substr(1, whole.find_first_of(" \t\r\n/", 1) - 1);
    if (std::ranges::find(kVoid, name) != kVoid.end() || name.find(':') != name.npos) {
      out += whole;
      continue;
    }
    whole.remove_suffix(2);
    out += whole;
    out += "></" + std::string(name) + ">";
  }
  return out;
}

}  // namespace trujaman::read

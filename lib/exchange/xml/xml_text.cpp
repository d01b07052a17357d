#include "exchange/xml/xml_text.hpp"

#include <memory>
#include <new>

#include <expat.h>

#include "base/unicode.hpp"
#include "exchange/xml/xml_scan.hpp"

namespace trujaman::exchange {
namespace {

/// What stands for an ASCII character; nullptr where it stands for itself.
const char* escape_of(char c, bool in_attribute) noexcept {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '\r':
      return "&#13;";
    case '"':
      return in_attribute ? "&quot;" : nullptr;
    case '\n':
      return in_attribute ? "&#10;" : nullptr;
    case '\t':
      return in_attribute ? "&#9;" : nullptr;
    default:
      return nullptr;
  }
}

void append_escaped(std::string& xml, std::string_view text, bool in_attribute) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const char32_t c = base::next_code_point(text, i);
    if (c < 0x80) {
      const char* escape = escape_of(static_cast<char>(c), in_attribute);
      if (escape != nullptr) {
        xml += escape;
        continue;
      }
    }
    // Ill-formed bytes come out of next_code_point() as U+FFFD, too.
    if (c == 0xFFFD || !is_xml_char(c)) {
      xml += "\xEF\xBF\xBD";
    } else {
      xml.append(text, begin, i - begin);
    }
  }
}

}  // namespace

void append_xml_text(std::string& xml, std::string_view text) {
  append_escaped(xml, text, false);
}

void append_xml_attribute(std::string& xml, std::string_view name, std::string_view value) {
  xml.append(" ").append(name).append("=\"");
  append_escaped(xml, value, true);
  xml += '"';
}

bool is_xml_fragment(std::string_view fragment) {
  struct FreeParser {
    void operator()(XML_Parser p) const noexcept { XML_ParserFree(p); }
  };
  const std::unique_ptr<XML_ParserStruct, FreeParser> parser(XML_ParserCreate("UTF-8"));
  if (!parser) throw std::bad_alloc();
  const auto feed = [&](std::string_view xml, bool last) {
    return XML_Parse(parser.get(), xml.data(), static_cast<int>(xml.size()), last ? 1 : 0) ==
           XML_STATUS_OK;
  };
  // "</x><x>" inside would close the outer element: a second root, which is an error.
  return feed("<x>", false) && feed(fragment, false) && feed("</x>", true);
}

}  // namespace trujaman::exchange

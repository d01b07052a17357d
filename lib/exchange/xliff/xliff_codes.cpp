#include "exchange/xliff/xliff_codes.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "base/ascii.hpp"
#include "base/unicode.hpp"
#include "exchange/tmx/tmx_code.hpp"
#include "exchange/xml/xml_text.hpp"

namespace trujaman::exchange {
namespace {

/// What a code is to XLIFF, which has no highlights and no unknown tags.
CodeKind kind_in_xliff(CodeKind kind) noexcept {
  switch (kind) {
    case CodeKind::HiBegin:
      return CodeKind::Bpt;
    case CodeKind::HiEnd:
      return CodeKind::Ept;
    case CodeKind::Ut:
      return CodeKind::Ph;
    default:
      return kind;
  }
}

bool is_name(std::string_view text) noexcept {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return base::is_ascii_alnum(c) || c == '.' || c == '-' || c == '_' || c == ':';
  });
}

/// What XLIFF's two versions call the types of codes that both know.
struct TypeName {
  std::string_view type;
  std::string_view subtype;  ///< 2.x
};
constexpr std::array<TypeName, 3> kFormats{
    {{"bold", "xlf:b"}, {"italic", "xlf:i"}, {"underlined", "xlf:u"}}};

/// Gives each code an id that is a name: its own, or one that no other has.
class Ids {
 public:
  explicit Ids(const InlineCodes& codes) {
    for (const InlineCode& code : codes) taken_.insert(code.id);
  }
  std::string id_of(const InlineCode& code) { return is_name(code.id) ? code.id : fresh(); }
  /// The same where two codes may not share one.
  std::string unique_id_of(const InlineCode& code) {
    return is_name(code.id) && used_.insert(code.id).second ? code.id : fresh();
  }

 private:
  std::string fresh() {
    std::string id;
    do {
      id = "c" + std::to_string(++last_);
    } while (taken_.contains(id));
    return id;
  }
  std::set<std::string> taken_;
  std::set<std::string> used_;
  int last_ = 0;
};

/// Text of XLIFF 2.x, which has an element for what XML cannot hold.
void append_text_2(std::string& xml, std::string_view text) {
  std::size_t plain = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const char32_t c = base::next_code_point(text, i);
    const bool control = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
    if (!control && c != 0xFFFE && c != 0xFFFF) continue;
    append_xml_text(xml, text.substr(plain, begin - plain));
    std::array<char, 8> hex{};
    const auto end = std::to_chars(hex.data(), hex.data() + hex.size(), std::uint32_t{c}, 16).ptr;
    append_xml_attribute(xml += "<cp", "hex", {hex.data(), end});
    xml += "/>";
    plain = i;
  }
  append_xml_text(xml, text.substr(plain));
}

void append_code_attribute(std::string& xml, const InlineCode& code, std::string_view attribute,
                           std::string_view name) {
  const std::string value = code_attribute(code, name);
  if (!value.empty()) append_xml_attribute(xml, attribute, value);
}

/// Calls @p write for each code, and @p append for the pieces of text before and behind it.
template <typename Append, typename Write>
void append_content(std::string& xml, const Variant& variant, Append append, Write write) {
  std::size_t at = 0;
  const std::string_view text = variant.text;
  const auto append_to = [&](std::size_t end) {
    end = std::clamp(end, at, text.size());
    // A code inside a character stands behind it.
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
    append(xml, text.substr(at, end - at));
    at = end;
  };
  for (std::size_t i = 0; i < variant.codes.size(); ++i) {
    append_to(variant.codes[i].position);
    write(variant.codes[i], i);
  }
  append_to(text.size());
}

/// `ctype` of XLIFF 1.2: a name of its own list, or one that begins with "x-".
void append_ctype(std::string& xml, CodeKind kind, const std::string& type) {
  if (!is_name(type)) return;
  const bool known = kind == CodeKind::Ph
                         ? type == "image" || type == "pb" || type == "lb"
                         : type == "link" || std::ranges::any_of(kFormats, [&](const TypeName& t) {
                             return t.type == type;
                           });
  append_xml_attribute(xml, "ctype", known ? type : "x-" + type);
}

/// `type` and `subType` of XLIFF 2.x.
void append_type(std::string& xml, const std::string& type) {
  const auto* format = std::ranges::find(kFormats, type, &TypeName::type);
  if (format != kFormats.end()) {
    append_xml_attribute(xml, "subType", format->subtype);
    append_xml_attribute(xml, "type", "fmt");
  } else if (type == "link" || type == "image") {
    append_xml_attribute(xml, "type", type);
  } else if (!type.empty() && type.find_first_of(" \t\r\n:") == std::string::npos) {
    append_xml_attribute(xml, "subType", std::string(kOwnSubtype) + type);
    append_xml_attribute(xml, "type", "other");
  }
}

}  // namespace

void append_xliff_1(std::string& xml, const Variant& variant) {
  const std::vector<int> numbers = numbers_of(variant.codes);
  Ids ids(variant.codes);
  append_content(xml, variant, append_xml_text, [&](const InlineCode& code, std::size_t i) {
    const CodeKind kind = kind_in_xliff(code.kind);
    const std::string_view element = kind == CodeKind::Bpt   ? "bpt"
                                     : kind == CodeKind::Ept ? "ept"
                                     : kind == CodeKind::It  ? "it"
                                                             : "ph";
    xml.append("<").append(element);
    append_xml_attribute(xml, "id", ids.id_of(code));
    if (kind == CodeKind::It) {
      append_xml_attribute(xml, "pos", code_attribute(code, "pos") == "end" ? "close" : "open");
    } else if (kind != CodeKind::Ph) {
      append_xml_attribute(xml, "rid", std::to_string(numbers[i]));
    }
    if (kind != CodeKind::Ept) append_ctype(xml, kind, code.type);
    append_code_attribute(xml, code, "equiv-text", kEquivalent);
    xml += '>';
    append_xml_text(xml, code.native);
    xml.append("</").append(element).append(">");
  });
}

void append_xliff_2(std::string& xml, const Variant& variant, std::string_view prefix,
                    std::string& data) {
  const std::vector<int> numbers = numbers_of(variant.codes);
  Ids ids(variant.codes);
  std::vector<std::pair<int, std::string>> open;  // id by pair number
  append_content(xml, variant, append_text_2, [&](const InlineCode& code, std::size_t i) {
    const CodeKind kind = kind_in_xliff(code.kind);
    const bool isolated_end = kind == CodeKind::It && code_attribute(code, "pos") == "end";
    const bool ends = kind == CodeKind::Ept || isolated_end;
    const auto begin = std::ranges::find(open, numbers[i], &std::pair<int, std::string>::first);
    xml += kind == CodeKind::Ph ? "<ph" : ends ? "<ec" : "<sc";
    if (kind == CodeKind::Ept && begin != open.end()) {
      append_xml_attribute(xml, "startRef", begin->second);
      open.erase(begin);
    } else {
      const std::string id = ids.unique_id_of(code);
      append_xml_attribute(xml, "id", id);
      if (kind == CodeKind::Bpt) {
        const bool closed =
            std::any_of(variant.codes.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                        variant.codes.end(), [&](const InlineCode& c) {
                          return kind_in_xliff(c.kind) == CodeKind::Ept && c.pair == code.pair;
                        });
        if (closed) open.emplace_back(numbers[i], id);
        if (!closed) append_xml_attribute(xml, "isolated", "yes");
      } else if (kind != CodeKind::Ph) {
        append_xml_attribute(xml, "isolated", "yes");
      }
      append_type(xml, code.type);
    }
    append_code_attribute(xml, code, "equiv", kEquivalent);
    append_code_attribute(xml, code, "disp", kShown);
    if (!code.native.empty()) {
      const std::string name = std::string(prefix) + std::to_string(i + 1);
      append_xml_attribute(xml, "dataRef", name);
      data += "        <data";
      append_xml_attribute(data, "id", name);
      data += '>';
      append_xml_text(data, code.native);
      data += "</data>\n";
    }
    xml += "/>";
  });
}

}  // namespace trujaman::exchange

#include "read/segmented/xliff_markup.hpp"

#include <algorithm>
#include <array>

namespace trujaman::read::xliff {
namespace {

using namespace std::string_view_literals;

/// Elements of both versions that are a code with what is in them.
constexpr std::array kWhole{"x"sv,  "bx"sv, "ex"sv, "bpt"sv, "ept"sv,
                            "ph"sv, "it"sv, "sc"sv, "ec"sv};

/// A tag, comment, CDATA section or processing instruction.
struct Markup {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string_view name;  ///< Of a tag, with its prefix; empty for anything else.
  bool closes = false;    ///< An end tag.
  bool empty = false;     ///< A tag that is start and end in one.
};

std::size_t behind(std::string_view xml, std::size_t from, std::string_view mark) {
  const std::size_t at = xml.find(mark, from);
  return at == std::string_view::npos ? xml.size() : at + mark.size();
}

/// The markup that begins at the "<" at @p at.
Markup markup_at(std::string_view xml, std::size_t at) {
  const std::string_view rest = xml.substr(at);
  Markup out;
  out.begin = at;
  if (rest.starts_with("<!--")) {
    out.end = behind(xml, at, "-->");
  } else if (rest.starts_with("<![CDATA[")) {
    out.end = behind(xml, at, "]]>");
  } else if (rest.starts_with("<?")) {
    out.end = behind(xml, at, "?>");
  } else {
    out.closes = rest.starts_with("</");
    const std::size_t name = at + (out.closes ? 2 : 1);
    out.name = xml.substr(name, std::min(xml.find_first_of(" \t\r\n/>", name), xml.size()) - name);
    char quote = 0;
    std::size_t i = name;
    for (; i < xml.size() && (quote != 0 || xml[i] != '>'); ++i) {
      if (quote != 0) {
        if (xml[i] == quote) quote = 0;
      } else if (xml[i] == '"' || xml[i] == '\'') {
        quote = xml[i];
      }
    }
    out.end = std::min(i + 1, xml.size());
    out.empty = !out.closes && i > 0 && i < xml.size() && xml[i - 1] == '/';
  }
  return out;
}

std::string_view local(std::string_view name) {
  return name.substr(name.find(':') == std::string_view::npos ? 0 : name.find(':') + 1);
}

/// Where the element that begins with the start tag @p first ends.
std::size_t element_end(std::string_view xml, const Markup& first) {
  if (first.empty) return first.end;
  std::size_t depth = 1;
  std::size_t at = first.end;
  while (depth > 0) {
    at = xml.find('<', at);
    if (at == std::string_view::npos) return xml.size();
    const Markup next = markup_at(xml, at);
    if (!next.name.empty() && !next.empty) depth = next.closes ? depth - 1 : depth + 1;
    at = next.end;
  }
  return at;
}

enum class Half { None, Begin, End };

Half half_of(CodeKind kind) {
  if (kind == CodeKind::Bpt || kind == CodeKind::HiBegin) return Half::Begin;
  if (kind == CodeKind::Ept || kind == CodeKind::HiEnd) return Half::End;
  return Half::None;
}

/// For each of @p codes, which of @p ours stands for it: the next one of its kind; empty when they
/// do not match.
std::vector<std::size_t> match(const InlineCodes& codes, const InlineCodes& ours) {
  std::vector<std::size_t> out;
  std::vector<bool> taken(ours.size(), false);
  for (const InlineCode& code : codes) {
    std::size_t k = 0;
    while (k < ours.size() && (taken[k] || half_of(ours[k].kind) != half_of(code.kind))) ++k;
    if (k == ours.size()) return {};
    taken[k] = true;
    out.push_back(k);
  }
  return out;
}

}  // namespace

Extent extent_of(std::string_view bytes, std::size_t name_at, std::string_view name) {
  const Markup first = markup_at(bytes, name_at - 1);
  Extent out{first.begin, first.end, first.end, first.end};
  std::size_t depth = 1;
  for (std::size_t at = first.end; !first.empty && at < bytes.size();) {
    at = bytes.find('<', at);
    if (at == std::string_view::npos) break;
    const Markup next = markup_at(bytes, at);
    at = next.end;
    if (next.name != name) continue;
    if (!next.closes && !next.empty) ++depth;
    if (!next.closes || --depth != 0) continue;
    out.close = next.begin;
    out.end = next.end;
    break;
  }
  return out;
}

std::vector<std::string_view> codes_of(std::string_view content) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0;;) {
    at = content.find('<', at);
    if (at == std::string_view::npos) return out;
    const Markup next = markup_at(content, at);
    at = next.end;
    const std::string_view name = local(next.name);
    if (name == "g" || name == "pc") {
      out.push_back(content.substr(next.begin, next.end - next.begin));
      if (next.empty) out.push_back({});  // begin and end in one tag
    } else if (std::ranges::find(kWhole, name) != kWhole.end() && !next.closes) {
      at = element_end(content, next);
      out.push_back(content.substr(next.begin, at - next.begin));
    }
  }
}

void append_escaped(std::string& xml, std::string_view text) {
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '&') {
      xml += "&amp;";
    } else if (c == '<') {
      xml += "&lt;";
    } else if (c == '>') {
      xml += "&gt;";
    } else if (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') {
      xml += "\uFFFD";
    } else {
      xml += c;
    }
  }
}

bool append_target(std::string& xml, std::string_view text, const InlineCodes& codes,
                   const InlineCodes& ours, std::size_t source_length,
                   const std::vector<std::string_view>& written) {
  if (ours.size() != written.size()) return false;
  if (codes.size() == ours.size()) {
    const std::vector<std::size_t> twins = match(codes, ours);
    if (twins.size() != codes.size()) return false;
    std::size_t at = 0;
    for (std::size_t i = 0; i < codes.size(); ++i) {
      const std::size_t to = std::clamp(codes[i].position, at, text.size());
      append_escaped(xml, text.substr(at, to - at));
      xml += written[twins[i]];
      at = to;
    }
    append_escaped(xml, text.substr(at));
    return true;
  }
  // What encloses the whole text encloses its translation, too.
  const auto inside = [&](const InlineCode& c) {
    return c.position != 0 && c.position != source_length;
  };
  if (!codes.empty() || std::ranges::any_of(ours, inside)) return false;
  std::size_t i = 0;
  for (; i < ours.size() && ours[i].position == 0; ++i) xml += written[i];
  append_escaped(xml, text);
  for (; i < ours.size(); ++i) xml += written[i];
  return true;
}

}  // namespace trujaman::read::xliff

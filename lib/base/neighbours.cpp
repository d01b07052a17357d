#include "base/neighbours.hpp"

#include <array>

namespace trujaman::base {
namespace {

struct Names {
  std::string_view previous;
  std::string_view next;
};
constexpr std::array<Names, 4> kNames{
    {{kPreviousTextProperty, kNextTextProperty},          // memoQ, MateCat, MyMemory
     {"prev", "next"},                                    // OmegaT
     {"context_prev", "context_next"},                    // Phrase
     {"x-previous-source-text", "x-next-source-text"}}};  // XTM
/// "source | its tags | target | its tags" of the segment before, "||" for "|" in a text.
constexpr std::string_view kTrados = "x-ContextContent";

struct Escape {
  std::string_view name;
  char character;
};
constexpr std::array<Escape, 5> kEscapes{
    {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}}};

/// The text of `<seg>…</seg>` without its codes, whose content is no text.
std::string text_of_element(std::string_view xml) {
  std::string out;
  std::string_view code;  // the element that the text stands in, where that is a code
  while (!xml.empty()) {
    if (xml.front() == '<') {
      const std::size_t end = std::min(xml.find('>'), xml.size() - 1);
      std::string_view name = xml.substr(1, end - 1);
      const bool closes = name.starts_with('/');
      const bool empty = name.ends_with('/');
      if (closes) name.remove_prefix(1);
      name = name.substr(0, name.find_first_of(" /"));
      if (closes && name == code) {
        code = {};
      } else if (!closes && !empty && code.empty() && name != "seg" && name != "hi") {
        code = name;
      }
      xml.remove_prefix(end + 1);
      continue;
    }
    std::size_t size = 1;
    char c = xml.front();
    for (const Escape& escape : kEscapes) {
      if (!xml.starts_with(escape.name)) continue;
      c = escape.character;
      size = escape.name.size();
    }
    if (code.empty()) out += c;
    xml.remove_prefix(size);
  }
  return out;
}

std::string text_of(std::string_view value) {
  return value.starts_with("<seg>") ? text_of_element(value) : std::string(value);
}

std::string first_of_trados(std::string_view value) {
  std::string out;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] == '|' && value.substr(i + 1, 1) != "|") break;
    if (value[i] == '|') ++i;
    out += value[i];
  }
  if (out.ends_with(' ')) out.pop_back();  // the bar has a blank on either side
  return out;
}

void collect(NeighbourTexts& out, const std::vector<Property>& properties) {
  for (const Property& p : properties) {
    for (const Names& names : kNames) {
      if (p.type == names.previous) out.previous.push_back(text_of(p.value));
      if (p.type == names.next) out.next.push_back(text_of(p.value));
    }
    if (p.type == kTrados) out.previous.push_back(first_of_trados(p.value));
  }
}

}  // namespace

NeighbourTexts neighbour_texts(const TranslationUnit& unit, std::string_view primary) {
  NeighbourTexts out;
  collect(out, unit.properties);
  for (const Variant& variant : unit.variants) {
    if (variant.language.primary() == primary) collect(out, variant.properties);
  }
  return out;
}

std::string neighbour_property(std::string_view text) {
  std::string out = "<seg>";
  for (const char c : text) {
    if (c == '&' || c == '<' || c == '>') {
      out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : "&gt;";
    } else {
      out += c;
    }
  }
  return out + "</seg>";
}

}  // namespace trujaman::base

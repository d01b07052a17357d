#include "read/html/list_marker.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

#include "base/ascii.hpp"
#include "base/unicode.hpp"
#include "read/html/element.hpp"
#include "read/numeral.hpp"

namespace trujaman::read {
namespace {

/// HTML's "rules for parsing integers": what follows the digits is passed over.
std::optional<long> integer(std::string_view text) {
  text = base::trim(text);
  if (text.starts_with('+')) text.remove_prefix(1);
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc()) return {};
  return value;
}

}  // namespace

ListCounter::ListCounter(const GumboNode* list)
    : style_(style_of(list->v.element,
                      list->v.element.tag == GUMBO_TAG_OL ? Style::Decimal : Style::Bullet)) {
  const GumboElement& element = list->v.element;
  if (has_attribute(element, "reversed")) {
    step_ = -1;
    number_ = std::ranges::count_if(
        children_of(list), [](const GumboNode* child) { return is_element(child, GUMBO_TAG_LI); });
  }
  number_ = integer(attribute(element, "start")).value_or(number_);
}

ListCounter::Style ListCounter::style_of(const GumboElement& element, Style otherwise) {
  const std::string_view type = attribute(element, "type");
  if (type == "1") return Style::Decimal;
  if (type == "a") return Style::LowerAlpha;
  if (type == "A") return Style::UpperAlpha;
  if (type == "i") return Style::LowerRoman;
  if (type == "I") return Style::UpperRoman;
  const std::string_view css = attribute(element, "style");
  const std::size_t at = css.find("list-style");
  if (at == std::string_view::npos) return otherwise;
  const std::string_view value = css.substr(at, css.substr(at).find(';'));
  const auto says = [&](std::string_view word) { return value.find(word) != value.npos; };
  if (says("none")) return Style::None;
  if (says("lower-alpha") || says("lower-latin")) return Style::LowerAlpha;
  if (says("upper-alpha") || says("upper-latin")) return Style::UpperAlpha;
  if (says("lower-roman")) return Style::LowerRoman;
  if (says("upper-roman")) return Style::UpperRoman;
  if (says("decimal")) return Style::Decimal;
  if (says("disc") || says("circle") || says("square")) return Style::Bullet;
  return otherwise;
}

std::string ListCounter::format(long number, Style style) {
  std::string out;
  switch (style) {
    case Style::None:
      return {};
    case Style::Bullet:
      return "-";
    case Style::LowerAlpha:
    case Style::UpperAlpha:
      out = letter_numeral(number);
      break;
    case Style::LowerRoman:
    case Style::UpperRoman:
      out = roman_numeral(number);
      break;
    case Style::Decimal:
      out = std::to_string(number);
      break;
  }
  if (style == Style::UpperAlpha || style == Style::UpperRoman) {
    std::ranges::transform(out, out.begin(), base::ascii_upper);
  }
  return out + ".";
}

std::string ListCounter::next(const GumboElement& item) {
  const Style style = style_of(item, style_);
  if (style != Style::None && style != Style::Bullet) {
    number_ = integer(attribute(item, "value")).value_or(number_);
  }
  std::string out = format(number_, style);
  number_ += step_;
  return out;
}

std::string written_marker(const GumboNode* node) {
  const GumboElement& element = node->v.element;
  if (element.tag != GUMBO_TAG_SPAN) return {};
  const std::string style = plain_style(element);
  if (style.find("mso-list:ignore") == std::string::npos &&
      !has_word(element, "class", "Numbering_20_Symbols") &&
      !has_word(element, "class", "Bullet_20_Symbols")) {
    return {};
  }
  constexpr std::size_t kLongest = 40;  // bytes, with the spaces behind it
  const std::string text = text_content(node, kLongest);
  const std::string_view marker = base::trim(text);
  if (marker.empty()) return {};
  // Bullets are letters of symbol fonts: "·", "o", "§".
  const bool number = marker == "o" ? false
                                    : base::is_ascii_alnum(marker.back()) || marker.back() == '.' ||
                                          marker.back() == ')';
  return number ? std::string(marker) : "-";
}

int written_level(const GumboElement& element) {
  const std::string style = plain_style(element);
  const std::size_t list = style.find("mso-list:l");
  if (list == std::string::npos) return 0;
  const std::size_t level = style.find("level", list);
  if (level == std::string::npos || level + 5 >= style.size()) return 0;
  const char digit = style[level + 5];
  return digit >= '1' && digit <= '9' ? digit - '0' : 0;
}

}  // namespace trujaman::read

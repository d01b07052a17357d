#include "read/office/odt_lists.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/unicode.hpp"
#include "read/office/xml_part.hpp"

namespace trujaman::read::office {
namespace {

constexpr std::size_t kLongestAffix = 50;    // bytes
constexpr std::size_t kLongestFormat = 100;  // bytes

NumberStyle style_of(std::string_view format, bool repeated) {
  if (format.empty()) return NumberStyle::None;
  if (format == "a") return repeated ? NumberStyle::LowerLetter : NumberStyle::LowerLetterRow;
  if (format == "A") return repeated ? NumberStyle::UpperLetter : NumberStyle::UpperLetterRow;
  if (format == "i") return NumberStyle::LowerRoman;
  if (format == "I") return NumberStyle::UpperRoman;
  return NumberStyle::Decimal;
}

OdtLevel read_level(pugi::xml_node node) {
  OdtLevel out;
  const std::string_view name = node.name();
  if (name == "text:list-level-style-bullet" || name == "text:list-level-style-image") {
    const pugi::xml_attribute sign = node.attribute("text:bullet-char");
    out.style = sign && base::trim(clean_text(sign.value())).empty() ? NumberStyle::BlankBullet
                                                                     : NumberStyle::Bullet;
    return out;
  }
  out.style = style_of(node.attribute("style:num-format").value(),
                       std::string_view(node.attribute("style:num-letter-sync").value()) == "true");
  const auto text = [node](const char* attribute, std::size_t most) {
    return clean_text(std::string_view(node.attribute(attribute).value()).substr(0, most));
  };
  out.prefix = text("style:num-prefix", kLongestAffix);
  out.suffix = text("style:num-suffix", kLongestAffix);
  out.format = text("style:num-list-format", kLongestFormat);
  if (out.format.empty()) out.format = text("loext:num-list-format", kLongestFormat);
  out.display_levels = to_number(node.attribute("text:display-levels").value(), 1, kOdtLevels, 1);
  out.start = to_number(node.attribute("text:start-value").value(), 0, 32767, 1);
  return out;
}

OdtLevels read_levels(pugi::xml_node style, const OdtLevel& undefined) {
  OdtLevels out;
  out.fill(undefined);
  for (const pugi::xml_node node : style.children()) {
    const int level = to_number(node.attribute("text:level").value(), 0, kOdtLevels + 1, 0);
    if (level >= 1 && level <= kOdtLevels)
      out.at(static_cast<std::size_t>(level) - 1) = read_level(node);
  }
  return out;
}

}  // namespace

void OdtCounters::count(const OdtLevels& levels, int level, std::optional<int> start) {
  for (int i = 0; i <= level; ++i) {
    std::optional<int>& count = counts.at(static_cast<std::size_t>(i));
    if (i == level && start) {
      count = start;
    } else if (!count) {
      count = levels.at(static_cast<std::size_t>(i)).start;
    } else if (i == level) {
      count = *count + 1;
    }
  }
  std::fill(counts.begin() + level + 1, counts.end(), std::nullopt);
}

std::string shown_number(const OdtLevels& levels, const OdtCounters& counters, int level) {
  const OdtLevel& own = levels.at(static_cast<std::size_t>(level));
  if (own.style == NumberStyle::Bullet) return "-";
  if (own.style == NumberStyle::None || own.style == NumberStyle::BlankBullet) return {};
  const auto number = [&](int i) {
    const OdtLevel& other = levels.at(static_cast<std::size_t>(i));
    return format_number(counters.counts.at(static_cast<std::size_t>(i)).value_or(other.start),
                         other.style);
  };
  std::string out;
  if (own.format.empty()) {
    out = own.prefix;
    for (int i = std::max(0, level - own.display_levels + 1); i <= level; ++i) {
      const std::string one = number(i);
      if (!one.empty() && out.size() > own.prefix.size()) out += '.';
      out += one;
    }
    out += own.suffix;
  } else {
    std::string_view rest = own.format;
    while (!rest.empty()) {
      const std::size_t end = rest.find('%', 1);
      const int shown = rest.front() == '%' ? to_number(rest.substr(1), 0, kOdtLevels, 0) : 0;
      if (shown > 0 && end != std::string_view::npos) {
        out += number(shown - 1);
        rest.remove_prefix(end + 1);
      } else {
        out += rest.front();
        rest.remove_prefix(1);
      }
    }
  }
  return std::string(base::trim(out));
}

OdtLists::OdtLists(pugi::xml_node automatic, pugi::xml_node named) {
  for (const pugi::xml_node parent : {automatic, named}) {
    // What LibreOffice shows at a level that the style does not define, as Pandoc's do not.
    OdtLevel plain;
    plain.style = NumberStyle::Decimal;
    plain.suffix = ".";
    for (const pugi::xml_node style : parent.children("text:list-style")) {
      styles_.try_emplace(style.attribute("style:name").value(), read_levels(style, plain));
    }
  }
  outline_ = read_levels(named.child("text:outline-style"), {});
}

const OdtLevels* OdtLists::style(std::string_view name) const {
  const auto it = styles_.find(std::string(name));
  return it == styles_.end() ? nullptr : &it->second;
}

std::shared_ptr<OdtCounters> OdtLists::counters_for(pugi::xml_node list, const std::string& style) {
  std::shared_ptr<OdtCounters> counters;
  if (const pugi::xml_attribute id = list.attribute("text:continue-list")) {
    const auto it = by_id_.find(id.value());
    if (it != by_id_.end()) counters = it->second;
  } else if (std::string_view(list.attribute("text:continue-numbering").value()) == "true") {
    const auto it = by_style_.find(style);
    if (it != by_style_.end()) counters = it->second;
  }
  if (!counters) counters = std::make_shared<OdtCounters>();
  by_style_[style] = counters;
  if (const pugi::xml_attribute id = list.attribute("xml:id")) by_id_[id.value()] = counters;
  return counters;
}

}  // namespace trujaman::read::office

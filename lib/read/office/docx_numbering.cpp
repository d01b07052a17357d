#include "read/office/docx_numbering.hpp"

#include "base/ascii.hpp"
#include "base/unicode.hpp"
#include "read/office/docx_package.hpp"
#include "read/office/xml_part.hpp"

namespace trujaman::read::office {
namespace {

constexpr std::size_t kLongestText = 100;  // bytes of w:lvlText

NumberStyle style_of(std::string_view format) {
  if (format == "none") return NumberStyle::None;
  if (format == "bullet") return NumberStyle::Bullet;
  if (format == "decimalZero") return NumberStyle::DecimalZero;
  if (format == "lowerLetter") return NumberStyle::LowerLetter;
  if (format == "upperLetter") return NumberStyle::UpperLetter;
  if (format == "lowerRoman") return NumberStyle::LowerRoman;
  if (format == "upperRoman") return NumberStyle::UpperRoman;
  return NumberStyle::Decimal;  // and the scripts and number words that are not done here
}

int level_number(pugi::xml_node node) {
  return to_number(node.attribute("w:ilvl").value(), -1, DocxNumbering::kLevels, -1);
}

}  // namespace

DocxNumbering::Level DocxNumbering::read_level(pugi::xml_node node) {
  Level out;
  out.style = style_of(value_of(node, "w:numFmt", "w:val"));
  out.text = clean_text(value_of(node, "w:lvlText", "w:val").substr(0, kLongestText));
  out.start = to_number(value_of(node, "w:start", "w:val"), 0, 32767, 0);
  if (const pugi::xml_node restart = node.child("w:lvlRestart")) {
    out.restart = to_number(restart.attribute("w:val").value(), 0, kLevels, 0);
  }
  out.legal = is_on(node.child("w:isLgl"));
  out.paragraph_style = value_of(node, "w:pStyle", "w:val");
  if (node.child("w:lvlPicBulletId")) {
    out.style = NumberStyle::Bullet;
  } else if (out.style == NumberStyle::Bullet && base::trim(out.text).empty()) {
    out.style = NumberStyle::BlankBullet;
  }
  return out;
}

DocxNumbering::DocxNumbering(pugi::xml_node numbering, const DocxStyles& styles) {
  for (const pugi::xml_node node : numbering.children("w:abstractNum")) {
    Abstract& abstract = abstracts_[node.attribute("w:abstractNumId").value()];
    for (const pugi::xml_node child : node.children("w:lvl")) {
      const int index = level_number(child);
      if (index >= 0 && index < kLevels) {
        abstract.levels[static_cast<std::size_t>(index)] = read_level(child);
      }
    }
    abstract.style = value_of(node, "w:numStyleLink", "w:val");
  }
  for (const pugi::xml_node node : numbering.children("w:num")) {
    List& list = lists_[node.attribute("w:numId").value()];
    list.abstract = value_of(node, "w:abstractNumId", "w:val");
    for (const pugi::xml_node child : node.children("w:lvlOverride")) {
      const int index = level_number(child);
      if (index < 0 || index >= kLevels) continue;
      if (const pugi::xml_node own = child.child("w:lvl")) list.levels[index] = read_level(own);
      if (const pugi::xml_node start = child.child("w:startOverride")) {
        list.starts[index] = to_number(start.attribute("w:val").value(), 0, 32767, 1);
      }
    }
  }
  resolve_styles(styles);
}

/// A definition may only say that its levels are those of a numbering style, which names a list of
/// its own, whose definition has them.
void DocxNumbering::resolve_styles(const DocxStyles& styles) {
  for (auto& [id, list] : lists_) {
    const auto abstract = abstracts_.find(list.abstract);
    if (abstract == abstracts_.end() || abstract->second.style.empty()) continue;
    const auto real = lists_.find(styles.number_of(abstract->second.style));
    if (real == lists_.end()) continue;
    const auto levels = abstracts_.find(real->second.abstract);
    if (levels != abstracts_.end()) abstract->second.levels = levels->second.levels;
  }
}

const DocxNumbering::Level& DocxNumbering::level(const List& list, const Abstract& abstract,
                                                 int index) const {
  const auto own = list.levels.find(index);
  return own != list.levels.end() ? own->second
                                  : abstract.levels.at(static_cast<std::size_t>(index));
}

std::optional<std::string> DocxNumbering::count(const std::string& number, int level_index) {
  const auto found = lists_.find(number);
  if (found == lists_.end() || level_index < 0 || level_index >= kLevels) return std::nullopt;
  List& list = found->second;
  const auto definition = abstracts_.find(list.abstract);
  if (definition == abstracts_.end()) return std::nullopt;
  Abstract& abstract = definition->second;

  // Levels above that nobody has counted stand at their start; the level itself goes on; those
  // below begin anew.
  for (int i = 0; i <= level_index; ++i) {
    std::optional<int>& count = abstract.counts.at(static_cast<std::size_t>(i));
    const auto start = list.starts.find(i);
    if (start != list.starts.end()) {
      count = start->second;
      list.starts.erase(start);
    } else if (!count) {
      count = level(list, abstract, i).start;
    } else if (i == level_index) {
      count = *count + 1;
    }
  }
  for (int i = level_index + 1; i < kLevels; ++i) {
    const std::optional<int> restart = level(list, abstract, i).restart;
    if (!restart || level_index < *restart) abstract.counts.at(static_cast<std::size_t>(i)).reset();
  }

  const Level& own = level(list, abstract, level_index);
  if (own.style == NumberStyle::Bullet) return "-";
  if (own.style == NumberStyle::BlankBullet) return "";
  std::string out;
  for (std::size_t i = 0; i < own.text.size(); ++i) {
    const char next = i + 1 < own.text.size() ? own.text[i + 1] : '\0';
    if (own.text[i] != '%' || next < '1' || next > '9') {
      out += own.text[i];
      continue;
    }
    ++i;
    const int shown = next - '1';
    const Level& other = level(list, abstract, shown);
    const NumberStyle style =
        own.legal && other.style != NumberStyle::None ? NumberStyle::Decimal : other.style;
    out += format_number(abstract.counts.at(static_cast<std::size_t>(shown)).value_or(other.start),
                         style);
  }
  const std::string_view shown = base::trim(out);
  return shown.empty() ? std::nullopt : std::optional(std::string(shown));
}

int DocxNumbering::level_of_style(const std::string& number, std::string_view style) const {
  const auto list = lists_.find(number);
  if (list == lists_.end()) return 0;
  const auto abstract = abstracts_.find(list->second.abstract);
  if (abstract == abstracts_.end()) return 0;
  for (int i = 0; i < kLevels; ++i) {
    if (level(list->second, abstract->second, i).paragraph_style == style) return i;
  }
  return 0;
}

}  // namespace trujaman::read::office

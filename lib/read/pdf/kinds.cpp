#include "read/pdf/kinds.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "base/ascii.hpp"
#include "base/unicode.hpp"
#include "read/line_shape.hpp"

namespace trujaman::read {
namespace {

/// Headings' type is larger than the text's by this share.
constexpr double kLarger = 1.08;
constexpr std::size_t kLongestHeading = 160;       // bytes, set like text
constexpr std::size_t kLongestLargeHeading = 300;  // bytes, in larger type
constexpr std::size_t kMostCaptionLines = 4;
/// Items farther right than this many sizes are one level deeper.
constexpr double kDeeper = 0.6;
constexpr int kDeepestHeading = 6;

/// "Figure 3", "Cuadro 1.2:", "Tableau II."
bool is_caption(const Passage& p) {
  constexpr std::array<std::string_view, 20> kNames{
      "figura",   "figure",  "fig.",      "tabla", "table", "tableau", "cuadro",
      "grafico",  "grafica", "graphique", "chart", "mapa",  "map",     "carte",
      "recuadro", "box",     "encadre",   "foto",  "photo", "imagen"};
  if (p.lines > kMostCaptionLines || !p.marker.empty()) return false;
  const std::string& text = p.content.text;
  const std::size_t blank = text.find(' ');
  if (blank == std::string::npos || blank + 1 >= text.size()) return false;
  const std::string name = base::fold(std::string_view(text).substr(0, blank));
  if (std::find(kNames.begin(), kNames.end(), name) == kNames.end()) return false;
  if (base::is_lower(static_cast<unsigned char>(text.front()))) return false;
  std::size_t i = blank + 1;
  const bool number = base::is_ascii_digit(text[i]);
  while (i < text.size() && (base::is_ascii_alnum(text[i]) || text[i] == '-')) ++i;
  if (i == text.size()) return number;
  // "Figure 3 shows …" is a sentence.
  return text[i] == '.' || text[i] == ':' ||
         (number && text[i] == ' ' && !begins_lower(std::string_view(text).substr(i + 1)));
}

bool has_letters(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (base::is_letter(base::next_code_point(text, i))) return true;
  }
  return false;
}

/// Set in larger type.
bool is_large_heading(const Passage& p, double body) {
  return p.size > kLarger * body && p.content.text.size() <= kLongestLargeHeading && p.lines <= 5 &&
         has_letters(p.content.text) && p.content.text.back() != ',' &&
         p.content.text.back() != ';';
}

/// A short line that stands alone over something longer. @p next may be null.
bool is_plain_heading(const Passage& p, const Passage* next) {
  const std::string& text = p.content.text;
  if (p.lines > 1 || !p.marker.empty() || !p.apart || next == nullptr) return false;
  if (text.size() > kLongestHeading || begins_lower(text) || !has_letters(text)) return false;
  if (p.room < next->first_word || begins_lower(next->content.text)) return false;
  return is_open_ended(text) ? text.back() != ',' : text.back() == '?' || text.back() == ')';
}

}  // namespace

void tell_kinds(std::vector<Passage>& passages, const Layout& layout) {
  const double body = layout.body_size();
  std::set<long, std::greater<>> sizes;  // of headings in larger type, in half points
  const auto step = [](const Passage& p) { return std::lround(p.size); };
  for (std::size_t i = 0; i < passages.size(); ++i) {
    Passage& p = passages[i];
    if (p.kind != BlockKind::Paragraph || p.content.text.empty()) continue;
    if (is_large_heading(p, body)) {
      p.kind = BlockKind::Heading;
      sizes.insert(step(p));
    } else if (is_caption(p)) {
      p.kind = BlockKind::Caption;
    } else if (!p.marker.empty()) {
      p.kind = BlockKind::ListItem;
    } else if (is_plain_heading(p, i + 1 < passages.size() ? &passages[i + 1] : nullptr)) {
      p.kind = BlockKind::Heading;
    }
  }
  std::vector<double> edges;  // of the items a list has open
  for (Passage& p : passages) {
    if (p.kind == BlockKind::Heading) {
      const auto larger = std::distance(sizes.begin(), sizes.lower_bound(step(p)));
      p.level = std::min(static_cast<int>(larger) + 1, kDeepestHeading);
    }
    if (p.kind != BlockKind::ListItem) {
      if (p.kind != BlockKind::Footnote) edges.clear();
      continue;
    }
    while (!edges.empty() && p.left < edges.back() - kDeeper * p.size) edges.pop_back();
    if (edges.empty() || p.left > edges.back() + kDeeper * p.size) edges.push_back(p.left);
    p.level = static_cast<int>(edges.size());
  }
}

}  // namespace trujaman::read

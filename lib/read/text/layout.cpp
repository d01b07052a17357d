#include "read/text/layout.hpp"

#include <algorithm>

#include "base/unicode.hpp"
#include "read/line_shape.hpp"

namespace trujaman::read {
namespace {

/// Text set to a margin has lines of at most this many code points …
constexpr std::size_t kWidestMargin = 130;
/// … and its lines reach at least this far.
constexpr std::size_t kNarrowestMargin = 40;
/// A line shorter than this share of the margin ends its paragraph, or is a heading.
constexpr double kShortLine = 0.6;
/// A text that breaks off must be at least this long (bytes) to be the upper half of something; a
/// shorter one is a heading or a short item.
constexpr std::size_t kUpperHalf = 60;
constexpr std::size_t kUpperHalfOfItem = 30;

/// The margin in code points to which the lines are set; 0 when each line is a paragraph.
std::size_t find_margin(const std::vector<Line>& lines, const std::vector<bool>& furniture) {
  std::vector<std::size_t> lengths;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!lines[i].blank() && !furniture[i]) {
      lengths.push_back(base::count_code_points(lines[i].text));
    }
  }
  if (lengths.size() < 2) return 0;
  const std::size_t widest = *std::max_element(lengths.begin(), lengths.end());
  const auto at = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() * 9 / 10);
  std::nth_element(lengths.begin(), at, lengths.end());
  const std::size_t margin = *at;
  if (margin < kNarrowestMargin || margin > kWidestMargin || widest > margin * 2) return 0;
  std::size_t pairs = 0;  // lines with another one directly behind
  std::size_t full = 0;   // … that reach the margin and break off there
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const Line& next = lines[i + 1];
    if (lines[i].blank() || furniture[i] || next.blank() || furniture[i + 1]) continue;
    if (marker_length(next.text) > 0) continue;
    ++pairs;
    const auto length = static_cast<double>(base::count_code_points(lines[i].text));
    full += length >= kShortLine * static_cast<double>(margin) &&
            (is_open_ended(lines[i].text) || begins_lower(next.text));
  }
  return pairs > 0 && full * 2 > pairs ? margin : 0;
}

/// Whether @p next goes on with the paragraph whose last line is @p last.
bool continues(const Paragraph& paragraph, std::string_view last, std::string_view next,
               std::size_t margin) {
  if (margin == 0) {
    return is_open_ended(last) && begins_lower(next) && last.size() >= kUpperHalf;
  }
  const auto length = static_cast<double>(base::count_code_points(last));
  if (length >= kShortLine * static_cast<double>(margin)) return true;
  if (begins_lower(next)) return true;
  // A short line ends a paragraph, or is a heading over one.
  return is_open_ended(last) && paragraph.lines > 1;
}

Paragraph begin_paragraph(const Line& line) {
  Paragraph p;
  p.line = line.number;
  p.offset = line.offset;
  // A list in one line keeps its first marker, as it keeps the others.
  const std::size_t marker = holds_list(line.text) ? 0 : marker_length(line.text);
  p.marker = std::string(base::trim(line.text.substr(0, marker)));
  p.text = std::string(line.text.substr(marker));
  return p;
}

bool cut_in_two(const Paragraph& upper, const Paragraph& lower) {
  if (!lower.after_gap || lower.after_rule || !lower.marker.empty() || lower.text.empty()) {
    return false;
  }
  const std::size_t least = upper.marker.empty() ? kUpperHalf : kUpperHalfOfItem;
  return upper.text.size() >= least && may_go_on(upper.text, lower.text);
}

}  // namespace

void Paragraph::add_repair(Repair repair) {
  if (std::find(repairs.begin(), repairs.end(), repair) != repairs.end()) return;
  repairs.push_back(repair);
  std::sort(repairs.begin(), repairs.end());
}

std::vector<Paragraph> group_lines(const std::vector<Line>& lines,
                                   const std::vector<bool>& furniture,
                                   const Hyphenation& hyphenation) {
  const std::size_t margin = find_margin(lines, furniture);
  std::vector<Paragraph> out;
  std::string_view last;  // the line before, empty after a gap
  bool gap = true;
  bool rule = false;
  bool removed = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    const bool is_gap = line.blank() || furniture[i] || is_rule(line.text);
    if (is_gap || line.page_start) {
      if (!out.empty()) out.back().before_gap = true;
      gap = true;
      last = {};
    }
    if (is_gap) {
      rule = rule || (!furniture[i] && is_rule(line.text));
      removed = removed || furniture[i];
      continue;
    }
    const bool goes_on =
        !gap && marker_length(line.text) == 0 && continues(out.back(), last, line.text, margin);
    if (goes_on) {
      Paragraph& p = out.back();
      if (hyphenation.join(p.text, line.text)) p.add_repair(Repair::Dehyphenated);
      p.add_repair(Repair::LinesJoined);
      ++p.lines;
    } else {
      out.push_back(begin_paragraph(line));
      out.back().after_gap = gap;
      out.back().after_rule = rule;
      if (removed) out.back().add_repair(Repair::FurnitureRemoved);
    }
    last = line.text;
    gap = rule = removed = false;
  }
  if (!out.empty()) out.back().before_gap = true;
  return out;
}

std::vector<Paragraph> join_page_breaks(std::vector<Paragraph> paragraphs,
                                        const Hyphenation& hyphenation) {
  std::vector<Paragraph> out;
  for (Paragraph& p : paragraphs) {
    if (out.empty() || !cut_in_two(out.back(), p)) {
      // Furniture between whole paragraphs damaged neither.
      std::erase(p.repairs, Repair::FurnitureRemoved);
      out.push_back(std::move(p));
      continue;
    }
    Paragraph& whole = out.back();
    if (hyphenation.join(whole.text, p.text)) whole.add_repair(Repair::Dehyphenated);
    whole.add_repair(Repair::PageBreakJoined);
    for (const Repair r : p.repairs) whole.add_repair(r);
    whole.lines += p.lines;
    whole.before_gap = p.before_gap;
  }
  return out;
}

}  // namespace trujaman::read

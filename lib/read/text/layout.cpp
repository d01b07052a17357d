#include "read/text/layout.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/unicode.hpp"
#include "read/line_shape.hpp"

namespace trujaman::read {
namespace {

/// Text set to a margin has lines of at most this width …
constexpr double kWidestMargin = 140;
/// … and its lines reach at least this far; text that does not go on in lower case farther.
constexpr double kNarrowestMargin = 24;
constexpr double kNarrowMargin = 40;
/// Of lines with others below them, this share reaches the margin.
constexpr double kMarginShare = 0.75;
/// A line that breaks off before this share of the margin ends its paragraph, or is a heading.
constexpr double kShortLine = 0.6;
/// So exactly a line's width is known (measured on 30 reports in es, en, fr: of 126 paragraphs that
/// end without a full stop 114 are told, and 1 of 250 other lines is taken for an end).
constexpr double kFullLine = 0.98;
constexpr double kClauseLine = 0.93;
/// A text that breaks off must be at least this long (bytes) to be the upper half of something; a
/// shorter one is a heading or a short item.
constexpr std::size_t kUpperHalf = 60;
constexpr std::size_t kUpperHalfOfItem = 30;
/// Footnotes at the foot of one page.
constexpr std::size_t kMostNotes = 20;

/// Width of a text as it was set, in letters of middling width. Converters keep the line breaks of
/// proportional type, whose lines differ by a fifth in their number of letters.
double set_width(std::string_view text) {
  constexpr std::u32string_view kNarrow = U"iljtfrI.,;:!'|()[]-‐’‘íìîï1";
  constexpr std::u32string_view kWide = U"mwMWœæ—@%";
  double width = 0;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = base::next_code_point(text, i);
    if (c == U' ') {
      width += 0.5;
    } else if (kNarrow.find(c) != std::u32string_view::npos) {
      width += 0.6;
    } else if (kWide.find(c) != std::u32string_view::npos) {
      width += 1.5;
    } else {
      width += base::is_upper(c) ? 1.25 : 1;
    }
  }
  return width;
}

/// Whether line @p i and the next one stand together, and are (@p in_column) parts of lines or not.
bool is_pair(const std::vector<Line>& lines, const std::vector<bool>& furniture, std::size_t i,
             bool in_column) {
  if (i + 1 >= lines.size()) return false;
  const Line& next = lines[i + 1];
  return lines[i].in_column == in_column && next.in_column == in_column && !lines[i].blank() &&
         !furniture[i] && !next.blank() && !furniture[i + 1] && !next.column_start;
}

/// The width to which the lines are set; 0 when each line is a paragraph.
double find_margin(const std::vector<Line>& lines, const std::vector<bool>& furniture,
                   bool in_column) {
  std::vector<double> widths;
  double widest = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].in_column == in_column && !furniture[i]) {
      widest = std::max(widest, set_width(lines[i].text));
    }
    if (is_pair(lines, furniture, i, in_column)) widths.push_back(set_width(lines[i].text));
  }
  if (widths.empty()) return 0;
  const auto at = widths.begin() +
                  static_cast<std::ptrdiff_t>(static_cast<double>(widths.size()) * kMarginShare);
  std::nth_element(widths.begin(), at, widths.end());
  const double margin = *at;
  if (margin < kNarrowestMargin || margin > kWidestMargin || widest > margin * 2) return 0;
  std::size_t pairs = 0;
  std::size_t full = 0;   // pairs whose first line reaches the margin and breaks off there
  std::size_t lower = 0;  // … and goes on in lower case
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const std::string_view next = lines[i + 1].text;
    if (!is_pair(lines, furniture, i, in_column) || marker_length(next) > 0) continue;
    ++pairs;
    if (set_width(lines[i].text) < kShortLine * margin) continue;
    full += is_open_ended(lines[i].text) || begins_lower(next) ? 1 : 0;
    lower += begins_lower(next) ? 1 : 0;
  }
  if (pairs == 0 || full * 2 <= pairs) return 0;
  return margin >= kNarrowMargin || lower * 3 > pairs ? margin : 0;
}

/// Whether @p next goes on with the paragraph whose last line is @p last.
bool continues(std::string_view last, std::string_view next, double margin) {
  if (margin == 0) {
    return is_open_ended(last) && begins_lower(next) && last.size() >= kUpperHalf;
  }
  if (begins_lower(next) || ends_hyphenated(last)) return true;
  if (needs_more(last) && last.back() != ',' && !announces_item(last)) return true;
  // A clause ends before a capital where the line does, or a little early.
  const bool clause = last.back() == ';' || last.back() == ':';
  if (clause && set_width(last) < kClauseLine * margin) return false;
  // The next word would have found room behind it: something ended here.
  const double needed = set_width(" ") + set_width(next.substr(0, next.find(' ')));
  return set_width(last) + needed >= kFullLine * margin;
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

bool may_break_off(const Paragraph& upper) {
  return upper.text.size() >= (upper.marker.empty() ? kUpperHalf : kUpperHalfOfItem);
}

/// Makes a footnote of a paragraph that begins with a note's sign.
void take_sign(Paragraph& note) {
  const std::size_t sign = note_sign_length(note.text);
  note.marker = std::string(base::trim(std::string_view(note.text).substr(0, sign)));
  note.text.erase(0, sign);
  note.is_note = true;
}

bool cut_in_two(const Paragraph& upper, const Paragraph& lower) {
  if (!lower.after_gap || lower.after_rule || !lower.marker.empty() || lower.text.empty()) {
    return false;
  }
  return may_break_off(upper) && may_go_on(upper.text, lower.text);
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
  const double margin = find_margin(lines, furniture, false);
  const double column_margin = find_margin(lines, furniture, true);
  std::vector<Paragraph> out;
  std::string_view last;  // the line before, empty after a gap
  bool gap = true;
  bool rule = false;
  bool removed = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    const bool is_gap = line.blank() || furniture[i] || is_rule(line.text);
    if (is_gap || line.page_start || line.column_start) {
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
        !gap && (marker_length(line.text) > 0
                     ? goes_on_counting(out.back().text, line.text)
                     : continues(last, line.text, line.in_column ? column_margin : margin));
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
  std::vector<Paragraph> notes;  // at the foot of the page behind out
  const auto flush = [&] {
    std::move(notes.begin(), notes.end(), std::back_inserter(out));
    notes.clear();
  };
  for (Paragraph& p : paragraphs) {
    const bool may_be_note = p.after_gap && p.marker.empty() && note_sign_length(p.text) > 0 &&
                             notes.size() < kMostNotes;
    if (may_be_note && !out.empty() && may_break_off(out.back())) {
      notes.push_back(std::move(p));
      continue;
    }
    if (out.empty() || !cut_in_two(out.back(), p)) {
      // What only looked like notes stays where it is.
      flush();
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
    for (Paragraph& note : notes) take_sign(note);
    flush();
  }
  flush();
  return out;
}

}  // namespace trujaman::read

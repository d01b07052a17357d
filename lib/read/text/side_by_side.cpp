#include "read/text/side_by_side.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "base/unicode.hpp"
#include "read/line_shape.hpp"

namespace trujaman::read {
namespace {

/// A gutter is at least so many blanks wide …
constexpr std::size_t kGutter = 2;
/// … and goes through so many lines that have text on both sides,
constexpr std::size_t kFewestLines = 5;
/// most of which have the right part's first letter at the same place.
constexpr double kMostlyAligned = 0.75;
/// Text fills its column; cells of a table do not: the middle line's share of the widest, and how
/// many letters it has.
constexpr double kFilled = 0.6;
constexpr std::size_t kFewestLetters = 15;

/// A page has at most so many lines; where no form feeds tell pages, so many are looked at
/// together.
constexpr std::size_t kLongestPage = 200;

/// A place in a line where several blanks end, and the right column may begin. Columns are counted
/// in code points from the page's edge, bytes from the line's first letter.
struct Gap {
  std::size_t column = 0;
  std::size_t byte = 0;
  std::size_t left_column = 0;  // where the text before ends
  std::size_t left_byte = 0;
};

/// A line, measured once.
struct Measured {
  Line line;
  std::size_t end = 0;  // column behind its text
  std::vector<Gap> gaps;
};

Measured measure(const Line& line) {
  Measured out{line, 0, {}};
  std::size_t column = line.indent;
  std::size_t blanks = 0;
  Gap left;
  for (std::size_t i = 0; i < line.text.size(); ++column) {
    const std::size_t begin = i;
    const char32_t c = base::next_code_point(line.text, i);
    if (c == U' ') {
      ++blanks;
      continue;
    }
    if (blanks >= kGutter) out.gaps.push_back({column, begin, left.left_column, left.left_byte});
    blanks = 0;
    left.left_column = column + 1;
    left.left_byte = i;
  }
  out.end = column;
  return out;
}

std::size_t width(std::string_view text) {
  return base::count_code_points(text);
}

/// How a line stands to a gutter before @p column.
struct Parts {
  bool across = false;
  std::string_view left;
  std::string_view right;
  bool aligned = false;
};

Parts split(const Measured& measured, std::size_t column) {
  const std::string_view text = measured.line.text;
  if (text.empty()) return {};
  if (measured.line.indent >= column) return {false, {}, text, measured.line.indent == column};
  if (measured.end + kGutter <= column) return {false, text, {}, false};
  for (const Gap& gap : measured.gaps) {
    if (gap.column < column) continue;
    return {gap.left_column > column, text.substr(0, gap.left_byte), text.substr(gap.byte),
            gap.column == column};
  }
  return {true, {}, {}, false};
}

/// Lines [begin, end) that no text crosses at a gutter.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t column = 0;
  std::size_t both = 0;  // lines with text on both sides
};

bool looks_like_text(std::vector<std::size_t> widths) {
  if (widths.size() < kFewestLines) return false;
  const std::size_t widest = *std::max_element(widths.begin(), widths.end());
  const auto middle = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 2);
  std::nth_element(widths.begin(), middle, widths.end());
  return *middle >= kFewestLetters &&
         static_cast<double>(*middle) >= kFilled * static_cast<double>(widest);
}

/// Whether both sides of a stretch are columns of text.
bool are_columns(const std::vector<Measured>& lines, const Stretch& stretch) {
  std::vector<std::size_t> left;
  std::vector<std::size_t> right;
  double aligned = 0;
  for (std::size_t i = stretch.begin; i < stretch.end; ++i) {
    const Parts parts = split(lines[i], stretch.column);
    if (!parts.left.empty()) left.push_back(width(parts.left));
    if (parts.right.empty()) continue;
    right.push_back(width(parts.right));
    aligned += parts.aligned ? 1 : 0;
  }
  return aligned >= kMostlyAligned * static_cast<double>(right.size()) &&
         looks_like_text(std::move(left)) && looks_like_text(std::move(right));
}

/// The stretch of [begin, end) with the most lines beside a gutter; none where no such are columns.
std::optional<Stretch> find_stretch(const std::vector<Measured>& lines, std::size_t begin,
                                    std::size_t end) {
  std::map<std::size_t, std::size_t> columns;  // where right parts begin → lines
  for (std::size_t i = begin; i < end; ++i) {
    for (const Gap& gap : lines[i].gaps) ++columns[gap.column];
  }
  std::optional<Stretch> best;
  for (const auto& [column, count] : columns) {
    if (count < kFewestLines) continue;
    Stretch stretch{begin, begin, column, 0};
    for (std::size_t i = begin; i <= end; ++i) {
      const Parts parts = i < end ? split(lines[i], column) : Parts{true, {}, {}, false};
      if (!parts.across) {
        stretch.both += !parts.left.empty() && !parts.right.empty() ? 1 : 0;
        continue;
      }
      stretch.end = i;
      if (stretch.both >= kFewestLines && (!best || stretch.both > best->both) &&
          are_columns(lines, stretch)) {
        best = stretch;
      }
      stretch = {i + 1, i + 1, column, 0};
    }
  }
  return best;
}

Line part_of(const Line& line, std::string_view text) {
  Line part = line;
  const auto skipped = static_cast<std::size_t>(text.data() - line.text.data());
  part.text = text;
  part.indent += width(line.text.substr(0, skipped));
  part.page_start = part.column_start = false;
  part.in_column = true;
  return part;
}

/// Where columns stand half a line apart, their lines alternate, and a line of one side is a blank
/// one on the other: that is no white space between paragraphs.
void drop_alternating(std::vector<Line>& side, const std::vector<Line>& other) {
  // Line i is of the other side alone.
  const auto alone = [&](std::size_t i) { return side[i].blank() && !other[i].blank(); };
  const auto own = [&](std::size_t i) { return !side[i].blank() && other[i].blank(); };
  std::vector<Line> kept;
  for (std::size_t i = 0; i < side.size(); ++i) {
    bool alternates =
        alone(i) && i > 0 && i + 1 < side.size() && !side[i - 1].blank() && !side[i + 1].blank();
    if (alternates) {
      const bool before = own(i - 1);
      const bool behind = own(i + 1);
      alternates = (before && behind) || (before && i >= 2 && alone(i - 2)) ||
                   (behind && i + 2 < side.size() && alone(i + 2));
    }
    if (!alternates) kept.push_back(side[i]);
  }
  side = std::move(kept);
}

class Splitter {
 public:
  explicit Splitter(Columns& out) : out_(out) {}

  /// Adds lines without furniture, their columns one after the other.
  void add(const std::vector<Measured>& lines, std::size_t begin, std::size_t end, int depth) {
    constexpr int kDeepest = 64;
    std::optional<Stretch> stretch;
    if (depth < kDeepest) stretch = find_stretch(lines, begin, end);
    if (!stretch) {
      for (std::size_t i = begin; i < end; ++i) push(lines[i].line, false);
      return;
    }
    add(lines, begin, stretch->begin, depth + 1);
    std::vector<Line> left;
    std::vector<Line> right;
    for (std::size_t i = stretch->begin; i < stretch->end; ++i) {
      const Line& line = lines[i].line;
      const Parts parts = split(lines[i], stretch->column);
      // A side without text has a blank line there: white space parts paragraphs.
      left.push_back(part_of(line, parts.left.empty() ? line.text.substr(0, 0) : parts.left));
      right.push_back(part_of(line, parts.right.empty() ? line.text.substr(0, 0) : parts.right));
    }
    left.front().page_start = lines[stretch->begin].line.page_start;
    const std::vector<Line> all_left = left;
    drop_alternating(left, right);
    drop_alternating(right, all_left);
    for (std::vector<Line>* side : {&left, &right}) {
      side->front().column_start = true;
      std::vector<Measured> measured;
      for (const Line& line : *side) measured.push_back(measure(line));
      add(measured, 0, measured.size(), depth + 1);
    }
    if (stretch->end == end) return;
    const std::size_t behind = out_.lines.size();
    add(lines, stretch->end, end, depth + 1);
    if (behind < out_.lines.size()) out_.lines[behind].column_start = true;
  }

  void push(const Line& line, bool furniture) {
    out_.lines.push_back(line);
    out_.furniture.push_back(furniture);
  }

 private:
  Columns& out_;
};

}  // namespace

Columns take_columns_apart(const std::vector<Line>& lines, const std::vector<bool>& furniture) {
  Columns out;
  Splitter splitter(out);
  for (std::size_t begin = 0; begin < lines.size();) {
    if (furniture[begin] || is_rule(lines[begin].text)) {
      splitter.push(lines[begin], furniture[begin]);
      ++begin;
      continue;
    }
    std::vector<Measured> page{measure(lines[begin++])};
    while (begin < lines.size() && !furniture[begin] && !is_rule(lines[begin].text) &&
           !lines[begin].page_start && page.size() < kLongestPage) {
      page.push_back(measure(lines[begin++]));
    }
    splitter.add(page, 0, page.size(), 0);
  }
  return out;
}

}  // namespace trujaman::read

#include "read/pdf/running.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include "base/ascii.hpp"
#include "base/unicode.hpp"
#include "read/line_shape.hpp"
#include "read/pdf/fragments.hpp"
#include "read/pdf/line_text.hpp"

namespace trujaman::read {
namespace {

/// Running lines are among so many outermost rows of a page …
constexpr std::size_t kEdgeRows = 5;
/// … within such a share of its height.
constexpr double kEdgeZone = 0.2;
/// The next page with the same running line is so near: left and right pages may have different
/// ones, and a chapter's first page none.
constexpr std::size_t kFarthestPage = 4;
/// Two pages' rows stand at the same place when they differ by at most so many points.
constexpr double kSamePlace = 3;
/// Between the innermost one and the text there is so much white space (sizes of type).
constexpr double kLeastGap = 0.35;
constexpr std::size_t kLongest = 300;  // bytes
/// A row of so many parts may be the head of a table that goes on.
constexpr std::size_t kTableHead = 3;

/// A row at a page's edge.
struct Row {
  Fragments parts;
  std::string text;
  std::string key;  ///< Its text with numbers made equal.
  std::vector<long> numbers;
  double place = 0;
  double size = 0;
  bool text_only = false;  ///< Too far from the edge.
};

enum class Edge { Top, Bottom };

/// Text that runs upwards or downwards: its words are higher than wide, though they have letters.
bool is_rotated(const Fragment& f) {
  constexpr std::size_t kFewestLetters = 4;
  double width = 0;
  double height = 0;
  std::size_t letters = 0;
  for (const Word& word : f.words) {
    width += word.box.width();
    height += word.box.height();
    letters += base::count_code_points(word.text);
  }
  const auto words = static_cast<double>(f.words.size());
  return letters >= kFewestLetters && static_cast<double>(letters) >= 3 * words &&
         height > 2 * width;
}

std::vector<long> numbers_in(std::string_view text) {
  std::vector<long> out;
  for (std::size_t i = 0; i < text.size();) {
    if (!base::is_ascii_digit(text[i])) {
      ++i;
      continue;
    }
    long value = 0;
    for (; i < text.size() && base::is_ascii_digit(text[i]); ++i) {
      value = std::min(value * 10 + (text[i] - '0'), 100'000'000L);
    }
    out.push_back(value);
  }
  return out;
}

/// The value of "iv" or "xii"; 0 when it is no such number.
long roman(std::string_view text) {
  const std::map<char, long> values{{'i', 1}, {'v', 5}, {'x', 10}, {'l', 50}};
  constexpr std::size_t kLongestRoman = 7;
  if (text.empty() || text.size() > kLongestRoman) return 0;
  long total = 0;
  long last = 0;
  for (std::size_t i = text.size(); i-- > 0;) {
    const auto value = values.find(base::ascii_lower(text[i]));
    if (value == values.end()) return 0;
    total += value->second < last ? -value->second : value->second;
    last = std::max(last, value->second);
  }
  return total;
}

Row to_row(Fragments parts, Edge edge) {
  Row row;
  const Box box = box_of(parts);
  row.place = edge == Edge::Top ? box.top : box.bottom;
  row.size = size_of(parts);
  std::sort(parts.begin(), parts.end(),
            [](const Fragment& a, const Fragment& b) { return a.box.left < b.box.left; });
  for (const Fragment& part : parts) {
    if (!row.text.empty()) row.text += ' ';
    row.text += line_text(part.words).text;
  }
  row.parts = std::move(parts);
  if (const long number = roman(row.text); number > 0) {
    row.key = "#";
    row.numbers = {number};
  } else {
    row.key = running_key(row.text);
    row.numbers = numbers_in(row.text);
  }
  return row;
}

/// The outermost rows of a page, from its edge inwards, and one more, which is text.
std::vector<Row> edge_rows(const Page& page, Edge edge) {
  Fragments sorted = page.fragments;
  sort_down(sorted);
  if (edge == Edge::Bottom) std::reverse(sorted.begin(), sorted.end());
  std::vector<Fragments> rows;
  for (Fragment& f : sorted) {
    if (rows.empty() || !on_one_line(rows.back().front(), f)) {
      if (rows.size() > kEdgeRows) break;
      rows.emplace_back();
    }
    rows.back().push_back(std::move(f));
  }
  std::vector<Row> out;
  for (Fragments& row : rows) {
    out.push_back(to_row(std::move(row), edge));
    const double middle = box_of(out.back().parts).middle();
    out.back().text_only =
        out.size() > kEdgeRows || (edge == Edge::Top ? middle > kEdgeZone * page.height
                                                     : middle < (1 - kEdgeZone) * page.height);
    if (out.back().text_only) break;
  }
  return out;
}

/// Whether the numbers of two pages' rows are what running lines have: each the same, or counting
/// the pages.
bool count_pages(const Row& a, std::size_t page_a, const Row& b, std::size_t page_b) {
  if (a.numbers.size() != b.numbers.size()) return false;
  const long pages = static_cast<long>(page_b) - static_cast<long>(page_a);
  const bool bare = a.key == "#";
  for (std::size_t i = 0; i < a.numbers.size(); ++i) {
    const long step = b.numbers[i] - a.numbers[i];
    if (step != pages && (bare || step != 0)) return false;
  }
  return true;
}

using EdgeRows = std::vector<std::vector<Row>>;  // by page, then from the edge inwards

/// Where each running line stands, to look for its like on other pages.
using Index = std::multimap<std::string, std::pair<std::size_t, const Row*>>;

bool repeats(const Index& index, const Row& row, std::size_t page) {
  if (row.text.size() > kLongest) return false;
  const auto [begin, end] = index.equal_range(row.key);
  std::size_t looked_at = 0;
  return std::any_of(begin, end, [&](const auto& entry) {
    const auto& [other_page, other] = entry.second;
    constexpr std::size_t kMost = 2000;
    const std::size_t apart = other_page > page ? other_page - page : page - other_page;
    return apart > 0 && apart <= kFarthestPage && ++looked_at < kMost &&
           std::abs(other->place - row.place) <= kSamePlace &&
           std::abs(other->size - row.size) <= 0.05 * row.size &&
           count_pages(row, page, *other, other_page);
  });
}

/// White space between two rows.
double gap(const Row& a, const Row& b) {
  const Box one = box_of(a.parts);
  const Box other = box_of(b.parts);
  return std::max(one.top - other.bottom, other.top - one.bottom);
}

/// How many of a page's rows, from its edge inwards, are no text.
std::size_t count_running(const Index& index, const std::vector<Row>& rows, std::size_t page) {
  std::size_t n = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Row& row = rows[i];
    if (row.text_only) break;
    const bool own_number = i == 0 && row.numbers.size() == 1 && is_bare_number(row.text) &&
                            row.numbers.front() == static_cast<long>(page) + 1;
    if (own_number || repeats(index, row, page) || is_page_label(row.text)) {
      n = i + 1;
      continue;
    }
    // A chapter's title beside the page's number.
    const bool numbered =
        row.parts.size() > 1 && std::any_of(row.parts.begin(), row.parts.end(), [&](const auto& f) {
          Row part = to_row({f}, Edge::Top);
          part.place = row.place;
          return part.key == "#" && repeats(index, part, page);
        });
    if (!numbered) break;
    n = i + 1;
  }
  // White space parts them from the text: what stands in line with it is of it.
  while (n > 0 && n < rows.size() && !is_page_label(rows[n - 1].text) &&
         gap(rows[n - 1], rows[n]) < kLeastGap * rows[n].size) {
    --n;
  }
  return n;
}

void take(Page& page, const Row& row) {
  std::erase_if(page.fragments, [&](const Fragment& f) {
    return std::any_of(row.parts.begin(), row.parts.end(), [&](const Fragment& part) {
      return part.box.left == f.box.left && part.box.top == f.box.top;
    });
  });
}

Index make_index(const EdgeRows& pages, std::vector<Row>& parts, Edge edge) {
  Index index;
  std::size_t count = 0;
  for (const auto& rows : pages) {
    for (const Row& row : rows) count += row.parts.size() > 1 ? row.parts.size() : 0;
  }
  parts.reserve(count);  // the index points into it
  for (std::size_t p = 0; p < pages.size(); ++p) {
    for (const Row& row : pages[p]) {
      index.emplace(row.key, std::pair(p, &row));
      if (row.parts.size() < 2) continue;
      for (const Fragment& f : row.parts) {
        parts.push_back(to_row({f}, edge));
        parts.back().place = row.place;
        index.emplace(parts.back().key, std::pair(p, &parts.back()));
      }
    }
  }
  return index;
}

void take_edge(std::vector<Page>& pages, Edge edge, std::vector<RunningLine>& out) {
  EdgeRows rows;
  for (const Page& page : pages) rows.push_back(edge_rows(page, edge));
  std::vector<Row> parts;
  const Index index = make_index(rows, parts, edge);
  std::map<std::string, bool> heads_seen;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    const std::size_t n = count_running(index, rows[p], p);
    for (std::size_t i = 0; i < n; ++i) {
      const Row& row = rows[p][i];
      // The head of a table that goes over pages is text where it stands first.
      const bool head = row.parts.size() >= kTableHead && row.numbers.empty();
      if (head && !std::exchange(heads_seen[row.key], true)) continue;
      take(pages[p], row);
      out.push_back({p + 1, row.text});
    }
  }
}

}  // namespace

std::vector<RunningLine> take_running_lines(std::vector<Page>& pages) {
  std::vector<RunningLine> out;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    Fragments& fragments = pages[p].fragments;
    const auto rotated = std::stable_partition(fragments.begin(), fragments.end(),
                                               [](const auto& f) { return !is_rotated(f); });
    for (auto f = rotated; f != fragments.end(); ++f) {
      out.push_back({p + 1, line_text(f->words).text});
    }
    fragments.erase(rotated, fragments.end());
  }
  take_edge(pages, Edge::Top, out);
  take_edge(pages, Edge::Bottom, out);
  std::stable_sort(out.begin(), out.end(),
                   [](const RunningLine& a, const RunningLine& b) { return a.page < b.page; });
  return out;
}

}  // namespace trujaman::read

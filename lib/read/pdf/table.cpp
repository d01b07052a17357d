/// Tables: fragments → cells.
#include <algorithm>
#include <iterator>
#include <utility>

#include "read/pdf/columns.hpp"
#include "read/pdf/fragments.hpp"

namespace trujaman::read {
namespace {

/// A fragment that covers such a share of a table's width spans columns.
constexpr double kSpans = 0.6;

/// Left edges of the columns: where white space runs from the table's top to its bottom.
std::vector<double> find_columns(const Fragments& fragments) {
  const double width = box_of(fragments).width();
  std::vector<std::pair<double, double>> spans;
  for (const Fragment& f : fragments) {
    if (f.box.width() < kSpans * width) spans.emplace_back(f.box.left, f.box.right);
  }
  std::sort(spans.begin(), spans.end());
  std::vector<double> edges;
  double right = 0;
  for (const auto& [left, end] : spans) {
    if (edges.empty() || left > right) edges.push_back(left);
    right = std::max(right, end);
  }
  if (edges.empty()) edges.push_back(box_of(fragments).left);
  return edges;
}

std::size_t column_of(const Fragment& f, const std::vector<double>& edges) {
  const auto behind = std::upper_bound(edges.begin(), edges.end(), f.box.left + 0.5);
  return behind == edges.begin() ? 0 : static_cast<std::size_t>(behind - edges.begin()) - 1;
}

/// Rows of a table without white space between them: a line with text in two columns begins one, a
/// line in one column goes on with a cell.
std::vector<Fragments> rows_of_lines(Fragments fragments) {
  std::vector<Fragments> lines;
  for (Fragment& f : fragments) {
    if (lines.empty() || !on_one_line(lines.back().front(), f)) lines.emplace_back();
    lines.back().push_back(std::move(f));
  }
  std::vector<Fragments> rows;
  for (Fragments& line : lines) {
    if (rows.empty() || line.size() > 1) rows.emplace_back();
    std::move(line.begin(), line.end(), std::back_inserter(rows.back()));
  }
  return rows;
}

}  // namespace

std::vector<std::vector<Fragment>> table_cells(std::vector<Fragment> fragments) {
  std::vector<Fragments> cells;
  if (fragments.empty()) return cells;
  sort_down(fragments);
  const std::vector<double> edges = find_columns(fragments);
  std::vector<Fragments> columns(edges.size());
  for (const Fragment& f : fragments) columns[column_of(f, edges)].push_back(f);
  double gap = 0;
  bool known = false;
  for (const Fragments& column : columns) {
    if (column.size() < 2) continue;
    gap = known ? std::min(gap, line_gap(column)) : line_gap(column);
    known = true;
  }
  std::vector<Fragments> rows = find_rows(fragments, gap);
  if (rows.size() == 1) rows = rows_of_lines(std::move(fragments));
  for (Fragments& row : rows) {
    std::vector<Fragments> in_row(edges.size());
    for (Fragment& f : row) in_row[column_of(f, edges)].push_back(std::move(f));
    for (Fragments& cell : in_row) {
      if (!cell.empty()) cells.push_back(merge_lines(std::move(cell)));
    }
  }
  return cells;
}

}  // namespace trujaman::read

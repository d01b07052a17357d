#include "read/pdf/gutter.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace trujaman::read {
namespace {

// In heights of type.
constexpr double kWideGutter = 1.2;     ///< What is narrower may be a blank in justified text.
constexpr double kWider = 1.3;          ///< A gutter against the blanks of its line.
constexpr std::size_t kFewestRows = 4;  ///< Lines beside a narrow gutter …
constexpr double kMostRows = 0.6;       ///< … such a share of which begin at its edge.
constexpr double kSameColumn = 0.2;     ///< Left edges this close are one column's.

std::size_t shared_rows(const Fragments& sorted, std::size_t begin, std::size_t end, double edge) {
  Fragments left;
  Fragments right;
  for (std::size_t i = begin; i < end; ++i) {
    (side_of(sorted[i], edge) == Side::Left ? left : right).push_back(sorted[i]);
  }
  if (left.empty() || right.empty()) return 0;
  const auto beside = [](const Fragments& side, const Box& other) {
    return std::count_if(side.begin(), side.end(), [&](const Fragment& f) {
      return f.box.middle() >= other.top && f.box.middle() <= other.bottom;
    });
  };
  return static_cast<std::size_t>(
      std::min(beside(left, box_of(right)), beside(right, box_of(left))));
}

/// One line beside a gutter: how wide the gutter is in it, and what a blank is.
struct Crossing {
  double gutter = 0;
  double blank = 0;       ///< 0 in a line of few words.
  double right_side = 0;  ///< Where the text behind the gutter begins.
  Box box;
};

/// The lines of @p run that have text on both sides.
std::vector<Crossing> crossings(const Fragments& sorted, const Run& run, double edge) {
  const Fragments part(sorted.begin() + static_cast<std::ptrdiff_t>(run.begin),
                       sorted.begin() + static_cast<std::ptrdiff_t>(run.end));
  std::vector<Crossing> out;
  for (const Fragment& line : merge_lines(part)) {
    const auto right = std::find_if(line.words.begin(), line.words.end(),
                                    [&](const Word& w) { return w.box.left >= edge - 0.5; });
    if (right == line.words.begin() || right == line.words.end()) continue;
    std::vector<double> blanks = blanks_of(line.words);
    const auto gutter = blanks.begin() + (right - line.words.begin()) - 1;
    Crossing crossing{*gutter, 0, right->box.left, line.box};
    blanks.erase(gutter);
    crossing.blank = usual_blank(std::move(blanks));
    out.push_back(crossing);
  }
  return out;
}

/// Blanks of justified text may stand one below the other: most lines must have a wider one here
/// than elsewhere. A narrow gutter must go through several lines, and have one right edge.
bool is_gutter(const Fragments& sorted, const Run& run, double edge) {
  const std::vector<Crossing> lines = crossings(sorted, run, edge);
  if (lines.empty()) return true;  // lines that never stand at one height
  const double size = sorted[run.begin].size;
  const Box all = box_of(sorted);
  std::size_t told = 0;   // lines that tell
  std::size_t wider = 0;  // … that it is no blank
  std::size_t at_edge = 0;
  std::size_t full = 0;
  double narrowest = lines.front().gutter;
  for (const Crossing& line : lines) {
    told += line.blank > 0 ? 1 : 0;
    wider += line.blank > 0 && line.gutter > kWider * line.blank ? 1 : 0;
    at_edge += line.right_side <= edge + kSameColumn * size ? 1 : 0;
    full += line.box.right > all.right - kSameColumn * size ? 1 : 0;
    narrowest = std::min(narrowest, line.gutter);
  }
  if (wider * 2 < told) return false;
  if (told == 0 && full == lines.size() && full < 3 && narrowest < kWideBlank * size) return false;
  if (narrowest >= kWideGutter * size) return true;
  return run.rows >= kFewestRows &&
         static_cast<double>(at_edge) >= kMostRows * static_cast<double>(lines.size());
}

/// Which of @p sorted are no part of a run beside @p edge: what goes across it, and what else
/// stands on a line with such.
std::vector<bool> find_across(const Fragments& sorted, double edge) {
  std::vector<bool> across(sorted.size(), false);
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    if (side_of(sorted[i], edge) != Side::Across) continue;
    const auto near = [&](std::size_t k) {
      return std::abs(sorted[k].box.middle() - sorted[i].box.middle()) < sorted[i].box.height();
    };
    across[i] = true;
    for (std::size_t k = i; k-- > 0 && near(k);) {
      across[k] = across[k] || on_one_line(sorted[i], sorted[k]);
    }
    for (std::size_t k = i + 1; k < sorted.size() && near(k); ++k) {
      across[k] = across[k] || on_one_line(sorted[i], sorted[k]);
    }
  }
  return across;
}

}  // namespace

Side side_of(const Fragment& f, double edge) {
  if (f.box.left >= edge - 0.5) return Side::Right;
  return f.box.right <= edge - kGutter * f.size ? Side::Left : Side::Across;
}

std::vector<double> find_edges(const Fragments& fragments) {
  std::vector<double> edges;
  for (const Fragment& right : fragments) {
    const bool beside = std::any_of(fragments.begin(), fragments.end(), [&](const Fragment& left) {
      return left.box.right + kGutter * right.size <= right.box.left &&
             left.box.top < right.box.bottom && left.box.bottom > right.box.top;
    });
    if (beside) edges.push_back(right.box.left);
  }
  std::sort(edges.begin(), edges.end());
  const auto same = [&](double a, double b) {
    return b - a <= kSameColumn * fragments.front().size;
  };
  edges.erase(std::unique(edges.begin(), edges.end(), same), edges.end());
  return edges;
}

Run find_run(const Fragments& sorted, double edge) {
  const std::vector<bool> across = find_across(sorted, edge);
  Run best;
  for (std::size_t i = 0, begin = 0; i <= sorted.size(); ++i) {
    if (i < sorted.size() && !across[i]) continue;
    if (i > begin) {
      const Run run{begin, i, shared_rows(sorted, begin, i, edge)};
      if (run.rows > best.rows && is_gutter(sorted, run, edge)) best = run;
    }
    begin = i + 1;
  }
  return best;
}

}  // namespace trujaman::read

/// Columns by recursive cuts along white space, after Nagy and Seth's X-Y cut (Hierarchical
/// representation of optically scanned documents, 1984): the tallest gutter first.
#include "read/pdf/columns.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <optional>
#include <utility>

#include "read/line_shape.hpp"
#include "read/pdf/fragments.hpp"
#include "read/pdf/gutter.hpp"
#include "read/pdf/line_text.hpp"

namespace trujaman::read {
namespace {

constexpr std::size_t kMostFragments = 2000;
constexpr int kDeepest = 40;

// In heights of type.
constexpr double kAligned = 0.35;       ///< First lines of cells in one row.
constexpr double kWidestSpacing = 0.5;  ///< White space between lines that are widely spaced.
constexpr double kNearer = 0.15;
constexpr double kSeparate = 0.3;  ///< White space that parts a heading from a column.

// What a column of running text looks like.
constexpr double kFewestLetters = 18;  ///< Bytes a line, on average.
constexpr double kFilled = 0.55;       ///< The middle line's share of the column's width.

/// A marker's greatest distance from its text, which has so many words; a number before less may be
/// a cell before a cell.
constexpr double kMarkerGap = 3;
constexpr std::size_t kFewestMarked = 2;

struct Sides {
  Fragments left;
  Fragments right;
};

/// A gutter with what stands beside, above and below it.
struct Band {
  Fragments above;
  Sides sides;
  Fragments below;
};

/// White space between the lines of the side that has more of it.
double usual_gap(const Fragments& sorted, const Run& run, double edge) {
  Sides sides;
  for (std::size_t i = run.begin; i < run.end; ++i) {
    (side_of(sorted[i], edge) == Side::Left ? sides.left : sides.right).push_back(sorted[i]);
  }
  const double gap = std::max(line_gap(std::move(sides.left)), line_gap(std::move(sides.right)));
  // Between the rows of a table there is more.
  return std::clamp(gap, 0.0, kWidestSpacing * sorted[run.begin].size);
}

/// Lines at one end of a run where only one side has any are no part of it where more white space
/// than between lines parts them from the rest, or they stand nearer to the full-width text behind
/// them: a title, a caption, the last line of a paragraph.
void trim_run(const Fragments& sorted, Run& run, double edge) {
  constexpr std::size_t kMost = 3;
  const auto side = [&](std::size_t i) { return side_of(sorted[i], edge); };
  const auto gap = [&](std::size_t upper) {
    return sorted[upper + 1].box.top - sorted[upper].box.bottom;
  };
  const double usual = usual_gap(sorted, run, edge);
  // Its own side goes on near by: a column that begins higher or ends lower than the other.
  const auto goes_on = [&](std::size_t i, bool below) {
    for (std::size_t k = run.begin; k < run.end; ++k) {
      if (side(k) != side(i) || (below ? k <= i : k >= i)) continue;
      const double white = below ? sorted[k].box.top - sorted[i].box.bottom
                                 : sorted[i].box.top - sorted[k].box.bottom;
      if (white <= usual + kSeparate * sorted[i].size) return true;
    }
    return false;
  };
  const auto apart = [&](std::size_t upper, double outside) {
    const double size = std::min(sorted[upper].size, sorted[upper + 1].size);
    return gap(upper) > usual + kSeparate * size || gap(upper) > outside + kNearer * size;
  };
  const double far = std::numeric_limits<double>::infinity();
  if (run.end < sorted.size()) {
    double below = gap(run.end - 1);
    const std::size_t last = run.end - 1;
    for (std::size_t i = run.end; i-- > run.begin + 1 && last - i < kMost;) {
      if (side(i) != side(last)) break;
      if (!apart(i - 1, below) || (goes_on(i, false) && below > usual)) continue;
      run.end = i;
      below = gap(i - 1);
    }
  }
  double above = run.begin > 0 ? gap(run.begin - 1) : far;
  const std::size_t first = run.begin;
  for (std::size_t i = first; i + 1 < run.end && i - first < kMost; ++i) {
    if (side(i) != side(first)) break;
    if (!apart(i, above) || (goes_on(i, true) && above > usual)) continue;
    run.begin = i + 1;
    above = gap(i);
  }
}

std::optional<Band> find_band(Fragments fragments) {
  if (fragments.size() < 2) return std::nullopt;
  sort_down(fragments);
  Run best;
  double best_edge = 0;
  for (const double edge : find_edges(fragments)) {
    const Run run = find_run(fragments, edge);
    if (run.rows > best.rows) {
      best = run;
      best_edge = edge;
    }
  }
  if (best.rows == 0) return std::nullopt;
  trim_run(fragments, best, best_edge);
  Band band;
  for (std::size_t i = 0; i < fragments.size(); ++i) {
    Fragments& part = i < best.begin                                   ? band.above
                      : i >= best.end                                  ? band.below
                      : side_of(fragments[i], best_edge) == Side::Left ? band.sides.left
                                                                       : band.sides.right;
    part.push_back(std::move(fragments[i]));
  }
  if (band.sides.left.empty() || band.sides.right.empty()) return std::nullopt;
  return band;
}

bool looks_like_text(const Fragments& side) {
  const double width = box_of(side).width();
  double letters = 0;
  for (const Fragment& f : side) {
    for (const Word& word : f.words) letters += static_cast<double>(word.text.size()) + 1;
  }
  if (letters < kFewestLetters * static_cast<double>(side.size())) return false;
  return middle_of(side, [](const Fragment& f) { return f.box.width(); }) >= kFilled * width;
}

/// Whether the sides have their white space at the same heights, where both have text: rows.
bool gaps_agree(const Sides& sides) {
  const Box left = box_of(sides.left);
  const Box right = box_of(sides.right);
  const double gap = std::min(line_gap(sides.left), line_gap(sides.right));
  const auto rows_of = [&](Fragments part) {
    std::erase_if(part, [&](const Fragment& f) {
      return f.box.middle() < std::max(left.top, right.top) ||
             f.box.middle() > std::min(left.bottom, right.bottom);
    });
    return find_rows(part, gap).size();
  };
  Fragments all = sides.left;
  all.insert(all.end(), sides.right.begin(), sides.right.end());
  const std::size_t both = rows_of(std::move(all));
  if (getenv("DBG"))
    fprintf(stderr, "both %zu left %zu right %zu\n", both, rows_of(sides.left),
            rows_of(sides.right));
  return both >= 2 && both * 10 >= std::max(rows_of(sides.left), rows_of(sides.right)) * 7;
}

/// Share of the lines of the side with fewer ones that have one at the same height beside them.
double aligned(const Sides& sides) {
  const bool left_is_less = sides.left.size() < sides.right.size();
  const Fragments& less = left_is_less ? sides.left : sides.right;
  const Fragments& more = left_is_less ? sides.right : sides.left;
  const auto n = std::count_if(less.begin(), less.end(), [&](const Fragment& a) {
    return std::any_of(more.begin(), more.end(), [&](const Fragment& b) {
      return std::abs(a.box.top - b.box.top) < kAligned * a.size;
    });
  });
  return static_cast<double>(n) / static_cast<double>(less.size());
}

bool is_table(Sides sides) {
  sides.left = merge_lines(std::move(sides.left));
  sides.right = merge_lines(std::move(sides.right));
  const bool left = looks_like_text(sides.left);
  const bool right = looks_like_text(sides.right);
  const double share = aligned(sides);
  if (left && right) return gaps_agree(sides) && share > 0.7;
  // A column of text with a narrow one beside it: margin notes stand where they belong, cells in
  // line with the others of their row.
  return share > 0.7;
}

/// One line with blanks in it, no line above or below with the same gutter.
bool is_one_line(const Sides& sides) {
  const auto alone = [](const Fragments& side) { return merge_lines(side).size() == 1; };
  return alone(sides.left) && alone(sides.right);
}

Fragments join(Sides&& sides) {
  Fragments all = std::move(sides.left);
  std::move(sides.right.begin(), sides.right.end(), std::back_inserter(all));
  return all;
}

double distance(const Sides& sides) {
  return box_of(sides.right).left - box_of(sides.left).right;
}

template <typename T>
void append(std::vector<T>& all, std::vector<T>&& more) {
  std::move(more.begin(), more.end(), std::back_inserter(all));
}

std::vector<Region> cut(Fragments fragments, int depth) {
  std::vector<Region> out;
  if (fragments.empty()) return out;
  std::optional<Band> band;
  if (depth < kDeepest) band = find_band(fragments);
  if (!band) {
    out.push_back({false, merge_lines(std::move(fragments))});
    return out;
  }
  if (is_one_line(band->sides) && distance(band->sides) < kWideBlank * size_of(fragments)) {
    // A wide blank, as justified lines have them: no gutter after all.
    Fragments all = std::move(band->above);
    append(all, merge_lines(join(std::move(band->sides))));
    append(all, std::move(band->below));
    return cut(std::move(all), depth + 1);
  }
  append(out, cut(std::move(band->above), depth + 1));
  if (is_table(band->sides)) {
    out.push_back({true, join(std::move(band->sides))});
  } else {
    append(out, cut(std::move(band->sides.left), depth + 1));
    append(out, cut(std::move(band->sides.right), depth + 1));
  }
  append(out, cut(std::move(band->below), depth + 1));
  return out;
}

/// "•", "3.", "b)", "*": what stands before a text, at some distance.
bool is_marker(const Fragment& f) {
  if (f.words.size() != 1) return false;
  const std::string& word = f.words.front().text;
  return marker_length(word + " x") == word.size() + 1 || is_note_sign(word);
}

/// Markers become one with the text they stand before, so that they are no column of their own.
Fragments join_markers(Fragments fragments) {
  std::vector<bool> gone(fragments.size(), false);
  for (std::size_t i = 0; i < fragments.size(); ++i) {
    if (!is_marker(fragments[i])) continue;
    const Fragment& marker = fragments[i];
    std::size_t best = i;
    for (std::size_t k = 0; k < fragments.size(); ++k) {
      const double gap = fragments[k].box.left - marker.box.right;
      const bool behind = k != i && !gone[k] && gap >= 0 && on_one_line(marker, fragments[k]) &&
                          gap < kMarkerGap * fragments[k].size &&
                          fragments[k].words.size() >= kFewestMarked;
      if (behind && (best == i || fragments[k].box.left < fragments[best].box.left)) best = k;
    }
    if (best == i) continue;
    Fragment& text = fragments[best];
    text.words.insert(text.words.begin(), marker.words.begin(), marker.words.end());
    text.box.left = marker.box.left;
    gone[i] = true;
  }
  Fragments out;
  for (std::size_t i = 0; i < fragments.size(); ++i) {
    if (!gone[i]) out.push_back(std::move(fragments[i]));
  }
  return out;
}

}  // namespace

std::vector<Region> find_regions(std::vector<Fragment> fragments) {
  // Poppler takes a narrow gutter for a blank.
  fragments = split_at_blanks(std::move(fragments), kGutter);
  if (fragments.size() > kMostFragments) return {{false, std::move(fragments)}};
  return cut(join_markers(std::move(fragments)), 0);
}

}  // namespace trujaman::read

#include "review/rows.hpp"

#include <algorithm>

#include <trujaman/error.hpp>
#include <trujaman/message.hpp>

namespace trujaman::review {
namespace {

/// Walks along one alignment.
class Cursor {
 public:
  Cursor(const DocumentAlignment& alignment, std::size_t pivot_size)
      : next_(alignment.alignment->beads.begin()), end_(alignment.alignment->beads.end()) {
    std::size_t pivot = 0;
    std::size_t target = 0;
    for (const Bead& bead : alignment.alignment->beads) {
      if (bead.source.begin != pivot || bead.source.end < pivot || bead.target.begin != target ||
          bead.target.end < target) {
        refuse();
      }
      pivot = bead.source.end;
      target = bead.target.end;
    }
    if (pivot != pivot_size || target != alignment.target->size()) refuse();
  }

  /// The next bead has text of the translation only.
  [[nodiscard]] bool adds_text() const { return next_ != end_ && next_->source.empty(); }

  /// Takes the beads that begin before segment @p end of the pivot into @p cell; returns where the
  /// last one ends, or @p end.
  std::size_t take_until(std::size_t end, RowCell& cell) {
    for (; next_ != end_ && next_->source.begin < end; ++next_) {
      add(cell);
      end = std::max(end, next_->source.end);
    }
    return end;
  }

  void take_one(RowCell& cell) {
    add(cell);
    ++next_;
  }

 private:
  void add(RowCell& cell) const {
    if (!cell.takes_part) cell = {next_->target, next_->confidence, true};
    cell.target.end = next_->target.end;
    cell.confidence = std::min(cell.confidence, next_->confidence);
  }

  [[noreturn]] static void refuse() {
    throw Error(Errc::InvalidArgument, message("the alignment is not one of these documents"));
  }

  std::vector<Bead>::const_iterator next_;
  std::vector<Bead>::const_iterator end_;
};

}  // namespace

double Row::confidence() const {
  return std::ranges::min_element(cells, {}, &RowCell::confidence)->confidence;
}

bool Row::has_gap() const {
  return pivot.empty() || std::ranges::any_of(cells, [](const RowCell& cell) {
           return cell.takes_part && cell.target.empty();
         });
}

std::vector<Row> make_rows(std::size_t pivot_size, std::span<const DocumentAlignment> targets) {
  std::vector<Cursor> cursors;
  for (const DocumentAlignment& target : targets) cursors.emplace_back(target, pivot_size);
  std::vector<Row> rows;
  const auto add_row = [&](std::size_t begin) -> Row& {
    rows.push_back({{begin, begin}, std::vector<RowCell>(targets.size())});
    return rows.back();
  };
  std::size_t at = 0;
  do {
    for (std::size_t i = 0; i < cursors.size(); ++i) {
      while (cursors[i].adds_text()) cursors[i].take_one(add_row(at).cells[i]);
    }
    if (at == pivot_size) break;
    Row& row = add_row(at);
    // A bead of one translation may hold the row open for those of another.
    std::size_t end = at + 1;
    for (std::size_t last = at; last != end;) {
      last = end;
      for (std::size_t i = 0; i < cursors.size(); ++i) {
        end = cursors[i].take_until(end, row.cells[i]);
      }
    }
    row.pivot.end = at = end;
  } while (true);
  return rows;
}

}  // namespace trujaman::review

#include "align/band.hpp"

#include <algorithm>

namespace trujaman::align {

Band make_band(std::vector<Band::Row> rows, std::size_t target_segments) {
  rows.front().begin = 0;
  rows.back().end = target_segments + 1;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    rows[i].end = std::max(rows[i].end, rows[i - 1].end);
  }
  for (std::size_t i = rows.size() - 1; i-- > 0;) {
    rows[i].begin = std::min(rows[i].begin, rows[i + 1].begin);
  }
  Band band;
  band.rows = std::move(rows);
  std::size_t offset = 0;
  for (std::size_t i = 0; i < band.rows.size(); ++i) {
    Band::Row& row = band.rows[i];
    row.end = std::min(std::max(row.end, row.begin + 1), target_segments + 1);
    if (i > 0) row.begin = std::min(row.begin, band.rows[i - 1].end - 1);
    row.offset = offset;
    offset += row.end - row.begin;
  }
  return band;
}

Band first_band(const Side& source, const Side& target, const Lexicon& /*lexicon*/) {
  std::vector<Band::Row> rows(source.size() + 1, {0, target.size() + 1, 0});
  return make_band(std::move(rows), target.size());
}

}  // namespace trujaman::align

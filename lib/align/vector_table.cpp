#include "align/vector_table.hpp"

#include <algorithm>
#include <cmath>

namespace trujaman::align {
namespace {

/// Numbers that are summed side by side, so that compilers make vector instructions of it.
constexpr std::size_t kLanes = 16;
using Lanes = std::array<float, kLanes>;

void load(const RowSum& x, std::size_t at, Lanes& sum) {
  for (std::size_t l = 0; l < kLanes; ++l) sum[l] = x.rows[0][at + l];
  for (std::size_t r = 1; r < x.count; ++r) {
    for (std::size_t l = 0; l < kLanes; ++l) sum[l] += x.rows[r][at + l];
  }
}

}  // namespace

VectorTable::VectorTable(std::size_t segments, std::size_t dimension, std::size_t rows)
    : segments_(segments),
      dimension_(dimension),
      stride_((dimension + kLanes - 1) / kLanes * kLanes),
      numbers_(rows * stride_, 0.0F),
      row_(segments * kMaxBead, kNone),
      scale_(segments * kMaxBead, 0.0F) {}

void VectorTable::assign(std::size_t begin, std::size_t count, std::size_t row) {
  row_[index(begin, count)] = static_cast<std::uint32_t>(row);
}

void VectorTable::finish() {
  for (std::size_t begin = 0; begin < numbers_.size(); begin += stride_) {
    float* row = numbers_.data() + begin;
    double squares = 0.0;
    for (std::size_t d = 0; d < dimension_; ++d)
      squares += static_cast<double>(row[d]) * static_cast<double>(row[d]);
    if (squares <= 0.0) continue;
    const double scale = 1.0 / std::sqrt(squares);
    for (std::size_t d = 0; d < dimension_; ++d)
      row[d] = static_cast<float>(static_cast<double>(row[d]) * scale);
  }
  // Vectors that cancel each other out leave rounding errors, which point nowhere.
  constexpr double kNothing = 1e-8;
  for (std::size_t i = 0; i < segments_; ++i) {
    for (std::size_t k = 1; k <= std::min(kMaxBead, segments_ - i); ++k) {
      RowSum rows = rows_of(i, k);
      if (rows.count == 0) continue;
      rows.scale = 1.0F;
      const double squares = dot(rows, rows).whole();
      if (squares > kNothing) scale_[index(i, k)] = static_cast<float>(1.0 / std::sqrt(squares));
    }
  }
}

RowSum VectorTable::rows_of(std::size_t begin, std::size_t count) const {
  RowSum out;
  const auto append = [&](std::uint32_t row) {
    if (row != kNone) out.rows[out.count++] = numbers_.data() + std::size_t{row} * stride_;
  };
  append(row_[index(begin, count)]);
  if (out.count == 0 && count > 1) {
    for (std::size_t i = begin; i < begin + count; ++i) append(row_[index(i, 1)]);
  }
  return out;
}

RowSum VectorTable::sum(std::size_t begin, std::size_t count) const {
  RowSum out = rows_of(begin, count);
  out.scale = scale(begin, count);
  return out;
}

Halves VectorTable::dot(const RowSum& x, const RowSum& y) const {
  if (x.count == 0 || y.count == 0) return {};
  Lanes sums{};
  Lanes a;
  Lanes b;
  for (std::size_t at = 0; at < stride_; at += kLanes) {
    load(x, at, a);
    load(y, at, b);
    for (std::size_t l = 0; l < kLanes; ++l) sums[l] += a[l] * b[l];
  }
  Halves out;
  for (std::size_t l = 0; l < kLanes; l += 2) {
    out.even += static_cast<double>(sums[l]);
    out.odd += static_cast<double>(sums[l + 1]);
  }
  const double scale = static_cast<double>(x.scale) * static_cast<double>(y.scale);
  return {out.even * scale, out.odd * scale};
}

}  // namespace trujaman::align

/// @file
/// Unit vectors of segments and of runs of them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <trujaman/sentence_vectors.hpp>

#include "align/evidence.hpp"
#include "base/local.hpp"

namespace trujaman::align {

/// A vector, given as a sum of rows: sum · scale has length 1, or the scale is 0.
struct RowSum {
  std::array<const float*, kMaxBead> rows{};
  std::size_t count = 0;
  float scale = 0.0F;
};

/// A dot product, in two parts: over every second number, and over the others.
struct Halves {
  double even = 0.0;
  double odd = 0.0;
  [[nodiscard]] double whole() const noexcept { return even + odd; }
};

/// Rows of 32-bit numbers, and which of them belong to which segments. Filled row by row, then
/// finished, then read only.
class VectorTable {
 public:
  VectorTable(std::size_t segments, std::size_t dimension, std::size_t rows);

  /// Row @p row, to be filled with dimension() finite numbers.
  [[nodiscard]] float* row(std::size_t row) { return numbers_.data() + row * stride_; }
  /// Says that @p row is the vector of the @p count segments from @p begin on.
  void assign(std::size_t begin, std::size_t count, std::size_t row);
  /// Makes unit vectors of the rows.
  void finish();

  [[nodiscard]] std::size_t segments() const noexcept { return segments_; }
  [[nodiscard]] std::size_t dimension() const noexcept { return dimension_; }
  [[nodiscard]] std::size_t stride() const noexcept { return stride_; }
  /// Whether there is anything but zeros for these segments, of which there are 1 to kMaxBead.
  [[nodiscard]] bool known(std::size_t begin, std::size_t count) const {
    return scale(begin, count) > 0.0F;
  }
  /// The unit vector of these segments: their own row, else the sum of theirs.
  [[nodiscard]] RowSum sum(std::size_t begin, std::size_t count) const;

  /// Dot product of unit vectors of tables with the same dimension.
  [[nodiscard]] Halves dot(const RowSum& x, const RowSum& y) const;

 private:
  static constexpr std::uint32_t kNone = UINT32_MAX;

  [[nodiscard]] std::size_t index(std::size_t begin, std::size_t count) const noexcept {
    return begin * kMaxBead + count - 1;
  }
  [[nodiscard]] float scale(std::size_t begin, std::size_t count) const {
    return scale_[index(begin, count)];
  }
  /// The rows that make up these segments, not scaled.
  [[nodiscard]] RowSum rows_of(std::size_t begin, std::size_t count) const;

  std::size_t segments_;
  std::size_t dimension_;
  std::size_t stride_;  ///< Numbers from one row to the next: dimension_ and zeros.
  std::vector<float> numbers_;
  std::vector<std::uint32_t> row_;  ///< By index(); kNone where there is none.
  std::vector<float> scale_;        ///< By index().
};

}  // namespace trujaman::align

namespace trujaman::inline v0 {

struct TRUJAMAN_LOCAL SentenceVectors::Impl {
  align::VectorTable table;
};

}  // namespace trujaman::inline v0

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>
#include <utility>

#include <trujaman/message.hpp>

#include "align/vector_table.hpp"

namespace trujaman::inline v0 {
namespace {

align::VectorTable make_table(std::span<const float> rows, std::size_t dimension) {
  if (dimension == 0 ? !rows.empty() : rows.size() % dimension != 0) {
    throw Error(Errc::InvalidArgument,
                message("{1} numbers are no vectors of {2}", rows.size(), dimension));
  }
  if (!std::ranges::all_of(rows, [](float x) { return std::isfinite(x); })) {
    throw Error(Errc::InvalidArgument, message("a number in the vectors is not finite"));
  }
  const std::size_t segments = dimension == 0 ? 0 : rows.size() / dimension;
  align::VectorTable table(segments, dimension, segments);
  for (std::size_t i = 0; i < segments; ++i) {
    std::ranges::copy(rows.subspan(i * dimension, dimension), table.row(i));
    table.assign(i, 1, i);
  }
  table.finish();
  return table;
}

}  // namespace

SentenceVectors::SentenceVectors(std::span<const float> rows, std::size_t dimension)
    : impl_(std::make_unique<const Impl>(Impl{make_table(rows, dimension)})) {}
SentenceVectors::SentenceVectors(ImplPtr<const Impl> impl) : impl_(std::move(impl)) {}
SentenceVectors::~SentenceVectors() = default;
SentenceVectors::SentenceVectors(SentenceVectors&&) noexcept = default;
SentenceVectors& SentenceVectors::operator=(SentenceVectors&&) noexcept = default;

std::size_t SentenceVectors::size() const noexcept {
  return impl_->table.segments();
}

std::size_t SentenceVectors::dimension() const noexcept {
  return impl_->table.dimension();
}

std::size_t SentenceVectors::missing() const noexcept {
  std::size_t missing = 0;
  for (std::size_t i = 0; i < size(); ++i) missing += impl_->table.known(i, 1) ? 0 : 1;
  return missing;
}

std::vector<float> SentenceVectors::vector(SegmentRange segments) const {
  if (segments.end > size() || segments.begin >= segments.end ||
      segments.size() > align::kMaxBead) {
    throw Error(Errc::InvalidArgument,
                message("a vector is of one to five segments that are there"));
  }
  const align::RowSum sum = impl_->table.sum(segments.begin, segments.size());
  std::vector<float> out(dimension(), 0.0F);
  for (std::size_t r = 0; r < sum.count; ++r) {
    for (std::size_t d = 0; d < out.size(); ++d) out[d] += sum.rows[r][d] * sum.scale;
  }
  return out;
}

}  // namespace trujaman::inline v0

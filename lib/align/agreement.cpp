#include "align/agreement.hpp"

#include <algorithm>

namespace trujaman::align {
namespace {

/// How often the witness says "right" of what is right, and of what is wrong.
constexpr double kOfRight = 0.97;
constexpr double kOfWrong = 0.2;

bool within(SegmentRange inner, SegmentRange outer) noexcept {
  return inner.begin >= outer.begin && inner.end <= outer.end;
}

}  // namespace

Agreement::Agreement(const Alignment& alignment, std::size_t source_segments,
                     std::size_t target_segments)
    : beads_(alignment.beads),
      bead_of_source_(source_segments, 0),
      bead_of_target_(target_segments, 0) {
  for (std::uint32_t k = 0; k < beads_.size(); ++k) {
    const Bead& bead = beads_[k];
    const auto mark = [k](std::vector<std::uint32_t>& bead_of, SegmentRange range) {
      for (std::size_t i = range.begin; i < std::min(range.end, bead_of.size()); ++i)
        bead_of[i] = k;
    };
    mark(bead_of_source_, bead.source);
    mark(bead_of_target_, bead.target);
  }
}

double Agreement::operator()(SegmentRange a, SegmentRange b) const {
  if (beads_.empty() || a.empty() || b.empty()) return 0.0;
  double sum = 0.0;
  const auto hear = [&](const Bead& bead) {
    if (!bead.is_null() && within(bead.source, a) && within(bead.target, b)) sum += bead.confidence;
  };
  for (std::size_t i = a.begin; i < a.end; ++i) hear(beads_[bead_of_source_.at(i)]);
  for (std::size_t j = b.begin; j < b.end; ++j) hear(beads_[bead_of_target_.at(j)]);
  return sum / static_cast<double>(a.size() + b.size());
}

double judged(double confidence, double agreement) noexcept {
  const double if_right = agreement * kOfRight + (1.0 - agreement) * (1.0 - kOfRight);
  const double if_wrong = agreement * kOfWrong + (1.0 - agreement) * (1.0 - kOfWrong);
  const double right = confidence * if_right;
  return right / (right + (1.0 - confidence) * if_wrong);
}

}  // namespace trujaman::align

/// @file
/// Whether two translations of one document bear each other out.
#pragma once

#include <cstdint>
#include <vector>

#include <trujaman/aligner.hpp>

namespace trujaman::align {

/// One alignment of two translations, ready to be asked about ranges of their segments.
class Agreement {
 public:
  Agreement(const Alignment& alignment, std::size_t source_segments, std::size_t target_segments);

  /// How far the alignment links the segments of @p a (its source side) and @p b with each other
  /// and with nothing else: the mean over them of their beads' confidence where the bead stays
  /// within the two ranges, else 0; in [0, 1].
  [[nodiscard]] double operator()(SegmentRange a, SegmentRange b) const;

 private:
  std::vector<Bead> beads_;
  std::vector<std::uint32_t> bead_of_source_;
  std::vector<std::uint32_t> bead_of_target_;
};

/// @p confidence after an @p agreement in [0, 1] has been heard: as a witness who says "right" of
/// nearly all that is right and of about every fifth that is wrong.
[[nodiscard]] double judged(double confidence, double agreement) noexcept;

}  // namespace trujaman::align

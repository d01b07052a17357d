/// @file
/// Stated confidences against what is right.
#pragma once

#include <algorithm>
#include <cstdio>
#include <vector>

namespace bench {

/// Beads by their stated confidence: in ten bands, and in order.
class Reliability {
 public:
  void add(double confidence, bool right) { beads_.push_back({confidence, right}); }

  void print() {
    std::puts("\nconfidence   beads  stated  right");
    constexpr int kBands = 10;
    for (int b = 0; b < kBands; ++b) {
      const double begin = static_cast<double>(b) / kBands;
      const double end = static_cast<double>(b + 1) / kBands;
      double n = 0.0;
      double right = 0.0;
      double stated = 0.0;
      for (const Bead& bead : beads_) {
        if (bead.confidence < begin || (bead.confidence >= end && b + 1 < kBands)) continue;
        n += 1.0;
        right += bead.right ? 1.0 : 0.0;
        stated += bead.confidence;
      }
      if (n == 0.0) continue;
      std::printf("%.1f-%.1f    %7.0f   %.3f  %.3f\n", begin, end, n, stated / n, right / n);
    }
    print_review();
  }

 private:
  struct Bead {
    double confidence;
    bool right;
  };

  /// What a reviewer finds who begins with the least sure beads.
  void print_review() {
    std::stable_sort(beads_.begin(), beads_.end(),
                     [](const Bead& a, const Bead& b) { return a.confidence < b.confidence; });
    const auto wrong = [&](std::size_t count) {
      return std::count_if(beads_.begin(), beads_.begin() + static_cast<std::ptrdiff_t>(count),
                           [](const Bead& bead) { return !bead.right; });
    };
    for (const double share : {0.01, 0.02, 0.05}) {
      const auto count = static_cast<std::size_t>(share * static_cast<double>(beads_.size()));
      std::printf("the least sure %.0f%% (%zu) hold %td of %td wrong beads\n", 100.0 * share, count,
                  wrong(count), wrong(beads_.size()));
    }
  }

  std::vector<Bead> beads_;
};

}  // namespace bench

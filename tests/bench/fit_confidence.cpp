/// Fits what turns posteriors into confidences, and prints it as it stands in pipeline.hpp.
///
///   fit_confidence GOLDDIR
///
/// The constant of align::calibrated is the one with which the gold alignments are most likely:
/// each bead of the aligner's is right with the probability that is stated. So that it is not
/// judged by what it was fitted on, it is fitted on every second document, too, and how reliable
/// the others' confidences are is printed.
#include <array>
#include <cmath>
#include <cstdio>
#include <vector>

#include "align/weights.hpp"
#include "reliability.hpp"
#include "training.hpp"

namespace {

using bench::GoldDocument;

struct Outcome {
  double posterior;
  double join;  ///< Habit of its document.
  bool right;
};

std::vector<Outcome> outcomes(const GoldDocument& doc) {
  const bench::Weights shipped{trujaman::align::kFirstWeights, trujaman::align::kSecondWeights};
  const std::vector<trujaman::Bead> beads = bench::align(doc, {}, shipped);
  const double join = trujaman::align::join_habit(beads);
  std::vector<Outcome> out;
  for (const trujaman::Bead& bead : beads) {
    out.push_back({bead.confidence, join, bench::contains(doc.beads, bead)});
  }
  return out;
}

double stated(const Outcome& bead, double too_careful) {
  return trujaman::align::calibrated(bead.posterior, bead.join, too_careful);
}

double log_likelihood(const std::vector<Outcome>& beads, double too_careful) {
  // A single gold error among thousands of sure beads must not rule.
  constexpr double kSurest = 0.999;
  double sum = 0.0;
  for (const Outcome& bead : beads) {
    const double confidence = std::min(kSurest, stated(bead, too_careful));
    sum += std::log(bead.right ? confidence : 1.0 - confidence);
  }
  return sum;
}

double fit(const std::vector<Outcome>& beads) {
  double best = 0.0;
  double most = -INFINITY;
  for (double too_careful = -1.0; too_careful <= 3.0; too_careful += 0.125) {
    const double value = log_likelihood(beads, too_careful);
    if (value <= most) continue;
    most = value;
    best = too_careful;
  }
  return best;
}

void append(std::vector<Outcome>& all, const std::vector<Outcome>& more) {
  all.insert(all.end(), more.begin(), more.end());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("usage: fit_confidence GOLDDIR\n", stderr);
    return 2;
  }
  std::vector<Outcome> all;
  std::array<std::vector<Outcome>, 2> halves;
  std::size_t count = 0;
  for (const GoldDocument& doc : bench::read_gold(argv[1])) {
    const std::vector<Outcome> here = outcomes(doc);
    append(all, here);
    append(halves[count++ % 2], here);
  }
  std::printf("inline constexpr double kTooCareful = %.3f;\n", fit(all));
  bench::Reliability held;
  for (const std::size_t half : {0, 1}) {
    const double best = fit(halves[1 - half]);
    std::printf("fitted on the %s half: %.3f\n", half ? "first" : "second", best);
    for (const Outcome& bead : halves[half]) held.add(stated(bead, best), bead.right);
  }
  std::printf("\nfitted on one half, the other");
  held.print();
  return 0;
}

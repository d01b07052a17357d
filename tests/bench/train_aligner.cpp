/// Fits the aligner's weights on gold documents and prints them as they stand in weights.hpp.
///
///   train_aligner GOLDDIR [ROUNDS [PULL [HUMAN]]]
///
/// The weights are those of a conditional model of the whole alignment given the two documents: a
/// semi-Markov conditional random field (Sarawagi & Cohen 2004) over the lattice. Its gradient is
/// what the gold alignment has of each feature less what the lattice expects of it. Trained so,
/// posteriors are calibrated by construction, on the documents trained on. Reports are translated
/// closely; so that the weights serve freer translations, too, each is fitted on once more with
/// segments joined and words missing by chance (loosen.hpp).
#include <cstdio>
#include <cstdlib>

#include "align/weights.hpp"
#include "training.hpp"

namespace {

void print(const char* name, const trujaman::align::FeatureVector& w) {
  std::printf("inline constexpr FeatureVector %s{", name);
  for (std::size_t k = 0; k < w.size(); ++k) std::printf("%s%.3f", k ? ", " : "", w[k]);
  std::printf("};\n");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: train_aligner GOLDDIR [ROUNDS [PULL [HUMAN]]]\n");
    return 2;
  }
  bench::Fitting how;
  if (argc > 2) how.rounds = std::atoi(argv[2]);
  if (argc > 3) how.pull = std::atof(argv[3]);
  if (argc > 4) how.human = std::atof(argv[4]);
  const bench::Weights w =
      bench::train(bench::read_gold(argv[1]), {},
                   {trujaman::align::kFirstWeights, trujaman::align::kSecondWeights}, how);
  print("kFirstWeights", w.first);
  print("kSecondWeights", w.second);
  return 0;
}

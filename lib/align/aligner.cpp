#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include <trujaman/aligner.hpp>
#include <trujaman/message.hpp>

#include "align/pipeline.hpp"
#include "align/scorer.hpp"
#include "align/weights.hpp"
#include "base/local.hpp"

namespace trujaman::inline v0 {
namespace {

/// Shares of the work, for progress: preparing, the first round and its coarse
/// half; the others share the rest.
constexpr double kPrepared = 0.1;
constexpr double kCoarseDone = 0.4;
constexpr double kFirstDone = 0.6;

double weighted_mean_confidence(const std::vector<Bead>& beads, const SegmentedDocument& source,
                                const SegmentedDocument& target) {
  double sum = 0.0;
  double bytes = 0.0;
  for (const Bead& bead : beads) {
    if (bead.is_null()) continue;
    std::size_t length = 0;
    for (std::size_t i = bead.source.begin; i < bead.source.end; ++i)
      length += source.text(i).size();
    for (std::size_t j = bead.target.begin; j < bead.target.end; ++j)
      length += target.text(j).size();
    sum += bead.confidence * static_cast<double>(length);
    bytes += static_cast<double>(length);
  }
  return bytes > 0.0 ? sum / bytes : 0.0;
}

void check_anchors(std::span<const AnchorPair> anchors, std::size_t n, std::size_t m) {
  for (std::size_t k = 0; k < anchors.size(); ++k) {
    const std::string name =
        std::to_string(anchors[k].source) + " - " + std::to_string(anchors[k].target);
    if (anchors[k].source >= n || anchors[k].target >= m) {
      throw Error(Errc::InvalidArgument,
                  message("anchor {1} names a segment that is not there", name));
    }
    if (k > 0 && (anchors[k].source <= anchors[k - 1].source ||
                  anchors[k].target <= anchors[k - 1].target)) {
      throw Error(Errc::InvalidArgument,
                  message("anchor {1} does not follow the one before it on both sides", name));
    }
  }
}

}  // namespace

struct TRUJAMAN_LOCAL Aligner::Impl {
  LanguagePair languages;
  align::KnownTranslations known;
  Progress progress;

  void report(double done) const {
    if (progress && !progress(done)) {
      throw Error(Errc::Cancelled, message("alignment was stopped"));
    }
  }
  /// Progress of one round, from @p begin to @p end, by row.
  [[nodiscard]] std::function<void(std::size_t)> rows(double begin, double end,
                                                      std::size_t count) const {
    return [this, begin, end, count](std::size_t row) {
      constexpr std::size_t kEvery = 64;
      if (row % kEvery != 0) return;
      report(begin + (end - begin) * static_cast<double>(row) / static_cast<double>(count));
    };
  }
};

Aligner::Aligner(const LanguagePair& languages, AlignerOptions options) {
  std::vector<LexiconEntry> entries;
  if (options.word_list) entries = align::shipped_lexicon(languages);
  std::move(options.lexicon.begin(), options.lexicon.end(), std::back_inserter(entries));
  impl_ = std::make_unique<const Impl>(
      Impl{languages, align::KnownTranslations(languages, entries), std::move(options.progress)});
}
Aligner::~Aligner() = default;
Aligner::Aligner(Aligner&&) noexcept = default;
Aligner& Aligner::operator=(Aligner&&) noexcept = default;

Alignment Aligner::align(const SegmentedDocument& source, const SegmentedDocument& target,
                         const PairOptions& options) const {
  using namespace align;
  const std::size_t n = source.size();
  check_anchors(options.anchors, n, target.size());

  // 1. Both sides as words, numbers, marks and lengths; what is known about the words beforehand.
  Prepared docs = prepare(source, target, impl_->languages, impl_->known);
  impl_->report(kPrepared);

  // 2. First round, with prior knowledge only, in a band round the anchors: the usual beads, then
  // all where those leave any doubt.
  const Habits usual = guess_habits(docs);
  const Teaching nothing;
  Evidence prior(docs.source, docs.target, docs.lexicon, nothing, usual);
  Band band = first_band(docs.source, docs.target, docs.lexicon, options.anchors);
  std::optional<Lattice> lattice;
  for (const auto& [types, begin, end] : {std::tuple{kUsualBeads, kPrepared, kCoarseDone},
                                          std::tuple{kBeadTypes.size(), kCoarseDone, kFirstDone}}) {
    lattice.emplace(band, score_edges(band, prior, kFirstWeights, impl_->rows(begin, end, n),
                                      options.scorer, types));
    lattice->sum_paths();
    band = lattice->narrowed(kNegligible, kBandMargin);
  }

  for (int round = 0; round < kLearnedRounds; ++round) {
    // 3. What the draft teaches about the words and the kind of translation.
    const std::vector<Bead> draft = lattice->decode(kBeadCost);
    lattice.reset();  // learning needs its room
    const Teaching teaching = learn(docs.source, docs.target, draft, docs.lexicon);
    const Habits habits = measure_habits(docs, draft, usual);

    // 4. The next round, where the first left any doubt.
    Evidence learned(docs.source, docs.target, docs.lexicon, teaching, habits);
    const double begin = kFirstDone + (1.0 - kFirstDone) * round / kLearnedRounds;
    const double end = kFirstDone + (1.0 - kFirstDone) * (round + 1) / kLearnedRounds;
    lattice.emplace(band, score_edges(band, learned, kSecondWeights, impl_->rows(begin, end, n),
                                      options.scorer));
    lattice->sum_paths();
  }

  // 5. The alignment with most right beads to be expected.
  Alignment alignment;
  alignment.beads = lattice->decode(kBeadCost);
  if (options.scorer) split_forbidden(alignment.beads, *options.scorer, options.anchors, *lattice);
  const double join = join_habit(alignment.beads);
  for (Bead& bead : alignment.beads) bead.confidence = calibrated(bead.confidence, join);
  alignment.quality = weighted_mean_confidence(alignment.beads, source, target);
  impl_->report(1.0);
  return alignment;
}

}  // namespace trujaman::inline v0

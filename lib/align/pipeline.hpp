/// @file
/// The steps of aligning two documents.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include <trujaman/aligner.hpp>

#include "align/band.hpp"
#include "align/evidence.hpp"
#include "align/known.hpp"
#include "align/lattice.hpp"
#include "align/learn.hpp"

namespace trujaman::align {

/// Two documents made comparable, and what is known about their words beforehand.
struct Prepared {
  Vocabulary shared;
  Side source;
  Side target;
  Lexicon lexicon;
};

/// Step 1: views of both sides, with cognates and @p known translations as prior lexicon.
[[nodiscard]] Prepared prepare(const SegmentedDocument& source, const SegmentedDocument& target,
                               const LanguagePair& languages, const KnownTranslations& known);

/// Habits before anything is aligned: the length ratio from the typical lengths of segments, not
/// the totals, because half of one side may be missing.
[[nodiscard]] Habits guess_habits(const Prepared& documents);
/// Habits that a draft shows; what it has too little text for is taken from @p fallback.
[[nodiscard]] Habits measure_habits(const Prepared& documents, std::span<const Bead> draft,
                                    const Habits& fallback);
/// Habits::join of an alignment.
[[nodiscard]] double join_habit(std::span<const Bead> beads);

/// Rounds with a learned lexicon, each learning from the one before. A third changes next to
/// nothing.
inline constexpr int kLearnedRounds = 2;

/// The first so many of kBeadTypes are enough to see where the way goes: 1-1, 1-2, 2-1.
inline constexpr std::size_t kUsualBeads = 3;
/// Nodes and beads less probable than this in one look are not looked at in the next. On the gold
/// documents nothing changes from 1e-4 down.
inline constexpr double kNegligible = 1e-8;
/// … but for so many nodes on either side of those that are.
inline constexpr std::size_t kBandMargin = 1;

/// What an expected right bead must be worth to be taken; see Lattice::decode.
inline constexpr double kBeadCost = 0.45;

/// Posteriors are too careful where sentence stands by sentence, as the weights must serve
/// languages of which no words are known, and free translations: by so much in log odds. Fitted on
/// gold alignments by tests/bench/fit_confidence.cpp.
inline constexpr double kTooCareful = 1.0;

/// What share of the beads with this posterior is right, in a translation with this Habits::join:
/// the more it joins and splits beyond what is usual, the less the posterior is raised.
[[nodiscard]] double calibrated(double posterior, double join,
                                double too_careful = kTooCareful) noexcept;

}  // namespace trujaman::align

#include <memory>

#include <trujaman/aligner.hpp>
#include <trujaman/c/align.h>
#include <trujaman/sentence_vectors.hpp>

#include "capi/from_c.hpp"
#include "capi/guard.hpp"
#include "capi/handles.hpp"
#include "capi/options.hpp"
#include "capi/spans.hpp"
#include "capi/vectors.hpp"

using namespace trujaman;

struct trujaman_aligner {
  Aligner aligner;
};

namespace {

using OwnedAnchors = capi::OwnedArray<trujaman_anchors>;

/// The progress of the call that this thread is in: an Aligner is given its own when it is made,
/// and calls it on the thread that aligns.
thread_local const Progress* current_progress = nullptr;

bool report_progress(double done) {
  return current_progress == nullptr || !*current_progress || (*current_progress)(done);
}

class CurrentProgress {
 public:
  explicit CurrentProgress(const Progress& progress) : before_(current_progress) {
    current_progress = &progress;
  }
  ~CurrentProgress() { current_progress = before_; }
  CurrentProgress(const CurrentProgress&) = delete;
  CurrentProgress& operator=(const CurrentProgress&) = delete;

 private:
  const Progress* before_;  // of a call that this one is made from, in a callback
};

/// What the caller's function and the vectors say together.
class Scorer final : public BeadScorer {
 public:
  explicit Scorer(const trujaman_align_options& options)
      : function_(options.scorer), user_(options.scorer_user) {
    if ((options.source_vectors == nullptr) != (options.target_vectors == nullptr)) {
      throw Error(Errc::InvalidArgument, "options: there are vectors of one side only");
    }
    if (options.source_vectors != nullptr) {
      vectors_.emplace(options.source_vectors->vectors, options.target_vectors->vectors);
    }
  }
  [[nodiscard]] bool says_nothing() const { return function_ == nullptr && !vectors_; }

  [[nodiscard]] double score(SegmentRange source, SegmentRange target) const override {
    double sum = vectors_ ? vectors_->score(source, target) : 0.0;
    if (function_ != nullptr) {
      sum += function_({source.begin, source.end}, {target.begin, target.end}, user_);
    }
    return sum;
  }

 private:
  trujaman_bead_scorer function_;
  void* user_;
  std::optional<VectorScorer> vectors_;
};

AlignerOptions aligner_options(const trujaman_aligner_options* given) {
  const auto from =
      capi::complete<trujaman_aligner_options>(given, TRUJAMAN_ALIGNER_OPTIONS_INIT, "options");
  capi::need_unused(from.reserved, "options");
  AlignerOptions out;
  if (from.lexicon != nullptr) out.lexicon = from.lexicon->values();
  out.word_list = !from.no_word_list;
  out.progress = report_progress;
  return out;
}

std::unique_ptr<trujaman_alignment> make_alignment(Alignment alignment) {
  auto out = std::make_unique<trujaman_alignment>();
  out->alignment = std::move(alignment);
  for (const Bead& bead : out->alignment.beads) {
    out->items.push_back({{bead.source.begin, bead.source.end},
                          {bead.target.begin, bead.target.end},
                          bead.confidence});
  }
  return out;
}

}  // namespace

size_t trujaman_alignment_size(const trujaman_alignment* alignment) {
  return capi::size_of(alignment, "alignment");
}

const trujaman_bead* trujaman_alignment_at(const trujaman_alignment* alignment, size_t index) {
  return capi::item_at(alignment, index, "alignment");
}

double trujaman_alignment_quality(const trujaman_alignment* alignment) {
  if (alignment != nullptr) return alignment->alignment.quality;
  static_cast<void>(capi::guard([&] { capi::need(alignment, "alignment"); }));
  return 0.0;
}

trujaman_status trujaman_alignment_new(const trujaman_bead* beads, size_t count, double quality,
                                       trujaman_alignment** alignment) {
  return capi::give(alignment, "alignment", [&] {
    capi::need_array(beads, count, "beads");
    Alignment out;
    out.quality = quality;
    out.beads.reserve(count);
    SegmentRange source;
    SegmentRange target;
    for (std::size_t i = 0; i < count; ++i) {
      const trujaman_bead& bead = beads[i];
      if (bead.source.begin != source.end || bead.source.end < bead.source.begin ||
          bead.target.begin != target.end || bead.target.end < bead.target.begin ||
          !(bead.confidence >= 0.0 && bead.confidence <= 1.0)) {
        throw Error(Errc::InvalidArgument,
                    "bead " + std::to_string(i) +
                        " does not begin where the one before ends, or its confidence is not in "
                        "[0, 1]");
      }
      source = {bead.source.begin, bead.source.end};
      target = {bead.target.begin, bead.target.end};
      out.beads.push_back({source, target, bead.confidence});
    }
    return make_alignment(std::move(out));
  });
}

void trujaman_alignment_free(trujaman_alignment* alignment) {
  delete alignment;
}

trujaman_status trujaman_aligner_new(const char* source, const char* target,
                                     const trujaman_aligner_options* options,
                                     trujaman_aligner** aligner) {
  return capi::give(aligner, "aligner", [&] {
    return std::make_unique<trujaman_aligner>(
        trujaman_aligner{Aligner(capi::languages(source, target), aligner_options(options))});
  });
}

void trujaman_aligner_free(trujaman_aligner* aligner) {
  delete aligner;
}

trujaman_status trujaman_anchors_find(const trujaman_segments* source,
                                      const trujaman_segments* target, const char* pattern,
                                      trujaman_anchors** anchors) {
  return capi::give(anchors, "anchors", [&] {
    return capi::own_array<trujaman_anchors, trujaman_anchor>(
        find_anchors(*capi::need(source, "source").segmented,
                     *capi::need(target, "target").segmented,
                     std::string(capi::need_text(pattern, "pattern"))),
        [](const AnchorPair& pair) {
          return trujaman_anchor{pair.source, pair.target};
        });
  });
}

void trujaman_anchors_free(trujaman_anchors* anchors) {
  delete static_cast<OwnedAnchors*>(anchors);
}

trujaman_status trujaman_align(const trujaman_aligner* aligner, const trujaman_segments* source,
                               const trujaman_segments* target,
                               const trujaman_align_options* options,
                               trujaman_alignment** alignment) {
  return capi::give(alignment, "alignment", [&] {
    const SegmentedDocument& from = *capi::need(source, "source").segmented;
    const SegmentedDocument& to = *capi::need(target, "target").segmented;
    const auto how =
        capi::complete<trujaman_align_options>(options, TRUJAMAN_ALIGN_OPTIONS_INIT, "options");
    capi::need_array(how.anchors, how.anchor_count, "options.anchors");
    std::vector<AnchorPair> anchors;
    anchors.reserve(how.anchor_count);
    for (std::size_t i = 0; i < how.anchor_count; ++i) {
      anchors.push_back({how.anchors[i].source, how.anchors[i].target});
    }
    const Scorer scorer(how);
    const Progress progress = capi::progress(how.progress, how.user);
    const CurrentProgress current(progress);
    std::optional<Aligner> own;
    if (aligner == nullptr) {
      own.emplace(LanguagePair{from.document.language, to.document.language},
                  aligner_options(nullptr));
    }
    const Aligner& used = own ? *own : aligner->aligner;
    return make_alignment(used.align(
        from, to, {.anchors = anchors, .scorer = scorer.says_nothing() ? nullptr : &scorer}));
  });
}

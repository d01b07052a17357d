/// What becomes of alignments: units, and pages to look through.
#include <memory>

#include <trujaman/aligner.hpp>
#include <trujaman/c/align.h>
#include <trujaman/review.hpp>

#include "capi/from_c.hpp"
#include "capi/guard.hpp"
#include "capi/handles.hpp"
#include "capi/input.hpp"
#include "capi/options.hpp"

using namespace trujaman;

namespace {

/// @throws Error{InvalidArgument} when a bead has segments that are not there: a program may have
/// put the wrong documents together.
void need_segments(const Alignment& alignment, std::size_t source, std::size_t target) {
  for (const Bead& bead : alignment.beads) {
    if (bead.source.end > source || bead.target.end > target) {
      throw Error(Errc::InvalidArgument, "an alignment has segments that its documents lack");
    }
  }
}

std::vector<DocumentAlignment> alignments(const SegmentedDocument& pivot,
                                          const trujaman_translation* given, std::size_t count) {
  capi::need_array(given, count, "translations");
  std::vector<DocumentAlignment> out;
  out.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    const SegmentedDocument& target = *capi::need(given[i].target, "a translation").segmented;
    const Alignment& alignment = capi::need(given[i].alignment, "an alignment").alignment;
    need_segments(alignment, pivot.size(), target.size());
    out.push_back({&target, &alignment});
  }
  return out;
}

std::vector<CrossAlignment> cross_alignments(const trujaman_align_units_options& from,
                                             const std::vector<DocumentAlignment>& targets) {
  capi::need_array(from.crosses, from.cross_count, "options.crosses");
  std::vector<CrossAlignment> out;
  out.reserve(from.cross_count);
  for (std::size_t i = 0; i < from.cross_count; ++i) {
    const trujaman_cross& cross = from.crosses[i];
    const Alignment& alignment = capi::need(cross.alignment, "an alignment").alignment;
    if (cross.first >= targets.size() || cross.second >= targets.size()) {
      throw Error(Errc::InvalidArgument, "options.crosses: there is no such translation");
    }
    need_segments(alignment, targets[cross.first].target->size(),
                  targets[cross.second].target->size());
    out.push_back({cross.first, cross.second, &alignment});
  }
  return out;
}

}  // namespace

trujaman_status trujaman_align_units(const trujaman_segments* pivot,
                                     const trujaman_translation* translations, size_t count,
                                     const trujaman_align_units_options* options,
                                     trujaman_units** units) {
  return capi::give(units, "units", [&] {
    const SegmentedDocument& source = *capi::need(pivot, "pivot").segmented;
    const auto from = capi::complete<trujaman_align_units_options>(
        options, TRUJAMAN_ALIGN_UNITS_OPTIONS_INIT, "options");
    const std::vector<DocumentAlignment> targets = alignments(source, translations, count);
    return std::make_unique<trujaman_units>(
        to_units(source, targets, from.min_confidence, cross_alignments(from, targets)));
  });
}

trujaman_status trujaman_review_write(const trujaman_output* output, const trujaman_segments* pivot,
                                      const trujaman_translation* translations, size_t count,
                                      const trujaman_review_options* options) {
  return capi::guard([&] {
    const SegmentedDocument& source = *capi::need(pivot, "pivot").segmented;
    const auto from =
        capi::complete<trujaman_review_options>(options, TRUJAMAN_REVIEW_OPTIONS_INIT, "options");
    const std::vector<DocumentAlignment> targets = alignments(source, translations, count);
    ReviewOptions how;
    if (from.language != nullptr) how.language = capi::language(from.language);
    how.check_below = from.check_below;
    capi::Output out(output);
    write_review(out.stream(), source, targets, how);
    out.finish();
  });
}

/// Beads → translation units.
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <trujaman/aligner.hpp>
#include <trujaman/message.hpp>

#include "align/agreement.hpp"

namespace trujaman::inline v0 {
namespace {

/// The codes of a block that stand inside a segment, moved to where the segment's text is put.
void append_codes(const Block& block, TextSpan span, std::size_t offset, InlineCodes& out) {
  for (const InlineCode& code : block.codes) {
    if (code.position < span.begin || code.position > span.end) continue;
    // A code between two segments goes with the text that it opens or closes.
    const bool closes = code.kind == CodeKind::Ept || code.kind == CodeKind::HiEnd;
    if (code.position == span.end && !closes && span.end != block.text.size()) continue;
    if (code.position == span.begin && closes && span.begin != 0) continue;
    out.push_back(code);
    out.back().position = code.position - span.begin + offset;
  }
}

/// A pair of which only one half came along becomes an isolated code (TMX `<it>`).
void isolate_halves(InlineCodes& codes) {
  for (InlineCode& code : codes) {
    if (code.kind != CodeKind::Bpt && code.kind != CodeKind::Ept) continue;
    const CodeKind other = code.kind == CodeKind::Bpt ? CodeKind::Ept : CodeKind::Bpt;
    const bool whole = std::any_of(codes.begin(), codes.end(), [&](const InlineCode& c) {
      return c.kind == other && c.pair == code.pair;
    });
    if (whole) continue;
    code.attributes = code.kind == CodeKind::Bpt ? "pos=begin" : "pos=end";
    code.kind = CodeKind::It;
    code.pair = 0;
  }
}

/// Numbers the pairs 1, 2, … in the order in which they open, so that joined segments whose blocks
/// numbered them alike do not clash.
class PairNumbers {
 public:
  /// Renumbers codes[from, end), which come from one block.
  void renumber(InlineCodes& codes, std::size_t from) {
    std::vector<std::pair<int, int>> seen;
    for (std::size_t k = from; k < codes.size(); ++k) {
      if (codes[k].pair == 0) continue;
      const auto it = std::find_if(seen.begin(), seen.end(),
                                   [&](const auto& s) { return s.first == codes[k].pair; });
      if (it != seen.end()) {
        codes[k].pair = it->second;
      } else {
        seen.emplace_back(codes[k].pair, ++last_);
        codes[k].pair = last_;
      }
    }
  }

 private:
  int last_ = 0;
};

Variant join(const SegmentedDocument& document, SegmentRange range) {
  Variant variant;
  variant.language = document.document.language;
  PairNumbers numbers;
  for (std::size_t i = range.begin; i < range.end; ++i) {
    const std::string_view text = document.text(i);
    if (!variant.text.empty() && !text.empty()) variant.text += ' ';
    const std::size_t first_code = variant.codes.size();
    const Segment& segment = document.segments[i];
    append_codes(document.document.blocks[segment.block], segment.span, variant.text.size(),
                 variant.codes);
    numbers.renumber(variant.codes, first_code);
    variant.text += text;
  }
  isolate_halves(variant.codes);
  return variant;
}

/// Beads of all alignments that share pivot segments, directly or through others.
struct Group {
  SegmentRange pivot;
  std::vector<SegmentRange> targets;  ///< One a target; empty where nothing corresponds.
  std::vector<std::size_t> covered;   ///< Pivot segments that have a counterpart, by target.
  double confidence = 1.0;
};

/// Walks all ladders at once: a group ends where every one of them has a bead boundary.
class Merger {
 public:
  explicit Merger(std::span<const DocumentAlignment> targets)
      : targets_(targets), next_(targets.size(), 0) {}

  /// The group that begins at pivot segment @p begin; null beads of the targets are passed over.
  Group group(std::size_t begin) {
    Group g{{begin, begin + 1},
            std::vector<SegmentRange>(targets_.size()),
            std::vector<std::size_t>(targets_.size(), 0),
            1.0};
    for (bool grown = true; grown;) {
      grown = false;
      for (std::size_t k = 0; k < targets_.size(); ++k) grown = take(k, g) || grown;
    }
    // A variant that renders only part of the group is a translation only so far.
    for (const std::size_t covered : g.covered) {
      if (covered > 0)
        g.confidence *= static_cast<double>(covered) / static_cast<double>(g.pivot.size());
    }
    return g;
  }

 private:
  /// Takes the beads of ladder @p k that begin before the group's end.
  bool take(std::size_t k, Group& g) {
    const std::vector<Bead>& beads = targets_[k].alignment->beads;
    const std::size_t end = g.pivot.end;
    for (; next_[k] < beads.size() && beads[next_[k]].source.begin < g.pivot.end; ++next_[k]) {
      const Bead& bead = beads[next_[k]];
      if (bead.source.empty()) continue;
      g.pivot.end = std::max(g.pivot.end, bead.source.end);
      if (bead.target.empty()) continue;
      g.confidence *= bead.confidence;
      g.covered[k] += bead.source.size();
      SegmentRange& target = g.targets[k];
      if (target.empty()) target.begin = bead.target.begin;
      target.end = bead.target.end;
    }
    return g.pivot.end != end;
  }

  std::span<const DocumentAlignment> targets_;
  std::vector<std::size_t> next_;
};

/// What each cross alignment says of the two translations in a group.
class Crosses {
 public:
  Crosses(std::span<const CrossAlignment> crosses, std::span<const DocumentAlignment> targets) {
    for (const CrossAlignment& cross : crosses) {
      if (cross.first >= targets.size() || cross.second >= targets.size()) {
        throw Error(Errc::InvalidArgument,
                    message("a cross alignment names a target that is not there"));
      }
      agreements_.push_back({cross.first, cross.second,
                             align::Agreement(*cross.alignment, targets[cross.first].target->size(),
                                              targets[cross.second].target->size())});
    }
  }

  [[nodiscard]] double judge(const Group& group) const {
    double confidence = group.confidence;
    for (const Pair& pair : agreements_) {
      const SegmentRange a = group.targets[pair.first];
      const SegmentRange b = group.targets[pair.second];
      if (!a.empty() && !b.empty()) confidence = align::judged(confidence, pair.agreement(a, b));
    }
    return confidence;
  }

 private:
  struct Pair {
    std::size_t first;
    std::size_t second;
    align::Agreement agreement;
  };
  std::vector<Pair> agreements_;
};

/// To four decimals, as in bead files: nothing finer is known. An aligner's unit is never certain.
double rounded(double confidence) {
  constexpr double kSteps = 10'000.0;
  return std::min(std::round(confidence * kSteps), kSteps - 1.0) / kSteps;
}

}  // namespace

std::vector<TranslationUnit> to_units(const SegmentedDocument& pivot,
                                      std::span<const DocumentAlignment> targets,
                                      double min_confidence,
                                      std::span<const CrossAlignment> crosses) {
  std::vector<TranslationUnit> units;
  const Crosses judges(crosses, targets);
  Merger merger(targets);
  std::size_t position = 0;
  for (std::size_t i = 0; i < pivot.size(); ++position) {
    const Group group = merger.group(i);
    i = group.pivot.end;
    TranslationUnit unit;
    unit.source_language = pivot.document.language;
    const double judged = judges.judge(group);
    unit.confidence = rounded(judged);
    unit.occurrences.push_back({pivot.document.id, position});
    unit.variants.push_back(join(pivot, group.pivot));
    for (std::size_t k = 0; k < targets.size(); ++k) {
      if (!group.targets[k].empty())
        unit.variants.push_back(join(*targets[k].target, group.targets[k]));
    }
    std::erase_if(unit.variants, [](const Variant& v) { return v.text.empty(); });
    const bool has_source =
        !unit.variants.empty() && unit.variants.front().language == pivot.document.language;
    if (has_source && unit.variants.size() > 1 && judged >= min_confidence) {
      units.push_back(std::move(unit));
    }
  }
  return units;
}

}  // namespace trujaman::inline v0

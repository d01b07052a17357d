#include "exchange/xliff/xliff_unit.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "base/unicode.hpp"
#include "exchange/xliff/xliff_properties.hpp"

namespace trujaman::exchange {
namespace {

/// The ids of @p segments; nothing where one has none, or two have the same.
std::optional<std::set<std::string>> ids_of(const std::vector<XliffSegment>& segments) {
  std::set<std::string> ids;
  for (const XliffSegment& s : segments) {
    if (s.mid.empty() || !ids.insert(s.mid).second) return std::nullopt;
  }
  return ids;
}

/// The segment with the id; an empty one where there is none.
XliffSegment segment_of(const std::vector<XliffSegment>& segments, const std::string& mid) {
  const auto found = std::ranges::find(segments, mid, &XliffSegment::mid);
  return found == segments.end() ? XliffSegment{mid, {}, {}, {}} : *found;
}

/// Where the segments of the source stand: in `<seg-source>`, or in a `<source>` that has them.
const XliffContent& segmented_source(const XliffUnit& unit) {
  return unit.segmented ? *unit.segmented : unit.source->content;
}

bool is_segmented(const XliffUnit& unit) {
  return unit.source && !segmented_source(unit).segments.empty();
}

/// Whether each segment of the source has one in each target that has text, and no text stands
/// beside them.
bool corresponds(const XliffUnit& unit) {
  const XliffContent& source = segmented_source(unit);
  const auto ids = ids_of(source.segments);
  if (!ids || source.text_between) return false;
  return std::ranges::all_of(unit.targets, [&](const XliffSide& target) {
    if (base::trim(target.content.whole.text).empty()) return true;
    return ids_of(target.content.segments) == ids && !target.content.text_between;
  });
}

Variant to_variant(const XliffSide& side, XliffSegment text) {
  Variant out;
  out.language = side.language;
  out.text = std::move(text.text);
  out.codes = std::move(text.codes);
  out.properties = side.properties;
  out.notes = std::move(text.comments);
  return out;
}

/// A unit with what is said of it.
TranslationUnit with_remarks(const XliffUnit& unit, std::vector<Variant> variants) {
  TranslationUnit out;
  out.id = unit.id;
  out.source_language = unit.source ? unit.source->language : LanguageTag();
  out.variants = std::move(variants);
  take_remarks(unit.remarks, out);
  return out;
}

}  // namespace

std::vector<TranslationUnit> to_units(XliffUnit&& unit, bool segments, bool& differ) {
  std::vector<TranslationUnit> out;
  const bool split = segments && is_segmented(unit);
  differ = split && !corresponds(unit);
  if (split && !differ) {
    for (const XliffSegment& source : segmented_source(unit).segments) {
      std::vector<Variant> variants{to_variant(*unit.source, source)};
      for (const XliffSide& target : unit.targets) {
        variants.push_back(to_variant(target, segment_of(target.content.segments, source.mid)));
      }
      out.push_back(with_remarks(unit, std::move(variants)));
      TranslationUnit& added = out.back();
      if (added.id.empty()) continue;
      if (property_value(added.properties, kIdProperty).empty()) {
        added.properties.insert(added.properties.begin(), {std::string(kIdProperty), added.id});
      }
      added.id += "/" + source.mid;
    }
    return out;
  }
  std::vector<Variant> variants;
  if (unit.source) variants.push_back(to_variant(*unit.source, unit.source->content.whole));
  for (XliffSide& target : unit.targets) {
    variants.push_back(to_variant(target, std::move(target.content.whole)));
  }
  out.push_back(with_remarks(unit, std::move(variants)));
  return out;
}

void lend_source(const XliffUnit& unit, XliffUnit& match) {
  if (match.source || !unit.source) return;
  match.source = XliffSide{unit.source->language, {}, unit.source->content};
  if (match.mid.empty() || !is_segmented(unit)) return;
  const std::vector<XliffSegment>& segments = segmented_source(unit).segments;
  const auto found = std::ranges::find(segments, match.mid, &XliffSegment::mid);
  if (found != segments.end()) match.source->content = {*found, {}, false};
}

}  // namespace trujaman::exchange

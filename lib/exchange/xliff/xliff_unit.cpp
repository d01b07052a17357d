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

Variant to_variant(LanguageTag language, std::vector<Property> properties, XliffSegment text) {
  Variant out;
  out.language = std::move(language);
  out.text = std::move(text.text);
  out.codes = std::move(text.codes);
  out.properties = std::move(properties);
  out.notes = std::move(text.comments);
  return out;
}

/// A unit with what is said of it.
TranslationUnit with_remarks(std::string id, LanguageTag source, std::vector<Variant> variants,
                             const XliffRemarks& remarks) {
  TranslationUnit out;
  out.id = std::move(id);
  out.source_language = std::move(source);
  out.variants = std::move(variants);
  take_remarks(remarks, out);
  return out;
}

}  // namespace

bool is_segmented(const XliffUnit& unit) {
  return unit.source && !segmented_source(unit).segments.empty();
}

bool corresponds(const XliffUnit& unit) {
  const XliffContent& source = segmented_source(unit);
  const auto ids = ids_of(source.segments);
  if (!ids || source.text_between) return false;
  return std::ranges::all_of(unit.targets, [&](const XliffSide& target) {
    if (base::trim(target.content.whole.text).empty()) return true;
    return ids_of(target.content.segments) == ids && !target.content.text_between;
  });
}

TranslationUnit to_unit(XliffUnit&& unit) {
  std::vector<Variant> variants;
  variants.reserve(unit.targets.size() + 1);
  const auto add = [&](XliffSide& side) {
    variants.push_back(to_variant(std::move(side.language), std::move(side.properties),
                                  std::move(side.content.whole)));
  };
  LanguageTag source;
  if (unit.source) {
    source = unit.source->language;
    add(*unit.source);
  }
  for (XliffSide& target : unit.targets) add(target);
  return with_remarks(std::move(unit.id), std::move(source), std::move(variants), unit.remarks);
}

std::vector<TranslationUnit> to_units(const XliffUnit& unit) {
  std::vector<TranslationUnit> out;
  for (const XliffSegment& source : segmented_source(unit).segments) {
    std::vector<Variant> variants{
        to_variant(unit.source->language, unit.source->properties, source)};
    for (const XliffSide& target : unit.targets) {
      variants.push_back(to_variant(target.language, target.properties,
                                    segment_of(target.content.segments, source.mid)));
    }
    out.push_back(with_remarks(unit.id, unit.source->language, std::move(variants), unit.remarks));
    TranslationUnit& added = out.back();
    if (added.id.empty()) continue;
    if (property_value(added.properties, kIdProperty).empty()) {
      added.properties.insert(added.properties.begin(), {std::string(kIdProperty), added.id});
    }
    added.id += "/" + source.mid;
  }
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

#include "align/unit_sides.hpp"

#include <string>
#include <utility>

namespace trujaman::align {
namespace {

void append(SegmentedDocument& document, const std::string& text) {
  Block block;
  block.text = text;
  document.segments.push_back({document.document.blocks.size(), {0, text.size()}});
  document.document.blocks.push_back(std::move(block));
}

}  // namespace

UnitSides sides_of(std::span<const TranslationUnit> units, const LanguagePair& languages) {
  UnitSides sides;
  sides.source.document.language = languages.source;
  sides.target.document.language = languages.target;
  for (const TranslationUnit& unit : units) {
    const Variant* source = unit.find(languages.source);
    const Variant* target = unit.find(languages.target);
    if (source == nullptr || target == nullptr) continue;
    if (source->text.empty() || target->text.empty()) continue;
    const std::size_t i = sides.source.size();
    append(sides.source, source->text);
    append(sides.target, target->text);
    sides.beads.push_back({{i, i + 1}, {i, i + 1}, unit.confidence});
  }
  return sides;
}

}  // namespace trujaman::align

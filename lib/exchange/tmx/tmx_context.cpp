#include "exchange/tmx/tmx_context.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/neighbours.hpp"

namespace trujaman::exchange {
namespace {

/// Whether @p b stands directly behind @p a at one of its places.
bool follows(const TranslationUnit& a, const TranslationUnit& b) {
  return std::ranges::any_of(a.occurrences, [&](const Occurrence& first) {
    return std::ranges::any_of(b.occurrences, [&](const Occurrence& second) {
      return first.document == second.document && first.position + 1 == second.position;
    });
  });
}

void add_text(Variant& variant, std::string_view type, const std::string& text) {
  Property property{std::string(type), base::neighbour_property(text)};
  if (std::ranges::find(variant.properties, property) == variant.properties.end()) {
    variant.properties.push_back(std::move(property));
  }
}

}  // namespace

Variant* TmxContext::source_of(TranslationUnit& unit) const {
  const LanguageTag& source = unit.source_language.undetermined() ? source_ : unit.source_language;
  for (Variant& variant : unit.variants) {
    if (source.undetermined() || variant.language.matches(source)) return &variant;
  }
  return nullptr;
}

std::optional<TranslationUnit> TmxContext::next(TranslationUnit unit) {
  if (held_ && follows(*held_, unit)) {
    Variant* before = source_of(*held_);
    Variant* after = source_of(unit);
    if (before != nullptr && after != nullptr) {
      add_text(*before, base::kNextTextProperty, after->text);
      add_text(*after, base::kPreviousTextProperty, before->text);
    }
  }
  return std::exchange(held_, std::move(unit));
}

std::optional<TranslationUnit> TmxContext::last() {
  return std::exchange(held_, std::nullopt);
}

}  // namespace trujaman::exchange

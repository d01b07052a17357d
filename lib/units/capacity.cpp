/// What of a unit a format holds.
#include <algorithm>

#include <trujaman/message.hpp>
#include <trujaman/unit_capacity.hpp>

namespace trujaman::inline v0 {
namespace {

template <class Has>
bool in_any_variant(const TranslationUnit& unit, Has has) {
  return std::ranges::any_of(unit.variants, has);
}

bool has_history(const TranslationUnit& unit) {
  return unit.history != History{} ||
         in_any_variant(unit, [](const Variant& v) { return v.history != History{}; });
}

bool has_attributes(const TranslationUnit& unit) {
  return !unit.attributes.empty() ||
         in_any_variant(unit, [](const Variant& v) { return !v.attributes.empty(); });
}

bool has_properties(const TranslationUnit& unit, bool but_those_of_po) {
  const auto counts = [&](const Property& p) { return !but_those_of_po || !is_po_property(p); };
  return std::ranges::any_of(unit.properties, counts) || in_any_variant(unit, [&](const auto& v) {
           return std::ranges::any_of(v.properties, counts);
         });
}

/// Whether there are more texts than languages to put them in.
bool has_further_texts(const TranslationUnit& unit, std::span<const LanguageTag> languages) {
  const auto has_text = [&](const LanguageTag& language) { return unit.find(language) != nullptr; };
  return static_cast<std::size_t>(std::ranges::count_if(languages, has_text)) <
         unit.variants.size();
}

}  // namespace

std::string_view to_string(UnitPart part) noexcept {
  constexpr std::string_view kNames[] = {message_id("ids"),
                                         message_id("further texts"),
                                         message_id("inline codes"),
                                         message_id("notes"),
                                         message_id("notes about one of the texts"),
                                         message_id("properties"),
                                         message_id("dates and authors"),
                                         message_id("places in documents"),
                                         message_id("the aligner's confidence"),
                                         message_id("further attributes")};
  return kNames[static_cast<std::size_t>(part)];
}

bool is_po_property(const Property& property) noexcept {
  constexpr std::string_view kTypes[] = {"x-context",    "x-po-flags",  "x-po-plural",
                                         "x-po-form",    "x-reference", "x-po-plural-of",
                                         "x-po-previous"};
  if (std::ranges::find(kTypes, property.type) != std::end(kTypes)) return true;
  if (property.type == "x-state") {
    return property.value == "translated" || property.value == "needs-review-translation";
  }
  return property.type.starts_with("x-note-") && property.type.ends_with("-from") &&
         property.value == "developer";
}

std::vector<UnitPart> parts_left_out(const TranslationUnit& unit, const UnitCapacity& capacity,
                                     std::span<const LanguageTag> languages) {
  std::vector<UnitPart> out;
  const auto check = [&](UnitPart part, bool held, bool has) {
    if (!held && has) out.push_back(part);
  };
  check(UnitPart::Id, capacity.ids, !unit.id.empty());
  check(UnitPart::FurtherTexts, capacity.any_languages, has_further_texts(unit, languages));
  check(UnitPart::Codes, capacity.codes,
        in_any_variant(unit, [](const Variant& v) { return !v.codes.empty(); }));
  check(UnitPart::Notes, capacity.notes, !unit.notes.empty());
  check(UnitPart::VariantNotes, capacity.variant_notes,
        in_any_variant(unit, [](const Variant& v) { return !v.notes.empty(); }));
  check(UnitPart::Properties, capacity.properties, has_properties(unit, capacity.po_properties));
  check(UnitPart::History, capacity.histories, has_history(unit));
  check(UnitPart::Occurrences, capacity.occurrences, !unit.occurrences.empty());
  check(UnitPart::Confidence, capacity.confidence, unit.confidence < 1.0);
  check(UnitPart::Attributes, capacity.attributes, has_attributes(unit));
  return out;
}

}  // namespace trujaman::inline v0

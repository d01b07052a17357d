#include "capi/to_c.hpp"

#include <algorithm>
#include <limits>
#include <mutex>
#include <set>

namespace trujaman::capi {
namespace {

trujaman_term term_to_c(const Term& term, Arena& arena) {
  return {.language = term.language.str().c_str(),
          .text = term.text.c_str(),
          .status = static_cast<trujaman_term_status>(term.status),
          .acronym = term.acronym,
          .part_of_speech = term.part_of_speech.c_str(),
          .gender = term.gender.c_str(),
          .source = term.source.c_str(),
          .notes = to_c(term.notes, arena),
          .note_count = term.notes.size(),
          .properties = to_c(term.properties, arena),
          .property_count = term.properties.size(),
          .reserved = {}};
}

}  // namespace

std::int64_t to_c(const std::optional<Timestamp>& time) noexcept {
  return time ? time->seconds : 0;
}

trujaman_span to_c(TextSpan span) noexcept {
  return {span.begin, span.end};
}

trujaman_location to_c(const Location& where) noexcept {
  return {where.source.c_str(), where.line, where.page, where.offset};
}

trujaman_diagnostic to_c(const Diagnostic& diagnostic) noexcept {
  return {static_cast<trujaman_severity>(diagnostic.severity), diagnostic.message.c_str(),
          to_c(diagnostic.where)};
}

trujaman_history to_c(const History& history) noexcept {
  return {.created = to_c(history.created),
          .changed = to_c(history.changed),
          .last_used = to_c(history.last_used),
          .creator = history.creator.c_str(),
          .changer = history.changer.c_str(),
          .usage_count = history.usage_count.value_or(0),
          .has_usage_count = history.usage_count.has_value()};
}

trujaman_add_summary to_c(const AddSummary& summary) noexcept {
  return {summary.added, summary.merged, summary.replaced, summary.kept, summary.skipped, {}};
}

const char* const* to_c(const std::vector<std::string>& texts, Arena& arena) {
  return arena.views<const char*>(texts, [](const std::string& text) { return text.c_str(); });
}

const char* const* to_c(const std::vector<LanguageTag>& languages, Arena& arena) {
  return arena.views<const char*>(languages,
                                  [](const LanguageTag& tag) { return tag.str().c_str(); });
}

const trujaman_property* to_c(const std::vector<Property>& properties, Arena& arena) {
  return arena.views<trujaman_property>(properties, [](const Property& p) {
    return trujaman_property{p.type.c_str(), p.value.c_str()};
  });
}

const trujaman_occurrence* to_c(const std::vector<Occurrence>& occurrences, Arena& arena) {
  return arena.views<trujaman_occurrence>(occurrences, [](const Occurrence& o) {
    return trujaman_occurrence{o.document.c_str(), o.position};
  });
}

const trujaman_span* to_c(const std::vector<TextSpan>& spans, Arena& arena) {
  return arena.views<trujaman_span>(spans, [](TextSpan span) { return to_c(span); });
}

const trujaman_code* to_c(const InlineCodes& codes, Arena& arena) {
  return arena.views<trujaman_code>(codes, [](const InlineCode& code) {
    return trujaman_code{.position = code.position,
                         .kind = static_cast<trujaman_code_kind>(code.kind),
                         .pair = code.pair,
                         .id = code.id.c_str(),
                         .type = code.type.c_str(),
                         .native = code.native.c_str(),
                         .attributes = code.attributes.c_str(),
                         .fragment = code.fragment,
                         .reserved = nullptr};
  });
}

trujaman_variant to_c(const Variant& variant, Arena& arena) {
  return {.language = variant.language.str().c_str(),
          .text = variant.text.c_str(),
          .codes = to_c(variant.codes, arena),
          .code_count = variant.codes.size(),
          .history = to_c(variant.history),
          .properties = to_c(variant.properties, arena),
          .property_count = variant.properties.size(),
          .attributes = to_c(variant.attributes, arena),
          .attribute_count = variant.attributes.size(),
          .notes = to_c(variant.notes, arena),
          .note_count = variant.notes.size(),
          .reserved = {}};
}

trujaman_unit to_c(const TranslationUnit& unit, Arena& arena) {
  return {
      .id = unit.id.c_str(),
      .source_language = unit.source_language.str().c_str(),
      .variants = arena.views<trujaman_variant>(
          unit.variants, [&](const Variant& variant) { return to_c(variant, arena); }),
      .variant_count = unit.variants.size(),
      .occurrences = to_c(unit.occurrences, arena),
      .occurrence_count = unit.occurrences.size(),
      // A unit that is given back with 0 would be one of full confidence.
      .confidence = std::max(unit.confidence, std::numeric_limits<double>::min()),
      .history = to_c(unit.history),
      .properties = to_c(unit.properties, arena),
      .property_count = unit.properties.size(),
      .attributes = to_c(unit.attributes, arena),
      .attribute_count = unit.attributes.size(),
      .notes = to_c(unit.notes, arena),
      .note_count = unit.notes.size(),
      .reserved = {},
  };
}

trujaman_concept to_c(const ConceptEntry& entry, Arena& arena) {
  return {.id = entry.id.c_str(),
          .subject = entry.subject.c_str(),
          .definition = entry.definition.c_str(),
          .definition_language = entry.definition_language.str().c_str(),
          .source = entry.source.c_str(),
          .notes = to_c(entry.notes, arena),
          .note_count = entry.notes.size(),
          .terms = arena.views<trujaman_term>(
              entry.terms, [&](const Term& term) { return term_to_c(term, arena); }),
          .term_count = entry.terms.size(),
          .properties = to_c(entry.properties, arena),
          .property_count = entry.properties.size(),
          .reserved = {}};
}

const char* keep_forever(const std::string& text) {
  static std::mutex mutex;
  static auto& texts = *new std::set<std::string>;  // never destroyed, as promised
  const std::lock_guard lock(mutex);
  return texts.insert(text).first->c_str();
}

}  // namespace trujaman::capi

#include "capi/from_c.hpp"

#include <algorithm>

#include <trujaman/unicode.hpp>

#include "capi/guard.hpp"
#include "capi/options.hpp"
#include "capi/to_c.hpp"

namespace trujaman::capi {
namespace {

[[noreturn]] void refuse(const std::string& message) {
  throw Error(Errc::InvalidArgument, message);
}

/// Whether a text can be cut at @p offset.
bool is_boundary(std::string_view text, std::size_t offset) {
  return offset <= text.size() &&
         (offset == text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0U) != 0x80U);
}

Variant variant(const trujaman_variant& given) {
  need_unused(given.reserved, "a variant");
  Variant out;
  out.language = language(given.language);
  out.text = text(given.text, "a variant's text");
  out.codes = codes(given.codes, given.code_count, out.text);
  out.history = history(given.history);
  out.properties = properties(given.properties, given.property_count, "a variant's properties");
  out.attributes = properties(given.attributes, given.attribute_count, "a variant's attributes");
  out.notes = text_list(given.notes, given.note_count, "a variant's notes");
  return out;
}

Term term(const trujaman_term& given) {
  need_unused(given.reserved, "a term");
  Term out;
  out.language = language(given.language);
  out.text = need_text(given.text, "a term's text");
  out.status = enumerator<TermStatus>(given.status, TRUJAMAN_TERM_DEPRECATED, "a term's status");
  out.part_of_speech = text(given.part_of_speech, "a term's part of speech");
  out.gender = text(given.gender, "a term's gender");
  out.acronym = given.acronym;
  out.source = text(given.source, "a term's source");
  out.notes = text_list(given.notes, given.note_count, "a term's notes");
  out.properties = properties(given.properties, given.property_count, "a term's properties");
  return out;
}

}  // namespace

std::string_view text(const char* given, const char* name) {
  if (given == nullptr) return {};
  const std::string_view out = given;
  if (!is_utf8(out)) refuse(std::string(name) + " is not UTF-8");
  return out;
}

std::string_view need_text(const char* given, const char* name) {
  need(given, name);
  return text(given, name);
}

const char* need_path(const char* given, const char* name) {
  need(given, name);
  if (*given == '\0') refuse(std::string(name) + " is empty");
  return given;
}

LanguageTag language(const char* given) {
  return given == nullptr || *given == '\0' ? LanguageTag() : LanguageTag(given);
}

LanguagePair languages(const char* source, const char* target) {
  return {language(source), language(target)};
}

std::vector<LanguageTag> language_list(const char* const* given, std::size_t count,
                                       const char* name) {
  need_array(given, count, name);
  std::vector<LanguageTag> out;
  out.reserve(count);
  for (std::size_t i = 0; i < count; ++i) out.emplace_back(need_text(given[i], name));
  return out;
}

std::vector<std::string> text_list(const char* const* given, std::size_t count, const char* name) {
  need_array(given, count, name);
  std::vector<std::string> out;
  out.reserve(count);
  for (std::size_t i = 0; i < count; ++i) out.emplace_back(need_text(given[i], name));
  return out;
}

std::optional<Timestamp> time_point(std::int64_t seconds) {
  if (seconds == 0) return std::nullopt;
  return Timestamp(seconds);
}

TextSpan span(trujaman_span given, std::string_view text, const char* name) {
  if (given.begin > given.end || !is_boundary(text, given.begin) || !is_boundary(text, given.end)) {
    refuse(std::string(name) + ": the span is not one of whole characters of the text");
  }
  return {given.begin, given.end};
}

InlineCodes codes(const trujaman_code* given, std::size_t count, std::string_view text) {
  need_array(given, count, "codes");
  InlineCodes out;
  out.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    const trujaman_code& code = given[i];
    need_unused({code.reserved}, "a code");
    if (!is_boundary(text, code.position) || (i != 0 && code.position < given[i - 1].position)) {
      refuse("a code's position is out of order, or not before a character of the text");
    }
    out.push_back({.position = code.position,
                   .kind = enumerator<CodeKind>(code.kind, TRUJAMAN_CODE_UT, "a code's kind"),
                   .pair = code.pair,
                   .id = std::string(capi::text(code.id, "a code's id")),
                   .type = std::string(capi::text(code.type, "a code's type")),
                   .native = std::string(capi::text(code.native, "a code")),
                   .attributes = std::string(capi::text(code.attributes, "a code's attributes")),
                   .fragment = code.fragment});
  }
  return out;
}

History history(const trujaman_history& given) {
  History out;
  out.created = time_point(given.created);
  out.changed = time_point(given.changed);
  out.last_used = time_point(given.last_used);
  out.creator = text(given.creator, "a history's creator");
  out.changer = text(given.changer, "a history's changer");
  if (given.has_usage_count) out.usage_count = given.usage_count;
  return out;
}

std::vector<Property> properties(const trujaman_property* given, std::size_t count,
                                 const char* name) {
  need_array(given, count, name);
  std::vector<Property> out;
  out.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    out.push_back(
        {std::string(need_text(given[i].type, name)), std::string(text(given[i].value, name))});
  }
  return out;
}

TranslationUnit unit(const trujaman_unit* given) {
  const trujaman_unit& from = need(given, "unit");
  need_unused(from.reserved, "a unit");
  TranslationUnit out;
  out.id = text(from.id, "a unit's id");
  out.source_language = language(from.source_language);
  need_array(from.variants, from.variant_count, "a unit's variants");
  out.variants.reserve(from.variant_count);
  for (std::size_t i = 0; i < from.variant_count; ++i) {
    out.variants.push_back(variant(from.variants[i]));
  }
  need_array(from.occurrences, from.occurrence_count, "a unit's occurrences");
  out.occurrences.reserve(from.occurrence_count);
  for (std::size_t i = 0; i < from.occurrence_count; ++i) {
    const trujaman_occurrence& o = from.occurrences[i];
    out.occurrences.push_back({std::string(text(o.document, "a document's name")), o.position});
  }
  if (!(from.confidence >= 0.0 && from.confidence <= 1.0)) {
    refuse("a unit's confidence is not in [0, 1]");
  }
  out.confidence = from.confidence == 0.0 ? 1.0 : from.confidence;
  out.history = history(from.history);
  out.properties = properties(from.properties, from.property_count, "a unit's properties");
  out.attributes = properties(from.attributes, from.attribute_count, "a unit's attributes");
  out.notes = text_list(from.notes, from.note_count, "a unit's notes");
  return out;
}

std::vector<TranslationUnit> units(const trujaman_unit* given, std::size_t count) {
  need_array(given, count, "units");
  std::vector<TranslationUnit> out;
  out.reserve(count);
  for (std::size_t i = 0; i < count; ++i) out.push_back(unit(given + i));
  return out;
}

ConceptEntry entry(const trujaman_concept* given) {
  const trujaman_concept& from = need(given, "entry");
  need_unused(from.reserved, "a concept");
  ConceptEntry out;
  out.id = text(from.id, "a concept's id");
  out.subject = text(from.subject, "a concept's subject");
  out.definition = text(from.definition, "a concept's definition");
  out.definition_language = language(from.definition_language);
  out.source = text(from.source, "a concept's source");
  out.notes = text_list(from.notes, from.note_count, "a concept's notes");
  need_array(from.terms, from.term_count, "a concept's terms");
  out.terms.reserve(from.term_count);
  for (std::size_t i = 0; i < from.term_count; ++i) out.terms.push_back(term(from.terms[i]));
  out.properties = properties(from.properties, from.property_count, "a concept's properties");
  return out;
}

Location location(const trujaman_location* given) {
  if (given == nullptr) return {};
  Location out;
  if (given->source != nullptr) out.source = given->source;
  out.line = given->line;
  out.offset = given->offset;
  out.page = given->page;
  return out;
}

UnitFilter unit_filter(const trujaman_unit_filter* given) {
  const trujaman_unit_filter from =
      complete<trujaman_unit_filter>(given, TRUJAMAN_UNIT_FILTER_INIT, "filter");
  need_unused(from.reserved, "filter");
  UnitFilter out;
  out.languages = language_list(from.languages, from.language_count, "filter.languages");
  out.document = text(from.document, "filter.document");
  out.since = time_point(from.since);
  out.before = time_point(from.before);
  if (from.property_type != nullptr) {
    out.property = Property{std::string(text(from.property_type, "filter.property_type")),
                            std::string(text(from.property_value, "filter.property_value"))};
  }
  out.min_confidence = from.min_confidence;
  out.max_confidence = from.max_confidence;
  out.source_matches = text(from.source_matches, "filter.source_matches");
  out.target_matches = text(from.target_matches, "filter.target_matches");
  out.source = language(from.source);
  out.invert = from.invert;
  return out;
}

AddOptions add_options(const trujaman_add_options* given) {
  const trujaman_add_options from =
      complete<trujaman_add_options>(given, TRUJAMAN_ADD_OPTIONS_INIT, "options");
  need_unused(from.reserved, "options");
  return {.on_conflict = enumerator<OnConflict>(from.on_conflict, TRUJAMAN_CONFLICT_REPLACE,
                                                "options.on_conflict")};
}

Progress progress(trujaman_progress function, void* user) {
  if (function == nullptr) return {};
  return [=](double done) { return function(done, user) != 0; };
}

DiagnosticSink diagnostic_sink(trujaman_diagnostic_sink function, void* user) {
  if (function == nullptr) return {};
  return [=](const Diagnostic& diagnostic) {
    const trujaman_diagnostic shown = to_c(diagnostic);
    function(&shown, user);
  };
}

}  // namespace trujaman::capi

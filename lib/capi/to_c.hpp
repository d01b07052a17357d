/// @file
/// C++ values as C sees them. Texts stay where they are: a view lives as long as its value, and the
/// arena that holds its arrays.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <trujaman/c/concept.h>
#include <trujaman/c/memory.h>
#include <trujaman/c/status.h>
#include <trujaman/c/unit.h>
#include <trujaman/concept.hpp>
#include <trujaman/error.hpp>
#include <trujaman/memory.hpp>
#include <trujaman/unit.hpp>

#include "capi/list.hpp"

namespace trujaman::capi {

std::int64_t to_c(const std::optional<Timestamp>& time) noexcept;
trujaman_span to_c(TextSpan span) noexcept;
trujaman_location to_c(const Location& where) noexcept;
trujaman_diagnostic to_c(const Diagnostic& diagnostic) noexcept;
trujaman_history to_c(const History& history) noexcept;
trujaman_add_summary to_c(const AddSummary& summary) noexcept;

const char* const* to_c(const std::vector<std::string>& texts, Arena& arena);
const char* const* to_c(const std::vector<LanguageTag>& languages, Arena& arena);
const trujaman_property* to_c(const std::vector<Property>& properties, Arena& arena);
const trujaman_occurrence* to_c(const std::vector<Occurrence>& occurrences, Arena& arena);
const trujaman_span* to_c(const std::vector<TextSpan>& spans, Arena& arena);
const trujaman_code* to_c(const InlineCodes& codes, Arena& arena);
trujaman_variant to_c(const Variant& variant, Arena& arena);
trujaman_unit to_c(const TranslationUnit& unit, Arena& arena);
trujaman_concept to_c(const ConceptEntry& entry, Arena& arena);

/// A text that lives as long as the program; for a few different ones, such as language tags.
const char* keep_forever(const std::string& text);

}  // namespace trujaman::capi

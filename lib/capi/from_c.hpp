/// @file
/// What the caller gave, as C++ has it. Everything throws Error{InvalidArgument} for what is not as
/// the headers say.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <trujaman/c/concept.h>
#include <trujaman/c/io.h>
#include <trujaman/c/memory.h>
#include <trujaman/c/status.h>
#include <trujaman/c/unit.h>
#include <trujaman/c/unit_filter.h>
#include <trujaman/concept.hpp>
#include <trujaman/error.hpp>
#include <trujaman/memory.hpp>
#include <trujaman/unit.hpp>
#include <trujaman/unit_filter.hpp>

namespace trujaman::capi {

/// A text; "" for NULL.
std::string_view text(const char* given, const char* name);
/// A text that must be there.
std::string_view need_text(const char* given, const char* name);
/// A path that must be there: bytes, as the system has them.
const char* need_path(const char* given, const char* name);
LanguageTag language(const char* given);
LanguagePair languages(const char* source, const char* target);
std::vector<LanguageTag> language_list(const char* const* given, std::size_t count,
                                       const char* name);
std::vector<std::string> text_list(const char* const* given, std::size_t count, const char* name);

/// A value of an enumeration whose last one is @p last.
template <class To, class From>
To enumerator(From given, From last, const char* name) {
  const auto number = static_cast<unsigned>(given);
  if (number > static_cast<unsigned>(last)) {
    throw Error(Errc::InvalidArgument, std::string(name) + ": " +
                                           std::to_string(static_cast<int>(number)) +
                                           " is none of its values");
  }
  return static_cast<To>(number);
}

/// @throws Error{InvalidArgument} when there is no array but a count. Leaves no doubt about
/// arithmetic with NULL.
template <class T>
const T* need_array(const T* array, std::size_t count, const char* name) {
  if (array == nullptr && count != 0) {
    throw Error(Errc::InvalidArgument, std::string(name) + " is NULL, but has a count");
  }
  return array;
}

std::optional<Timestamp> time_point(std::int64_t seconds);
TextSpan span(trujaman_span given, std::string_view text, const char* name);
InlineCodes codes(const trujaman_code* given, std::size_t count, std::string_view text);
History history(const trujaman_history& given);
std::vector<Property> properties(const trujaman_property* given, std::size_t count,
                                 const char* name);
TranslationUnit unit(const trujaman_unit* given);
std::vector<TranslationUnit> units(const trujaman_unit* given, std::size_t count);
ConceptEntry entry(const trujaman_concept* given);
Location location(const trujaman_location* given);
UnitFilter unit_filter(const trujaman_unit_filter* given);
AddOptions add_options(const trujaman_add_options* given);

Progress progress(trujaman_progress function, void* user);
DiagnosticSink diagnostic_sink(trujaman_diagnostic_sink function, void* user);

}  // namespace trujaman::capi

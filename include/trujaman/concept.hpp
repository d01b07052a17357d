/// @file
/// The concept entry: the one record that glossaries, memories and term files share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <trujaman/language.hpp>
#include <trujaman/unit.hpp>

namespace trujaman::inline v0 {

/// How far a term is to be used.
enum class TermStatus {
  Preferred,  ///< The one to use.
  Admitted,   ///< May be used.
  Deprecated  ///< Not to be used.
};

/// Name of a status in lower case: "preferred", "admitted", "deprecated".
[[nodiscard]] constexpr std::string_view to_string(TermStatus status) noexcept {
  constexpr std::string_view kNames[] = {"preferred", "admitted", "deprecated"};
  return kNames[static_cast<int>(status)];
}

/// One designation of a concept in one language (TBX `<termSec>`).
struct Term {
  LanguageTag language;                       ///< What it is a word of.
  std::string text;                           ///< UTF-8, NFC, without surrounding white space.
  TermStatus status = TermStatus::Preferred;  ///< Whether it is to be used.
  std::string part_of_speech;        ///< "noun", "verb", "adjective", "properNoun", …; or empty.
  std::string gender;                ///< "masculine", "feminine", …; or empty.
  bool acronym = false;              ///< An acronym or symbol: recognised only in its own case.
  std::string source;                ///< Where the term was taken from; or empty.
  std::vector<std::string> notes;    ///< Remarks on its use, in reading order.
  std::vector<Property> properties;  ///< Other data categories, kept on round trips.
  bool operator==(const Term&) const = default;
};

/// A term whose text is cleaned as readers clean it: NFC, white space trimmed and collapsed; two or
/// more capitals and nothing else make it an acronym.
/// @throws Error{InvalidArgument} when @p text is blank or not UTF-8.
[[nodiscard]] TRUJAMAN_API Term make_term(const LanguageTag& language, std::string_view text,
                                          TermStatus status = TermStatus::Preferred);

/// One meaning with its terms in every language (TBX `<conceptEntry>`, ISO 30042:2019).
struct ConceptEntry {
  std::string id;                  ///< Unique in its glossary; or empty.
  std::string subject;             ///< Subject field.
  std::string definition;          ///< What it means, in prose; or empty.
  std::string source;              ///< Where the entry was taken from.
  std::vector<std::string> notes;  ///< Remarks, in reading order.
  std::vector<Term> terms;         ///< In all languages; their order is the file's.
  /// Other data categories, kept on round trips: "category", or "category@es" where it is said of
  /// one language. Values that link end in the address, or in "#id" of another concept.
  std::vector<Property> properties;
  /// Of the definition, where the file says it; undetermined where it is said of the concept.
  LanguageTag definition_language;
  bool operator==(const ConceptEntry&) const = default;
};

}  // namespace trujaman::inline v0

/// @file
/// The columns of a table of concepts.
///
/// | name                      | holds                                                         |
/// | ------------------------- | ------------------------------------------------------------- |
/// | es                        | terms, the preferred one first, " | " between them            |
/// | es:status, es:gender, …   | of each of these terms, in the same order                     |
/// | es:property:NAME          | a data category of each, line feeds between several values    |
/// | id, subject, source, note | of the concept; several notes have a column each              |
/// | definition, definition@es | of the concept, in a language                                 |
/// | property:NAME             | a data category of the concept; several values, several columns |
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <trujaman/concept.hpp>

#include "exchange/table/record_reader.hpp"

namespace trujaman::exchange {

inline constexpr std::string_view kBetweenTerms = " | ";
inline constexpr std::string_view kPropertyColumn = "property:";

/// What is said of a term in a column of its own.
enum class TermField { Text, Status, PartOfSpeech, Gender, Acronym, Source, Note, Property };
/// What is said of a concept in one.
enum class ConceptField { Id, Subject, Definition, Source, Note, Property };

struct ConceptColumn {
  std::optional<LanguageTag> language;  ///< Of the terms; none where it is of the concept.
  TermField of_term = TermField::Text;
  ConceptField of_concept = ConceptField::Id;
  std::string property;             ///< Its type.
  LanguageTag definition_language;  ///< Of Definition.
};

/// The column that a header's field names; nullopt for none.
[[nodiscard]] std::optional<ConceptColumn> parse_concept_column(const std::string& name);
/// The same by the names that people give to columns, in English, Spanish and French: those of
/// languages, "Definición", "Notes". Not for telling tables from other lists: "French" may be a
/// term.
[[nodiscard]] std::optional<ConceptColumn> parse_column_of_people(const std::string& name);
[[nodiscard]] std::string column_name(const ConceptColumn& column);

/// Whether the first row of @p bytes is the header of such a table.
[[nodiscard]] bool has_concept_header(const std::string& bytes, TableFormat format);

}  // namespace trujaman::exchange

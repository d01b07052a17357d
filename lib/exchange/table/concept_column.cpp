#include "exchange/table/concept_column.hpp"

#include <sstream>
#include <utility>

#include "base/ascii.hpp"
#include "base/unicode.hpp"
#include "exchange/language.hpp"
#include "exchange/table/table_header.hpp"

namespace trujaman::exchange {
namespace {

struct TermFieldName {
  std::string_view name;
  TermField field;
};
constexpr TermFieldName kTermFields[] = {
    {"status", TermField::Status}, {"partofspeech", TermField::PartOfSpeech},
    {"gender", TermField::Gender}, {"acronym", TermField::Acronym},
    {"source", TermField::Source}, {"note", TermField::Note}};

struct ConceptFieldName {
  std::string_view name;
  ConceptField field;
};
/// "comment" is what OmegaT calls a note.
constexpr ConceptFieldName kConceptFields[] = {
    {"id", ConceptField::Id},         {"subject", ConceptField::Subject},
    {"source", ConceptField::Source}, {"definition", ConceptField::Definition},
    {"note", ConceptField::Note},     {"comment", ConceptField::Note}};

/// What people call them, as base::fold() has it.
constexpr ConceptFieldName kPeoplesNames[] = {{"concept id", ConceptField::Id},
                                              {"subject field", ConceptField::Subject},
                                              {"domain", ConceptField::Subject},
                                              {"tema", ConceptField::Subject},
                                              {"area", ConceptField::Subject},
                                              {"ambito", ConceptField::Subject},
                                              {"domaine", ConceptField::Subject},
                                              {"sujet", ConceptField::Subject},
                                              {"definicion", ConceptField::Definition},
                                              {"definitions", ConceptField::Definition},
                                              {"definition", ConceptField::Definition},
                                              {"fuente", ConceptField::Source},
                                              {"fuentes", ConceptField::Source},
                                              {"sources", ConceptField::Source},
                                              {"reference", ConceptField::Source},
                                              {"referencia", ConceptField::Source},
                                              {"notes", ConceptField::Note},
                                              {"nota", ConceptField::Note},
                                              {"notas", ConceptField::Note},
                                              {"remarque", ConceptField::Note},
                                              {"remarques", ConceptField::Note},
                                              {"comments", ConceptField::Note},
                                              {"comentario", ConceptField::Note},
                                              {"comentarios", ConceptField::Note},
                                              {"commentaire", ConceptField::Note},
                                              {"commentaires", ConceptField::Note},
                                              {"observaciones", ConceptField::Note},
                                              {"context", ConceptField::Note},
                                              {"contexto", ConceptField::Note},
                                              {"contexte", ConceptField::Note}};

std::string lower(std::string text) {
  for (char& c : text) c = base::ascii_lower(c);
  return text;
}

std::optional<ConceptColumn> parse_term_column(const std::string& name, std::size_t colon) {
  auto language = column_language(std::string_view(name).substr(0, colon));
  if (!language) return std::nullopt;
  ConceptColumn column{std::move(language), {}, {}, {}, {}};
  const std::string field = name.substr(colon + 1);
  if (field.starts_with(kPropertyColumn)) {
    column.of_term = TermField::Property;
    column.property = field.substr(kPropertyColumn.size());
    return column;
  }
  for (const TermFieldName& f : kTermFields) {
    if (f.name != lower(field)) continue;
    column.of_term = f.field;
    return column;
  }
  return std::nullopt;
}

std::optional<ConceptColumn> parse_concept_field(const std::string& name) {
  ConceptColumn column;
  if (name.starts_with(kPropertyColumn)) {
    column.of_concept = ConceptField::Property;
    column.property = name.substr(kPropertyColumn.size());
    return column;
  }
  for (const ConceptFieldName& f : kConceptFields) {
    if (f.name != lower(name)) continue;
    column.of_concept = f.field;
    return column;
  }
  constexpr std::string_view kDefinition = "definition@";
  if (!lower(name).starts_with(kDefinition)) return std::nullopt;
  const auto language = parse_language(std::string_view(name).substr(kDefinition.size()));
  if (!language) return std::nullopt;
  column.of_concept = ConceptField::Definition;
  column.definition_language = *language;
  return column;
}

}  // namespace

std::optional<ConceptColumn> parse_concept_column(const std::string& name) {
  // Before the languages: "id" is Indonesian's tag, too.
  if (auto column = parse_concept_field(name)) return column;
  const std::size_t colon = name.find(':');
  if (colon != std::string::npos) return parse_term_column(name, colon);
  auto language = column_language(name);
  if (!language) return std::nullopt;
  return ConceptColumn{std::move(language), {}, {}, {}, {}};
}

std::optional<ConceptColumn> parse_column_of_people(const std::string& name) {
  ConceptColumn column;
  const std::string key = base::fold(name);
  for (const ConceptFieldName& f : kPeoplesNames) {
    if (f.name != key) continue;
    column.of_concept = f.field;
    return column;
  }
  column.language = language_named(name);
  if (!column.language) return std::nullopt;
  return column;
}

std::string column_name(const ConceptColumn& column) {
  const std::string property = std::string(kPropertyColumn) + column.property;
  if (column.language) {
    const std::string& tag = column.language->str();
    if (column.of_term == TermField::Text) return tag;
    if (column.of_term == TermField::Property) return tag + ":" + property;
    if (column.of_term == TermField::PartOfSpeech) return tag + ":partOfSpeech";
    for (const TermFieldName& f : kTermFields) {
      if (f.field == column.of_term) return tag + ":" + std::string(f.name);
    }
  }
  if (column.of_concept == ConceptField::Property) return property;
  for (const ConceptFieldName& f : kConceptFields) {
    if (f.field != column.of_concept) continue;
    const bool told = !column.definition_language.undetermined();
    return std::string(f.name) + (told ? "@" + column.definition_language.str() : "");
  }
  return {};
}

bool has_concept_header(const std::string& bytes, TableFormat format) {
  std::istringstream in(bytes.substr(0, bytes.find('\n', 0)));
  RecordReader records(in, "", format);
  Record header;
  try {
    if (!records.read(header)) return false;
  } catch (const Error&) {
    return false;
  }
  bool any_language = false;
  for (const std::string& field : trimmed_header(header)) {
    const auto column = parse_concept_column(field);
    if (!column) return false;
    any_language = any_language || column->language;
  }
  return any_language;
}

}  // namespace trujaman::exchange

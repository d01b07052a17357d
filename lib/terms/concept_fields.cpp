#include "terms/concept_fields.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <trujaman/message.hpp>

namespace trujaman::terms {
namespace {

/// Fields in their order, each with all its values.
class Fields {
 public:
  explicit Fields(const ConceptEntry& entry) {
    const LanguageTag& language = entry.definition_language;
    add("subject", entry.subject);
    add("definition" + (language.undetermined() ? "" : "@" + language.str()), entry.definition);
    add("source", entry.source);
    for (const std::string& note : entry.notes) add("note", note);
    for (const Property& p : entry.properties) add("property " + p.type, p.value);
    for (const Term& term : entry.terms) add_term(term);
  }

  std::vector<std::string>& values(const std::string& field) {
    for (auto& [name, all] : fields_) {
      if (name == field) return all;
    }
    return fields_.emplace_back(field, std::vector<std::string>{}).second;
  }
  [[nodiscard]] auto begin() const { return fields_.begin(); }
  [[nodiscard]] auto end() const { return fields_.end(); }

 private:
  void add(const std::string& field, std::string value) {
    if (!value.empty()) values(field).push_back(std::move(value));
  }

  void add_term(const Term& term) {
    const std::string name = term_field(term);
    add(name, std::string(to_string(term.status)));
    add(name + " part of speech", term.part_of_speech);
    add(name + " gender", term.gender);
    add(name + " acronym", term.acronym ? "yes" : "");
    add(name + " source", term.source);
    for (const std::string& note : term.notes) add(name + " note", note);
    for (const Property& p : term.properties) add(name + " property " + p.type, p.value);
  }

  std::vector<std::pair<std::string, std::vector<std::string>>> fields_;
};

/// Values of @p a that @p b lacks, each as often as it does.
std::vector<std::string> beyond(std::vector<std::string> a, const std::vector<std::string>& b) {
  for (const std::string& value : b) {
    const auto found = std::ranges::find(a, value);
    if (found != a.end()) a.erase(found);
  }
  return a;
}

}  // namespace

std::string term_field(const Term& term) {
  return term.language.str() + " \"" + term.text + "\"";
}

std::vector<FieldDifference> field_differences(const ConceptEntry& before,
                                               const ConceptEntry& after) {
  Fields old_fields(before);
  Fields new_fields(after);
  for (const auto& [name, values] : new_fields) static_cast<void>(old_fields.values(name));
  std::vector<FieldDifference> out;
  for (const auto& [name, values] : old_fields) {
    const std::vector<std::string>& now = new_fields.values(name);
    const std::vector<std::string> gone = beyond(values, now);
    const std::vector<std::string> come = beyond(now, values);
    for (std::size_t i = 0; i < std::max(gone.size(), come.size()); ++i) {
      out.push_back({name, i < gone.size() ? gone[i] : std::string(),
                     i < come.size() ? come[i] : std::string()});
    }
  }
  return out;
}

}  // namespace trujaman::terms

namespace trujaman::inline v0 {
namespace {

constexpr std::string_view kProperty = "property ";

/// What follows a term, or a language, in the name of a field, and how it is put with it.
struct FieldOfTerm {
  std::string_view name;
  std::string_view words;
};
constexpr std::array kFieldsOfTerms{
    FieldOfTerm{" part of speech", message_id("{1} part of speech")},
    FieldOfTerm{" gender", message_id("{1} gender")},
    FieldOfTerm{" acronym", message_id("{1} acronym")},
    FieldOfTerm{" source", message_id("{1} source")},
    FieldOfTerm{" note", message_id("{1} note")},
    FieldOfTerm{" preferred term", message_id("{1} preferred term")},
};
constexpr std::array kFieldsOfConcepts{message_id("subject"), message_id("definition"),
                                       message_id("source"), message_id("note")};

}  // namespace

std::string field_in_words(std::string_view field) {
  if (field.starts_with(kProperty)) {
    return message("property {1}", field.substr(kProperty.size()));
  }
  if (std::ranges::find(kFieldsOfConcepts, field) != kFieldsOfConcepts.end()) return message(field);
  constexpr std::string_view definition = "definition@";
  if (field.starts_with(definition)) {
    return message("definition@{1}", field.substr(definition.size()));
  }
  // A term stands in quotes, and may hold any of these words.
  const std::size_t quote = field.rfind('"');
  const std::size_t after = quote == std::string_view::npos ? 0 : quote + 1;
  const std::size_t property = field.find(" property ", after);
  if (property != std::string_view::npos) {
    return message("{1} property {2}", field.substr(0, property),
                   field.substr(property + 1 + kProperty.size()));
  }
  for (const FieldOfTerm& f : kFieldsOfTerms) {
    if (field.substr(after).ends_with(f.name)) {
      return message(f.words, field.substr(0, field.size() - f.name.size()));
    }
  }
  return std::string(field);
}

}  // namespace trujaman::inline v0

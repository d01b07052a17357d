#include "terms/concept_fields.hpp"

#include <algorithm>
#include <utility>

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

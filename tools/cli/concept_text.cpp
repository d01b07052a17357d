#include "cli/concept_text.hpp"

#include <algorithm>

#include <trujaman/message.hpp>

namespace trujaman::cli {
namespace {

void put(Json& object, const char* key, const std::string& value) {
  if (!value.empty()) object[key] = value;
}

template <typename Record>
void put_common(Json& object, const Record& record) {
  put(object, "source", record.source);
  if (!record.notes.empty()) object["notes"] = record.notes;
  for (const Property& p : record.properties) {
    object["properties"].push_back({{"type", p.type}, {"value", p.value}});
  }
}

Json term_json(const Term& term) {
  Json out = {{"term", term.text}, {"status", to_string(term.status)}};
  put(out, "part_of_speech", term.part_of_speech);
  put(out, "gender", term.gender);
  if (term.acronym) out["acronym"] = true;
  put_common(out, term);
  return out;
}

}  // namespace

Json concept_json(const ConceptEntry& entry) {
  Json out = {{"id", entry.id}};
  put(out, "subject", entry.subject);
  put(out, "definition", entry.definition);
  if (!entry.definition_language.undetermined()) {
    out["definition_language"] = entry.definition_language.str();
  }
  put_common(out, entry);
  Json terms = Json::object();
  for (const Term& t : entry.terms) terms[t.language.str()].push_back(term_json(t));
  out["terms"] = std::move(terms);
  return out;
}

std::string terms_text(const ConceptEntry& entry, const LanguageTag& language) {
  std::string out;
  for (const Term& t : entry.terms) {
    if (!t.language.matches(language)) continue;
    if (!out.empty()) out += " | ";
    out += t.text;
    if (t.status == TermStatus::Deprecated) out += " [" + message("deprecated") + "]";
  }
  return out;
}

std::string concept_line(const ConceptEntry& entry, const std::vector<LanguageTag>& languages) {
  std::string out = entry.id;
  const auto wanted = languages.empty() ? languages_of({&entry, 1}) : languages;
  for (const LanguageTag& language : wanted) {
    const std::string text = terms_text(entry, language);
    out += "  " + language.str() + ": " + (text.empty() ? "–" : text);
  }
  return out;
}

std::vector<LanguageTag> languages_of(std::span<const ConceptEntry> concepts) {
  std::vector<LanguageTag> out;
  for (const ConceptEntry& entry : concepts) {
    for (const Term& t : entry.terms) {
      if (std::ranges::find(out, t.language) == out.end()) out.push_back(t.language);
    }
  }
  return out;
}

}  // namespace trujaman::cli

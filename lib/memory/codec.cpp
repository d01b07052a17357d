#include "memory/codec.hpp"

#include <optional>

#include <nlohmann/json.hpp>

namespace trujaman::memory {
namespace {

using nlohmann::json;

void put(json& j, const char* key, const std::string& value) {
  if (!value.empty()) j[key] = value;
}
void put(json& j, const char* key, const std::vector<std::string>& values) {
  if (!values.empty()) j[key] = values;
}
void put(json& j, const char* key, const std::vector<Property>& properties) {
  for (const Property& p : properties) j[key].push_back(json::array({p.type, p.value}));
}
void put(json& j, const char* key, const std::optional<Timestamp>& time) {
  if (time) j[key] = time->seconds;
}

void get(const json& j, const char* key, std::string& value) {
  value = j.value(key, std::string());
}
void get(const json& j, const char* key, std::vector<std::string>& values) {
  if (j.contains(key)) values = j[key].get<std::vector<std::string>>();
}
void get(const json& j, const char* key, std::vector<Property>& properties) {
  if (!j.contains(key)) return;
  for (const json& p : j[key]) properties.push_back({p.at(0), p.at(1)});
}
void get(const json& j, const char* key, std::optional<Timestamp>& time) {
  if (j.contains(key)) time = Timestamp(j[key].get<std::int64_t>());
}

void put(json& j, const History& h) {
  put(j, "created", h.created);
  put(j, "changed", h.changed);
  put(j, "last_used", h.last_used);
  put(j, "creator", h.creator);
  put(j, "changer", h.changer);
  if (h.usage_count) j["usage_count"] = *h.usage_count;
}
void get(const json& j, History& h) {
  get(j, "created", h.created);
  get(j, "changed", h.changed);
  get(j, "last_used", h.last_used);
  get(j, "creator", h.creator);
  get(j, "changer", h.changer);
  if (j.contains("usage_count")) h.usage_count = j["usage_count"].get<std::uint64_t>();
}

void put(json& j, const InlineCodes& codes) {
  for (const InlineCode& c : codes) {
    json code{{"at", c.position}, {"kind", static_cast<int>(c.kind)}};
    if (c.pair != 0) code["pair"] = c.pair;
    put(code, "id", c.id);
    put(code, "type", c.type);
    put(code, "native", c.native);
    put(code, "attributes", c.attributes);
    if (c.fragment) code["fragment"] = true;
    j["codes"].push_back(std::move(code));
  }
}
void get(const json& j, InlineCodes& codes) {
  if (!j.contains("codes")) return;
  for (const json& code : j["codes"]) {
    InlineCode c;
    c.position = code.at("at");
    c.kind = static_cast<CodeKind>(code.at("kind").get<int>());
    c.pair = code.value("pair", 0);
    get(code, "id", c.id);
    get(code, "type", c.type);
    get(code, "native", c.native);
    get(code, "attributes", c.attributes);
    c.fragment = code.value("fragment", false);
    codes.push_back(std::move(c));
  }
}

template <class Record>
void put_common(json& j, const Record& record) {
  put(j, record.history);
  put(j, "properties", record.properties);
  put(j, "attributes", record.attributes);
  put(j, "notes", record.notes);
}
template <class Record>
void get_common(const json& j, Record& record) {
  get(j, record.history);
  get(j, "properties", record.properties);
  get(j, "attributes", record.attributes);
  get(j, "notes", record.notes);
}

std::string dump(const json& j) {
  return j.empty() ? std::string() : j.dump();
}

}  // namespace

std::string encode_details(const TranslationUnit& unit) {
  json j;
  put_common(j, unit);
  return dump(j);
}

void decode_details(std::string_view text, TranslationUnit& unit) {
  if (!text.empty()) get_common(json::parse(text), unit);
}

std::string encode_details(const Variant& variant) {
  json j;
  put_common(j, variant);
  put(j, variant.codes);
  return dump(j);
}

void decode_details(std::string_view text, Variant& variant) {
  if (text.empty()) return;
  const json j = json::parse(text);
  get_common(j, variant);
  get(j, variant.codes);
}

std::string encode(const ConceptEntry& entry) {
  json j{{"id", entry.id}};
  put(j, "subject", entry.subject);
  put(j, "definition", entry.definition);
  if (!entry.definition_language.undetermined()) {
    j["definition_language"] = entry.definition_language.str();
  }
  put(j, "source", entry.source);
  put(j, "notes", entry.notes);
  put(j, "properties", entry.properties);
  for (const Term& t : entry.terms) {
    json term{
        {"language", t.language.str()}, {"text", t.text}, {"status", static_cast<int>(t.status)}};
    put(term, "part_of_speech", t.part_of_speech);
    put(term, "gender", t.gender);
    if (t.acronym) term["acronym"] = true;
    put(term, "source", t.source);
    put(term, "notes", t.notes);
    put(term, "properties", t.properties);
    j["terms"].push_back(std::move(term));
  }
  return j.dump();
}

ConceptEntry decode_concept(std::string_view text) {
  const json j = json::parse(text);
  ConceptEntry entry;
  get(j, "id", entry.id);
  get(j, "subject", entry.subject);
  get(j, "definition", entry.definition);
  if (j.contains("definition_language")) {
    entry.definition_language = LanguageTag(j["definition_language"].get<std::string>());
  }
  get(j, "source", entry.source);
  get(j, "notes", entry.notes);
  get(j, "properties", entry.properties);
  if (!j.contains("terms")) return entry;
  for (const json& term : j["terms"]) {
    Term t;
    t.language = LanguageTag(term.at("language").get<std::string>());
    get(term, "text", t.text);
    t.status = static_cast<TermStatus>(term.at("status").get<int>());
    get(term, "part_of_speech", t.part_of_speech);
    get(term, "gender", t.gender);
    t.acronym = term.value("acronym", false);
    get(term, "source", t.source);
    get(term, "notes", t.notes);
    get(term, "properties", t.properties);
    entry.terms.push_back(std::move(t));
  }
  return entry;
}

}  // namespace trujaman::memory

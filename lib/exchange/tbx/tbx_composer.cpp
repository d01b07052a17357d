#include "exchange/tbx/tbx_composer.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <trujaman/message.hpp>

#include "exchange/language.hpp"
#include "exchange/tbx/tbx_format.hpp"
#include "exchange/tbx/term_text.hpp"
#include "exchange/xml/xml_text.hpp"

namespace trujaman::exchange {
namespace {

std::string_view element_of(TbxHolder holder) noexcept {
  switch (holder) {
    case TbxHolder::Admin:
      return "admin";
    case TbxHolder::Descrip:
      return "descrip";
    case TbxHolder::TermNote:
      return "termNote";
    case TbxHolder::Ref:
      return "ref";
    case TbxHolder::Xref:
      return "xref";
    case TbxHolder::Transac:
      return "transac";
    case TbxHolder::TransacNote:
      return "transacNote";
    case TbxHolder::Date:
      return "date";
  }
  return "admin";
}

std::string_view indent_of(TbxLevel level) noexcept {
  constexpr std::string_view kBlanks = "            ";
  return kBlanks.substr(0, level == TbxLevel::Concept ? 6 : level == TbxLevel::Language ? 8 : 10);
}

void append_element(std::string& xml, std::string_view indent, std::string_view element,
                    std::string_view type, std::string_view text, std::string_view target = {}) {
  xml.append(indent).append("<").append(element);
  if (!type.empty()) append_xml_attribute(xml, "type", type);
  if (!target.empty()) append_xml_attribute(xml, "target", target);
  xml += '>';
  append_xml_text(xml, text);
  xml.append("</").append(element).append(">\n");
}

/// A property's category and the language of which it is said.
std::pair<std::string, std::optional<LanguageTag>> split_category(const std::string& type) {
  const std::size_t at = type.rfind('@');
  if (at == std::string::npos || at == 0) return {type, std::nullopt};
  auto language = parse_language(std::string_view(type).substr(at + 1));
  if (!language || language->str() != type.substr(at + 1)) return {type, std::nullopt};
  return {type.substr(0, at), std::move(language)};
}

template <typename Data>
Data& of_language(std::vector<std::pair<LanguageTag, Data>>& all, const LanguageTag& language) {
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.first == language; });
  return found != all.end() ? found->second : all.emplace_back(language, Data{}).second;
}

/// The value of administrativeStatus, and of what says more than that.
std::string status_value(const Term& term) {
  for (const Property& p : term.properties) {
    if (p.type == "administrativeStatus" && parse_status(p.value) == term.status) return p.value;
  }
  switch (term.status) {
    case TermStatus::Preferred:
      return "preferredTerm-admn-sts";
    case TermStatus::Admitted:
      return "admittedTerm-admn-sts";
    case TermStatus::Deprecated:
      return "deprecatedTerm-admn-sts";
  }
  return {};
}

/// Whether a status among a term's properties is no longer what the term has, or is written as it.
bool is_settled_status(const Property& p, const Term& term) {
  if (!is_status(p.type)) return false;
  const auto status = parse_status(p.value);
  return status && (*status != term.status || p.type == "administrativeStatus");
}

bool is_term_note(const Property& p) {
  return tbx_holder(p.type, TbxLevel::Term) == TbxHolder::TermNote;
}

}  // namespace

void TbxComposer::append(std::string& xml, const ConceptEntry& entry) {
  entry_ = &entry;
  languages_.clear();
  for (const Term& t : entry.terms) static_cast<void>(of_language(languages_, t.language));
  std::vector<Property> own;
  if (!entry.subject.empty()) own.push_back({"subjectField", entry.subject});
  if (!entry.definition.empty()) {
    const Property definition{"definition", entry.definition};
    const LanguageTag& language = entry.definition_language;
    (language.undetermined() ? own : of_language(languages_, language)).push_back(definition);
  }
  if (!entry.source.empty()) own.push_back({"source", entry.source});
  for (const Property& p : entry.properties) {
    const auto [category, language] = split_category(p.type);
    (language ? of_language(languages_, *language) : own).push_back({category, p.value});
  }
  xml.append("    <").append(names_.concept_entry);
  if (!entry.id.empty()) append_xml_attribute(xml, "id", entry.id);
  xml += ">\n";
  append_data(xml, own, TbxLevel::Concept, true);
  append_notes(xml, entry.notes, indent_of(TbxLevel::Concept));
  for (const auto& [language, data] : languages_) append_language(xml, language);
  xml.append("    </").append(names_.concept_entry).append(">\n");
  if (entry.terms.empty()) complain(message("a concept without terms"));
}

void TbxComposer::append_language(std::string& xml, const LanguageTag& language) {
  xml.append("      <").append(names_.language);
  append_xml_attribute(xml, "xml:lang", language.str());
  xml += ">\n";
  append_data(xml, of_language(languages_, language), TbxLevel::Language, true);
  bool any = false;
  for (const Term& term : entry_->terms) {
    if (term.language != language) continue;
    any = true;
    append_term(xml, term);
  }
  xml.append("      </").append(names_.language).append(">\n");
  if (!any && !entry_->terms.empty())
    complain(message("something said of a language without terms"));
}

void TbxComposer::append_term(std::string& xml, const Term& term) {
  xml.append("        <").append(names_.term).append(">\n");
  const std::string_view indent = indent_of(TbxLevel::Term);
  append_element(xml, indent, "term", {}, term.text);
  append_term_notes(xml, term);
  std::vector<Property> data;
  if (!term.source.empty()) data.push_back({"source", term.source});
  for (const Property& p : term.properties) {
    if (!is_term_note(p)) data.push_back(p);
  }
  append_data(xml, data, TbxLevel::Term, !term.source.empty());
  append_notes(xml, term.notes, indent);
  xml.append("        </").append(names_.term).append(">\n");
}

void TbxComposer::append_term_notes(std::string& xml, const Term& term) {
  std::vector<Property> notes;
  if (!term.part_of_speech.empty()) notes.push_back({"partOfSpeech", term.part_of_speech});
  if (!term.gender.empty()) notes.push_back({"grammaticalGender", term.gender});
  notes.push_back({"administrativeStatus", status_value(term)});
  bool has_type = false;
  for (const Property& p : term.properties) {
    if (!is_term_note(p) || is_settled_status(p, term)) continue;
    has_type = has_type || p.type == "termType";
    notes.push_back(p);
  }
  // Without a type, readers (ours too) guess from the capitals.
  if (!has_type && term.acronym != looks_like_acronym(term.text)) {
    notes.push_back({"termType", term.acronym ? "acronym" : "fullForm"});
  }
  append_data(xml, notes, TbxLevel::Term, true);
}

void TbxComposer::append_data(std::string& xml, std::span<const Property> data, TbxLevel level,
                              bool source_is_told) {
  const std::string indent(indent_of(level));
  const std::string inner = indent + "  ";
  const auto holder = [&](std::size_t i) { return tbx_holder(data[i].type, level); };
  for (std::size_t i = 0; i < data.size(); ++i) {
    std::size_t end = i + 1;
    std::string_view group;
    if (holder(i) == TbxHolder::Transac) {
      group = "transacGrp";
      while (end < data.size() &&
             (holder(end) == TbxHolder::TransacNote || holder(end) == TbxHolder::Date)) {
        ++end;
      }
    } else if (holder(i) == TbxHolder::Descrip && level != TbxLevel::Concept) {
      while (end < data.size() && data[end].type == "source") ++end;
      if (end > i + 1) group = "descripGrp";
    } else if (data[i].type == "source" && !source_is_told) {
      // Alone it would be read as the source of the term, which is not known.
      group = "adminGrp";
    }
    if (!group.empty()) xml.append(indent).append("<").append(group).append(">\n");
    for (std::size_t k = i; k < end; ++k) {
      append_datum(xml, data[k], level, group.empty() ? indent : inner);
    }
    if (!group.empty()) xml.append(indent).append("</").append(group).append(">\n");
    // Dates and names belong to a transaction; elsewhere TBX has no place for them.
    const bool stray =
        group.empty() && (holder(i) == TbxHolder::TransacNote || holder(i) == TbxHolder::Date);
    if (stray) complain(message("a {1} of no transaction", data[i].type));
    i = end - 1;
  }
}

void TbxComposer::append_datum(std::string& xml, const Property& datum, TbxLevel level,
                               std::string_view indent) {
  if (datum.value.empty()) return;
  judge(datum, level);
  const TbxHolder holder = tbx_holder(datum.type, level);
  std::string_view text = datum.value;
  std::string_view target;
  if (is_reference(datum.type)) {
    const std::size_t blank = text.rfind(' ');
    const std::string_view last = text.substr(blank == text.npos ? 0 : blank + 1);
    const bool local = last.starts_with('#') && ids_.contains(last.substr(1));
    if (local || last.starts_with("http://") || last.starts_with("https://")) {
      target = local ? last.substr(1) : last;
      text = text.substr(0, blank == text.npos ? 0 : blank);
    }
  }
  const std::string_view type = holder == TbxHolder::Date ? std::string_view() : datum.type;
  append_element(xml, indent, element_of(holder), type, text, target);
}

void TbxComposer::append_notes(std::string& xml, const std::vector<std::string>& notes,
                               std::string_view indent) {
  for (const std::string& note : notes) append_element(xml, indent, "note", {}, note);
}

void TbxComposer::judge(const Property& datum, TbxLevel level) {
  constexpr std::string_view kForeign[] = {message_id("the category {1} of a concept"),
                                           message_id("the category {1} of a language"),
                                           message_id("the category {1} of a term")};
  if (!is_basic_category(datum.type, level)) {
    complain(message(kForeign[static_cast<int>(level)], datum.type));
  } else if (!is_basic_value(datum.type, datum.value)) {
    complain(message("the {1} \"{2}\"", datum.type, datum.value.substr(0, 40)));
  }
}

void TbxComposer::complain(const std::string& what) {
  foreign_.try_emplace(what, entry_->id);
}

}  // namespace trujaman::exchange

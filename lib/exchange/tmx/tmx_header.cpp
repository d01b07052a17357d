#include "exchange/tmx/tmx_header.hpp"

#include <algorithm>
#include <utility>

#include <trujaman/message.hpp>

#include "exchange/language.hpp"
#include "exchange/tmx/tmx_format.hpp"
#include "exchange/tmx/tmx_history.hpp"
#include "exchange/xml/xml_text.hpp"

namespace trujaman::exchange {
namespace {

constexpr struct {
  std::string_view name;
  std::string TmxHeader::*field;
} kFields[] = {{"creationtool", &TmxHeader::creation_tool},
               {"creationtoolversion", &TmxHeader::creation_tool_version},
               {"segtype", &TmxHeader::segment_type},
               {"o-tmf", &TmxHeader::original_format},
               {"adminlang", &TmxHeader::admin_language},
               {"datatype", &TmxHeader::data_type},
               {"o-encoding", &TmxHeader::original_encoding}};

constexpr struct {
  std::string_view name;
  std::string TmxCharacter::*field;
} kCharacterFields[] = {{"unicode", &TmxCharacter::unicode},
                        {"code", &TmxCharacter::code},
                        {"ent", &TmxCharacter::entity},
                        {"subst", &TmxCharacter::substitute}};

/// A header that says nothing.
TmxHeader unknown_header() {
  TmxHeader header;
  for (const auto& [name, field] : kFields) header.*field = "unknown";
  header.segment_type = "sentence";
  header.original_encoding.clear();
  return header;
}

void append_optional(std::string& xml, std::string_view name, const std::string& value) {
  if (!value.empty()) append_xml_attribute(xml, name, value);
}

void append_text(std::string& xml, std::string_view element, const TmxHeaderText& text) {
  xml.append("    <").append(element);
  if (element == "prop") append_xml_attribute(xml, "type", text.type);
  append_optional(xml, "xml:lang", text.language);
  append_optional(xml, "o-encoding", text.original_encoding);
  xml += '>';
  append_xml_text(xml, text.text);
  xml.append("</").append(element).append(">\n");
}

void append_encoding(std::string& xml, const TmxUserEncoding& encoding) {
  if (encoding.characters.empty()) return;  // the DTD requires one
  xml += "    <ude";
  append_xml_attribute(xml, "name", encoding.name);
  append_optional(xml, "base", encoding.base);
  xml += ">\n";
  for (const TmxCharacter& character : encoding.characters) {
    xml += "      <map";
    append_xml_attribute(xml, "unicode", character.unicode);
    for (const auto& [name, field] : kCharacterFields) {
      if (name != "unicode") append_optional(xml, name, character.*field);
    }
    xml += "/>\n";
  }
  xml += "    </ude>\n";
}

/// The attributes that are the DTD's, and all its required ones.
void append_header_attributes(std::string& xml, const TmxHeader& header) {
  for (const auto& [name, field] : kFields) {
    if (name == "o-encoding") {
      append_optional(xml, name, header.*field);
    } else if (name == "segtype" && !is_segment_type(header.*field)) {
      append_xml_attribute(xml, name, "sentence");
    } else {
      append_xml_attribute(xml, name, header.*field);
    }
    if (name == "adminlang") {
      append_xml_attribute(xml, "srclang", source_language_text(header.source_language));
    }
  }
  History made = header.history;
  made.last_used.reset();
  made.usage_count.reset();
  append_history(xml, made);
}

}  // namespace

std::string source_language_text(const LanguageTag& language) {
  return language.undetermined() ? "*all*" : language.str();
}

void TmxHeaderReader::read_root(XmlAttributes attributes) {
  version_ = std::string(find_attribute(attributes, "version").substr(0, 20));
  if (!is_known_version(version_)) {
    warn_(message("version \"{1}\" of TMX is not known; read as 1.4", version_));
  }
  header_ = unknown_header();
}

void TmxHeaderReader::read_header(XmlAttributes attributes) {
  std::string missing;
  for (const std::string_view required : required_header_attributes()) {
    if (find_attribute(attributes, required).data() != nullptr) continue;
    missing.append(missing.empty() ? "" : ", ").append(required);
  }
  if (!missing.empty()) warn_(message("<header> lacks {1}", missing));
  for (const XmlAttribute& a : attributes) read_attribute(a);
  seen_ = true;
}

void TmxHeaderReader::read_attribute(const XmlAttribute& a) {
  if (a.name == "srclang") {
    header_.source_language = source_language_of(a.value);
    return;
  }
  const bool odd_segment_type = a.name == "segtype" && !is_segment_type(a.value);
  if (odd_segment_type)
    warn_(message("segtype of <header> is none of TMX's; it was kept as it is"));
  for (const auto& [name, field] : kFields) {
    if (a.name != name || odd_segment_type) continue;
    header_.*field = std::string(a.value);
    return;
  }
  const bool of_use = a.name == "lastusagedate" || a.name == "usagecount";
  if (!of_use) {
    const HistoryAttribute outcome = read_history(header_.history, a);
    if (outcome == HistoryAttribute::Taken) return;
    if (outcome == HistoryAttribute::Bad) {
      warn_(message("{1} of <header> is no date; it was kept as it is", a.name));
    }
  }
  header_.attributes.push_back({std::string(a.name), std::string(a.value)});
}

void TmxHeaderReader::begin_text(XmlAttributes attributes) {
  std::string_view language = find_attribute(attributes, "xml:lang");
  if (language.data() == nullptr) language = find_attribute(attributes, "lang");
  text_ = {.type = std::string(find_attribute(attributes, "type")),
           .text = {},
           .language = std::string(language),
           .original_encoding = std::string(find_attribute(attributes, "o-encoding"))};
}

void TmxHeaderReader::end_text(std::string_view element, std::string text) {
  const bool plain = text_.language.empty() && text_.original_encoding.empty();
  if (element == "note") {
    text_.type.clear();
    text_.text = std::move(text);
    header_.notes.push_back(std::move(text_));
  } else if (plain && text_.type.starts_with(kAttributeProperty)) {
    header_.attributes.push_back({text_.type.substr(kAttributeProperty.size()), std::move(text)});
  } else {
    text_.text = std::move(text);
    header_.properties.push_back(std::move(text_));
  }
  text_ = {};
}

void TmxHeaderReader::begin_encoding(XmlAttributes attributes) {
  if (find_attribute(attributes, "name").data() == nullptr) warn_(message("<ude> without a name"));
  header_.encodings.push_back({.name = std::string(find_attribute(attributes, "name")),
                               .base = std::string(find_attribute(attributes, "base")),
                               .characters = {}});
}

void TmxHeaderReader::add_character(XmlAttributes attributes) {
  if (find_attribute(attributes, "unicode").data() == nullptr)
    warn_(message("<map> without unicode"));
  TmxCharacter character;
  for (const auto& [name, field] : kCharacterFields) {
    character.*field = std::string(find_attribute(attributes, name));
  }
  header_.encodings.back().characters.push_back(std::move(character));
}

void TmxHeaderReader::end_header() {
  std::erase_if(header_.encodings,
                [](const TmxUserEncoding& encoding) { return encoding.characters.empty(); });
}

void TmxHeaderReader::end() {
  if (!seen_) warn_(message("<body> without a <header> before it; any language may be the source"));
}

std::string_view TmxHeaderReader::language_of(XmlAttributes tuv) {
  const std::string_view text = find_attribute(tuv, "xml:lang");
  if (text.data() == nullptr) return find_attribute(tuv, "lang");
  if (is_before_xml_lang(version_) && !std::exchange(xml_lang_reported_, true)) {
    warn_(message("xml:lang is not TMX {1}, which has lang", version_));
  }
  return text;
}

LanguageTag TmxHeaderReader::source_language_of(std::string_view srclang) const {
  if (srclang.empty() || srclang == "*all*") return {};
  if (auto language = parse_language(srclang)) return *std::move(language);
  warn_(message("srclang is no language tag; any language may be the source"));
  return {};
}

void append_header(std::string& xml, const TmxHeader& header) {
  xml += "  <header";
  append_header_attributes(xml, header);
  std::string content;
  for (const TmxHeaderText& note : header.notes) append_text(content, "note", note);
  for (const TmxUserEncoding& encoding : header.encodings) append_encoding(content, encoding);
  for (const Property& a : header.attributes) {
    append_text(content, "prop", {std::string(kAttributeProperty) + a.type, a.value, {}, {}});
  }
  for (const TmxHeaderText& property : header.properties) append_text(content, "prop", property);
  xml += content.empty() ? "/>\n" : ">\n" + content + "  </header>\n";
}

}  // namespace trujaman::exchange

#include "cli/file_header.hpp"

#include <algorithm>

#include <trujaman/message.hpp>

namespace trujaman::cli {
namespace {

template <typename T>
void add_missing(std::vector<T>& to, const std::vector<T>& from) {
  for (const T& one : from) {
    if (std::ranges::find(to, one) == to.end()) to.push_back(one);
  }
}

/// Adds those of @p from whose @p name none of @p to has; whether one has it and is another.
template <typename T>
bool add_unnamed(std::vector<T>& to, const std::vector<T>& from, std::string T::*name) {
  bool differs = false;
  for (const T& one : from) {
    const auto found = std::ranges::find(to, one.*name, name);
    if (found == to.end()) {
      to.push_back(one);
    } else {
      differs = differs || *found != one;
    }
  }
  return differs;
}

/// Before the names of a po header's fields, in a TMX header.
constexpr std::string_view po_property = "x-po-header-";

std::vector<std::string> unite(TmxHeader& header, const TmxHeader& other) {
  std::vector<std::string> differing;
  const auto compare = [&](const char* name, const std::string& a, const std::string& b) {
    if (a != b) differing.emplace_back(name);
  };
  compare("creationtool", header.creation_tool, other.creation_tool);
  compare("creationtoolversion", header.creation_tool_version, other.creation_tool_version);
  compare("segtype", header.segment_type, other.segment_type);
  compare("o-tmf", header.original_format, other.original_format);
  compare("adminlang", header.admin_language, other.admin_language);
  compare("datatype", header.data_type, other.data_type);
  compare("o-encoding", header.original_encoding, other.original_encoding);
  if (header.source_language != other.source_language) header.source_language = {};
  add_missing(header.notes, other.notes);
  add_missing(header.properties, other.properties);
  if (add_unnamed(header.encodings, other.encodings, &TmxUserEncoding::name)) {
    differing.emplace_back("ude");
  }
  if (add_unnamed(header.attributes, other.attributes, &Property::type)) {
    differing.push_back(message("further attributes"));
  }
  History& made = header.history;
  const History& others = other.history;
  if (others.created && (!made.created || *others.created < *made.created)) {
    made.created = others.created;
    made.creator = others.creator;
  }
  if (others.changed && (!made.changed || *made.changed < *others.changed)) {
    made.changed = others.changed;
    made.changer = others.changer;
  }
  return differing;
}

}  // namespace

TmxHeader tmx_header(const FileHeader& header) {
  if (header.tmx || !header.po) return header.tmx.value_or(TmxHeader{});
  TmxHeader out;
  out.original_format = "po";
  for (const std::string& note : header.po->notes) out.notes.push_back({{}, note, {}, {}});
  for (const Property& field : header.po->fields) {
    out.properties.push_back({std::string(po_property) + field.type, field.value, {}, {}});
  }
  return out;
}

PoHeader po_header(const FileHeader& header, const LanguagePair& languages) {
  PoHeader out = header.po.value_or(PoHeader{});
  if (!header.po && header.tmx) {
    for (const TmxHeaderText& property : header.tmx->properties) {
      if (!property.type.starts_with(po_property)) continue;
      out.fields.push_back({property.type.substr(po_property.size()), property.text});
    }
    // Of another file than a po, they speak of that.
    if (!out.fields.empty()) {
      for (const TmxHeaderText& note : header.tmx->notes) out.notes.push_back(note.text);
    }
  }
  out.languages = languages;
  return out;
}

std::vector<std::string> unite(FileHeader& header, const FileHeader& other) {
  const auto take_language = [](LanguageTag& language, const LanguageTag& others) {
    if (language.undetermined()) language = others;
  };
  take_language(header.languages.source, other.languages.source);
  take_language(header.languages.target, other.languages.target);
  if (!header.po) header.po = other.po;
  if (!other.tmx) return {};
  if (header.tmx) return unite(*header.tmx, *other.tmx);
  header.tmx = other.tmx;
  return {};
}

}  // namespace trujaman::cli

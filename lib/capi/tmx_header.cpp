#include "capi/tmx_header.hpp"

#include "capi/from_c.hpp"
#include "capi/options.hpp"
#include "capi/to_c.hpp"

namespace trujaman::capi {
namespace {

const trujaman_tmx_text* texts_to_c(const std::vector<TmxHeaderText>& texts, Arena& arena) {
  return arena.views<trujaman_tmx_text>(texts, [](const TmxHeaderText& t) {
    return trujaman_tmx_text{t.type.c_str(), t.text.c_str(), t.language.c_str(),
                             t.original_encoding.c_str()};
  });
}

trujaman_tmx_encoding encoding_to_c(const TmxUserEncoding& encoding, Arena& arena) {
  return {.name = encoding.name.c_str(),
          .base = encoding.base.c_str(),
          .characters = arena.views<trujaman_tmx_character>(
              encoding.characters,
              [](const TmxCharacter& c) {
                return trujaman_tmx_character{c.unicode.c_str(), c.code.c_str(), c.entity.c_str(),
                                              c.substitute.c_str()};
              }),
          .character_count = encoding.characters.size()};
}

std::string member(const char* given) {
  return std::string(text(given, "options.tmx_header"));
}

/// Leaves what is there where the caller says nothing.
void set(std::string& to, const char* given) {
  if (given != nullptr) to = member(given);
}

std::vector<TmxHeaderText> texts_from_c(const trujaman_tmx_text* given, std::size_t count) {
  need_array(given, count, "options.tmx_header");
  std::vector<TmxHeaderText> out;
  for (std::size_t i = 0; i < count; ++i) {
    out.push_back({member(given[i].type), member(given[i].text), member(given[i].language),
                   member(given[i].original_encoding)});
  }
  return out;
}

TmxUserEncoding encoding_from_c(const trujaman_tmx_encoding& given) {
  need_array(given.characters, given.character_count, "options.tmx_header.encodings");
  TmxUserEncoding out{member(given.name), member(given.base), {}};
  for (std::size_t i = 0; i < given.character_count; ++i) {
    const trujaman_tmx_character& c = given.characters[i];
    out.characters.push_back(
        {member(c.unicode), member(c.code), member(c.entity), member(c.substitute)});
  }
  return out;
}

}  // namespace

trujaman_tmx_header to_c(const TmxHeader& header, Arena& arena) {
  return {.source_language = header.source_language.str().c_str(),
          .creation_tool = header.creation_tool.c_str(),
          .creation_tool_version = header.creation_tool_version.c_str(),
          .segment_type = header.segment_type.c_str(),
          .original_format = header.original_format.c_str(),
          .admin_language = header.admin_language.c_str(),
          .data_type = header.data_type.c_str(),
          .original_encoding = header.original_encoding.c_str(),
          .history = to_c(header.history),
          .notes = texts_to_c(header.notes, arena),
          .note_count = header.notes.size(),
          .properties = texts_to_c(header.properties, arena),
          .property_count = header.properties.size(),
          .encodings = arena.views<trujaman_tmx_encoding>(
              header.encodings,
              [&](const TmxUserEncoding& encoding) { return encoding_to_c(encoding, arena); }),
          .encoding_count = header.encodings.size(),
          .attributes = to_c(header.attributes, arena),
          .attribute_count = header.attributes.size(),
          .reserved = {}};
}

TmxHeader tmx_header(const trujaman_tmx_header* given) {
  TmxHeader out;
  if (given == nullptr) return out;
  need_unused(given->reserved, "options.tmx_header");
  out.source_language = language(given->source_language);
  set(out.creation_tool, given->creation_tool);
  set(out.creation_tool_version, given->creation_tool_version);
  set(out.segment_type, given->segment_type);
  set(out.original_format, given->original_format);
  set(out.admin_language, given->admin_language);
  set(out.data_type, given->data_type);
  set(out.original_encoding, given->original_encoding);
  out.history = history(given->history);
  out.notes = texts_from_c(given->notes, given->note_count);
  out.properties = texts_from_c(given->properties, given->property_count);
  need_array(given->encodings, given->encoding_count, "options.tmx_header.encodings");
  for (std::size_t i = 0; i < given->encoding_count; ++i) {
    out.encodings.push_back(encoding_from_c(given->encodings[i]));
  }
  out.attributes =
      properties(given->attributes, given->attribute_count, "options.tmx_header.attributes");
  return out;
}

}  // namespace trujaman::capi

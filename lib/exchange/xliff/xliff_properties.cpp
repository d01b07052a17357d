#include "exchange/xliff/xliff_properties.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "exchange/tmx/tmx_date.hpp"
#include "exchange/tmx/tmx_history.hpp"
#include "exchange/tmx/tmx_properties.hpp"
#include "exchange/xliff/xliff_state.hpp"

namespace trujaman::exchange {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kNoteProperty = "x-note-";
constexpr std::string_view kContextProperty = "x-property:";
/// XLIFF 1.2, values of `context-type`.
constexpr std::array kContextTypes{"database"sv,   "element"sv,     "elementtitle"sv,
                                   "linenumber"sv, "numparams"sv,   "paramnotes"sv,
                                   "record"sv,     "recordtitle"sv, "sourcefile"sv};
/// Before the names of History's fields as TMX has them: "x-creationdate".
constexpr std::string_view kHistoryProperty = "x-";

/// Attributes of a match, of either version, and the properties that they become.
constexpr struct {
  std::string_view attribute;
  std::string_view property;
} kMatchAttributes[] = {{"alttranstype", kMatchTypeProperty},
                        {"type", kMatchTypeProperty},
                        {"match-quality", kMatchQualityProperty},
                        {"matchQuality", kMatchQualityProperty},
                        {"similarity", "x-match-similarity"},
                        {"matchSuitability", "x-match-suitability"},
                        {"origin", kOriginProperty},
                        {"tool-id", "x-tool-id"},
                        {"subType", "x-match-subtype"}};

void append_history(std::vector<Property>& out, const History& history) {
  const auto add = [&](const char* name, std::string value) {
    if (!value.empty()) out.push_back({std::string(kHistoryProperty) + name, std::move(value)});
  };
  const auto date = [](const auto& time) { return time ? format_tmx_date(*time) : std::string(); };
  add("creationdate", date(history.created));
  add("changedate", date(history.changed));
  add("lastusagedate", date(history.last_used));
  add("creationid", history.creator);
  add("changeid", history.changer);
  if (history.usage_count) add("usagecount", std::to_string(*history.usage_count));
}

void take_history(std::vector<Property>& properties, History& history) {
  std::erase_if(properties, [&](const Property& p) {
    if (!p.type.starts_with(kHistoryProperty)) return false;
    const XmlAttribute attribute{std::string_view(p.type).substr(kHistoryProperty.size()), p.value};
    return read_history(history, attribute) == HistoryAttribute::Taken;
  });
}

/// Attributes that TMX has of its own, which its writer leaves out of the properties.
void append_attributes(std::vector<Property>& out, std::vector<Property> attributes,
                       TmxElement element) {
  attributes.resize(order_attributes(attributes, element));
  for (Property& a : attributes) {
    out.push_back({std::string(kAttributeProperty) + a.type, std::move(a.value)});
  }
}

/// Properties of a unit or variant with its fields as properties.
template <typename Record>
std::vector<Property> with_fields(const Record& record, TmxElement element) {
  std::vector<Property> out;
  append_history(out, record.history);
  append_attributes(out, record.attributes, element);
  std::vector<Property> rest = properties_to_write(record);
  std::ranges::move(rest, std::back_inserter(out));
  return out;
}

/// Moves "x-note-2-from" and the like out of @p properties to the second of @p notes, which are
/// those of @p part.
void take_note_properties(std::vector<Property>& properties, std::vector<XliffNote>& notes,
                          XliffPart part, XliffVersion version) {
  std::vector<XliffNote*> of_part;
  for (XliffNote& note : notes) {
    if (note.part == part) of_part.push_back(&note);
  }
  std::erase_if(properties, [&](const Property& p) {
    if (!p.type.starts_with(kNoteProperty)) return false;
    const char* const begin = p.type.data() + kNoteProperty.size();
    const char* const end = p.type.data() + p.type.size();
    std::size_t number = 0;
    const auto [behind, error] = std::from_chars(begin, end, number);
    if (error != std::errc() || behind == end || number == 0 || number > of_part.size()) {
      return false;
    }
    const std::string_view name(behind, end);
    const bool is_priority = name == "-priority" && p.value.size() == 1 && p.value >= "1";
    const bool known = version == XliffVersion::V1_2 ? name == "-from" || is_priority
                                                     : name == "-category" || is_priority;
    std::vector<Property>& says = of_part[number - 1]->says;
    if (!known || std::ranges::find(says, name.substr(1), &Property::type) != says.end()) {
      return false;
    }
    says.push_back({std::string(name.substr(1)), p.value});
    return true;
  });
}

}  // namespace

std::string_view property_value(const std::vector<Property>& properties,
                                std::string_view type) noexcept {
  const auto found = std::ranges::find(properties, type, &Property::type);
  return found == properties.end() ? std::string_view() : std::string_view(found->value);
}

void take_match_attributes(XmlAttributes attributes, std::vector<Property>& properties) {
  for (const auto& [attribute, property] : kMatchAttributes) {
    const std::string_view value = find_attribute(attributes, attribute);
    if (!value.empty()) properties.push_back({std::string(property), std::string(value)});
  }
}

void take_remarks(const XliffRemarks& remarks, TranslationUnit& unit) {
  const auto with = [&](XliffPart part, auto& record) {
    for (const XliffNote& note : remarks.notes) {
      const bool of_missing_target = note.part == XliffPart::Target && unit.variants.size() < 2;
      const bool of_missing_source = note.part == XliffPart::Source && unit.variants.empty();
      if ((of_missing_source || of_missing_target ? XliffPart::Unit : note.part) != part) continue;
      record.notes.push_back(note.text);
      const std::string begin(std::string(kNoteProperty) + std::to_string(record.notes.size()));
      for (const Property& p : note.says) {
        record.properties.push_back({begin + "-" + p.type, p.value});
      }
    }
    for (const Property& p : remarks.of(part)) {
      // What stands in a property says it more exactly than the version's attribute.
      if (p.type == kStateProperty || p.type == kIdProperty) {
        std::erase_if(record.properties, [&](const auto& q) { return q.type == p.type; });
      }
      record.properties.push_back(p);
    }
    take_history(record.properties, record.history);
    take_fields(record);
  };
  if (!unit.variants.empty()) with(XliffPart::Source, unit.variants.front());
  for (std::size_t i = 1; i < unit.variants.size(); ++i) with(XliffPart::Target, unit.variants[i]);
  with(XliffPart::Unit, unit);
}

XliffRemarks to_remarks(const TranslationUnit& unit, const Variant& source, const Variant* target,
                        XliffVersion version) {
  XliffRemarks out;
  out.of(XliffPart::Unit) = with_fields(unit, TmxElement::Tu);
  out.of(XliffPart::Source) = with_fields(source, TmxElement::Tuv);
  if (target != nullptr) out.of(XliffPart::Target) = with_fields(*target, TmxElement::Tuv);
  const auto add_notes = [&](XliffPart part, const std::vector<std::string>& notes) {
    for (const std::string& note : notes) out.notes.push_back({part, note, {}});
    take_note_properties(out.of(part), out.notes, part, version);
  };
  add_notes(XliffPart::Unit, unit.notes);
  add_notes(XliffPart::Source, source.notes);
  if (target != nullptr) add_notes(XliffPart::Target, target->notes);
  return out;
}

std::string to_context_type(std::string_view type) {
  if (std::ranges::find(kContextTypes, type) != kContextTypes.end()) return std::string(type);
  const bool plain = type.starts_with("x-") && type.size() > 2 &&
                     !type.starts_with(kContextProperty) &&
                     std::ranges::none_of(type, [](char c) { return c >= 0 && c <= ' '; });
  if (plain) return std::string(type);
  std::string out(kContextProperty);
  for (const char c : type) {
    if ((c >= 0 && c <= ' ') || c == '%') {
      constexpr std::string_view kHex = "0123456789ABCDEF";
      const auto byte = static_cast<unsigned char>(c);
      out.append("%").append(1, kHex[byte >> 4U]).append(1, kHex[byte & 15U]);
    } else {
      out += c;
    }
  }
  return out;
}

std::string from_context_type(std::string_view context_type) {
  if (!context_type.starts_with(kContextProperty)) return std::string(context_type);
  std::string_view rest = context_type.substr(kContextProperty.size());
  std::string out;
  for (std::size_t i = 0; i < rest.size(); ++i) {
    unsigned byte = 0;
    const char* const digits = rest.data() + i + 1;
    if (rest[i] == '%' && i + 2 < rest.size() &&
        std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2 &&
        (byte <= ' ' || byte == '%')) {
      out += static_cast<char>(byte);
      i += 2;
    } else {
      out += rest[i];
    }
  }
  return out;
}

}  // namespace trujaman::exchange
